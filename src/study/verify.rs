//! Whether quotations are what the library has: those of a draft, and its own.

use std::collections::HashMap;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::utterance::{Utterer, are_one_utterance, share_a_name};
use super::words::{Word, words as words_of};
use crate::error::Result;
use crate::model::{ArticleId, Entry, Mark, Span};
use crate::store::{Catalog, Library, Phrase, QuoteHit, QuotePlace, QuoteQuestion, QuoteTest};
use crate::text::fold::fold;

/// Quotes of the library that one of a draft is compared with at most.
const COMPARED: usize = 200;
/// Quotes with the very same words that are looked at for the speaker.
const SAME: usize = 1000;
/// Stretches of a long quotation by which a changed one is looked for.
const STRETCHES: usize = 60;
/// Words of a stretch: utterances share as many in a row.
const STRETCH: usize = 3;
/// Quotations of fewer words are the same but for one word.
const SHORT: usize = 5;
/// Letters of a word that is more than a link between others.
const TELLING: usize = 4;

/// What the library has of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The same words and signs of value in the same order; accents, capitals and other
    /// marks may differ.
    Exact(QuoteHit),
    /// The same words, said by somebody else.
    OtherSpeaker(QuoteHit),
    /// The same utterance in other words.
    Altered(QuoteHit),
    /// Nothing like it.
    Missing,
}

/// Looks a quotation up in every quote of the library. One that is a part of a longer
/// quote is exact. Its speaker, if it has one, must share a name with the library's.
///
/// # Errors
/// When the library cannot be read.
pub fn verdict(catalog: &Catalog, library: &Library, quoted: Utterer) -> Result<Verdict> {
    let whole = [Phrase::whole(quoted.words)];
    let letters = letters(quoted.words);
    let mut same = hits(catalog, library, (&whole, SAME))?;
    same.retain(|hit| holds(&self::letters(&hit.words), &letters));
    let own = |hit: &&QuoteHit| is_by(catalog, hit, quoted.speaker);
    if let Some(hit) = same.iter().find(own) {
        return Ok(Verdict::Exact(hit.clone()));
    }
    if let Some(hit) = same.into_iter().next() {
        return Ok(Verdict::OtherSpeaker(hit));
    }
    let words = words_of(quoted.words);
    let own = Utterer {
        speaker: None,
        ..quoted
    };
    let is_it = |hit: &QuoteHit| match words.len() < SHORT {
        true => is_but_one_word(&words, &words_of(&hit.words)),
        false => are_one_utterance(
            &own,
            &Utterer {
                words: &hit.words,
                speaker: None,
            },
        ),
    };
    let mut near = near(catalog, library, (&words, quoted.words))?.into_iter();
    Ok(near.find(is_it).map_or(Verdict::Missing, Verdict::Altered))
}

/// Quotes that share stretches of words with a quotation, those that share most first. A
/// stretch that many quotes share keeps nothing out that another stretch finds.
fn near(
    catalog: &Catalog,
    library: &Library,
    (words, text): (&[Word], &str),
) -> Result<Vec<QuoteHit>> {
    let length = if words.len() < SHORT { 1 } else { STRETCH };
    let stretch = |words: &[Word]| {
        let span = Span::new(words.first()?.span.start, words.last()?.span.end);
        Some(Phrase::whole(span.of(text)))
    };
    let stretches: Vec<Phrase> = words.windows(length).filter_map(stretch).collect();
    let asked: Vec<Vec<Phrase>> = match length {
        // All but one word of a short one.
        1 => (0..stretches.len())
            .map(|without| {
                let mut others = stretches.clone();
                others.remove(without);
                others
            })
            .filter(|others| !others.is_empty())
            .collect(),
        _ => {
            let step = stretches.len().div_ceil(STRETCHES).max(1);
            let asked = stretches.into_iter().step_by(step);
            asked.map(|stretch| vec![stretch]).collect()
        }
    };
    let mut shared: HashMap<QuotePlace, usize> = HashMap::new();
    for phrases in &asked {
        for place in places(catalog, library, (phrases, SAME))? {
            *shared.entry(place).or_default() += 1;
        }
    }
    let mut nearest: Vec<(QuotePlace, usize)> = shared.into_iter().collect();
    nearest.sort_unstable_by_key(|(place, count)| (std::cmp::Reverse(*count), *place));
    let nearest = nearest.into_iter().take(COMPARED);
    let nearest: Vec<QuotePlace> = nearest.map(|(place, _)| place).collect();
    library.quotes(catalog, &nearest)
}

/// Whether a stretch of `other` is `words` but for one word in its place.
fn is_but_one_word(words: &[Word], other: &[Word]) -> bool {
    let is_near = |stretch: &[Word]| {
        let pairs = stretch.iter().zip(words);
        let same: Vec<&Word> = pairs
            .filter(|(one, other)| one.text == other.text)
            .map(|(one, _)| one)
            .collect();
        let tells = |word: &&Word| word.text.chars().count() >= TELLING || !word.text.is_ascii();
        same.len() + 1 >= words.len() && same.iter().any(tells)
    };
    words.len() >= STRETCH && other.windows(words.len()).any(is_near)
}

/// Whether nothing speaks against it that this person said it: nobody is named on
/// either side, or they share a name.
fn is_by(catalog: &Catalog, hit: &QuoteHit, speaker: Option<&str>) -> bool {
    let held = hit.speaker.as_deref().filter(|_| hit.named);
    let Some((speaker, held)) = speaker.zip(held) else {
        return true;
    };
    let names = catalog.names().iter();
    let known = names.filter(|name| &*name.text == held);
    let mut others = known.flat_map(|name| name.aliases.iter().map(|alias| &**alias));
    share_a_name(speaker, held) || others.any(|alias| share_a_name(speaker, alias))
}

/// The places of quotes that hold each of these phrases, so many at most.
fn places(
    catalog: &Catalog,
    library: &Library,
    (phrases, limit): (&[Phrase], usize),
) -> Result<Vec<QuotePlace>> {
    let says = |phrase: &Phrase| vec![(false, QuoteTest::Says(phrase.clone()))];
    let question = QuoteQuestion {
        all: phrases.iter().map(says).collect(),
    };
    library.quoted(catalog, &question, limit)
}

/// The same with their words.
fn hits(catalog: &Catalog, library: &Library, asked: (&[Phrase], usize)) -> Result<Vec<QuoteHit>> {
    library.quotes(catalog, &places(catalog, library, asked)?)
}

/// Whether `part` stands in `whole`, and in no longer number.
fn holds(whole: &str, part: &str) -> bool {
    let is_value = |letter: char| !letter.is_alphabetic();
    whole.match_indices(part).any(|(at, _)| {
        let before = whole[..at].ends_with(is_value) && part.starts_with(is_value);
        let after = whole[at + part.len()..].starts_with(is_value) && part.ends_with(is_value);
        !before && !after
    })
}

/// Letters, digits and the signs that make a value of them (`€`, `%`, the minus, the point
/// inside of a number), without case and accents. Numbers stay apart from each other.
fn letters(words: &str) -> String {
    let folded: Vec<char> = fold(words).text.chars().collect();
    let mut letters = String::with_capacity(folded.len());
    for (at, &letter) in folded.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| folded.get(at)).copied();
        let after = folded.get(at + 1).copied();
        let is_digit = |letter: Option<char>| letter.is_some_and(char::is_numeric);
        let is_money = |letter: char| letter.general_category() == GeneralCategory::CurrencySymbol;
        match letter {
            _ if letter.is_alphanumeric() => letters.push(letter),
            '%' | '‰' => letters.push(letter),
            '.' | ',' if is_digit(before) && is_digit(after) => letters.push(letter),
            '-' | '−' | '–'
                if (is_digit(after) || after.is_some_and(is_money))
                    && !before.is_some_and(char::is_alphabetic) =>
            {
                letters.push('-');
            }
            _ if is_money(letter) => letters.push(letter),
            _ => {}
        }
    }
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

    #[track_caller]
    fn check_same(one: &str, other: &str, expected: bool) {
        let (one, other) = (letters(one), letters(other));
        assert_eq!(holds(&one, &other), expected, "{one} {other}");
    }

    #[test]
    fn signs_that_make_a_value_are_compared_and_other_marks_are_not() {
        check_same(
            "It costs $5 million, “Café”",
            "it costs $5 million – cafe",
            true,
        );
        check_same("costs $5 million", "costs €5 million", false);
        check_same("rise to 5% and", "rise to -5% and", false);
        check_same("rise to 5% and", "rise to 5 and", false);
        check_same("costs 1.5 million", "costs 1,5 million", false);
        check_same("costs 15 million", "costs 1.5 million", false);
        check_same("costs $15", "5", false);
        check_same("costs $15", "costs $1", false);
        check_same("a well-known pier, closed.", "well known pier closed", true);
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
