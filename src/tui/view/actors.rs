//! Screen 3: everybody who is named, and all about one of them.

use super::frame::{self, Title};
use super::paint::{self, Canvas, Pen};
use super::{aloud, passages, rail, reader};
use crate::app::ActorItem;
use crate::app::keymap::Key;
use crate::app::pointer::Target;
use crate::app::screen::{Actors, Person, ProfileTab, head_of};
use crate::app::shape::{Area, Edge, Slot};
use crate::model::{Mark, Marks, Who};

/// From this width on the first and the last day are told.
const DATED: u16 = 70;
/// From this width on mentions, articles and sources are told.
const COUNTED: u16 = 50;

/// Draws the list, or the one that is looked at.
pub fn draw(actors: &Actors, marks: &Marks, canvas: &mut Canvas) {
    match actors.person() {
        Some(person) => profile(actors, (person, marks), canvas),
        None => list(actors, canvas),
    }
}

fn list(actors: &Actors, canvas: &mut Canvas) {
    let layout = actors.layout();
    let edge = match layout.list.edge {
        Edge::Frame => Edge::Frame,
        Edge::Rule | Edge::RuleAndSide | Edge::Bare => Edge::Bare,
    };
    let slot = Slot::new(layout.room.body, edge);
    let count = actors.items().len();
    let position = match count {
        0 => String::new(),
        _ => paint::nth_of(actors.cursor().at() + 1, count, &canvas.theme().signs),
    };
    let title = Title {
        left: "actors",
        right: &position,
        focused: true,
    };
    frame::edge(&slot, &title, canvas);
    let theme = canvas.theme();
    if count == 0 && !actors.is_waiting() {
        let words = match actors.query().is_empty() {
            true => "nobody is known",
            false => "nobody is found; Esc shows everybody",
        };
        canvas.pen(slot.inner, 0).skip(1).fit(words, theme.text);
        return;
    }
    canvas.row_target(slot.inner, (0, 1), Target::Press(Key::Char('S'), 1));
    let mut pen = canvas.pen(slot.inner, 0);
    pen.skip(3);
    // Where each row names its values there is no head to name them.
    let heads = match pen.labels() {
        true => [""; 6],
        false => ["name", "quotes", "named", "articles", "first", "last"],
    };
    columns(heads, slot.inner.width, &mut pen);
    let (_, rows) = slot.inner.split_rows(1);
    let items = actors.items().iter().enumerate();
    let shown = items.skip(actors.cursor().top());
    for (row, (nth, item)) in shown.take(usize::from(rows.height)).enumerate() {
        canvas.item((rows, row, 1), (nth, actors.cursor().at()), None);
        let mut pen = canvas.pen(rows, row);
        let selected = nth == actors.cursor().at();
        if selected {
            pen.put_cursor();
        }
        pen.sign(selected);
        match pen.labels() {
            true => aloud::actor(item, &mut pen),
            false => write(item, slot.inner.width, &mut pen),
        }
    }
}

fn write(item: &ActorItem, width: u16, pen: &mut Pen) {
    let theme = pen.theme();
    if let Some(kind) = item.who.kind {
        pen.own(rail::sign(kind), theme.actor(kind)).skip(1);
    } else {
        pen.skip(2);
    }
    let counts = [item.quotes, item.mentions, item.articles].map(|count| count.to_string());
    let [quotes, mentions, articles] = &counts;
    let first = item.first.as_deref().unwrap_or_default();
    let last = item.last.as_deref().unwrap_or_default();
    columns(
        [&item.who.name, quotes, mentions, articles, first, last],
        width,
        pen,
    );
}

/// Writes a name, three numbers and two days, as far as there is room.
fn columns(words: [&str; 6], width: u16, pen: &mut Pen) {
    let text = pen.theme().text;
    let [name, quotes, mentions, articles, first, last] = words;
    let dates = if width >= DATED { 24 } else { 0 };
    let counts = if width >= COUNTED { 22 } else { 7 };
    let room = pen.room().saturating_sub(dates + counts);
    pen.column(name, room, text);
    number(quotes, 7, pen);
    if width >= COUNTED {
        number(mentions, 6, pen);
        number(articles, 9, pen);
    }
    if width >= DATED {
        pen.skip(2).column(first, 10, text);
        pen.skip(2).column(last, 10, text);
    }
}

fn number(words: &str, columns: usize, pen: &mut Pen) {
    let text = pen.theme().text;
    let gap = columns.saturating_sub(paint::columns(words));
    pen.skip(gap).text(words, text);
}

fn profile(actors: &Actors, (person, marks): (&Person, &Marks), canvas: &mut Canvas) {
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
    let theme = canvas.theme();
    let tabs = usize::from(area.height.saturating_sub(1));
    if let Some(sheet) = person.sheet() {
        let kind = person.who().kind.map_or("speaker", |kind| kind.word());
        let period = match (&sheet.first, &sheet.last) {
            (Some(first), Some(last)) if first != last => format!(", {first} to {last}"),
            (Some(day), Some(_)) => format!(", {day}"),
            (Some(day), None) | (None, Some(day)) => format!(", {day}"),
            (None, None) => String::new(),
        };
        let articles = match sheet.articles {
            1 => "1 article".to_owned(),
            count => format!("{count} articles"),
        };
        let corrected = corrections(person, marks);
        let sign = match corrected.is_empty() {
            true => "",
            false => theme.signs.user,
        };
        let words = format!("{sign}{kind}, {articles}{period}");
        let mut pen = canvas.pen(area, 0);
        pen.skip(1).fit(&person.who().name, theme.head);
        pen.skip(2).fit(&words, theme.text);
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
        for (row, words) in lines.iter().enumerate().take(tabs.saturating_sub(2)) {
            canvas.pen(area, row + 1).skip(1).fit(words, theme.faint);
        }
        if tabs > 2 {
            months(&sheet.months, &mut canvas.pen(area, tabs - 1));
        }
    }
    let mut pen = canvas.pen(area, tabs);
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
