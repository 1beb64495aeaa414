//! Whether quotations are what the library has: those of a draft, and its own.

use super::utterance::{Utterer, are_one_utterance};
use super::words::words as words_of;
use crate::error::Result;
use crate::model::{ArticleId, Entry, Mark, Span};
use crate::store::{Catalog, Library, Phrase, QuoteHit, QuoteQuestion, QuoteTest};
use crate::text::fold::fold;

/// Quotes of the library that one of a draft is compared with at most.
const COMPARED: usize = 200;
/// Words by which a changed quotation is looked for: the longest, since they are rare.
const TELLING: usize = 4;

/// What the library has of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The same words in the same order; accents, capitals and marks may differ.
    Exact(QuoteHit),
    /// The same utterance in other words.
    Altered(QuoteHit),
    /// Nothing like it.
    Missing,
}

/// Looks a quotation up in every quote of the library. One that is a part of a longer
/// quote is exact.
///
/// # Errors
/// When the library cannot be read.
pub fn verdict(catalog: &Catalog, library: &Library, quoted: &str) -> Result<Verdict> {
    let whole = QuoteTest::Says(Phrase::whole(quoted));
    let letters = letters(quoted);
    let mut held = hits(catalog, library, vec![whole])?.into_iter();
    if let Some(hit) = held.find(|hit| self::letters(&hit.words).contains(&letters)) {
        return Ok(Verdict::Exact(hit));
    }
    let mut telling: Vec<&str> = words_of(quoted)
        .iter()
        .map(|word| word.span.of(quoted))
        .collect();
    telling.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    telling.truncate(TELLING);
    let tests = telling
        .into_iter()
        .map(|word| QuoteTest::Says(Phrase::whole(word)));
    let own = Utterer {
        words: quoted,
        speaker: None,
    };
    let mut near = hits(catalog, library, tests.collect())?.into_iter();
    let is_it = |hit: &QuoteHit| {
        let words = Utterer {
            words: &hit.words,
            speaker: None,
        };
        are_one_utterance(&own, &words)
    };
    Ok(match near.find(is_it) {
        Some(hit) => Verdict::Altered(hit),
        None => Verdict::Missing,
    })
}

/// The quotes for which one of `tests` holds.
fn hits(catalog: &Catalog, library: &Library, tests: Vec<QuoteTest>) -> Result<Vec<QuoteHit>> {
    let tests: Vec<_> = tests.into_iter().map(|test| (false, test)).collect();
    if tests.is_empty() {
        return Ok(Vec::new());
    }
    let question = QuoteQuestion { all: vec![tests] };
    let places = library.quoted(catalog, &question, COMPARED)?;
    library.quotes(catalog, &places)
}

/// Letters and digits, without case and accents.
fn letters(words: &str) -> String {
    let mut letters = fold(words).text;
    letters.retain(char::is_alphanumeric);
    letters
}

/// What is no longer as it was stored, a line each: an article whose text is another one
/// than its id tells, a quote that is no stretch of its text, a mark whose words are not
/// the words at its place.
pub fn faults(entry: &Entry, marks: &[&Mark]) -> Vec<String> {
    let (id, text) = (entry.article.id, &entry.article.text);
    let mut faults = Vec::new();
    if ArticleId::of_text(text) != id {
        faults.push(format!("{id}: the text is not the one that was stored"));
    }
    let at = |span: Span| {
        text.get(span.start..span.end)
            .filter(|words| !words.is_empty())
    };
    for quote in &entry.analysis.quotes {
        if at(quote.span).is_none() {
            let Span { start, end } = quote.span;
            faults.push(format!("{id}: no words are at bytes {start}-{end}"));
        }
    }
    for place in marks.iter().filter_map(|mark| mark.place()) {
        let words = (!place.is_whole() && !place.words.is_empty()).then_some(&*place.words);
        if let Some(words) = words.filter(|words| at(place.span) != Some(*words)) {
            faults.push(format!(
                "{id}: “{words}” was marked and is not at its place"
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Place, Quote, QuoteKind};

    fn entry() -> Entry {
        let text = "“No,” she said.".to_owned();
        let mut entry = Entry {
            article: Article::new(text, Vec::new(), Default::default()),
            ..Entry::default()
        };
        entry.analysis.quotes = vec![Quote {
            span: Span::new(3, 6),
            block: 0,
            kind: QuoteKind::Direct,
            closed: true,
            continues: None,
            speaker: None,
        }];
        entry
    }

    fn tag(words: &str) -> Mark {
        Mark::Tagged {
            on: Place {
                article: entry().article.id,
                span: Span::new(3, 6),
                words: words.into(),
            },
            tag: "x".into(),
        }
    }

    #[track_caller]
    fn check(entry: &Entry, mark: &Mark, expected: &[&str]) {
        let faults = faults(entry, &[mark]);
        assert_eq!(faults.len(), expected.len(), "{faults:?}");
        for (fault, expected) in faults.iter().zip(expected) {
            assert!(fault.contains(expected), "{fault}");
        }
    }

    #[test]
    fn what_is_as_it_was_stored_has_no_fault() {
        check(&entry(), &tag("No,"), &[]);
    }

    #[test]
    fn every_kind_of_change_is_told() {
        let mut changed = entry();
        changed.article.text.insert(0, 'é');
        check(
            &changed,
            &tag("No,"),
            &["the text", "no words", "was marked"],
        );
        let mut cut = entry();
        cut.analysis.quotes[0].span = Span::new(1, 99);
        check(&cut, &tag("Yes,"), &["no words", "“Yes,” was marked"]);
    }
}
