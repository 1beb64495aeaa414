//! The line that tells who wrote an article and when.

use crate::model::Span;

use super::author::{author, is_name, is_role, is_single_word, korean_author};
use super::date::{self, Printed};
use super::furniture::{ends_sentence, is_counter, words};
use super::words::BYLINE;

/// What an author and date line says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Byline {
    /// When it was published; an "updated" date only if there is no other.
    pub date: Option<Printed>,
    /// Who wrote it, without "By", within the line.
    pub author: Option<Span>,
    /// A short piece that may be the outlet ("2025-08-18 07:10 GMT | EFNA").
    pub other: Option<Span>,
    /// Whether "by" or its like stands before the author.
    pub by: bool,
}

/// Reads `line` as an author and date line; a sentence is none.
///
/// It must hold a date or a word like "By", and little else.
pub fn byline(line: &str) -> Option<Byline> {
    // Three authors with their roles and two dates; more is prose.
    const MOST_WORDS: usize = 28;
    const MOST_BYTES: usize = 400;
    if line.len() > MOST_BYTES || words(line) > MOST_WORDS {
        return None;
    }
    let dates = date::dates(line);
    let mut found = Byline::default();
    let mut changed = None;
    let mut strange = 0;
    for piece in pieces(line, &dates) {
        let date = dates
            .iter()
            .find(|d| d.span.start >= piece.end && blank(line, piece.end, d.span.start));
        strange += found.take(line, piece, date, &mut changed);
    }
    found.date = dates
        .iter()
        .find(|d| Some(d.span) != changed)
        .or(dates.first())
        .cloned();
    let known = found.by || found.date.is_some();
    // What is written like a name (a town, a section) does not count here. A
    // line that begins with day and time is no sentence.
    let dated = found
        .date
        .as_ref()
        .is_some_and(|d| d.span.start == 0 && d.iso.contains('T'));
    let room = match (found.by, dated) {
        (true, _) => 10,
        (false, true) => 6,
        (false, false) => 2,
    };
    (known && strange <= room && !is_prose(line, &found)).then_some(found)
}

/// Whether `line` tells who worked on it: "Reporting by …", "Reporting from …",
/// "… contributed to this report."
pub fn is_agency_line(line: &str) -> bool {
    let low = line.to_lowercase();
    let bare = low.trim_start_matches(['(', '[', '—', '-', ' ', '*']);
    let ends = BYLINE.entries("contributed").iter().any(|end| {
        let sentence = bare.trim_end_matches(['.', ')', ']', '*']);
        sentence.ends_with(end)
    });
    let known = ends || BYLINE.prefix("agency", bare).is_some();
    known && words(line) <= 40 && !line.contains(['"', '“', '«'])
}

impl Byline {
    /// Takes in one piece of the line; returns how many words it cannot place.
    fn take(
        &mut self,
        line: &str,
        piece: Span,
        date: Option<&Printed>,
        changed: &mut Option<Span>,
    ) -> usize {
        let piece = without_labels(line, piece, date, changed);
        let low = piece.of(line).to_lowercase();
        if low.is_empty() {
            return 0;
        }
        if let Some(by) = BYLINE.prefix("by", &low) {
            // "Von Ann Lee, Hamburg" names a town, "By Ann Lee, Bo Ek" two people.
            return self.take_by(line, after(line, piece, by), by == "by");
        }
        if let Some(name) = korean_author(line, piece) {
            self.by = true;
            self.author.get_or_insert(name);
            return 0;
        }
        if is_role(&low) {
            return 0;
        }
        if !is_name(piece.of(line)) {
            return words(&low);
        }
        let name = author(line, piece, true);
        if words(name.of(line)) >= 2 && self.author.is_none() && self.other.is_none() {
            self.author = Some(name);
        } else {
            self.other.get_or_insert(piece);
        }
        words(&low).saturating_sub(4)
    }

    /// Takes in what follows "by"; returns how many words it cannot place.
    fn take_by(&mut self, line: &str, piece: Span, listed: bool) -> usize {
        let author = author(line, piece, listed);
        let (name, all) = (author.of(line), words(piece.of(line)));
        if !is_name(name) && !is_single_word(name) {
            return all + 1;
        }
        self.by = true;
        self.author.get_or_insert(author);
        all.saturating_sub(words(name)).min(4)
    }
}

/// The stretches of `line` between dates and separators.
fn pieces(line: &str, dates: &[Printed]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut push = |start: usize, end: usize| {
        let span = Span::new(start, end).trimmed(line);
        if !span.is_empty() {
            found.push(span);
        }
    };
    for (at, c) in line.char_indices() {
        if let Some(date) = dates.iter().find(|d| d.span.contains(at)) {
            if at == date.span.start {
                push(start, at);
            }
            start = date.span.end;
            continue;
        }
        let dash = matches!(c, '-' | '–' | '—') && line[..at].ends_with([' ', '\u{a0}']);
        if dash || matches!(c, '|' | '·' | '•' | '/' | '\t' | ';') {
            push(start.min(at), at);
            start = at + c.len_utf8();
        }
    }
    push(start.min(line.len()), line.len());
    found
}

/// Takes words off that only surround a date: "Published on", weekdays.
fn without_labels(
    line: &str,
    piece: Span,
    date: Option<&Printed>,
    changed: &mut Option<Span>,
) -> Span {
    let mut piece = without_edges(line, piece);
    loop {
        let low = piece.of(line).to_lowercase();
        if let Some(label) = BYLINE.prefix("changed", &low) {
            piece = without_edges(line, after(line, piece, label));
            if piece.is_empty() {
                *changed = date.map(|d| d.span).or(*changed);
            }
            if is_time(piece.of(line)) {
                return Span::new(piece.end, piece.end);
            }
        } else if let Some(label) = first_label(&low) {
            piece = without_edges(line, after(line, piece, label));
        } else if let Some(label) = last_label(&low) {
            piece = without_edges(line, before(line, piece, label));
        } else if is_zone(piece.of(line)) {
            return Span::new(piece.end, piece.end);
        } else {
            return piece;
        }
    }
}

fn without_edges(line: &str, piece: Span) -> Span {
    const EDGE: &[char] = &[' ', ',', '.', ':', '(', ')', '[', ']', '\u{a0}', '*'];
    let words = piece.of(line);
    let left = words.len() - words.trim_start_matches(EDGE).len();
    let right = words.trim_end_matches(EDGE).len().max(left);
    Span::new(piece.start + left, piece.start + right)
}

fn first_label(low: &str) -> Option<&'static str> {
    let label = BYLINE
        .prefix("label", low)
        .or(BYLINE.prefix("weekday", low))?;
    // "A", "le" and "on" begin sentences too.
    (label.len() > 2 || label.len() == low.len()).then_some(label)
}

fn last_label(low: &str) -> Option<&str> {
    let last = low.rsplit(' ').next()?;
    (BYLINE.has("label", last) || BYLINE.has("weekday", last)).then_some(last)
}

/// The time of a change without its date: "Updated 11:05", "Updated 2 hours ago".
fn is_time(rest: &str) -> bool {
    let time = |c: char| c.is_ascii_digit() || " .:h".contains(c);
    rest.chars().all(time) || is_counter(&rest.to_lowercase())
}

/// The rest of `piece` after its first letters, which in lower case are `label`.
fn after(line: &str, piece: Span, label: &str) -> Span {
    let count = label.chars().count();
    let taken: usize = piece.of(line).chars().take(count).map(char::len_utf8).sum();
    Span::new(piece.start + taken, piece.end).trimmed(line)
}

fn before(line: &str, piece: Span, label: &str) -> Span {
    let count = label.chars().count();
    let taken: usize = piece
        .of(line)
        .chars()
        .rev()
        .take(count)
        .map(char::len_utf8)
        .sum();
    Span::new(piece.start, piece.end - taken).trimmed(line)
}

fn is_zone(words: &str) -> bool {
    (2..=5).contains(&words.len())
        && words.chars().all(|c| c.is_ascii_uppercase())
        && words.ends_with('T')
}

fn blank(line: &str, from: usize, to: usize) -> bool {
    line.get(from..to)
        .is_some_and(|gap| !gap.contains(char::is_alphanumeric))
}

/// A sentence with a date in it: it ends in a full stop that is no part of a
/// date, a time or an initial.
fn is_prose(line: &str, found: &Byline) -> bool {
    let end = line.trim_end();
    let abbreviated = found
        .date
        .as_ref()
        .is_some_and(|d| d.span.end + 1 >= end.len());
    ends_sentence(end) && !abbreviated && words(end) > 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, iso: &str, author: &str) {
        let found = byline(line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!(found.date.map(|d| d.iso).unwrap_or_default(), iso, "{line}");
        assert_eq!(found.author.map_or("", |a| a.of(line)), author, "{line}");
    }

    #[test]
    fn authors_and_dates_are_read() {
        check(
            "March 23, 2021 - 09:19 By Meridian",
            "2021-03-23T09:19",
            "Meridian",
        );
        check(
            "By Jonah Ferris and Leila Amadi | Feb. 12, 2025, 5:40 a.m.",
            "2025-02-12T05:40",
            "Jonah Ferris and Leila Amadi",
        );
        check("By Callum Reeve, coast correspondent", "", "Callum Reeve");
        check(
            "Par Solène Aubry, publié le 12 mars 2025 à 07h45",
            "2025-03-12T07:45",
            "Solène Aubry",
        );
        check(
            "Von Jutta Klamm, 14.05.2025, 08:30 Uhr",
            "2025-05-14T08:30",
            "Jutta Klamm",
        );
        check(
            "By Helen Marsh in Cerro Plata | Tuesday 19 August 2025",
            "2025-08-19",
            "Helen Marsh",
        );
        check(
            "Published 2025-05-14 08:30 GMT",
            "2025-05-14T08:30+00:00",
            "",
        );
        check("송고시간 2025-02-13 10:24", "2025-02-13T10:24", "");
        check(
            "서지안 기자 | 2025-02-13 10:24",
            "2025-02-13T10:24",
            "서지안",
        );
        check("Interview: Helen Tranter", "", "Helen Tranter");
        check(
            "By Judith Sorley | April 24, 2026 | Updated 11:05",
            "2026-04-24",
            "Judith Sorley",
        );
        check(
            "By Ann Lee, Bo Ek and Cy Dahl",
            "",
            "Ann Lee, Bo Ek and Cy Dahl",
        );
    }

    #[test]
    fn a_change_is_not_the_publication() {
        check(
            "Updated 3 May 2025 | Published 1 May 2025",
            "2025-05-01",
            "",
        );
        check("Updated: 3 May 2025 10:00", "2025-05-03T10:00", "");
    }

    #[test]
    fn a_piece_beside_the_date_may_be_the_outlet() {
        let line = "2025-08-18 07:10 GMT | EFNA";
        let other = byline(line).and_then(|found| found.other);
        assert_eq!(other.map(|span| span.of(line)), Some("EFNA"));
    }

    #[test]
    fn sentences_are_no_author_lines() {
        for line in [
            "By Friday the water had gone.",
            "On March 23, 2021, the council met and voted for the bridge.",
            "By the time the ferry came, nobody was left on the quay.",
            "The treaty of March 3, 2020 is still in force.",
            "Por qué no",
            "A crane fell on 3 May 2025",
        ] {
            assert_eq!(byline(line), None, "{line}");
        }
    }
}
