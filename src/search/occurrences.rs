//! Where words stand in a printed text: what a reader marks and a snippet shows.

use memchr::memmem;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::query::{How, Pattern, Query};
use super::searchable::{Searchable, begins_word, ends_word, searchable};
use crate::model::Span;

/// Finds what of `text` a reader marks for `query`, in text order, not overlapping.
///
/// Fields of an article, such as its date, mark nothing; nor do words that must
/// not be there.
pub fn marks(query: &Query, text: &str) -> Vec<Span> {
    let searched = searchable(text);
    let mut spans = Vec::new();
    for pattern in query.wanted() {
        let mut found = of_pattern(pattern, &searched, text);
        if found.is_empty() && pattern.is_shouted() {
            let plain = Pattern {
                cased: false,
                ..pattern.clone()
            };
            found = of_pattern(&plain, &searched, text);
        }
        spans.extend(found);
    }
    joined(spans)
}

/// What of a query stands in one text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InText {
    /// In text order, not overlapping.
    pub spans: Vec<Span>,
    /// One line each for the person: what stands there not, or cannot be asked of a text.
    pub notes: Vec<String>,
}

/// Finds every place of `query` in `text`, as `/` does in a pager: letters exactly so,
/// across line ends; words between quotation marks as whole words in this order.
///
/// All that is asked for is marked, also when not all of it is there: a note says what
/// is missing, and what should not be there but is.
pub fn find_in_text(query: &str, text: &str) -> InText {
    let query = Query::parse(query);
    let searched = searchable(text);
    let mut found = InText {
        spans: Vec::new(),
        notes: query.notes.clone(),
    };
    for clause in &query.clauses {
        let before = found.spans.len();
        let mut missing = Vec::new();
        for term in &clause.terms {
            let Some(pattern) = term.test.pattern() else {
                found.notes.push(
                    "a text is searched for words; this asks for articles: f or / in the list"
                        .into(),
                );
                continue;
            };
            let spans = of_letters(pattern, &searched, text);
            match term.negated {
                true if spans.is_empty() => {}
                true => found
                    .notes
                    .push(format!("{} is in this article", pattern.typed)),
                false => {
                    missing.push(pattern.typed.as_str());
                    found.spans.extend(spans);
                }
            }
        }
        if before == found.spans.len() && !missing.is_empty() {
            found
                .notes
                .push(format!("not in this article: {}", missing.join(" | ")));
        }
    }
    found.spans = joined(found.spans);
    found
}

/// Every place of the letters of `pattern`; of a phrase, of its whole words.
fn of_letters(pattern: &Pattern, searched: &Searchable, text: &str) -> Vec<Span> {
    if pattern.how == How::Phrase {
        return of_pattern(pattern, searched, text);
    }
    let needle = squeezed(&pattern.words);
    if needle.is_empty() {
        return Vec::new();
    }
    let hits = places(&needle, &searched.text);
    let printed = hits.map(|span| searched.printed(span));
    let all: Vec<Span> = printed.collect();
    let same = |span: &&Span| !pattern.cased || same_case(span.of(text), &pattern.typed);
    let found: Vec<Span> = all.iter().filter(same).copied().collect();
    match found.is_empty() && pattern.is_shouted() {
        true => all,
        false => found,
    }
}

/// Whether `pattern` stands in `text`.
pub(super) fn holds(pattern: &Pattern, text: &str) -> bool {
    !of_pattern(pattern, &searchable(text), text).is_empty()
}

/// Finds where `pattern` stands in `text`: whole words, or else beginnings of words,
/// or else anything.
pub(super) fn of_pattern(pattern: &Pattern, searched: &Searchable, text: &str) -> Vec<Span> {
    let mut best = Edge::Inside;
    let mut found = Vec::new();
    for span in places(&squeezed(&pattern.words), &searched.text) {
        let edge = edge(pattern, &searched.text, span);
        let printed = searched.printed(span);
        if edge < best || (pattern.cased && !same_case(printed.of(text), &pattern.typed)) {
            continue;
        }
        if edge > best {
            best = edge;
            found.clear();
        }
        found.push(printed);
    }
    if best == Edge::Inside && pattern.how == How::Phrase {
        found.clear();
    }
    found
}

/// How a hit lies in its word, the best last. A beginning is as good as a whole
/// word: who looks for "border" wants "borders" marked too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    Inside,
    Word,
}

fn edge(pattern: &Pattern, text: &str, span: Span) -> Edge {
    let bytes = text.as_bytes();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let words = span.of(text);
    let left = begins_word(bytes, span.start) || !letter(words.chars().next());
    let right = ends_word(bytes, span.end) || !letter(words.chars().next_back());
    let whole = pattern.how == How::Phrase && !pattern.growing;
    match left && (right || !whole) {
        true => Edge::Word,
        false => Edge::Inside,
    }
}

/// Every place of `needle`, whose blanks stand for any number of blanks.
fn places(needle: &str, text: &str) -> impl Iterator<Item = Span> {
    let first = needle.split(' ').next().unwrap_or_default().to_owned();
    let rest: Vec<String> = needle.split(' ').skip(1).map(str::to_owned).collect();
    let starts: Vec<usize> = match first.is_empty() {
        true => Vec::new(),
        false => memmem::find_iter(text.as_bytes(), &first).collect(),
    };
    starts.into_iter().filter_map(move |start| {
        let mut end = start + first.len();
        for word in &rest {
            let after = text.get(end..)?;
            let next = after.trim_start_matches(' ');
            if next.len() == after.len() || !next.starts_with(word.as_str()) {
                return None;
            }
            end += after.len() - next.len() + word.len();
        }
        Some(Span::new(start, end))
    })
}

/// The words with one blank between them.
fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether both are the same but for accents, marks and blanks.
fn same_case(printed: &str, typed: &str) -> bool {
    let letters = |text: &str| -> Vec<char> {
        let plain = text.nfkd().filter(|c| !is_combining_mark(*c));
        plain.filter(|c| c.is_alphanumeric()).collect()
    };
    letters(printed) == letters(typed)
}

/// The spans in order, those that touch made one.
pub(super) fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut all: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        match all.last_mut().filter(|last| span.start < last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => all.push(span),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, text: &str, expected: &[&str]) {
        let spans = marks(&Query::parse(query), text);
        let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
        assert_eq!(words, expected);
    }

    #[track_caller]
    fn check_text(words: &str, text: &str, expected: &[&str]) {
        let found = find_in_text(words, text);
        let words: Vec<&str> = found.spans.iter().map(|span| span.of(text)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_and_their_longer_forms_are_marked_before_what_lies_inside() {
        check("bord", "The Border, borders, aboard", &["Bord", "bord"]);
        check("oard", "aboard", &["oard"]);
    }

    #[test]
    fn all_that_must_be_there_is_marked_once() {
        check(
            "said:pier by:kim -mole date:7d",
            "Kim’s pier, no mole",
            &["Kim", "pier"],
        );
        check("pie pier", "pier", &["pier"]);
    }

    #[test]
    fn a_phrase_is_marked_across_line_ends_and_marks_of_any_shape() {
        check(
            "\"the mayor's plan\"",
            "The mayor’s\n  plan",
            &["The mayor’s\n  plan"],
        );
        check("\"pier st\"x", "the pier stays", &[]);
    }

    #[test]
    fn a_capital_marks_only_capitals() {
        check("Bush", "bush fire near Bush; BUSH", &["Bush"]);
        check("École", "l'École, école, Ecole", &["École", "Ecole"]);
    }

    #[test]
    fn find_in_text_takes_letters_wherever_they_stand() {
        check_text("oar", "Aboard an oar", &["oar", "oar"]);
        check_text("\"an oar\"", "Aboard an\n oar", &["an\n oar"]);
        check_text("Oar", "oar Oar", &["Oar"]);
        check_text("OAR", "oar Oar", &["oar", "Oar"]);
        check_text("OAR", "oar OAR", &["OAR"]);
        check_text(" ", "a b", &[]);
        check_text("…", "a… b", &[]);
    }

    #[track_caller]
    fn check_notes(query: &str, text: &str, expected: &[&str]) {
        assert_eq!(find_in_text(query, text).notes, expected);
    }

    #[test]
    fn a_text_is_asked_in_the_grammar_of_the_list() {
        check_text("gate town", "The town gates", &["town", "gate"]);
        check_text("dam | gate", "The town gates", &["gate"]);
        check_text("-dam gate", "The town gates", &["gate"]);
        check_text("by:vael", "Vael spoke", &["Vael"]);
        check_notes("gate town", "The town gates", &[]);
        check_notes(
            "gate pier",
            "The town gates",
            &["not in this article: pier"],
        );
        check_notes(
            "pier | dam",
            "The gates",
            &["not in this article: pier | dam"],
        );
        check_notes("-gate", "The gates", &["gate is in this article"]);
    }
}
