//! Whose cue it is: the first of a fixed order of readings that fits.

mod apart;
mod german;
mod owner;
mod shared;

use super::super::document::{Token, Tokens};
use super::super::lexicon::speech::{Language, Tags};
use super::super::phrase::{After, Phrase, PhraseKind};
use super::{Cue, CueKind, Link, Role};

/// Links cues to noun phrases, left to right.
pub(in crate::analysis::cue) struct Linker<'a> {
    tokens: &'a Tokens<'a>,
    phrases: &'a [Phrase],
    /// The phrase that begins at a word; the longest of them.
    starting: Vec<Option<usize>>,
    /// The phrase that ends before a word; the shortest of them.
    ending: Vec<Option<usize>>,
    /// The first free noun phrase of each sentence.
    first_subject: Vec<Option<usize>>,
    /// The last subject of a cue, with its sentence.
    last_subject: Option<(usize, usize)>,
    links: Vec<Link>,
}

/// "by Ruiz" stands at most this many words behind a passive.
const MAX_TO_AGENT: usize = 6;

/// Verbs whose passive still leads to the one who speaks: "was quoted as saying".
const QUOTING: [&str; 6] = ["quote", "cite", "hear", "record", "see", "show"];

/// A chain of "of X of Y" is followed at most so far.
const MAX_CLIMB: usize = 8;

impl<'a> Linker<'a> {
    pub fn new(tokens: &'a Tokens<'a>, phrases: &'a [Phrase]) -> Self {
        let mut starting = vec![None; tokens.len() + 1];
        let mut ending = vec![None; tokens.len() + 1];
        let sentences = tokens.iter().next_back().map_or(0, |(_, t)| t.sentence + 1);
        let mut first_subject = vec![None; sentences];
        for (index, phrase) in phrases.iter().enumerate() {
            starting[phrase.tokens.start].get_or_insert(index);
            ending[phrase.tokens.end] = Some(index);
            // "North" in "North policy chief" is no subject by itself.
            let part = phrase.kind == PhraseKind::Name && phrase.after == After::Lower;
            let free = phrase.preposition.is_none() && phrase.after != After::Possessive;
            if free && !part {
                first_subject[phrase.sentence].get_or_insert(index);
            }
        }
        Self {
            tokens,
            phrases,
            starting,
            ending,
            first_subject,
            last_subject: None,
            links: Vec::new(),
        }
    }

    /// The links in the order of their cues.
    pub fn into_links(self) -> Vec<Link> {
        self.links
    }

    /// Whether a noun phrase that can speak ends right before `at`.
    pub fn ends_phrase(&self, at: usize) -> bool {
        self.ending(at)
            .is_some_and(|index| self.phrases[index].is_nominal())
    }

    /// Links the cue with index `index` to the noun phrases it leads to.
    pub fn link(&mut self, index: usize, cue: &Cue) {
        let found = match cue.kind {
            CueKind::According => self
                .named_source(cue)
                .map(|phrase| (phrase, Role::According)),
            CueKind::Colon => self
                .ending(cue.tokens.start)
                .map(|phrase| (phrase, Role::Colon)),
            CueKind::Noun => self.owner(cue),
            CueKind::Finite if self.is_impersonal(cue) => {
                self.impersonal(cue).map(|phrase| (phrase, Role::Inverted))
            }
            CueKind::Finite | CueKind::Participle | CueKind::Infinitive => {
                self.adjoining(index, cue);
                let found = self.subject(cue);
                if let Some((phrase, role)) = found
                    && matches!(
                        role,
                        Role::Subject | Role::Relative | Role::Apposition | Role::Inverted
                    )
                {
                    self.last_subject = Some((cue.sentence, phrase));
                }
                found
            }
        };
        if let Some((phrase, role)) = found {
            self.push(index, phrase, role);
        }
    }

    /// German "es heißt", "so hieß es": nobody is its subject.
    fn is_impersonal(&self, cue: &Cue) -> bool {
        let word = |at: usize| self.token(at).map_or("", |token| token.word);
        let es = word(cue.tokens.end) == "es" || word(cue.tokens.start.wrapping_sub(1)) == "es";
        es && matches!(cue.lemma, "heißt" | "hieß")
    }

    fn push(&mut self, cue: usize, phrase: usize, role: Role) {
        self.links.push(Link { cue, phrase, role });
    }

    /// "with Ruiz saying": the noun phrase that touches a participle.
    fn adjoining(&mut self, index: usize, cue: &Cue) {
        let edge = self.tokens.skip_auxiliaries(cue.tokens.start);
        if cue.kind == CueKind::Participle
            && let Some(phrase) = self.ending(edge)
            && self.phrases[phrase].is_nominal()
        {
            self.push(index, phrase, Role::Adjoining);
        }
    }

    /// The subject of a verb and how it is one.
    fn subject(&self, cue: &Cue) -> Option<(usize, Role)> {
        let edge = self.tokens.skip_auxiliaries(cue.tokens.start);
        if cue.kind != CueKind::Finite {
            return self.shared(cue);
        }
        let before = edge.checked_sub(1).and_then(|at| self.token(at));
        if before.is_none_or(|before| before.sentence != cue.sentence) {
            // "Said Ruiz: …": the sentence begins with its cue.
            return match self.starting(cue.tokens.end) {
                Some(phrase) if edge == cue.tokens.start => Some((phrase, Role::Inverted)),
                _ => self.shared(cue),
            };
        }
        if self.tokens.language == Language::German
            && let Some(found) = self.behind_verb(cue, edge)
        {
            return Some(found);
        }
        if let Some(phrase) = self.ending(edge) {
            return self.before_verb(cue, edge, phrase);
        }
        if self.is_behind_passage(edge) {
            return self.inverted(cue).or_else(|| self.fallback(cue));
        }
        let before = self.token(edge - 1)?.word;
        // "an email that read": the noun phrase before "that" does it.
        if matches!(before, "that" | "which")
            && let Some(phrase) = self.ending(edge - 1)
            && self.phrases[phrase].is_nominal()
        {
            return Some((self.climb(phrase), Role::Relative));
        }
        match before {
            "," | ")" | "—" | "–" => self.behind_mark(cue, edge, before),
            _ => self.shared(cue),
        }
    }

    /// Behind the comma or bracket `mark`, which may close an apposition.
    fn behind_mark(&self, cue: &Cue, edge: usize, mark: &str) -> Option<(usize, Role)> {
        let apposed = self.before_apposition(edge - 1, cue.sentence);
        let inverted = self.closing_inversion(cue).filter(|&phrase| {
            // "Ruiz, the mayor, says Hallin "…"": Hallin does not say it.
            let end = self.phrases[phrase].tokens.end;
            let passage = self.token(end).is_some_and(|next| next.passage.is_some());
            mark != ")" && !(passage && apposed.is_some())
        });
        inverted
            .map(|phrase| (phrase, Role::Inverted))
            .or(apposed.map(|phrase| (phrase, Role::Apposition)))
            .or_else(|| self.fallback(cue))
    }

    /// A noun phrase right before the verb, or the one that it hangs on.
    fn before_verb(&self, cue: &Cue, edge: usize, phrase: usize) -> Option<(usize, Role)> {
        if self.phrases[phrase].kind == PhraseKind::Relative {
            return Some((phrase, Role::Relative));
        }
        let between = self.tokens.slice(edge..cue.tokens.start);
        let passive = between.iter().any(|token| token.is(Tags::BE));
        match self.agent(cue).filter(|_| passive) {
            Some(agent) => Some((agent, Role::Agent)),
            // "H1N1 was called “…”": whoever called it that is not named.
            None if passive && !QUOTING.contains(&cue.lemma) => None,
            None if passive => Some((self.climb(phrase), Role::Passive)),
            None => Some((self.climb(phrase), Role::Subject)),
        }
    }

    /// "was called “…” by Ruiz": who does it.
    fn agent(&self, cue: &Cue) -> Option<usize> {
        let end = cue.tokens.end;
        let behind = self.tokens.slice(end..end + MAX_TO_AGENT).iter();
        let by = behind
            .take_while(|token| !matches!(token.word, "," | "." | ";"))
            .position(|token| token.word == "by")?;
        self.starting(end + by + 1)
    }

    /// From "the union" in "a spokesman for the union" to the spokesman.
    fn climb(&self, from: usize) -> usize {
        let mut phrase = from;
        for _ in 0..MAX_CLIMB {
            let hangs_on = self.phrases[phrase].preposition;
            let Some(at) =
                hangs_on.filter(|&at| self.token(at).is_some_and(|t| t.is(Tags::LINKING)))
            else {
                break;
            };
            match self.ending(at).or_else(|| self.near_end(at, phrase)) {
                Some(head) if head != phrase => phrase = head,
                _ => break,
            }
        }
        phrase
    }

    /// The noun phrase that ends up to two words before `at`.
    fn near_end(&self, at: usize, from: usize) -> Option<usize> {
        let sentence = self.phrases[from].sentence;
        let earlier = self.phrases[..from].iter().enumerate().rev().take(6);
        earlier
            .filter(|(_, phrase)| {
                matches!(
                    phrase.kind,
                    PhraseKind::Name | PhraseKind::Noun | PhraseKind::Bare
                ) && phrase.sentence == sentence
                    && phrase.tokens.end <= at
                    && at - phrase.tokens.end <= 2
            })
            .map(|(index, _)| index)
            .next()
    }

    /// Whether a passage, or one with a comma or dash after it, stands right before `edge`.
    fn is_behind_passage(&self, edge: usize) -> bool {
        let passage = |at: usize| self.token(at).is_some_and(|t| t.passage.is_some());
        let mark = self
            .token(edge - 1)
            .is_some_and(|t| matches!(t.word, "," | "—" | "–" | "-"));
        passage(edge - 1) || (mark && edge >= 2 && passage(edge - 2))
    }

    fn starting(&self, at: usize) -> Option<usize> {
        self.starting.get(at).copied().flatten()
    }

    fn ending(&self, at: usize) -> Option<usize> {
        self.ending.get(at).copied().flatten()
    }

    fn token(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at)
    }
}
