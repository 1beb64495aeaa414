//! Noun phrases outside passages, by the shapes of their words.
//!
//! No parser and no tagger: capitals, closed classes and roles tell where a
//! noun phrase begins and ends well enough to find who speaks.

use std::ops::Range;

use crate::model::Span;

use super::document::{Token, Tokens};
use super::lexicon::speech::{Language, Tags};

/// A noun phrase that might speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Its words.
    pub tokens: Range<usize>,
    /// The words of the name at its end; all its words when there is none.
    pub name: Range<usize>,
    pub kind: PhraseKind,
    pub span: Span,
    pub sentence: usize,
    /// The preposition that it hangs on.
    pub preposition: Option<usize>,
    pub before: Before,
    pub after: After,
    /// Whether it stands between brackets.
    pub in_brackets: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PhraseKind {
    /// he, she, they, it, I, we, you
    Pronoun,
    /// who
    Relative,
    /// his, her, their, its
    Possessive,
    /// A capitalised run, with what leads to it.
    Name,
    /// A determiner and what follows.
    Noun,
    /// Plain words right before a speech verb: "critics say".
    Bare,
}

/// What stands before a noun phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// A sentence begins here.
    Start,
    Passage,
    Comma,
    Conjunction,
    Other,
}

/// What stands after a noun phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// It owns what follows.
    Possessive,
    /// A verb, an auxiliary or "who": it is a subject.
    Verb,
    /// A word in lower case, so that the phrase may go on.
    Lower,
    Other,
}

impl Phrase {
    /// Whether it can be a subject by its form.
    pub fn is_nominal(&self) -> bool {
        self.kind != PhraseKind::Possessive
    }
}

/// Finds the noun phrases of a paragraph, by start, longer ones first.
pub(super) fn find(tokens: &Tokens) -> Vec<Phrase> {
    let finder = Finder { tokens };
    if tokens.language == Language::Korean {
        return finder.korean_subjects();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        at = finder.step(at, &mut found);
    }
    finder.bare_subjects(&mut found);
    found.sort_by_key(|phrase| (phrase.tokens.start, usize::MAX - phrase.tokens.end));
    for phrase in &mut found {
        finder.look_around(phrase);
    }
    found
}

/// A determiner takes at most this many words.
const MAX_WORDS: usize = 6;

/// At most this many words in lower case stand between a name and the person it leads to.
const MAX_BETWEEN: usize = 4;

/// At most this many words make a bare subject.
const MAX_BARE: usize = 4;

struct Finder<'a> {
    tokens: &'a Tokens<'a>,
}

impl Finder<'_> {
    /// The words that a Korean subject or topic particle ends, at the start of a
    /// sentence or behind a passage.
    fn korean_subjects(&self) -> Vec<Phrase> {
        let mut found: Vec<Phrase> = Vec::new();
        let mut start = 0;
        for (at, token) in self.tokens.iter() {
            let parted = token.passage.is_some() || matches!(token.word, ")" | ",");
            if parted || !self.same_sentence(at, start) {
                start = if parted { at + 1 } else { at };
            }
            let particle = token
                .word
                .chars()
                .next_back()
                .filter(|c| "은는이가".contains(*c));
            let (true, Some(particle)) = (at >= start && at < start + MAX_BARE, particle) else {
                continue;
            };
            let taken = found
                .last()
                .is_some_and(|phrase| phrase.tokens.start >= start);
            if !taken && token.word.chars().count() > 1 {
                let mut phrase = self.phrase(start..at + 1, start..at + 1, PhraseKind::Bare);
                phrase.span.end -= particle.len_utf8();
                found.push(phrase);
            }
        }
        found
    }

    /// Adds the phrase at `at`, if one begins there, and returns where to look next.
    fn step(&self, at: usize, found: &mut Vec<Phrase>) -> usize {
        let Some(token) = self.tokens.get(at).filter(|token| token.passage.is_none()) else {
            return at + 1;
        };
        let asks = token.word == "who" && self.word(at + 1) == "?";
        if token.is(Tags::PRONOUN) && !asks {
            let kind = match token.word {
                "who" | "qui" | "quien" => PhraseKind::Relative,
                _ => PhraseKind::Pronoun,
            };
            found.push(self.phrase(at..at + 1, at..at + 1, kind));
            return at + 1;
        }
        if matches!(token.word, "his" | "her" | "their" | "its") {
            found.push(self.phrase(at..at + 1, at..at + 1, PhraseKind::Possessive));
        }
        let titled = self.is_titled(at);
        let phrase = if self.is_name(at) || titled {
            Some(self.name(at, titled))
        } else if (token.is(Tags::DETERMINER) || token.first.is_numeric()) && token.word != "that" {
            self.noun(at)
        } else {
            None
        };
        let next = phrase.as_ref().map_or(at + 1, |phrase| phrase.tokens.end);
        found.extend(phrase);
        next
    }

    /// A capitalised run, and the person whom lower-case role words behind it lead to.
    fn name(&self, at: usize, titled: bool) -> Phrase {
        let token = self.tokens.get(at);
        let unnamed = token.is_none_or(|t| !t.is_capital() || (titled && t.is(Tags::NOT_NAME)));
        let end = if unnamed {
            self.run(at + 1).max(at + 1)
        } else {
            self.run(at).max(at + 1)
        };
        let between = (end..end + MAX_BETWEEN)
            .take_while(|&k| self.is_inner(k, at) && (self.is_lower(k) || self.is_ordinal(k)))
            .count();
        let person = end + between;
        let leads = self.is_role(person - 1) || self.is_ordinal(person - 1);
        if between > 0 && self.is_name(person) && leads {
            let last = self.run(person);
            return self.phrase(at..last, person..last, PhraseKind::Name);
        }
        // "Calder harbor master said", "State radio in Calder": the run only says whose.
        let head = |t: &Token| t.is(Tags::OUTLET) || is_role_word(t);
        let described = between > 0 && self.tokens.get(person - 1).is_some_and(head);
        if described && self.ends_description(person) {
            return self.phrase(at..person, at..person, PhraseKind::Noun);
        }
        self.phrase(at..end, at..end, PhraseKind::Name)
    }

    /// Whether what stands at `at` ends a noun phrase that is a subject or a label.
    fn ends_description(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let governs = token.known.verb.is_some() || token.is(Tags::AUXILIARY);
            governs || token.is(Tags::PREPOSITION) || token.word == ":"
        })
    }

    /// A determiner or number and what follows it.
    fn noun(&self, at: usize) -> Option<Phrase> {
        let mut end = at + 1;
        let mut name = None;
        while end - at <= MAX_WORDS && self.is_noun_word(end, at) {
            let starts_name = end > at + 1
                && self.names_are_capital()
                && self.is_name(end)
                && self
                    .tokens
                    .get(end - 1)
                    .is_some_and(|t| !t.is_capital() && !t.is(Tags::DETERMINER));
            if starts_name {
                if self.is_role(end - 1) {
                    let last = self.run(end);
                    name = Some(end..last);
                    end = last;
                }
                break;
            }
            end += 1;
        }
        if let Some(name) = name {
            return Some(self.phrase(at..end, name, PhraseKind::Name));
        }
        let words = self.tokens.slice(at + 1..end);
        let Some(last) = words.last() else {
            return self.quantity(at);
        };
        let kind = if last.is_capital() && self.names_are_capital() {
            PhraseKind::Name
        } else {
            PhraseKind::Noun
        };
        Some(self.phrase(at..end, at..end, kind))
    }

    /// "one of them", or "another" before its verb.
    fn quantity(&self, at: usize) -> Option<Phrase> {
        if !QUANTITIES.contains(&self.word(at)) {
            return None;
        }
        let of = self.word(at + 1) == "of";
        let whole = self
            .tokens
            .get(at + 2)
            .filter(|token| of && token.is(Tags::DETERMINER))
            .and_then(|_| self.noun(at + 2));
        let speaks = self
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.known.verb.is_some());
        let end = match whole {
            Some(whole) => whole.tokens.end,
            None if of && GROUPS.contains(&self.word(at + 2)) => at + 3,
            None if speaks => at + 1,
            None => return None,
        };
        Some(self.phrase(at..end, at..end, PhraseKind::Noun))
    }

    /// Whether the word at `k` goes on a noun phrase that began at `at`.
    fn is_noun_word(&self, k: usize, at: usize) -> bool {
        let Some(token) = self.tokens.get(k) else {
            return false;
        };
        let first = k == at + 1;
        // "close to her said": no noun, though it stands behind a determiner.
        let speaks = token.known.verb.is_some_and(|verb| verb.says && !verb.ing)
            && !token.word.ends_with("ed")
            && !token.is(Tags::SPEECH_NOUN)
            && !self.tokens.is_noun_by_article(k);
        // "a protester using": behind what people are, the form goes on about them.
        let of_role = self.tokens.before(k).is_some_and(is_role_word) && k > at + 1;
        let verb = token
            .known
            .verb
            .is_some_and(|verb| !(verb.ing && k < at + 3 && !of_role))
            && !self.tokens.is_noun_by_article(k);
        let adverb = token.word.ends_with("ly") && !NOT_ADVERBS.contains(&token.word);
        let ends = Tags::PREPOSITION
            .or(Tags::CONJUNCTION)
            .or(Tags::AUXILIARY)
            .or(Tags::PRONOUN);
        token.is_word()
            && self.same_sentence(k, at)
            && !token.is(ends)
            && !speaks
            && !(self.names_are_capital() && token.is(Tags::ARTICLE))
            && (first || !(verb || adverb))
    }

    /// Adds plain words right before a speech verb: "critics say", "state media said".
    fn bare_subjects(&self, found: &mut Vec<Phrase>) {
        let mut taken = vec![false; self.tokens.len()];
        for at in found.iter().flat_map(|phrase| phrase.tokens.clone()) {
            taken[at] = true;
        }
        for (at, token) in self.tokens.iter() {
            let says = token.known.verb.is_some_and(|verb| verb.says);
            let ing = token.known.verb.is_none_or(|verb| verb.ing);
            if ing || !(says || token.is(Tags::TAKES_BARE) || self.tokens.headline) {
                continue;
            }
            if let Some(range) = self.bare(at, says, &taken) {
                taken[range.clone()].fill(true);
                found.push(self.phrase(range.clone(), range, PhraseKind::Bare));
            }
        }
    }

    fn bare(&self, verb: usize, says: bool, taken: &[bool]) -> Option<Range<usize>> {
        let stops = Tags::PREPOSITION
            .or(Tags::CONJUNCTION)
            .or(Tags::AUXILIARY)
            .or(Tags::DETERMINER);
        let fits = |k: usize| {
            self.tokens.get(k).is_some_and(|token| {
                token.first.is_alphabetic()
                    && !taken[k]
                    && !token.is(stops)
                    && self.same_sentence(k, verb)
            })
        };
        let last = self.skip_auxiliaries(verb).checked_sub(1)?;
        if !fits(last) {
            return None;
        }
        let verb_free = |k: usize| self.tokens.get(k).is_some_and(|t| t.known.verb.is_none());
        let start = (last + 1).saturating_sub(MAX_BARE)..last;
        let length = start.rev().take_while(|&k| fits(k) && verb_free(k)).count();
        let range = last - length..last + 1;
        let head = self.tokens.get(last)?;
        let plural = head.word.ends_with('s') || head.is(Tags::PLURAL);
        let subject = says || self.tokens.headline;
        (plural || (subject && self.is_clause_edge(range.start))).then_some(range)
    }

    /// Whether a clause begins at `at`.
    fn is_clause_edge(&self, at: usize) -> bool {
        let Some(before) = self.tokens.before(at) else {
            return true;
        };
        let opens = [
            "and", "but", "as", "that", "while", "if", "because", "when", "what", "which",
        ];
        !self.same_sentence(at - 1, at) || !before.is_word() || opens.contains(&before.word)
    }

    /// The index behind the last word left of `verb` that is no auxiliary or adverb.
    fn skip_auxiliaries(&self, verb: usize) -> usize {
        let mut at = verb;
        while self.tokens.before(at).is_some_and(|token| {
            token.is(Tags::AUXILIARY) || (token.passage.is_none() && token.word.ends_with("ly"))
        }) {
            at -= 1;
        }
        at
    }

    fn phrase(&self, tokens: Range<usize>, name: Range<usize>, kind: PhraseKind) -> Phrase {
        Phrase {
            span: self.tokens.span(&tokens),
            sentence: self.tokens.get(tokens.start).map_or(0, |t| t.sentence),
            tokens,
            name,
            kind,
            preposition: None,
            before: Before::Other,
            after: After::Other,
            in_brackets: false,
        }
    }

    fn look_around(&self, phrase: &mut Phrase) {
        let start = phrase.tokens.start;
        let skipped = self
            .tokens
            .slice(0..start)
            .iter()
            .rev()
            .take_while(|token| {
                let small_role = token.first.is_lowercase() && token.is(Tags::ROLE);
                small_role || matches!(token.word, "then" | "former" | "even" | "also")
            });
        let hangs_on = start.checked_sub(skipped.count() + 1);
        phrase.preposition = hangs_on.filter(|&at| {
            self.tokens.get(at).is_some_and(|t| t.is(Tags::PREPOSITION))
                && self.same_sentence(at, start)
        });
        let mut near = self
            .tokens
            .slice(start.saturating_sub(11)..start)
            .iter()
            .rev();
        let bracket = near.find(|t| matches!(t.word, "(" | ")") || t.sentence != phrase.sentence);
        phrase.in_brackets =
            bracket.is_some_and(|t| t.word == "(" && t.sentence == phrase.sentence);
        phrase.before = match self.tokens.before(start) {
            Some(token) if token.sentence == phrase.sentence => before(token),
            _ => Before::Start,
        };
        phrase.after = match (phrase.kind, self.tokens.get(phrase.tokens.end)) {
            (PhraseKind::Possessive, _) => After::Possessive,
            (PhraseKind::Pronoun, Some(token)) if token.is_possessive_mark() => After::Verb,
            (_, Some(token)) => after(token),
            (_, None) => After::Other,
        };
    }

    /// The end of the capitalised run that begins at `at`.
    fn run(&self, at: usize) -> usize {
        let mut end = at;
        while let Some(token) = self.tokens.get(end).filter(|token| token.passage.is_none()) {
            if end > at && !self.same_sentence(end, at) {
                break;
            }
            // "Mayor Says Bridge Is Safe": capitals do not tell names from verbs there.
            if self.tokens.title_case && token.known.verb.is_some() {
                break;
            }
            let goes_on = self.is_name(end) || self.is_title_before_name(end);
            let suffix = matches!(token.word, "jr." | "sr." | "jr" | "ii" | "iii");
            if !(goes_on || (end > at && (suffix || self.joins(end, at)))) {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether the lower-case word at `k` joins the run from `at` to a capital behind it.
    fn joins(&self, k: usize, at: usize) -> bool {
        let Some(next) = self.tokens.get(k + 1) else {
            return false;
        };
        if !next.is_capital() || next.is(Tags::NOT_NAME) || next.passage.is_some() {
            return false;
        }
        let (Some(token), Some(before)) = (self.tokens.get(k), self.tokens.before(k)) else {
            return false;
        };
        let person = self.tokens.slice(at..k).iter().any(|t| {
            matches!(
                t.word.trim_end_matches('.'),
                "mr" | "mrs" | "ms" | "dr" | "sen" | "rep" | "gov"
            )
        });
        token.is(Tags::NAME_PARTICLE)
            || token.word == "&"
            || (matches!(token.word, "of" | "for") && before.is(Tags::JOINED_BY_OF) && !person)
    }

    fn is_title_before_name(&self, at: usize) -> bool {
        let capital = |k: usize| self.tokens.get(k).is_some_and(Token::is_capital);
        self.tokens.get(at).is_some_and(|t| t.is(Tags::TITLE)) && capital(at) && capital(at + 1)
    }

    /// Whether a title stands at `at` and a name or another title behind it.
    fn is_titled(&self, at: usize) -> bool {
        let follows = self.tokens.get(at + 1).is_some_and(|next| {
            self.is_name(at + 1) || (next.is(Tags::TITLE) && next.is_capital())
        });
        self.tokens.get(at).is_some_and(|t| t.is(Tags::TITLE))
            && follows
            && self.same_sentence(at + 1, at)
    }

    fn is_name(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.is_capital()) else {
            return false;
        };
        // "said Will Doyle": behind a verb a capital word before another is a name.
        let behind_verb = self
            .tokens
            .before(at)
            .is_some_and(|before| before.known.verb.is_some() && before.first.is_lowercase());
        let before_capital = self.tokens.get(at + 1).is_some_and(Token::is_capital);
        let name = token.named || token.is_initial() || (behind_verb && before_capital);
        name || !token.is(Tags::NOT_NAME)
    }

    fn is_role(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(is_role_word)
    }

    fn is_inner(&self, k: usize, at: usize) -> bool {
        let stops = Tags::PREPOSITION
            .or(Tags::CONJUNCTION)
            .or(Tags::AUXILIARY)
            .or(Tags::PRONOUN);
        self.tokens
            .get(k)
            .is_some_and(|t| !t.is(stops) && t.known.verb.is_none())
            && self.same_sentence(k, at)
    }

    fn is_lower(&self, k: usize) -> bool {
        self.tokens
            .get(k)
            .is_some_and(|token| token.first.is_lowercase())
    }

    /// The "1st" of "Air Force 1st Lt.".
    fn is_ordinal(&self, k: usize) -> bool {
        let ends = ["st", "nd", "rd", "th"];
        self.tokens.get(k).is_some_and(|token| {
            token.first.is_numeric() && ends.iter().any(|end| token.word.ends_with(end))
        })
    }

    fn same_sentence(&self, k: usize, at: usize) -> bool {
        match (self.tokens.get(k), self.tokens.get(at)) {
            (Some(one), Some(other)) => one.sentence == other.sentence,
            _ => false,
        }
    }

    /// In German every noun is.
    fn names_are_capital(&self) -> bool {
        self.tokens.language != Language::German
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word)
    }
}

/// Whether the word says what somebody is, by the list or by its ending.
pub(super) fn is_role_word(token: &Token) -> bool {
    token.is(Tags::ROLE) || ends_as_role(token.word)
}

/// Whether the ending makes people of a word: minister, spokesman.
pub(super) fn ends_as_role(word: &str) -> bool {
    ROLE_ENDINGS.iter().any(|end| word.ends_with(end))
}

fn before(token: &Token) -> Before {
    if token.passage.is_some() {
        Before::Passage
    } else if token.word == "," {
        Before::Comma
    } else if token.is(Tags::CONJUNCTION) {
        Before::Conjunction
    } else {
        Before::Other
    }
}

fn after(token: &Token) -> After {
    if token.is_possessive_mark() {
        After::Possessive
    } else if matches!(token.word, "who" | "which")
        || token.known.verb.is_some()
        || token.is(Tags::AUXILIARY)
    {
        After::Verb
    } else if token.first.is_lowercase() && !token.is(Tags::PREPOSITION.or(Tags::CONJUNCTION)) {
        After::Lower
    } else {
        After::Other
    }
}

/// Determiners that stand for people by themselves.
const QUANTITIES: [&str; 13] = [
    "one", "two", "three", "some", "many", "most", "several", "few", "another", "both", "all",
    "each", "none",
];

/// Whom a quantity is taken from.
const GROUPS: [&str; 4] = ["them", "us", "those", "these"];

/// Words in -ly that are nouns or adjectives.
const NOT_ADVERBS: [&str; 9] = [
    "family", "ally", "daily", "weekly", "monthly", "early", "elderly", "assembly", "supply",
];

/// Endings of words for people.
const ROLE_ENDINGS: [&str; 16] = [
    "er", "or", "ist", "man", "woman", "ant", "ent", "ian", "ee", "people", "chief", "head",
    "aide", "host", "whip", "star",
];
