//! What a passage looks like: whether anybody need have said it.

use super::super::super::document::Token;
use super::super::super::lexicon::speech::Tags;
use super::super::scene::{Place, Scene, words_of};
use super::super::weights::Sink;
use super::mention::class;

/// A passage as the model sees it.
pub(super) struct Look<'a> {
    scene: &'a Scene<'a>,
    /// An utterance of its own or a piece of one.
    pub size: &'static str,
    /// Whether nothing else stands in its paragraph.
    pub alone: bool,
    /// The class of its last character.
    pub last: &'static str,
    /// How many verbs of saying stand in its sentence, up to 2.
    pub cues: &'static str,
}

/// A passage is alone when no word stands within this distance.
const MAX_ALONE: usize = 12;

/// Words after which a passage is a title or a name.
const NAMING: [&str; 20] = [
    "album",
    "book",
    "called",
    "dubbed",
    "entitled",
    "episode",
    "film",
    "magazine",
    "movie",
    "named",
    "nicknamed",
    "novel",
    "play",
    "podcast",
    "program",
    "programme",
    "series",
    "show",
    "song",
    "titled",
];

impl<'a> Look<'a> {
    pub fn of(scene: &'a Scene<'a>) -> Self {
        let utterance = scene.shape.capital && scene.shape.words >= 4;
        let others = |token: &Token| token.passage.is_none() && token.is_word();
        let near = scene.at.saturating_sub(MAX_ALONE)..scene.at + MAX_ALONE;
        let near = scene.paragraph.tokens.slice(near);
        let says = scene.placed_links().filter(|&(link, place)| {
            matches!(place, Place::Before | Place::After) && scene.cue(link).says
        });
        Self {
            size: if utterance { "utterance" } else { "piece" },
            alone: !near.iter().any(others),
            last: last(scene.words()),
            cues: ["0", "1", "2"][says.take(2).count()],
            scene,
        }
    }

    /// Tells `sink` what speaks for nobody.
    pub fn tell(&self, sink: &mut impl Sink) {
        let scene = self.scene;
        sink.add(&["nobody"]);
        sink.add(&["nobody, words", words(scene.shape.words)]);
        sink.add(&["nobody, first", first(scene.words())]);
        sink.add(&["nobody, last", self.last]);
        sink.add(&["nobody, cues", self.cues]);
        let long_capitals = words_of(scene.words())
            .filter(|word| word.chars().count() > 3)
            .all(|word| word.starts_with(char::is_uppercase));
        if long_capitals && scene.shape.capital {
            let many = if scene.shape.words > 1 { "many" } else { "one" };
            sink.add(&["nobody, title", many]);
        }
        let tokens = &scene.paragraph.tokens;
        let before = tokens.before(scene.at);
        let after = tokens.get(scene.at + 1);
        sink.add(&[
            "nobody, before",
            before.map_or("start", |token| beside(token)),
        ]);
        sink.add(&["nobody, after", after.map_or("end", |token| beside(token))]);
        if before.is_some_and(|token| NAMING.contains(&token.word)) {
            sink.add(&["nobody, naming"]);
        }
        if scene.passage().mark.is_single() {
            sink.add(&["nobody, single mark"]);
        }
        if scene.is_headline() {
            sink.add(&["nobody, headline"]);
        }
        if self.alone {
            sink.add(&["nobody, alone"]);
        }
        if scene.placed_links().next().is_none() {
            sink.add(&["nobody, no cue"]);
        }
    }
}

/// Words of closed classes as they are, others by their class.
fn beside<'t>(token: &Token<'t>) -> &'t str {
    let closed = Tags::DETERMINER.or(Tags::PREPOSITION).or(Tags::CONJUNCTION);
    if token.passage.is_none() && (token.is(closed) || !token.is_word()) {
        return token.word;
    }
    if token.is(Tags::SPEECH_NOUN) && token.known.verb.is_none() {
        return "speech noun";
    }
    class(token)
}

fn words(count: usize) -> &'static str {
    match count {
        0..=1 => "1",
        2 => "2",
        3 => "3",
        4..=5 => "5",
        6..=8 => "8",
        9..=20 => "20",
        _ => "more",
    }
}

fn first(text: &str) -> &'static str {
    match text.chars().next() {
        Some(c) if c.is_uppercase() => "capital",
        Some(c) if c.is_lowercase() => "small",
        _ => "other",
    }
}

fn last(text: &str) -> &'static str {
    match text.chars().next_back() {
        Some(',') => "comma",
        Some('.' | '…') => "stop",
        Some('?' | '!') => "asked",
        _ => "word",
    }
}
