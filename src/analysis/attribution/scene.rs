//! A passage with what stands around it, as the rules look at it.

use crate::model::{ActorKind, BlockKind, Rule};

use super::super::cue::{Cue, Link};
use super::super::document::{Document, Paragraph, Token};
use super::super::lexicon::speech::Language;
use super::super::marks::Passage;
use super::super::phrase::Phrase;
use super::name::Names;
use super::{At, Finding, confidence};

/// A passage with what stands around it.
pub(super) struct Scene<'a> {
    pub document: &'a Document<'a>,
    pub paragraph: &'a Paragraph<'a>,
    /// The number of the paragraph in the document.
    pub number: usize,
    /// The index of the passage's token.
    pub at: usize,
    pub shape: Shape,
    pub history: &'a History,
    pub names: &'a Names<'a>,
    index: usize,
    passage: &'a Passage,
    nearby: Vec<(Link, Place)>,
}

/// What a passage looks like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// How many words it has.
    pub words: usize,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it looks like the title of a work: its long words are capitalised.
    pub titled: bool,
}

/// Where a cue stands, seen from the passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the same sentence, with no other passage between.
    Before,
    After,
    /// In the same sentence, behind another passage.
    BeforePassage,
    AfterPassage,
    /// In the sentence before or after, with no other passage between.
    SentenceBefore,
    SentenceAfter,
}

/// Who spoke so far.
#[derive(Debug, Default)]
pub(super) struct History {
    /// The last speaker of the article, and the paragraph that names them.
    pub last: Option<(usize, Finding)>,
    /// The last speaker of this paragraph, and the index of the passage.
    pub here: Option<(usize, Finding)>,
    /// The speakers of all passages so far.
    found: Vec<Option<Finding>>,
}

impl History {
    /// Nobody has spoken yet in the paragraph that begins.
    pub fn enter_paragraph(&mut self) {
        self.here = None;
    }

    /// The next passage, in `paragraph`, was said by the one that was found, or by nobody.
    pub fn note(&mut self, paragraph: usize, finding: Option<Finding>) {
        if let Some(finding) = finding {
            self.last = Some((paragraph.min(finding.speaker.paragraph), finding));
            self.here = Some((self.found.len(), finding));
        }
        self.found.push(finding);
    }

    /// Who said the passage with index `index`.
    pub fn speaker_of(&self, index: usize) -> Option<Finding> {
        self.found.get(index).copied().flatten()
    }
}

/// The index of words without marks: that of no passage.
const NO_PASSAGE: usize = usize::MAX;

/// Cues farther away than this many words are not looked at: the longest
/// sentences of news are shorter, and a hostile one stays cheap.
const MAX_DISTANCE: usize = 250;

/// Nor are more than this many links on either side: only a paragraph of nothing but
/// verbs of speech has them, and every statement in it would look at all.
const MAX_LINKS: usize = 40;

impl<'a> Scene<'a> {
    /// The scene of the passage that stands as the word `at` in paragraph `number`.
    pub fn new(
        names: &'a Names<'a>,
        history: &'a History,
        number: usize,
        at: usize,
    ) -> Option<Self> {
        let document = names.document();
        let paragraph = &document.paragraphs[number];
        let index = paragraph.tokens.get(at)?.passage?;
        let passage = &document.passages[index];
        let scene = Self::of_words(names, history, (number, at), passage);
        Some(Self { index, ..scene })
    }

    /// The scene of words without marks, given as if they were a passage: they begin
    /// with the word `at` of a paragraph.
    pub fn of_words(
        names: &'a Names<'a>,
        history: &'a History,
        (number, at): (usize, usize),
        passage: &'a Passage,
    ) -> Self {
        let document = names.document();
        let paragraph = &document.paragraphs[number];
        let mut shape = Shape::of(passage.span.of(&document.article.text));
        // Where every word has a capital, capitals make no title.
        shape.titled &= !paragraph.tokens.title_case;
        let mut scene = Self {
            document,
            paragraph,
            number,
            at,
            shape,
            history,
            names,
            index: NO_PASSAGE,
            passage,
            nearby: Vec::new(),
        };
        scene.nearby = scene.collect();
        scene
    }

    pub fn passage(&self) -> &'a Passage {
        self.passage
    }

    /// The words of the passage.
    pub fn words(&self) -> &'a str {
        self.passage().span.of(&self.document.article.text)
    }

    /// The inside of the passage, where it is read, as a paragraph of the document.
    pub fn inside(&self) -> Option<usize> {
        self.document.insides.get(&self.index).copied()
    }

    /// Whether the passage stands in the headline.
    pub fn is_headline(&self) -> bool {
        self.document.article.blocks[self.paragraph.block].kind == BlockKind::Headline
    }

    pub fn token(&self, at: usize) -> Option<&'a Token<'a>> {
        self.paragraph.tokens.get(at)
    }

    pub fn cue(&self, link: Link) -> &'a Cue {
        &self.paragraph.cues[link.cue]
    }

    pub fn phrase(&self, link: Link) -> &'a Phrase {
        &self.paragraph.phrases[link.phrase]
    }

    /// Whether the noun phrase may label its paragraph with who speaks: no place
    /// does, and outside English a headline has only people before its colon.
    pub fn may_label(&self, phrase: usize) -> bool {
        let kind = self.names.kind(At {
            paragraph: self.number,
            phrase,
        });
        match kind {
            Some(ActorKind::Person) => true,
            Some(ActorKind::Place) => false,
            _ => !self.is_headline() || self.paragraph.tokens.language == Language::English,
        }
    }

    /// The links of the cues around the passage, with the place of each cue.
    pub fn placed_links(&self) -> impl Iterator<Item = (Link, Place)> {
        self.nearby.iter().copied()
    }

    /// The links of the cues around the passage.
    pub fn links(&self) -> impl Iterator<Item = Link> {
        self.nearby.iter().map(|&(link, _)| link)
    }

    /// The link nearest to the passage that fits, if its cue stands at `place`.
    pub fn nearest(&self, place: Place, fits: impl Fn(Link) -> bool) -> Option<Link> {
        let here = self.nearby.iter().filter(|&&(_, p)| p == place);
        here.map(|&(link, _)| link)
            .filter(|&link| fits(link))
            .min_by_key(|&link| self.cue(link).tokens.start.abs_diff(self.at))
    }

    /// The first link that fits, whose cue stands at one of `places`.
    pub fn first(&self, places: &[Place], fits: impl Fn(Link) -> bool) -> Option<Link> {
        let here = self
            .nearby
            .iter()
            .filter(|(_, place)| places.contains(place));
        here.map(|&(link, _)| link).find(|&link| fits(link))
    }

    /// The speaker that `link` leads to.
    pub fn found(&self, link: Link, far: Option<confidence::Share>) -> Finding {
        let rule = confidence::rule(link.role);
        Finding {
            speaker: At {
                paragraph: self.number,
                phrase: link.phrase,
            },
            cue: Some(link.cue),
            rule,
            confidence: confidence::of(rule, far),
        }
    }

    /// The earlier passage of the same utterance: "…," she said, "…".
    pub fn continued_piece(&self, finding: Option<Finding>) -> Option<usize> {
        let finding = finding?;
        let (earlier, before) = self.history.here?;
        let same = finding.speaker == before.speaker && earlier + 1 == self.index;
        let interrupted = finding.rule == Rule::SameParagraph || finding.cue == before.cue;
        (same && interrupted && self.is_behind_cue_of(before)).then_some(earlier)
    }

    /// Whether the cue of the passage before stands between it and this one.
    fn is_behind_cue_of(&self, before: Finding) -> bool {
        let between = before
            .cue
            .filter(|_| before.speaker.paragraph == self.number);
        between.is_some_and(|cue| {
            let tokens = &self.paragraph.cues[cue].tokens;
            tokens.end <= self.at && !self.paragraph.tokens.has_passage(tokens.end..self.at)
        })
    }

    /// The links of the cues around the passage, with the place of each cue.
    fn collect(&self) -> Vec<(Link, Place)> {
        let links = &self.paragraph.links;
        let start = |link: &Link| self.paragraph.cues[link.cue].tokens.start;
        let far = links.partition_point(|link| start(link) + MAX_DISTANCE < self.at);
        let middle = far + links[far..].partition_point(|link| start(link) < self.at);
        let first = far.max(middle.saturating_sub(MAX_LINKS));
        let last = links.len().min(middle + MAX_LINKS);
        links[first..last]
            .iter()
            .take_while(|link| start(link) <= self.at + MAX_DISTANCE)
            .filter_map(|&link| Some((link, self.place(self.cue(link))?)))
            .collect()
    }

    fn place(&self, cue: &Cue) -> Option<Place> {
        let sentence = self.token(self.at)?.sentence;
        let passage = |range| self.paragraph.tokens.has_passage(range);
        if cue.tokens.start > self.at {
            return match (passage(self.at + 1..cue.tokens.start), cue.sentence) {
                (true, other) => (other == sentence).then_some(Place::AfterPassage),
                (false, other) if other == sentence => Some(Place::After),
                (false, other) => (other == sentence + 1).then_some(Place::SentenceAfter),
            };
        }
        match (passage(cue.tokens.end..self.at), cue.sentence) {
            (true, other) => (other == sentence).then_some(Place::BeforePassage),
            (false, other) if other == sentence => Some(Place::Before),
            (false, other) => (other + 1 == sentence).then_some(Place::SentenceBefore),
        }
    }
}

impl Shape {
    fn of(text: &str) -> Self {
        let mut words = 0;
        let mut long_capital = true;
        for word in words_of(text) {
            words += 1;
            let long = word.chars().count() > 3;
            long_capital &= !long || word.starts_with(char::is_uppercase);
        }
        // "[It was] a long game": the reporter's brackets hide nothing.
        let capital = text
            .trim_start_matches(['[', '(', '…', '.', ' '])
            .starts_with(char::is_uppercase);
        let titled = words > 0
            && words <= MAX_TITLE
            && capital
            && long_capital
            && !text.ends_with(['!', '?', '.']);
        Self {
            words,
            capital,
            titled,
        }
    }
}

/// A title of a work has at most this many words.
const MAX_TITLE: usize = 8;

/// The words of a passage.
pub(super) fn words_of(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '_' | '’' | '\'' | '-');
    text.split(move |c| !inner(c))
        .filter(|word| !word.is_empty())
}
