//! A line cut into what dates are made of.

use crate::model::Span;

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A number and how many digits it was printed with.
    Number(u32, usize),
    /// Letters, in lower case.
    Word(String),
    /// Anything else but white space.
    Sign(char),
}

/// A number, a word or a sign of a line.
#[derive(Debug, Clone)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it stands in the line.
    pub span: Span,
    /// Whether white space stands before it.
    pub apart: bool,
}

impl Token {
    /// Takes in the character behind it, if it goes on.
    fn take(&mut self, c: char) -> bool {
        // More digits would not fit the number.
        const MOST_DIGITS: usize = 9;
        match (&mut self.kind, c.to_digit(10)) {
            (Kind::Number(n, len), Some(digit)) if *len < MOST_DIGITS => {
                (*n, *len) = (*n * 10 + digit, *len + 1);
            }
            (Kind::Word(word), None) if c.is_alphabetic() => word.extend(c.to_lowercase()),
            _ => return false,
        }
        self.span.end += c.len_utf8();
        true
    }

    /// The number, if it was printed with so many digits.
    pub fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.kind {
            Kind::Number(n, len) if digits.contains(&len) => Some(n),
            _ => None,
        }
    }

    /// The word, in lower case.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether it is one of `signs`.
    pub fn is(&self, signs: &[char]) -> bool {
        matches!(self.kind, Kind::Sign(c) if signs.contains(&c))
    }

    /// Whether it is one of `words`.
    pub fn is_word(&self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| words.contains(&word))
    }
}

/// Cuts `line` into numbers, words and signs.
pub fn tokens(line: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut apart = false;
    for (at, c) in line.char_indices() {
        if c.is_whitespace() {
            apart = true;
            continue;
        }
        let joined = !apart && found.last_mut().is_some_and(|last| last.take(c));
        if !joined {
            let span = Span::new(at, at + c.len_utf8());
            let kind = Kind::of(c);
            found.push(Token { kind, span, apart });
        }
        apart = false;
    }
    found
}

impl Kind {
    fn of(c: char) -> Self {
        match c.to_digit(10) {
            Some(digit) => Self::Number(digit, 1),
            None if c.is_alphabetic() => Self::Word(c.to_lowercase().collect()),
            None => Self::Sign(c),
        }
    }
}

/// One further when the token at `at` is `what`.
pub fn over(tokens: &[Token], at: usize, what: impl Fn(&Token) -> bool) -> usize {
    at + usize::from(tokens.get(at).is_some_and(what))
}
