//! What a query finds: every row of the grammar, and what ranks before what.
#![allow(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod finder;
mod grammar;
mod marked;
mod quoted;

use std::sync::Arc;

use pullquote::model::{
    Actor, ActorKind, ActorRef, Analysis, Article, Attribution, Block, BlockKind, Confidence,
    Entry, Meta, Provenance, Quote, QuoteKind, Rule, Span,
};
use pullquote::store::{Catalog, Library, Location};
use tempfile::TempDir;

/// The day that queries are asked on.
const TODAY: &str = "2026-08-15";

/// An article: date, source, language, headline, paragraph. Between `{` and `}`
/// stands an actor, between `“` and `”` a quote; a quote belongs to the actor right
/// after it, and is a guess when a `?` stands between.
type Told<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

const ARTICLES: [Told; 8] = [
    (
        "2026-08-14",
        "Quay Post",
        "en",
        "Border talks resume",
        "“We shall open the border,” said {Ines Falk}. The ships wait.",
    ),
    (
        "2026-08-10",
        "Harbour Times",
        "en",
        "Pier stays open",
        "“The pier stays,” {Oskar Kimmel} said of the plans of {Ines Falk}.",
    ),
    (
        "2026-08-01T09:00",
        "Quay Post",
        "en",
        "Fire near the bush",
        "“{Ines Falk} lies,” it was said. The bush burned, {Mayor Bush} was away.",
    ),
    (
        "2026-07-20",
        "Nordblatt",
        "de",
        "Grenzgespräche enden",
        "„Kein Wort“ stand da. “Nein,”?{Ines Falk} gab nach.",
    ),
    (
        "2026-07-01",
        "한빛일보",
        "ko",
        "서울에서 회담",
        "회담은 서울에서 열렸다. “국경은 열린다”{김나래}.",
    ),
    (
        "2025-12-31",
        "Harbour Times",
        "en",
        "Talks on ships fail",
        "No talks, no ships. Border guards of the {Korean Central News Agency} left.",
    ),
    (
        "2025-01-02",
        "Quay Post",
        "en",
        "Café Rouge reopens",
        "A café. “Bon,” said {Émile Roux}. “Bien,” said {Émile Roux}.",
    ),
    ("", "", "", "Undated note", "Cost: 5 €."),
];

/// The articles above in a library.
struct Case {
    _folder: TempDir,
    library: Library,
    catalog: Arc<Catalog>,
}

impl Case {
    fn new() -> Self {
        Self::of(&ARTICLES)
    }

    fn of(articles: &[Told]) -> Self {
        Self::holding(&articles.iter().map(entry).collect::<Vec<_>>())
    }

    fn holding(entries: &[Entry]) -> Self {
        let folder = TempDir::new().unwrap();
        let location = Location::file(folder.path().join("library.db"));
        let mut library = Library::open(&location).unwrap();
        library.add(entries).unwrap();
        let catalog = library.catalog().unwrap();
        Self {
            _folder: folder,
            library,
            catalog,
        }
    }

    fn headline(&self, position: usize) -> String {
        self.catalog.get(position).unwrap().headline.to_string()
    }
}

fn entry(&(date, source, language, headline, paragraph): &Told) -> Entry {
    let mut text = format!("{headline}\n\n");
    let head = headline.len();
    let mut analysis = Analysis::default();
    let (mut opened, mut waiting) = (0, Vec::new());
    for letter in paragraph.chars() {
        match letter {
            '{' => opened = text.len(),
            '}' => {
                let actor = mention(
                    &mut analysis,
                    &text[opened..],
                    Span::new(opened, text.len()),
                );
                for (quote, sure) in waiting.drain(..) {
                    speak(&mut analysis, quote, actor, sure);
                }
            }
            '?' => waiting.iter_mut().for_each(|(_, sure)| *sure = 300),
            '“' => {
                text.push(letter);
                opened = text.len();
            }
            '”' => {
                waiting.push((analysis.quotes.len(), 900));
                analysis.quotes.push(quote(Span::new(opened, text.len())));
                text.push(letter);
            }
            '.' => {
                waiting.clear();
                text.push(letter);
            }
            _ => text.push(letter),
        }
    }
    let block = |kind, start, end| Block {
        kind,
        span: Span::new(start, end),
        credit: None,
    };
    let blocks = vec![
        block(BlockKind::Headline, 0, head),
        block(BlockKind::Paragraph, head + 2, text.len()),
    ];
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let meta = Meta {
        headline: Some(Span::new(0, head)),
        published: some(date),
        source: some(source),
        language: some(language),
        ..Meta::default()
    };
    Entry {
        article: Article::new(text, blocks, meta),
        analysis,
        provenance: Provenance {
            path: headline.into(),
            ..Provenance::default()
        },
    }
}

/// Adds a mention of the actor with this name, and gives its place.
fn mention(analysis: &mut Analysis, name: &str, span: Span) -> usize {
    let known = analysis.actors.iter().position(|actor| actor.name == name);
    let at = known.unwrap_or_else(|| {
        let organization = name.contains("Agency");
        analysis.actors.push(Actor {
            name: name.into(),
            kind: match organization {
                true => ActorKind::Organization,
                false => ActorKind::Person,
            },
            roles: Vec::new(),
            aliases: if organization {
                vec!["KCNA".into()]
            } else {
                Vec::new()
            },
            mentions: Vec::new(),
        });
        analysis.actors.len() - 1
    });
    analysis.actors[at].mentions.push(span);
    at
}

fn quote(span: Span) -> Quote {
    Quote {
        span,
        block: 1,
        kind: QuoteKind::Direct,
        closed: true,
        continues: None,
        speaker: None,
    }
}

fn speak(analysis: &mut Analysis, quote: usize, actor: usize, sure: u16) {
    analysis.quotes[quote].speaker = Some(Attribution {
        actor: Some(ActorRef(actor)),
        name: analysis.actors[actor].name.clone(),
        mention: analysis.actors[actor].mentions[0],
        cue: None,
        via: None,
        rule: Rule::Inverted,
        confidence: Confidence::from_thousandths(sure),
    });
}
