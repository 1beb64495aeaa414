//! `pullquote keys`: every key of the interface, from the table that the interface itself uses.

use crate::app::keymap::{Group, Key, Mode, Row};
use crate::cli::Outcome;
use crate::cli::args::Keys;
use crate::cli::output::Output;
use crate::cli::settings::keymap;
use crate::error::Result;
use crate::text::width::width;

/// Prints the table as columns, or as Markdown.
pub fn run(keys: &Keys, output: &mut Output) -> Result<Outcome> {
    let rows = keymap().rows();
    if keys.markdown {
        print_markdown(rows, output);
    } else {
        print_columns(rows, output);
    }
    Ok(Outcome::Done)
}

fn print_columns(rows: &[Row], output: &mut Output) {
    let widest = |column: usize| {
        rows.iter()
            .map(|row| width(&columns(row)[column]))
            .max()
            .unwrap_or_default()
    };
    let (keys, names) = (widest(0), widest(1));
    let mut groups: Vec<Group> = Vec::new();
    for row in rows {
        if !groups.contains(&row.group) {
            groups.push(row.group);
        }
    }
    for (i, group) in groups.into_iter().enumerate() {
        let gap = if i > 0 { "\n" } else { "" };
        output.print(&format!("{gap}{}", group.title()));
        for row in rows.iter().filter(|row| row.group == group) {
            let [key, name, help] = columns(row);
            output.print(&format!(
                "  {}  {}  {help}",
                padded(&key, keys),
                padded(&name, names)
            ));
        }
    }
}

fn print_markdown(rows: &[Row], output: &mut Output) {
    output.print("| keys | name | does | where |\n|---|---|---|---|");
    for row in rows {
        let keys: Vec<String> = row
            .typed()
            .iter()
            .map(|key| format!("`{key}`").replace('|', "\\|"))
            .collect();
        let places = row.places().join(", ");
        output.print(&format!(
            "| {} | {} | {} | {places} |",
            keys.join(" "),
            row.name,
            row.help
        ));
    }
}

fn columns(row: &Row) -> [String; 3] {
    [keys_of(row), row.name.to_owned(), row.help.to_owned()]
}

/// The keys of a command, those that do it in some places only with these behind them:
/// `j Down, Enter (text), Ctrl-J (typing)`.
fn keys_of(row: &Row) -> String {
    let places = |key: Key| -> Vec<Mode> {
        let bound = |mode: &Mode| row.keys(*mode).any(|bound| bound == key);
        Mode::ALL.into_iter().filter(bound).collect()
    };
    let keys: Vec<(Key, Vec<Mode>)> = row
        .all_keys()
        .into_iter()
        .map(|key| (key, places(key)))
        .collect();
    let most = keys
        .iter()
        .map(|(_, places)| places.len())
        .max()
        .unwrap_or_default();
    let mut parts: Vec<(String, Vec<String>)> = Vec::new();
    // Typed as in the browser: what is chosen after `y` begins with it.
    for ((_, places), typed) in keys.iter().zip(row.typed()) {
        let place = where_else(places, most);
        match parts.iter_mut().find(|(there, _)| *there == place) {
            Some((_, keys)) => keys.push(typed),
            None => parts.push((place, vec![typed])),
        }
    }
    parts.sort_by_key(|(place, _)| !place.is_empty());
    let parts = parts.iter().map(|(place, keys)| keys.join(" ") + place);
    parts.collect::<Vec<_>>().join(", ")
}

/// Where a key does it, when that is less than half of where the command is known.
fn where_else(places: &[Mode], most: usize) -> String {
    match places {
        _ if 2 * places.len() >= most => String::new(),
        _ if places.iter().all(|mode| mode.is_input()) => " (typing)".to_owned(),
        [_, _, _, _, ..] => String::new(),
        few => {
            let words: Vec<&str> = few.iter().map(|mode| mode.word()).collect();
            format!(" ({})", words.join(", "))
        }
    }
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}
