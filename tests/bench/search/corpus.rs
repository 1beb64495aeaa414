//! Articles made up with a fixed seed: a few frequent words, many rare ones, people
//! who speak in several articles.

use pullquote::model::{
    Actor, ActorKind, ActorRef, Analysis, Article, ArticleId, Attribution, Block, BlockKind,
    Confidence, Entry, Meta, Provenance, Quote, QuoteKind, Rule, Span,
};
use pullquote::store::{Catalog, Name, NameRef, Row};

/// Syllables that English words are made of.
const SYLLABLES: [&str; 48] = [
    "an", "ber", "cal", "con", "de", "der", "en", "er", "est", "for", "gar", "gov", "har", "in",
    "ing", "is", "ker", "la", "lan", "le", "li", "lo", "man", "mar", "men", "mi", "ness", "ni",
    "on", "or", "per", "pol", "pre", "pro", "re", "ri", "ro", "sen", "ser", "st", "ta", "ter",
    "tion", "to", "tri", "un", "ver", "way",
];
const SOURCES: [&str; 6] = [
    "Quay Post",
    "Harbour Times",
    "Nordblatt",
    "Vale Wire",
    "Reed Herald",
    "Tern",
];
const WORDS: usize = 30_000;
const NAMES: usize = 4_000;

/// A small random number generator (xorshift64*), the same everywhere.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end
    }

    /// A number below `end`, small ones far more often, as words are.
    fn often_small(&mut self, end: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((end as f64).powf(share) - 1.0) as usize
    }
}

pub struct Corpus {
    words: Vec<String>,
    names: Vec<String>,
    random: Random,
    made: usize,
}

impl Corpus {
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let word = |random: &mut Random| -> String {
            (0..2 + random.below(3))
                .map(|_| SYLLABLES[random.below(SYLLABLES.len())])
                .collect()
        };
        let words = (0..WORDS).map(|_| word(&mut random)).collect();
        let capital = |word: String| word[..1].to_uppercase() + &word[1..];
        let names = (0..NAMES)
            .map(|_| {
                format!(
                    "{} {}",
                    capital(word(&mut random)),
                    capital(word(&mut random))
                )
            })
            .collect();
        Self {
            words,
            names,
            random,
            made: 0,
        }
    }

    pub fn word(&self, random: &mut Random) -> &str {
        &self.words[random.often_small(WORDS)]
    }

    pub fn name(&self, random: &mut Random) -> &str {
        &self.names[random.often_small(NAMES)]
    }

    fn words(&mut self, count: usize) -> String {
        let mut text = String::new();
        for n in 0..count {
            if n > 0 {
                text.push(' ');
            }
            let at = self.random.often_small(WORDS);
            text.push_str(&self.words[at]);
        }
        text
    }

    fn date(&mut self) -> String {
        let (year, month, day) = (
            self.random.below(8),
            self.random.below(12),
            self.random.below(28),
        );
        format!("{}-{:02}-{:02}", 2019 + year, 1 + month, 1 + day)
    }

    /// Rows of articles that have no text.
    pub fn catalog(&mut self, count: usize) -> Catalog {
        let rows = (0..count).map(|n| {
            let headline = self.headline();
            let names: Vec<NameRef> = (0..3)
                .map(|_| NameRef::new(self.random.often_small(NAMES)))
                .collect();
            Row {
                id: ArticleId::of_text(&n.to_string()),
                published: Some(self.date().into()),
                headline: headline.into(),
                source: Some(SOURCES[self.random.below(SOURCES.len())].into()),
                names: names.into(),
                ..Row::default()
            }
        });
        let rows = rows.collect();
        let names = self.names.iter().map(|name| Name {
            text: name.as_str().into(),
            kind: Some(ActorKind::Person),
            aliases: Vec::new(),
            articles: 1,
        });
        Catalog::with_names(rows, names.collect())
    }

    fn headline(&mut self) -> String {
        let count = 6 + self.random.below(4);
        let words = self.words(count);
        words[..1].to_uppercase() + &words[1..]
    }

    /// The next articles, of about two kilobytes with eight quotes each.
    pub fn entries(&mut self, count: usize) -> Vec<Entry> {
        (0..count).map(|_| self.entry()).collect()
    }

    fn entry(&mut self) -> Entry {
        self.made += 1;
        let mut text = self.headline();
        let head = Span::new(0, text.len());
        let mut blocks = vec![Block {
            kind: BlockKind::Headline,
            span: head,
            credit: None,
        }];
        let mut analysis = Analysis::default();
        for name in 0..3 {
            let at = self.random.often_small(NAMES);
            let name_of = |n: usize| self.names[(at + n) % NAMES].clone();
            analysis.actors.push(Actor {
                name: name_of(name),
                kind: ActorKind::Person,
                roles: Vec::new(),
                aliases: Vec::new(),
                mentions: Vec::new(),
            });
        }
        for paragraph in 0..8 {
            text.push_str("\n\n");
            let start = text.len();
            text.push_str(&self.words(8));
            text.push_str(". “");
            let quote = text.len();
            text.push_str(&self.words(12));
            let span = Span::new(quote, text.len());
            text.push_str(",” ");
            self.speak(&mut analysis, &mut text, (paragraph, span));
            text.push_str(&self.words(9));
            text.push('.');
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span: Span::new(start, text.len()),
                credit: None,
            });
        }
        let meta = Meta {
            headline: Some(head),
            published: Some(self.date()),
            source: Some(SOURCES[self.random.below(SOURCES.len())].into()),
            language: Some("en".into()),
            ..Meta::default()
        };
        Entry {
            article: Article::new(text, blocks, meta),
            analysis,
            provenance: Provenance {
                path: format!("{}.txt", self.made),
                ..Provenance::default()
            },
        }
    }

    fn speak(
        &mut self,
        analysis: &mut Analysis,
        text: &mut String,
        (paragraph, span): (usize, Span),
    ) {
        let actor = self.random.below(analysis.actors.len());
        let speaker = &mut analysis.actors[actor];
        let mention = Span::new(text.len(), text.len() + speaker.name.len());
        text.push_str(&speaker.name);
        text.push_str(" said. ");
        speaker.mentions.push(mention);
        let speaker = Attribution {
            actor: Some(ActorRef(actor)),
            name: speaker.name.clone(),
            mention,
            cue: None,
            via: None,
            rule: Rule::Inverted,
            confidence: Confidence::from_thousandths(900),
        };
        analysis.quotes.push(Quote {
            span,
            block: paragraph + 1,
            kind: QuoteKind::Direct,
            closed: true,
            continues: None,
            speaker: Some(speaker),
        });
    }

    /// Queries for bodies, by kind: rare and frequent words, two, phrases, beginnings.
    pub fn body_queries(&self) -> Vec<(&'static str, Vec<String>)> {
        let word = |n: usize| self.words[n].clone();
        let some =
            |from: usize, make: &dyn Fn(usize) -> String| (from..from + 20).map(make).collect();
        vec![
            ("a rare word", some(20_000, &|n| word(n) + " ")),
            ("a frequent word", some(10, &|n| word(n) + " ")),
            (
                "two words",
                some(100, &|n| format!("{} {} ", word(n), word(n / 2))),
            ),
            (
                "a phrase of frequent words",
                some(0, &|n| format!("\"{} {}\"", word(n), word(n + 1))),
            ),
            (
                "a beginning of three letters",
                some(50, &|n| word(n)[..3].to_owned()),
            ),
            (
                "a beginning of two letters",
                some(50, &|n| word(n)[..2].to_owned()),
            ),
            ("one letter", some(50, &|n| word(n)[..1].to_owned())),
            (
                "a field and a word",
                some(100, &|n| format!("source:quay date:2024 {} ", word(n))),
            ),
        ]
    }
}

/// What a row shows, as one line.
pub fn line(catalog: &Catalog, row: &Row) -> String {
    let names = row.names.iter().filter_map(|name| catalog.name(*name));
    let names: Vec<&str> = names.map(|name| &*name.text).collect();
    format!(
        "{} | {} | {}",
        row.headline,
        row.source.as_deref().unwrap_or_default(),
        names.join(", ")
    )
}
