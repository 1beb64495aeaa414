//! What a cue reports: which words of its sentence.

use std::ops::Range;

use super::super::cue::{CueKind, Link, Role};
use super::super::document::Paragraph;
use super::super::lexicon::speech::Tags;
use super::super::lexicon::statements::OPENS_CLAUSE;
use super::clause::{Clause, MAX_REACH, trimmed};
use super::{ending, opening};

/// Words that a cue may report.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub link: Link,
    /// The words.
    pub tokens: Range<usize>,
    pub place: Place,
}

/// Where the words stand, seen from the cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Ruiz said the bridge was safe.
    After,
    /// The bridge was safe, Ruiz said.
    Before,
}

/// A statement has at least so many words.
pub(super) const MIN_WORDS: usize = 2;

/// One that no verb introduces has at least so many: "On Monday, Ruiz said".
const MIN_FREE: usize = 4;

/// What the cues of a paragraph may report, in the order of the cues; `text` is that of the article.
pub(super) fn candidates<'a>(
    text: &'a str,
    paragraph: &'a Paragraph<'a>,
) -> impl Iterator<Item = Candidate> {
    let mut last = None;
    // A second noun phrase of the same cue is the less likely one.
    let first = move |link: &&Link| last.replace(link.cue) != Some(link.cue);
    let links = paragraph.links.iter().filter(first);
    links.filter_map(move |&link| Clause::new(text, paragraph, link).candidate())
}

impl Clause<'_> {
    fn candidate(&self) -> Option<Candidate> {
        match self.cue.kind {
            CueKind::According => self.beside_source(),
            CueKind::Colon => self.behind_colon(),
            CueKind::Noun => self.behind_noun(),
            CueKind::Finite | CueKind::Participle | CueKind::Infinitive => self.of_verb(),
        }
    }

    fn of_verb(&self) -> Option<Candidate> {
        let cue = &self.cue.tokens;
        let inverted = self.phrase.tokens.start >= cue.end;
        if inverted && cue.start > self.sentence.start {
            return self.before();
        }
        let start = if inverted {
            self.phrase.tokens.end
        } else {
            cue.end
        };
        let after = self.after(start);
        let opened = after.as_ref().is_some_and(|after| {
            let first = self.word(after.tokens.start);
            matches!(first, "that" | "whether" | "if" | "how" | "why")
        });
        if self.is_quoted() && !opened {
            return None;
        }
        match (after, self.before()) {
            // "The bridge, Ruiz said, was safe": the part that tells the most.
            (Some(after), Some(before)) if self.word(cue.end) == "," => longer(before, after),
            (after, before) => after.or(before),
        }
    }

    /// What stands behind the cue.
    fn after(&self, start: usize) -> Option<Candidate> {
        let at = if self.word(start) == "," {
            // Only what the cue interrupts goes on behind it.
            (self.follows("as") || self.interrupted().is_some()).then_some(start + 1)?
        } else {
            opening::behind(self, start)
        };
        let content = at..ending::of(self, at)?;
        let first = self.paragraph.tokens.get(at)?;
        let begins = first.is_word() || matches!(first.word, "$" | "(");
        (content.len() >= MIN_WORDS && begins).then(|| self.found(content, Place::After))
    }

    /// What stands before the cue and its subject: "The bridge was safe, Ruiz said."
    fn before(&self) -> Option<Candidate> {
        let content = self.interrupted()?;
        let told = content.len() >= MIN_FREE && !self.before_passage && !self.is_adjunct(&content);
        told.then(|| self.found(content, Place::Before))
    }

    /// The words before a comma, the subject and the cue.
    fn interrupted(&self) -> Option<Range<usize>> {
        let roles = [Role::Subject, Role::Inverted, Role::Apposition];
        let comma = self.start().checked_sub(1)?;
        let fits = roles.contains(&self.link.role)
            && self.phrase.sentence == self.cue.sentence
            && !self.behind_passage
            && self.word(comma) == ",";
        (fits && comma > self.sentence.start).then_some(self.sentence.start..comma)
    }

    /// Whether the words only say when, where or how the clause behind them happened:
    /// "In a speech on Friday".
    fn is_adjunct(&self, content: &Range<usize>) -> bool {
        let tokens = self.paragraph.tokens.slice(content.clone());
        let opens = tokens.first().is_some_and(|first| {
            OPENS_CLAUSE.contains(first.word)
                || first.is(Tags::PREPOSITION)
                || first.word.ends_with("ing")
        });
        opens && !tokens.iter().any(|token| token.word == ",")
    }

    /// "According to Ruiz, the bridge was safe", "The bridge was safe, according to Ruiz".
    fn beside_source(&self) -> Option<Candidate> {
        let end = trimmed(self.paragraph, self.sentence.start, self.cue.tokens.start);
        let before = Some(self.sentence.start..end).filter(|_| !self.behind_passage);
        let fits = |content: &Range<usize>| content.len() >= MIN_FREE;
        let before = before.filter(fits);
        let before = before.map(|content| self.found(content, Place::Before));
        let after = self.behind_source().filter(fits);
        let after = after.map(|content| self.found(content, Place::After));
        match (before, after) {
            (Some(before), Some(after)) => longer(before, after),
            (before, after) => before.or(after),
        }
    }

    /// What goes on behind the comma after the source.
    fn behind_source(&self) -> Option<Range<usize>> {
        let from = self.phrase.tokens.end.max(self.cue.tokens.end);
        let rest = self.paragraph.tokens.slice(from..self.sentence.end);
        let start = from + rest.iter().position(|token| token.word == ",")? + 1;
        let about_source = matches!(self.word(start), "who" | "which" | "where" | "a" | "an");
        let end = ending::of(self, start)?;
        (!about_source).then_some(start..end)
    }

    /// "Ruiz's claim that the bridge was safe"
    fn behind_noun(&self) -> Option<Candidate> {
        let start = self.cue.tokens.end;
        let content = start..ending::of(self, start)?;
        let told = self.word(start) == "that" && content.len() >= MIN_FREE;
        told.then(|| self.found(content, Place::After))
    }

    /// "Ruiz: The bridge is safe", to the end of the paragraph.
    fn behind_colon(&self) -> Option<Candidate> {
        let tokens = &self.paragraph.tokens;
        let start = self.cue.tokens.end;
        let content = start..trimmed(self.paragraph, start, tokens.len());
        let labels = self.phrase.tokens.start == 0;
        let fits = (MIN_FREE..=MAX_REACH).contains(&content.len());
        let told = labels && fits && !tokens.has_passage(content.clone());
        told.then(|| self.found(content, Place::After))
    }

    fn found(&self, tokens: Range<usize>, place: Place) -> Candidate {
        Candidate {
            link: self.link,
            tokens,
            place,
        }
    }
}

/// The one that tells more.
fn longer(before: Candidate, after: Candidate) -> Option<Candidate> {
    let after_is = after.tokens.len() >= before.tokens.len();
    Some(if after_is { after } else { before })
}
