//! Whether a passage is an utterance, a fragment of one, or a term.

use crate::model::QuoteKind;

use super::super::lexicon::{BEFORE_TITLES, KOREAN_CLAUSE_ENDINGS, QUOTATIVES};
use super::Finding;
use super::language::is_reported;
use super::scene::{Scene, words_of};
use super::unspaced;

/// How much of an utterance the passage is.
pub(super) fn of(scene: &Scene, finding: Option<&Finding>) -> QuoteKind {
    let text = scene.words();
    let look = Look::of(text);
    if scene.paragraph.tokens.language.is_unspaced() {
        return unspaced::kind(scene, finding);
    }
    if let Some(kind) = korean(scene, &look) {
        return kind;
    }
    let Some(finding) = finding else {
        return match text.chars().next() {
            _ if look.words <= 6 || look.titled => QuoteKind::Term,
            Some(first) if first.is_uppercase() => QuoteKind::Direct,
            _ => QuoteKind::Partial,
        };
    };
    let before = text_before(scene);
    if (look.titled && is_term(scene, &look)) || (look.words <= 3 && is_named(before)) {
        return QuoteKind::Term;
    }
    let first = text
        .trim_start_matches(['(', '[', '.', '…', ' '])
        .chars()
        .next();
    let opens = first.is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let introduced =
        before.ends_with([',', ':']) && look.words >= 5 && text.ends_with(['.', '!', '?', ',']);
    let ended = text.ends_with(['.', ',', '!', '?', '…']);
    if (opens && (look.words >= 4 || ended)) || introduced {
        QuoteKind::Direct
    } else if finding.cue.is_none() && look.words <= 3 && !is_reported(scene) {
        QuoteKind::Term
    } else {
        QuoteKind::Partial
    }
}

/// Korean tells an utterance by the particle glued to its closing mark, and a
/// clause by its ending.
fn korean(scene: &Scene, look: &Look) -> Option<QuoteKind> {
    let text = scene.words();
    let hangul = |c: char| ('가'..='힣').contains(&c);
    let bare = text.trim_end_matches(['.', '?', '!', ',', '…']);
    bare.chars().next_back().filter(|&c| hangul(c))?;
    let quoted = is_korean_utterance(scene);
    let mut endings = KOREAN_CLAUSE_ENDINGS.iter();
    let clause = endings.any(|end| bare.ends_with(end)) || look.words > 6;
    Some(match (quoted, clause) {
        (true, true) => QuoteKind::Direct,
        (true, false) => QuoteKind::Partial,
        (false, true) if look.words > 2 => QuoteKind::Direct,
        _ => QuoteKind::Term,
    })
}

/// Whether a particle behind the passage makes it somebody's words.
pub(super) fn is_korean_utterance(scene: &Scene) -> bool {
    let behind = scene.passage().outer.end;
    let behind = scene
        .document
        .article
        .text
        .get(behind..)
        .unwrap_or_default();
    QUOTATIVES
        .iter()
        .any(|particle| behind.starts_with(particle))
}

/// What a passage looks like, somewhat wider than the rules for speakers see it.
struct Look {
    words: usize,
    long_words: usize,
    /// Whether the first word is one of them; it has a capital anyhow.
    long_first: bool,
    titled: bool,
    /// Whether punctuation ends it, and whether that is more than a comma.
    ended: bool,
    comma: bool,
}

impl Look {
    fn of(text: &str) -> Self {
        let mut words = 0;
        let mut long_words = 0;
        let mut long_first = false;
        let mut titled = true;
        for word in words_of(text) {
            let capital = word.starts_with(char::is_uppercase);
            let long = word.chars().count() > 3;
            titled &= capital || (words > 0 && (!long || word.starts_with(char::is_numeric)));
            long_first |= long && words == 0;
            words += 1;
            long_words += usize::from(long);
        }
        Self {
            words,
            long_words,
            long_first,
            titled: titled && words > 0 && words <= 9 && !text.ends_with(['!', '?']),
            ended: text.ends_with(['.', '!', '?', '…', '—', '-']),
            comma: text.ends_with(','),
        }
    }
}

/// Whether a capitalised passage is a title by what stands before it.
fn is_term(scene: &Scene, look: &Look) -> bool {
    let before = text_before(scene);
    let last_word = words_of(before).last().unwrap_or_default();
    let after_comma = before.ends_with(',');
    let said = ["said", "says"].contains(&last_word);
    let naming = BEFORE_TITLES.contains(last_word.to_lowercase().as_str());
    if look.long_words > 1 && (naming || after_comma) && !(after_comma && said) {
        return true;
    }
    if is_programme(last_word, naming, look) {
        return true;
    }
    let introduced = before.ends_with(':') || (after_comma && said);
    // "In the end," has no long word whose capital would tell, nor has "What is so sad".
    let telling = look.long_words > usize::from(look.long_first) && (2..=6).contains(&look.words);
    telling && (!look.ended || look.comma) && !introduced
}

/// On “New Day.”, on ABC’s “This Week,”: what is shown, with the stop of the sentence
/// inside the marks as American papers print it.
fn is_programme(last_word: &str, naming: bool, look: &Look) -> bool {
    let possessive = ["’s", "'s", "s’", "s'"];
    let owner = last_word.starts_with(char::is_uppercase)
        && possessive.iter().any(|end| last_word.ends_with(end));
    let shown = owner || naming || last_word == "on";
    (2..=6).contains(&look.words) && (look.ended || look.comma) && shown
}

/// Whether the passage is what somebody or something is called: "known on the
/// docks as", "calling itself".
fn is_named(before: &str) -> bool {
    let mut words = words_of(before).rev();
    let oneself = ["himself", "herself", "itself", "themselves"];
    match words.next() {
        Some("as") => words.take(6).any(|word| word == "known"),
        Some(reflexive) if oneself.contains(&reflexive) => {
            let naming = ["calling", "called", "calls", "call"];
            words.next().is_some_and(|verb| naming.contains(&verb))
        }
        _ => false,
    }
}

/// What the reporter wrote right before the passage.
fn text_before<'a>(scene: &Scene<'a>) -> &'a str {
    let block = scene.document.article.blocks[scene.paragraph.block].span;
    let text = &scene.document.article.text;
    let outer = scene.passage().outer.start;
    let mut start = outer.saturating_sub(60).max(block.start);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..outer).unwrap_or_default().trim_end()
}

#[cfg(test)]
mod tests {
    use crate::analysis::{analyze, sample};
    use crate::model::QuoteKind;

    #[track_caller]
    fn check(text: &str, expected: &[QuoteKind]) {
        let article = sample::in_language("en", text);
        let quotes = analyze(&article).quotes;
        let kinds: Vec<QuoteKind> = quotes.iter().map(|quote| quote.kind).collect();
        assert_eq!(kinds, expected, "{text}");
    }

    #[test]
    fn a_programme_is_named_and_not_said() {
        let (direct, term) = (QuoteKind::Direct, QuoteKind::Term);
        check(
            "“The ice is thin,” Nora Vidal said on “Harbour Hour.”",
            &[direct, term],
        );
        check(
            "“The ice is thin,” Nora Vidal told Radio Oslo’s “Late Tide.”",
            &[direct, term],
        );
    }
}
