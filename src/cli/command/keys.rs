//! `pullquote keys`: every key of the interface, from the table that the interface itself uses.

use crate::app::keymap::{Group, Row, table};
use crate::cli::Outcome;
use crate::cli::args::Keys;
use crate::cli::output::Output;
use crate::error::Result;
use crate::text::width::width;

/// Prints the table as columns, or as Markdown.
pub fn run(keys: &Keys, output: &mut Output) -> Result<Outcome> {
    if keys.markdown {
        print_markdown(output);
    } else {
        print_columns(output);
    }
    Ok(Outcome::Done)
}

fn print_columns(output: &mut Output) {
    let widest = |column: usize| {
        table()
            .iter()
            .map(|row| width(&columns(row)[column]))
            .max()
            .unwrap_or_default()
    };
    let (keys, names) = (widest(0), widest(1));
    let mut groups: Vec<Group> = Vec::new();
    for row in table() {
        if !groups.contains(&row.group) {
            groups.push(row.group);
        }
    }
    for (i, group) in groups.into_iter().enumerate() {
        let gap = if i > 0 { "\n" } else { "" };
        output.print(&format!("{gap}{}", group.title()));
        for row in table().iter().filter(|row| row.group == group) {
            let [key, name, help] = columns(row);
            output.print(&format!(
                "  {}  {}  {help}",
                padded(&key, keys),
                padded(&name, names)
            ));
        }
    }
}

fn print_markdown(output: &mut Output) {
    output.print("| keys | name | does | where |\n|---|---|---|---|");
    for row in table() {
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
    [
        row.typed().join(" "),
        row.name.to_owned(),
        row.help.to_owned(),
    ]
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}
