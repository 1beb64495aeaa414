//! From the text of a block to its words and sentences.

use crate::model::Span;
use crate::text::sentence;
use crate::text::word::{Word, WordClass, words};

use super::super::lexicon::speech::{Known, Language, Lexicon, Tags};
use super::super::marks::Passage;
use super::cut;
use super::token::{Token, Tokens};

/// What the words of a paragraph are made from.
pub(super) struct Source<'a> {
    text: &'a str,
    lower: &'a str,
    lexicon: &'static Lexicon,
    tokens: Vec<Token<'a>>,
    /// Where names stand, by start, if words have no spaces between them.
    names: Vec<Span>,
}

impl<'a> Source<'a> {
    pub fn new(text: &'a str, lower: &'a str, lexicon: &'static Lexicon) -> Self {
        Self {
            text,
            lower,
            lexicon,
            tokens: Vec::new(),
            names: Vec::new(),
        }
    }

    /// Cuts words out of a text without spaces, the names as they are given.
    pub fn cut_at(&mut self, names: &[Span]) {
        self.names = names.to_vec();
    }

    pub fn read(&mut self, within: Span, passages: &[Passage], first: usize) {
        let mut at = within.start;
        for (offset, passage) in passages.iter().enumerate() {
            self.words(Span::new(at, passage.outer.start));
            self.tokens.push(Token {
                span: passage.span,
                word: "",
                known: Known::default(),
                first: ' ',
                passage: Some(first + offset),
                sentence: 0,
                named: false,
                class: WordClass::Mark,
            });
            at = passage.outer.end;
        }
        self.words(Span::new(at, within.end));
    }

    pub fn words(&mut self, within: Span) {
        self.tokens.reserve(within.len() / LETTERS_A_WORD);
        if self.lexicon.language.is_unspaced() {
            return self.unspaced_words(within);
        }
        for word in words(self.text, within) {
            // Marks left over here belong to no passage and say nothing.
            if word.class == WordClass::Mark && !matches!(word.span.of(self.text), "'" | "’") {
                continue;
            }
            match self.pronoun_part(word) {
                Some(at) => {
                    self.word(Span::new(word.span.start, at), word.class);
                    self.word(Span::new(at + 1, word.span.end), word.class);
                }
                None => self.word(word.span, word.class),
            }
        }
    }

    fn unspaced_words(&mut self, within: Span) {
        let first = self.names.partition_point(|name| name.start < within.start);
        for span in cut(self.text, within, self.lexicon, &self.names[first..]) {
            let letter = span.of(self.text).starts_with(char::is_alphanumeric);
            let class = match letter {
                true => WordClass::Plain,
                false => WordClass::Other,
            };
            self.word(span, class);
            let named = self
                .names
                .binary_search_by_key(&span.start, |name| name.start);
            if named.is_ok_and(|at| self.names[at] == span)
                && let Some(token) = self.tokens.last_mut()
            {
                token.named = true;
                token.known = self.lexicon.by_last_word(span.of(self.lower));
            }
        }
    }

    /// Where the pronoun of French "dit-il", "a-t-elle" is cut off.
    fn pronoun_part(&self, word: Word) -> Option<usize> {
        let printed = word.span.of(self.text);
        if self.lexicon.language != Language::French {
            return None;
        }
        let cut = printed.rfind('-')?;
        let pronoun = ["il", "elle", "on", "ils", "elles"].contains(&&printed[cut + 1..]);
        pronoun.then_some(word.span.start + cut)
    }

    fn word(&mut self, span: Span, class: WordClass) {
        let word = span.of(self.lower);
        let looked_up = match class {
            WordClass::Abbreviation => word.trim_end_matches('.'),
            _ if word.ends_with("-t") => word.trim_end_matches("-t"),
            _ => word,
        };
        let mut known = self.lexicon.known(looked_up);
        if class == WordClass::Clitic {
            known.tags = known.tags.or(Tags::AUXILIARY);
        }
        self.tokens.push(Token {
            span,
            word,
            known,
            first: first_letter(span.of(self.text)),
            passage: None,
            sentence: 0,
            named: false,
            class,
        });
    }

    /// Marks the words of people's names.
    pub fn name(&mut self, people: &[Span]) {
        let Some(start) = self.tokens.first().map(|token| token.span.start) else {
            return;
        };
        let first = people.partition_point(|span| span.end <= start);
        let mut near = people[first..].iter().peekable();
        for token in &mut self.tokens {
            while near.next_if(|span| span.end <= token.span.start).is_some() {}
            let inside = near.peek().is_some_and(|span| span.covers(token.span));
            token.named = inside && token.passage.is_none() && token.is_capital();
            if token.named {
                token.known.verb = None;
            }
        }
    }

    pub fn finish(mut self) -> Tokens<'a> {
        let label = label_colon(&self.tokens);
        let mut sentence = 0;
        for at in 0..self.tokens.len() {
            self.tokens[at].sentence = sentence;
            sentence += usize::from(self.ends_sentence(at) || label == Some(at));
        }
        let title_case = self.is_title_case();
        if !title_case || self.lexicon.language == Language::German {
            self.forget_capital_verbs();
        }
        let mut passages_before = Vec::with_capacity(self.tokens.len() + 1);
        passages_before.push(0);
        let mut count = 0;
        for token in &self.tokens {
            count += usize::from(token.passage.is_some());
            passages_before.push(count);
        }
        Tokens {
            tokens: self.tokens,
            passages_before,
            language: self.lexicon.language,
            headline: false,
            title_case,
            label,
        }
    }

    /// Whether all but short words begin with a capital, as in many headlines.
    fn is_title_case(&self) -> bool {
        let words = self
            .tokens
            .iter()
            .filter(|token| token.first.is_alphabetic());
        let long = words.filter(|token| token.word.len() > 3);
        let (mut capital, mut small) = (0, 0);
        for token in long {
            match token.is_capital() {
                true => capital += 1,
                false if token.known.verb.is_some() => return false,
                false => small += 1,
            }
        }
        capital > 4 * small && capital > 2
    }

    /// A capital inside a sentence is a name: the States of "United States" state nothing.
    fn forget_capital_verbs(&mut self) {
        for at in 1..self.tokens.len() {
            let begins = self.tokens[at].sentence != self.tokens[at - 1].sentence;
            let after_word = self.tokens[at - 1].is_word();
            if !begins && after_word && self.tokens[at].is_capital() {
                self.tokens[at].known.verb = None;
            }
        }
    }

    /// Whether a sentence ends with the word at `at`.
    fn ends_sentence(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let Some(next) = self.tokens.get(at + 1) else {
            return false;
        };
        if self.lexicon.language.is_unspaced() {
            return self.ends_unspaced_sentence(at);
        }
        let begins = next.first.is_uppercase() || next.passage.is_some();
        if token.passage.is_none() {
            let (word, following) = (token.as_word(), next.as_word());
            let stop = sentence::stops(self.text, word, Some(following));
            // Hangul knows no capitals.
            let korean = self.lexicon.language == Language::Korean && next.is_word();
            return stop && (begins || korean || next.first.is_numeric());
        }
        match token.span.of(self.text).chars().next_back() {
            Some('.' | '…') => begins,
            Some('?' | '!') => begins && !self.is_reported(at),
            _ => false,
        }
    }

    /// A full stop ends a sentence wherever it stands; inside marks only where they end
    /// what was said, as behind a colon: 她说：“走吧。”
    fn ends_unspaced_sentence(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.passage.is_none() {
            return sentence::stops(self.text, token.as_word(), None);
        }
        let ended = token.span.of(self.text).ends_with(['。', '！', '？']);
        let colon = at > 0 && self.tokens[at - 1].word == "：";
        let goes_on = self
            .tokens
            .get(at + 1)
            .is_some_and(|next| matches!(next.word, "，" | "、" | "。"));
        ended && colon && !goes_on && self.lexicon.language == Language::Chinese
    }

    /// Whether a verb of saying follows soon: "Is it over?" Ruiz asked.
    fn is_reported(&self, at: usize) -> bool {
        self.tokens[at + 1..]
            .iter()
            .take(8)
            .take_while(|token| token.passage.is_none() && !matches!(token.word, "." | ";"))
            .any(|token| token.known.verb.is_some_and(|verb| verb.says && !verb.ing))
    }
}

/// The first letter of a word; of "al-Masri" the M, which makes it a name.
fn first_letter(printed: &str) -> char {
    let first = printed.chars().next().unwrap_or(' ');
    let behind = match printed.as_bytes() {
        // All of them have two letters.
        [_, _, b'-', ..] => printed.split_once('-'),
        _ => None,
    };
    let behind = behind.filter(|(particle, _)| ARTICLES_OF_NAMES.contains(particle));
    let capital = behind.and_then(|(_, rest)| rest.chars().next());
    capital.filter(|c| c.is_uppercase()).unwrap_or(first)
}

/// The text in lower case, byte for byte as long, so that every span means the same
/// words in both. The few letters whose small form is longer or shorter stay.
pub fn lowered(text: &str) -> String {
    let small = |c: char| {
        let mut small = c.to_lowercase();
        let only = small.next().filter(|_| small.next().is_none());
        only.filter(|only| only.len_utf8() == c.len_utf8())
            .unwrap_or(c)
    };
    let mut lowered = String::with_capacity(text.len());
    let mut rest = text;
    // Most of a text is ASCII, which is lowered at once at the end.
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let (plain, other) = rest.split_at(at);
        let mut letters = other.chars();
        lowered.push_str(plain);
        lowered.extend(letters.next().map(small));
        rest = letters.as_str();
    }
    lowered.push_str(rest);
    lowered.make_ascii_lowercase();
    lowered
}

/// So many bytes make a word at least, as a guess at the room that words need.
const LETTERS_A_WORD: usize = 5;

/// Arabic articles that names carry in lower case.
const ARTICLES_OF_NAMES: [&str; 8] = ["al", "el", "ul", "ad", "an", "ar", "as", "at"];

/// A label has at most this many words, what stands in brackets included.
const MAX_LABEL: usize = 9;

/// The colon behind a label at the start of a paragraph: "RUIZ:", "Q:", "MODERATOR (Ana Ruiz):".
fn label_colon(tokens: &[Token]) -> Option<usize> {
    let tokens = &tokens[..tokens.len().min(MAX_LABEL)];
    let colon = tokens.iter().position(|token| token.word == ":")?;
    let bracket = tokens[..colon].iter().position(|token| token.word == "(");
    let label = &tokens[..bracket.unwrap_or(colon)];
    let closed = bracket.is_none() || tokens[..colon].last().is_some_and(|t| t.word == ")");
    let capital =
        |token: &Token| token.passage.is_none() && (token.is_capital() || !token.is_word());
    let named = !label.is_empty()
        && label
            .iter()
            .all(|token| capital(token) && token.word != ".");
    (closed && named).then_some(colon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_accents_are_lowered_and_no_span_moves() {
        let check = |text: &str, expected: &str| {
            assert_eq!(lowered(text), expected);
            assert_eq!(lowered(text).len(), text.len());
        };
        check("Él dijo. Über, À", "él dijo. über, à");
        // The small form of these two is longer or shorter.
        check("İstanbul ẞ", "İstanbul ẞ");
    }
}
