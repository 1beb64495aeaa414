//! Rows of quotes of many articles: day, speaker, first words, source.

use super::dates::Days;
use super::paint::{self, Canvas, Pen};
use super::{aloud, marks};
use crate::app::screen::{Line, Passages};
use crate::app::shape::Area;
use crate::model::{Marks, Place, Rule};
use crate::study::{DOUBT, Order, QuoteRow};
use crate::tui::theme::Signs;

/// From this width on there is room for longer names.
const ROOMY: u16 = 90;
/// Below this width a profile tells no source.
const TIGHT: u16 = 40;
/// From this width on there is room for the source.
const SOURCED: u16 = 60;
/// Below this width the speaker stands in the place of nothing: words alone.
const SPOKEN: u16 = 32;

/// Which columns the rows have, and how wide they are.
#[derive(Debug, Clone, Copy)]
struct Columns {
    days: Days,
    speaker: usize,
    source: usize,
}

/// Draws the rows on screen with the signs of their `marks`; `empty` is said when
/// there is none.
pub fn draw(
    list: &Passages,
    marks: &Marks,
    (area, empty): (Area, Option<&str>),
    canvas: &mut Canvas,
) {
    let signs = marks::has_signs(marks) || list.chosen().next().is_some();
    let columns = columns(area.width, list);
    let cursor = list.cursor();
    let lines = list.lines().iter().enumerate().skip(cursor.top());
    for (row, (nth, line)) in lines.take(usize::from(area.height)).enumerate() {
        canvas.item((area, row, 1), (nth, cursor.at()), None);
        let mut pen = canvas.pen(area, row);
        let selected = nth == cursor.at();
        if selected {
            pen.put_cursor();
        }
        pen.sign(selected);
        match list.row(*line).filter(|_| signs) {
            Some(quote) if list.is_chosen(quote) => {
                let theme = pen.theme();
                pen.own("*", theme.selected);
            }
            Some(quote) => marks::sign(marks, (quote.article, quote.span), &mut pen),
            None => {}
        }
        match *line {
            Line::Head(first, count) => head(list, (first, count), &mut pen),
            Line::Utterance(at) => {
                let copies = list.utterance(at).map_or(0, |one| one.others.len());
                if let Some(quote) = list.row(*line) {
                    let decided = is_decided(quote, marks);
                    write((quote, decided), copies, columns, &mut pen);
                }
            }
            Line::Told(at) => {
                if let Some(quote) = list.utterance(at).map(|one| &one.first) {
                    let told = marks::told(marks, (quote.article, quote.span));
                    let style = pen.theme().mark;
                    pen.skip(columns.days.columns().max(2) + 2)
                        .fit(&told, style);
                }
            }
            Line::Copy(..) => {
                if let Some(quote) = list.row(*line) {
                    pen.skip(2);
                    let decided = is_decided(quote, marks);
                    write((quote, decided), 0, columns, &mut pen);
                }
            }
        }
    }
    if let Some(words) = empty.filter(|_| list.lines().is_empty()) {
        let style = canvas.theme().text;
        canvas.pen(area, 0).skip(1).fit(words, style);
    }
}

/// Which quote of how many is selected, and how many rows are marked.
pub fn position(list: &Passages, signs: &Signs) -> String {
    let position = list.position();
    let position = position.map(|(nth, all)| paint::nth_of(nth, all, signs));
    let position = position.unwrap_or_default();
    match list.chosen().count() {
        0 => position,
        chosen => format!("{chosen} marked  {position}"),
    }
}

fn columns(width: u16, list: &Passages) -> Columns {
    let (order, of_one) = (list.order(), list.is_of_one());
    let rows = list.found().utterances.iter();
    let source = match width {
        _ if order == Order::Source || order == Order::Article => 0,
        ROOMY.. => 16,
        SOURCED.. if of_one => 16,
        SOURCED.. => 10,
        TIGHT.. if of_one => 10,
        _ => 0,
    };
    let speaker = match width {
        _ if order == Order::Speaker => 0,
        // Its name stands above; only the sign of a guess is left.
        _ if of_one => 1,
        ROOMY.. => 20,
        SOURCED.. => 16,
        SPOKEN.. => 12,
        _ => 0,
    };
    Columns {
        days: match order {
            // Its day stands above.
            Order::Article => Days::Untold,
            _ => Days::on(width, rows.map(|one| one.first.published.as_deref())),
        },
        speaker,
        source,
    }
}

/// What stands above a list: its name, and the head that is scrolled off.
pub fn heading(name: &str, list: &Passages, canvas: &Canvas) -> String {
    let between = canvas.theme().signs.between;
    let head = list.hidden_head();
    let head = head.and_then(|first| head_words(list, first, between));
    head.map_or(name.to_owned(), |head| [name, &head].join(between))
}

fn head(list: &Passages, (first, count): (usize, usize), pen: &mut Pen) {
    let theme = pen.theme();
    let Some(words) = head_words(list, first, theme.signs.between) else {
        return;
    };
    let count = count.to_string();
    let room = pen.room().saturating_sub(count.len() + 2);
    pen.fit_into(&words, room, theme.head);
    pen.skip(1).text(&count, theme.text);
}

/// The words above the group that begins with this utterance.
fn head_words(list: &Passages, first: usize, between: &str) -> Option<String> {
    let row = &list.utterance(first)?.first;
    Some(match list.order() {
        Order::Date => row.day().unwrap_or("undated").to_owned(),
        Order::Speaker => row.speaker().unwrap_or("speaker unknown").to_owned(),
        Order::Source => row.source.as_deref().unwrap_or("no source").to_owned(),
        Order::Article => {
            let day = row.day().unwrap_or("undated");
            let source = row.source.as_deref().unwrap_or_default();
            // The day first: a long headline is cut, and a day never.
            let parts = [day, &row.headline, source];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(between)
        }
        Order::Story => row.headline.to_string(),
    })
}

/// Whether a person said who said it.
fn is_decided(row: &QuoteRow, marks: &Marks) -> bool {
    let on = Place {
        article: row.article,
        span: row.span,
        words: String::new(),
    };
    // Of an article that is gone nothing is known but the words.
    !row.headline.is_empty() && marks.speaker_on(&on).is_some()
}

fn write((row, decided): (&QuoteRow, bool), copies: usize, columns: Columns, pen: &mut Pen) {
    let (signs, theme) = (*pen.signs(), pen.theme());
    if pen.labels() {
        let who = |pen: &mut Pen, room| speaker((row, decided), room, pen);
        return aloud::passage(row, who, pen);
    }
    if columns.days != Days::Untold {
        let day = columns.days.word(row.published.as_deref());
        pen.column(day, columns.days.columns(), theme.text).skip(1);
    }
    if columns.speaker > 0 {
        speaker((row, decided), columns.speaker, pen);
        pen.skip(1);
    }
    let source = match columns.source {
        0 => 0,
        wide => wide + 1,
    };
    let count = match copies {
        0 => String::new(),
        copies => format!(" {}{}", signs.times, copies + 1),
    };
    let room = pen.room().saturating_sub(source + paint::columns(&count));
    match row.span.is_empty() {
        true => {
            let style = pen.theme().head;
            pen.column(&row.words, room, style);
        }
        false => spoken(&row.words, room, pen),
    }
    pen.text(&count, theme.text);
    if source > 0 {
        let name = row.source.as_deref().unwrap_or(theme.signs.none);
        let name = paint::whole_words(name, columns.source);
        pen.skip(1).column(name, columns.source, theme.text);
    }
}

fn speaker((row, decided): (&QuoteRow, bool), room: usize, pen: &mut Pen) {
    let (signs, theme) = (*pen.signs(), pen.theme());
    match &row.speaker {
        // Whose words they are stands above.
        Some(said) if room == 1 && said.rule == Some(Rule::User) => {
            pen.own(signs.user.trim_end(), theme.mark);
        }
        Some(said) if said.rule == Some(Rule::User) => {
            pen.own(signs.user, theme.mark);
            pen.column(&said.name, room.saturating_sub(2), theme.speaker);
        }
        Some(said) if room == 1 => {
            let is_guess = said.confidence.is_guess();
            pen.own(if is_guess { "?" } else { " " }, theme.guess);
        }
        Some(said) if said.confidence.is_guess() => {
            pen.own(DOUBT, theme.guess);
            pen.column(&said.name, room.saturating_sub(2), theme.guess);
        }
        Some(said) => {
            pen.column(&said.name, room, theme.speaker);
        }
        None if row.span.is_empty() => {
            pen.column("article", room, theme.text);
        }
        None if decided => {
            pen.own(signs.user, theme.mark);
            pen.column("nobody", room.saturating_sub(2), theme.text);
        }
        None => {
            pen.column(signs.none, room, theme.text);
        }
    }
}

// The first words between marks, on exactly `room` columns.
fn spoken(words: &str, room: usize, pen: &mut Pen) {
    let (signs, style) = (*pen.signs(), pen.theme().text);
    let before = pen.room();
    let inner = room.saturating_sub(2);
    let (kept, is_cut) = paint::cut(words, inner, 1);
    pen.own(signs.open, style).text(kept, style);
    pen.own(if is_cut { signs.more } else { signs.close }, style);
    let used = before - pen.room();
    pen.skip(room.saturating_sub(used));
}
