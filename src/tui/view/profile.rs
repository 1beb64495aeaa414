//! A profile: all about one name.

use super::frame::{self, Title};
use super::paint::{Canvas, Pen};
use super::{passages, rail, reader};
use crate::app::ProfileSheet;
use crate::app::screen::{Actors, Person, ProfileTab, head_of};
use crate::app::shape::Area;
use crate::model::{Mark, Marks, Who};

/// Draws the head, the list of the tab, and the article of the selected quote.
pub fn draw(actors: &Actors, (person, marks): (&Person, &Marks), canvas: &mut Canvas) {
    let layout = actors.layout();
    let title = Title {
        left: &person.who().name,
        focused: true,
        ..Title::default()
    };
    frame::edge(&layout.list, &title, canvas);
    let (head_area, rows) = head_of(layout.list.inner);
    head(person, marks, head_area, canvas);
    match person.passages() {
        Some(list) => {
            let empty = person.sheet().map(|_| "no quote is known");
            passages::draw(list, marks, (rows, empty), canvas);
        }
        None => pairs(person, rows, canvas),
    }
    if let Some(slot) = layout.preview {
        reader::preview(person.preview().reader(), marks, (&slot, false), canvas);
    }
}

// The last row of the head are the tabs; above it stands what there is room for.
fn head(person: &Person, marks: &Marks, area: Area, canvas: &mut Canvas) {
    let last = usize::from(area.height.saturating_sub(1));
    if let Some(sheet) = person.sheet() {
        let corrected = corrections(person, marks);
        summary(
            (person, sheet),
            !corrected.is_empty(),
            &mut canvas.pen(area, 0),
        );
        let sign = canvas.theme().signs.user;
        let lines = lines(sheet, &corrected, sign);
        let style = canvas.theme().faint;
        match last {
            0 | 1 => {}
            // Roles and months share the one row there is.
            2 => {
                let (_, row) = area.split_rows(1);
                let (left, right) = row.split_columns(row.width / 2);
                let words = lines.first().map_or("", String::as_str);
                canvas.pen(left, 0).skip(1).fit(words, style);
                months(&sheet.months, &mut canvas.pen(right, 0));
            }
            _ => {
                for (row, words) in lines.iter().enumerate().take(last - 2) {
                    canvas.pen(area, row + 1).skip(1).fit(words, style);
                }
                months(&sheet.months, &mut canvas.pen(area, last - 1));
            }
        }
    }
    tabs(person, &mut canvas.pen(area, last));
}

/// Name, kind, articles and days.
fn summary((person, sheet): (&Person, &ProfileSheet), corrected: bool, pen: &mut Pen) {
    let theme = pen.theme();
    let kind = person.who().kind.map_or("speaker", |kind| kind.word());
    let period = match (&sheet.first, &sheet.last) {
        (Some(first), Some(last)) if first != last => format!(", {first} to {last}"),
        (Some(day), Some(_)) => format!(", {day}"),
        (Some(day), None) | (None, Some(day)) => format!(", {day}"),
        (None, None) => String::new(),
    };
    let sign = if corrected { theme.signs.user } else { "" };
    let articles = articles_word(sheet.articles);
    pen.skip(1).fit(&person.who().name, theme.head);
    let words = format!("{sign}{kind}, {articles}{period}");
    pen.skip(2).fit(&words, theme.text);
}

/// What a person said about the name, its roles, its spellings.
fn lines(sheet: &ProfileSheet, corrected: &[String], sign: &str) -> Vec<String> {
    let mut lines = Vec::new();
    if !corrected.is_empty() {
        let names = corrected.join(", ");
        lines.push(format!("{sign}by a person: {names}; M takes back"));
    }
    if !sheet.roles.is_empty() {
        lines.push(sheet.roles.join("; "));
    }
    if !sheet.spellings.is_empty() {
        lines.push(format!("also {}", sheet.spellings.join(", ")));
    }
    lines
}

fn tabs(person: &Person, pen: &mut Pen) {
    let theme = pen.theme();
    for tab in ProfileTab::ALL {
        let here = tab == person.tab();
        let style = if here { theme.head } else { theme.text };
        pen.sign(here).own(tab.word(), style).skip(1);
        pen.text(&person.count(tab).to_string(), style);
        if let Some(listed) = here.then(|| limited(person)).flatten() {
            pen.text(&format!(", newest {listed}"), style);
        }
        pen.skip(1);
    }
}

/// What a person said about this name: whose names count as it, what else it was.
fn corrections(person: &Person, marks: &Marks) -> Vec<String> {
    let who = Who {
        name: person.who().name.to_string(),
        kind: person.who().kind,
    };
    let counted = marks.counted_as(&who).into_iter();
    let words = counted.filter_map(|mark| match mark {
        Mark::Same { who, is, .. } if who.name == is.name => {
            let kind = who.kind.map_or("no name", |kind| kind.word());
            Some(format!("was {kind}"))
        }
        Mark::Same {
            article: None, who, ..
        } => Some(format!("also {}", who.name)),
        Mark::Same { who, .. } => Some(format!("in an article {}", who.name)),
        Mark::Picked { .. }
        | Mark::Tagged { .. }
        | Mark::Noted { .. }
        | Mark::Seen { .. }
        | Mark::Saved { .. }
        | Mark::Speaker { .. } => None,
    });
    words.collect()
}

/// How many quotes of the tab are listed when these are not all of them.
fn limited(person: &Person) -> Option<usize> {
    person.passages()?.found().limited()
}

/// A bar for each month, the newest ones where there is not room for all.
fn months(months: &[(String, usize)], pen: &mut Pen) {
    let theme = pen.theme();
    let (Some((first, _)), Some((last, _))) = (months.first(), months.last()) else {
        return;
    };
    let most = months.iter().map(|(_, count)| *count).max().unwrap_or(0);
    pen.skip(1);
    let room = pen.room().saturating_sub(first.len() + last.len() + 3);
    let shown = months
        .get(months.len().saturating_sub(room)..)
        .unwrap_or(months);
    let first = shown.first().map_or("", |(month, _)| month);
    pen.text(first, theme.faint).skip(1);
    for (_, count) in shown {
        pen.own(theme.signs.bar(*count, most), theme.quote);
    }
    if shown.len() > 1 {
        pen.skip(1).text(last, theme.faint);
    }
}

fn pairs(person: &Person, area: Area, canvas: &mut Canvas) {
    let Some(sheet) = person.sheet() else {
        return;
    };
    let theme = canvas.theme();
    let sign = |kind: Option<crate::model::ActorKind>| kind.map_or(" ", rail::sign);
    let rows: Vec<(&'static str, &str, String)> = match person.tab() {
        ProfileTab::Sources => {
            let sources = sheet.sources.iter();
            sources
                .map(|(name, count)| (" ", &**name, quotes_word(*count)))
                .collect()
        }
        ProfileTab::With | ProfileTab::Said | ProfileTab::Of => {
            let with = sheet.with.iter();
            with.map(|(who, count)| (sign(who.kind), &*who.name, articles_word(*count)))
                .collect()
        }
    };
    let cursor = person.cursor();
    let shown = rows.iter().enumerate().skip(cursor.top());
    for (row, (nth, (kind, name, count))) in shown.take(usize::from(area.height)).enumerate() {
        canvas.item((area, row, 1), (nth, cursor.at()), None);
        let mut pen = canvas.pen(area, row);
        let selected = nth == cursor.at();
        if selected {
            pen.put_cursor();
        }
        pen.sign(selected).own(kind, theme.text).skip(1);
        let room = pen.room().saturating_sub(count.len() + 1);
        pen.column(name, room, theme.text).right(count, theme.text);
    }
    if rows.is_empty() {
        canvas.pen(area, 0).own(" nothing is known", theme.text);
    }
}

fn quotes_word(count: usize) -> String {
    match count {
        0 => "named only".to_owned(),
        1 => "1 quote".to_owned(),
        count => format!("{count} quotes"),
    }
}

fn articles_word(count: usize) -> String {
    match count {
        1 => "1 article".to_owned(),
        count => format!("{count} articles"),
    }
}
