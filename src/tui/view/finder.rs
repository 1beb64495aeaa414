//! The finder: input, counts, what is found, and the article at the hit.

use std::borrow::Cow;

use super::frame::{self, Title};
use super::paint::{self, Canvas, Look, Pen};
use super::{input, reader};
use crate::app::App;
use crate::app::front;
use crate::app::overlay::Finder;
use crate::app::shape::Area;
use crate::model::Span;
use crate::search::{Finding, FindingKind};
use crate::text::wrap::wrap;
use crate::tui::theme::Signs;

/// From this width on the kind of a line is a word, below a letter.
const KIND_IN_WORDS: u16 = 50;
/// Columns for where a line stands: a source and a day.
const DETAIL: usize = 26;

/// Stands between the parts of a detail.
const BETWEEN: &str = " · ";
/// A part shortened to fewer columns says nothing.
const LEAST: usize = 4;

/// Draws the finder over the screen.
pub fn draw(finder: &Finder, app: &App, canvas: &mut Canvas) {
    let layout = front::finder(app.window(), finder.note().is_some());
    canvas.clear(layout.area);
    let right = match layout.counts {
        Some(_) => String::new(),
        None => count(finder),
    };
    let before = frozen(finder, &canvas.theme().signs);
    input::draw_inside(
        (" find ", &before),
        finder.line(),
        &right,
        layout.input,
        canvas,
    );
    if let Some(area) = layout.counts {
        counts(finder, area, canvas);
    }
    if let Some((area, note)) = layout.note.zip(finder.note()) {
        let style = canvas.theme().text;
        canvas.pen(area, 0).skip(1).fit(note, style);
    }
    let title = Title {
        left: "found",
        ..Title::default()
    };
    frame::edge(&layout.list, &title, canvas);
    list(finder, layout.list.inner, canvas);
    if let Some(slot) = layout.preview {
        reader::preview(finder.preview(), app.marks(), (&slot, false), canvas);
    }
}

/// What is searched inside of, as a way: `border › `.
fn frozen(finder: &Finder, signs: &Signs) -> String {
    let lines = finder.frozen().iter();
    match signs.labels {
        true => lines.map(|line| format!("inside {line}: ")).collect(),
        false => lines
            .map(|line| format!("{line}{}", signs.deeper))
            .collect(),
    }
}

fn count(finder: &Finder) -> String {
    let findings = finder.findings();
    if is_empty(finder) {
        return findings.searched.to_string();
    }
    format!("{}/{}", findings.found, findings.searched)
}

fn counts(finder: &Finder, area: Area, canvas: &mut Canvas) {
    let mut pen = canvas.pen(area, 0);
    let (text, more) = (pen.theme().text, pen.signs().more);
    pen.skip(1);
    if is_empty(finder) {
        let (what, count) = (scope(finder.scope()), finder.findings().searched);
        let words = format!("type to find {what} in {count} articles");
        pen.fit(&words, text);
        return;
    }
    let findings = finder.findings();
    let (what, articles) = (scope(finder.scope()), findings.searched);
    let words = match finder.scope() {
        // Articles among articles; all else is counted by itself.
        Some(FindingKind::Article) => format!("{} {what}", count(finder)),
        Some(_) => format!("{} {what} in {articles} articles", findings.found),
        None => format!("{} found in {articles} articles", findings.found),
    };
    pen.fit(&words, text);
    if !finder.marked().is_empty() {
        let marked = format!("{} marked", finder.marked().len());
        let style = pen.theme().mark;
        pen.skip(2).fit(&marked, style);
    }
    if finder.is_waiting() {
        pen.skip(1).own(more, text);
    }
}

fn is_empty(finder: &Finder) -> bool {
    finder.query().trim().is_empty()
}

fn scope(scope: Option<FindingKind>) -> &'static str {
    match scope {
        None => "everything",
        Some(FindingKind::Article) => "articles",
        Some(FindingKind::Quote) => "quotes",
        Some(FindingKind::Actor) => "actors",
        Some(FindingKind::Body) => "texts",
    }
}

fn list(finder: &Finder, area: Area, canvas: &mut Canvas) {
    let cursor = finder.cursor();
    let items = finder.findings().items.iter().enumerate();
    let rows = usize::from(area.height);
    let any = !finder.marked().is_empty();
    for (row, (nth, finding)) in items.skip(cursor.top()).take(rows).enumerate() {
        canvas.item((area, row, 1), (nth, cursor.at()), None);
        let marked = any.then(|| finder.is_marked(finding));
        line(
            finding,
            (nth == cursor.at(), marked),
            &mut canvas.pen(area, row),
        );
    }
    if !finder.findings().items.is_empty() {
        return;
    }
    if is_empty(finder) {
        grammar(area, canvas);
    } else if !finder.is_waiting() {
        let style = canvas.theme().text;
        let offered = finder.offers().told(finder.line().text());
        let mut notes = vec![offered.unwrap_or_else(|| "nothing is found".to_owned())];
        // Above the list there may be no room for all of it.
        notes.extend(finder.findings().notes.first().cloned());
        let room = usize::from(area.width).saturating_sub(2).max(1);
        let mut row = 0;
        for note in &notes {
            for line in wrap(note, Span::new(0, note.len()), room) {
                canvas.pen(area, row).skip(1).text(line.of(note), style);
                row += 1;
            }
        }
    }
}

/// What can be typed, and what it finds.
const GRAMMAR: [(&str, &str); 9] = [
    (
        "border talks",
        "both words: headlines, names, quotes, texts",
    ),
    ("\"border talks\"", "these words in this order"),
    ("-ships", "not this word"),
    ("kim | park", "either"),
    ("by:kim", "quotes by this speaker"),
    ("said:border", "words inside of quotes"),
    ("source: lang: actor:", "of the article"),
    ("story:border", "articles that tell this story"),
    ("date:2026-08", "of this month; also 2026-08-01.. and 7d"),
];

/// Columns of what can be typed.
const TYPED: usize = 21;

fn grammar(area: Area, canvas: &mut Canvas) {
    let theme = canvas.theme();
    for (row, (typed, finds)) in GRAMMAR.iter().enumerate() {
        let mut pen = canvas.pen(area, row);
        pen.skip(1).column(typed, TYPED, theme.head).skip(1);
        pen.fit(finds, theme.text);
    }
}

fn line(finding: &Finding, (selected, marked): (bool, Option<bool>), pen: &mut Pen) {
    let theme = pen.theme();
    let (word, letter) = kind(finding.kind);
    let in_words = pen.room() >= usize::from(KIND_IN_WORDS);
    pen.sign(selected);
    match marked {
        Some(true) => _ = pen.own("*", theme.selected),
        Some(false) => _ = pen.skip(1),
        None => {}
    }
    match in_words {
        _ if pen.labels() => pen.own(word, theme.text).own(": ", theme.text),
        true => pen.column(word, 8, theme.text),
        false => pen.column(letter, 2, theme.text),
    };
    let detail = match finding.detail.is_empty() {
        true => 0,
        // More where the label leaves it free.
        false => {
            let free = pen
                .room()
                .saturating_sub(paint::columns(&finding.label) + 1);
            let share = match finding.kind {
                // A name and a day.
                FindingKind::Quote => pen.room() / 2,
                FindingKind::Article | FindingKind::Actor | FindingKind::Body => pen.room() * 2 / 5,
            };
            let least = DETAIL.min(share);
            free.min(paint::columns(&finding.detail)).max(least) + 1
        }
    };
    let label = pen.room().saturating_sub(detail);
    let look = Look {
        plain: theme.text,
        marked: theme.matched,
    };
    let before = pen.room();
    let (words, marks) = around(&finding.label, &finding.marks, (label, theme.signs.more));
    pen.marked(&words, &marks, label, look);
    let gap = label.saturating_sub(before - pen.room()) + 1;
    pen.skip(gap);
    where_it_stands(finding, pen);
}

/// A label and its marks, from a word before its first mark on when that would
/// else be cut off at `room` columns; `sign` says that something is left out.
fn around<'a>(
    label: &'a str,
    marks: &[Span],
    (room, sign): (usize, &str),
) -> (Cow<'a, str>, Vec<Span>) {
    let whole = (Cow::Borrowed(label), marks.to_vec());
    let Some((first, rest)) = marks
        .first()
        .and_then(|first| Some((first, label.get(first.end..)?)))
    else {
        return whole;
    };
    // To the end of its word, since it is cut between words.
    let end = first.end + rest.find(char::is_whitespace).unwrap_or(rest.len());
    if paint::columns(label) <= room || paint::columns(&label[..end]) < room {
        return whole;
    }
    let borders = label.match_indices(' ').map(|(at, _)| at + 1);
    let mut borders = borders.filter(|&at| at <= first.start);
    let wide = |at: usize| paint::columns(&label[at..end]) + sign.len() + 1;
    let start = borders.clone().find(|&at| wide(at) <= room * 2 / 3);
    let start = start.or(borders.next_back()).unwrap_or(first.start);
    let moved = |at: usize| at - start + sign.len();
    let marks = marks.iter().filter(|mark| mark.start >= start);
    let marks = marks.map(|mark| Span::new(moved(mark.start), moved(mark.end)));
    let words = format!("{sign}{}", &label[start..]);
    (Cow::Owned(words), marks.collect())
}

/// Writes where a line stands; the day is kept and the rest shortened.
fn where_it_stands(finding: &Finding, pen: &mut Pen) {
    let (room, text) = (pen.room(), pen.theme().text);
    let detail = finding.detail.as_str();
    let fits = |words: &str| paint::columns(words) <= room;
    let Some((rest, day)) = detail.rsplit_once(BETWEEN).filter(|_| !fits(detail)) else {
        pen.right(detail, text);
        return;
    };
    // Of who speaks and where, who speaks, by the whole name: two may share a surname.
    let first = rest.split(BETWEEN).next().unwrap_or(rest);
    let named = match finding.kind {
        FindingKind::Quote => [rest, first],
        FindingKind::Article | FindingKind::Actor | FindingKind::Body => [rest; 2],
    };
    let lines = named.map(|named| format!("{named}{BETWEEN}{day}"));
    let left = room.saturating_sub(paint::columns(day) + paint::columns(BETWEEN));
    if let Some(line) = lines.iter().find(|line| fits(line)) {
        pen.right(line, text);
    } else if left >= LEAST {
        let more = pen.signs().more;
        let (kept, is_cut) = paint::cut(named[1], left, paint::columns(more));
        let sign = if is_cut { more } else { "" };
        pen.right(&format!("{kept}{sign}{BETWEEN}{day}"), text);
    } else {
        pen.fit(day, text);
    }
}

fn kind(kind: FindingKind) -> (&'static str, &'static str) {
    match kind {
        FindingKind::Article => ("article", "a"),
        FindingKind::Quote => ("quote", "q"),
        FindingKind::Actor => ("actor", "n"),
        FindingKind::Body => ("text", "t"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expects what is seen of a label, with its first mark, at `room` columns.
    #[track_caller]
    fn check(label: &str, mark: &str, room: usize, expected: (&str, &str)) {
        let start = label.find(mark).expect("it stands there");
        let marks = [Span::new(start, start + mark.len())];
        let (words, marks) = around(label, &marks, (room, "…"));
        let (kept, _) = paint::cut(&words, room, 1);
        assert_eq!((kept, marks[0].of(&words)), expected);
    }

    #[test]
    fn the_hit_is_seen_however_late_it_stands() {
        let label = "The council votes tonight on the harbour bridge";
        check(label, "council", 24, ("The council votes", "council"));
        check(label, "harbour", 24, ("…the harbour bridge", "harbour"));
        check(label, "bridge", 10, ("…bridge", "bridge"));
        check(label, "bridge", 60, (label, "bridge"));
    }
}
