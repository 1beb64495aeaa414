//! What speaks for and against a candidate: the one function for training and running.
//!
//! A feature is a kind and what was seen, all words. What is counted is put into
//! a few classes first, so that a small collection can teach it.

mod mention;
mod passage;

use super::super::cue::{Cue, CueKind, Role};
use super::super::lexicon::speech::Language;
use super::candidate::{Candidate, Origin};
use super::scene::{Place, Scene};
use super::weights::Sink;
use super::{At, Finding};
use mention::Mention;
use passage::Look;

/// Tells every feature a second time, under a name of its own.
struct Twice<'a, S> {
    sink: &'a mut S,
}

/// A feature has at most this many parts.
const MAX_PARTS: usize = 6;

impl<S: Sink> Sink for Twice<'_, S> {
    fn add(&mut self, parts: &[&str]) {
        self.sink.add(parts);
        let mut own = ["foreign"; MAX_PARTS];
        let length = parts.len().min(MAX_PARTS - 1);
        own[1..=length].copy_from_slice(&parts[..length]);
        self.sink.add(&own[..=length]);
    }
}

/// What is seen of a passage once, for all its candidates.
pub(super) struct View<'a> {
    scene: &'a Scene<'a>,
    ruled: Option<Finding>,
    look: Look<'a>,
}

impl<'a> View<'a> {
    /// `ruled` is whom the rules found.
    pub fn new(scene: &'a Scene<'a>, ruled: Option<Finding>) -> Self {
        Self {
            scene,
            ruled,
            look: Look::of(scene),
        }
    }

    /// Tells `sink` every feature of `candidate`. Outside of English each is told twice,
    /// as a feature of all languages and as one of those that few labels teach, which
    /// learn what they share and where they differ (Daumé III, Frustratingly Easy Domain
    /// Adaptation, 2007).
    pub fn tell(&self, candidate: &Candidate, sink: &mut impl Sink) {
        match self.scene.paragraph.tokens.language {
            Language::English => self.tell_once(candidate, sink),
            Language::German
            | Language::French
            | Language::Spanish
            | Language::Korean
            | Language::Chinese
            | Language::Japanese => {
                self.tell_once(candidate, &mut Twice { sink });
            }
        }
    }

    fn tell_once(&self, candidate: &Candidate, sink: &mut impl Sink) {
        let Some(speaker) = candidate.speaker else {
            let rule = self.ruled.map_or("none", |ruled| ruled.rule.word());
            sink.add(&["nobody", rule]);
            return self.look.tell(sink);
        };
        let kind = origin(candidate.origin);
        let place = place(candidate.origin);
        sink.add(&["way", kind]);
        sink.add(&["way", kind, place]);
        sink.add(&["way", kind, place, self.look.size]);
        if self.look.alone {
            sink.add(&["alone", kind, place]);
        }
        self.ruled(speaker, kind, sink);
        let paragraph = &self.scene.document.paragraphs[speaker.paragraph];
        if let Some(cue) = candidate.cue.map(|cue| &paragraph.cues[cue]) {
            self.cue(cue, speaker, (kind, place), sink);
        }
        match candidate.origin {
            Origin::Beside => self.beside(speaker, sink),
            Origin::Before => self.before(speaker, sink),
            Origin::Introduced(_) => self.introduced(speaker, sink),
            Origin::Linked(..) | Origin::Here | Origin::Ruled(_) | Origin::Nobody => {}
        }
        Mention::new(self.scene, speaker).tell(sink);
        self.history(speaker, sink);
    }

    /// What the rules say of the candidate.
    fn ruled(&self, speaker: At, kind: &str, sink: &mut impl Sink) {
        match self.ruled {
            Some(ruled) if ruled.speaker == speaker => {
                let sure = match ruled.confidence.thousandths() {
                    950.. => "3",
                    850.. => "2",
                    700.. => "1",
                    _ => "0",
                };
                sink.add(&["ruled", ruled.rule.word()]);
                sink.add(&["ruled", ruled.rule.word(), sure]);
                sink.add(&["ruled", kind, sure, self.look.size]);
            }
            Some(_) => sink.add(&["not ruled", kind]),
            None => sink.add(&["unruled", kind]),
        }
    }

    fn cue(&self, cue: &Cue, speaker: At, (kind, place): (&str, &str), sink: &mut impl Sink) {
        let class = class(cue);
        sink.add(&["verb", cue.lemma]);
        sink.add(&["verb", cue.lemma, place]);
        sink.add(&["verb", cue.lemma, kind]);
        sink.add(&["class", class, kind, place]);
        let phrase = &self.scene.document.paragraphs[speaker.paragraph].phrases[speaker.phrase];
        if speaker.paragraph != self.scene.number {
            return;
        }
        let start = cue.tokens.start.min(phrase.tokens.start);
        let end = cue.tokens.end.max(phrase.tokens.end);
        let at = self.scene.at;
        let distance = match (start > at, end <= at) {
            (true, _) => start - at - 1,
            (_, true) => at - end,
            _ => 0,
        };
        sink.add(&["distance", place, bucket(distance)]);
        if start > at && distance <= 1 {
            sink.add(&["adjacent", kind, self.look.last]);
        }
        if cue.tokens.end <= at {
            sink.add(&["gap", place, self.gap(cue), kind]);
        }
        if phrase.sentence != cue.sentence {
            sink.add(&["other sentence"]);
        }
    }

    /// What stands between a cue and the passage behind it.
    fn gap(&self, cue: &Cue) -> &'static str {
        let between = self
            .scene
            .paragraph
            .tokens
            .slice(cue.tokens.end..self.scene.at);
        match between {
            [] => "none",
            [one] if one.word == "," => "comma",
            [.., last] if last.word == ":" => "colon",
            [first, ..] if first.word == "that" => "that",
            [_, second, ..] if second.word == "that" => "that",
            [.., last] if last.word == "," => "late comma",
            [.., last] if last.word == "as" => "as",
            few if few.len() <= 3 => "short",
            _ => "long",
        }
    }

    /// A noun phrase without a cue: how far, and how many others between.
    fn beside(&self, speaker: At, sink: &mut impl Sink) {
        let phrases = &self.scene.paragraph.phrases;
        let own = &phrases[speaker.phrase].tokens;
        let at = self.scene.at;
        let (side, distance) = match own.start > at {
            true => ("after", own.start - at - 1),
            false => ("before", at.saturating_sub(own.end)),
        };
        let between = own.end.min(at)..own.start.max(at);
        let inside = |start: usize| between.contains(&start) && start != own.start;
        let others = phrases.iter().filter(|p| inside(p.tokens.start)).take(3);
        sink.add(&["beside", side, bucket(distance)]);
        sink.add(&["others", side, bucket(others.count())]);
        let mention = Mention::new(self.scene, speaker);
        sink.add(&["beside", side, mention.before, mention.after]);
    }

    /// Whoever spoke last, in an earlier paragraph.
    fn before(&self, speaker: At, sink: &mut impl Sink) {
        let distance = bucket(self.scene.number.abs_diff(speaker.paragraph));
        let alone = if self.look.alone {
            "alone"
        } else {
            "not alone"
        };
        let start = if self.scene.at == 0 {
            "start"
        } else {
            "inside"
        };
        sink.add(&["spoke", distance]);
        sink.add(&["spoke", distance, alone, start]);
        sink.add(&["spoke", self.look.size, alone]);
        if self.scene.passage().continues.is_some() {
            sink.add(&["goes on"]);
        }
        sink.add(&["spoke, cues", self.look.cues]);
    }

    fn introduced(&self, speaker: At, sink: &mut impl Sink) {
        let before = &self.scene.document.paragraphs[speaker.paragraph];
        let last = before.tokens.iter().next_back().map_or("", |(_, t)| t.word);
        let how = if last == ":" { "colon" } else { "full" };
        let start = if self.scene.at == 0 {
            "start"
        } else {
            "inside"
        };
        let alone = if self.look.alone {
            "alone"
        } else {
            "not alone"
        };
        sink.add(&["introduced", how, start]);
        sink.add(&["introduced", how, start, alone]);
    }

    /// Whether the candidate spoke last.
    fn history(&self, speaker: At, sink: &mut impl Sink) {
        let Some((_, last)) = self.scene.history.last else {
            return;
        };
        let names = self.scene.names;
        let sentence =
            |at: At| self.scene.document.paragraphs[at.paragraph].phrases[at.phrase].sentence;
        if last.speaker == speaker {
            let own = self.scene.token(self.scene.at).map_or(0, |t| t.sentence);
            let near = speaker.paragraph == self.scene.number;
            let distance = own.abs_diff(sentence(speaker));
            let distance = if near { bucket(distance.min(4)) } else { "far" };
            sink.add(&["spoke last"]);
            sink.add(&["spoke last", self.look.size, distance]);
            sink.add(&["spoke last", self.look.size, last.rule.word()]);
        } else if names.same(last.speaker, speaker) {
            sink.add(&["same name as last"]);
        } else if last.speaker.paragraph == speaker.paragraph {
            sink.add(&["another than last"]);
        }
    }
}

/// The class of a number.
fn bucket(number: usize) -> &'static str {
    match number {
        0 => "0",
        1 => "1",
        2 => "2",
        3..=4 => "4",
        5..=8 => "8",
        9..=16 => "16",
        17..=32 => "32",
        _ => "64",
    }
}

fn class(cue: &Cue) -> &'static str {
    match cue.kind {
        CueKind::According => "according",
        CueKind::Colon => "colon",
        CueKind::Noun => "noun",
        CueKind::Finite | CueKind::Participle | CueKind::Infinitive if cue.says => "say",
        CueKind::Finite | CueKind::Participle | CueKind::Infinitive => "act",
    }
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Linked(role, _) => role_word(role),
        Origin::Beside => "beside",
        Origin::Here => "here",
        Origin::Introduced(role) => match role {
            Role::Colon => "introduced by colon",
            Role::Owner | Role::Origin => "introduced by noun",
            _ => "introduced",
        },
        Origin::Before => "spoke before",
        Origin::Ruled(_) => "rule",
        Origin::Nobody => "nobody",
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Subject => "subject",
        Role::Inverted => "inverted",
        Role::Apposition => "apposition",
        Role::Relative => "relative",
        Role::Adjoining => "adjoining",
        Role::Passive => "passive",
        Role::Agent => "agent",
        Role::Participle => "participle",
        Role::Shared => "shared",
        Role::Infinitive => "infinitive",
        Role::Owner => "owner",
        Role::Origin => "origin",
        Role::According => "according",
        Role::Colon => "colon",
    }
}

fn place(origin: Origin) -> &'static str {
    match origin {
        Origin::Linked(_, place) => match place {
            Place::Before => "before",
            Place::After => "after",
            Place::BeforePassage => "before, passage between",
            Place::AfterPassage => "after, passage between",
            Place::SentenceBefore => "sentence before",
            Place::SentenceAfter => "sentence after",
        },
        Origin::Ruled(rule) => rule.word(),
        Origin::Beside | Origin::Here | Origin::Introduced(_) | Origin::Before | Origin::Nobody => {
            "-"
        }
    }
}
