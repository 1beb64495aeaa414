//! A small library made by hand, and a desk that answers what the state asks.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use pullquote::app::keymap::{Key, lookup};
use pullquote::app::{Action, App, Effect, Ticket};
use pullquote::model::{
    Actor, ActorKind, ActorRef, Analysis, Article, ArticleId, Attribution, Block, BlockKind,
    Confidence, Entry, Meta, Quote, QuoteKind, Relation, Rule, Span, Via,
};
use pullquote::search::{Finding, FindingKind, Findings, Hits};
use pullquote::store::{Catalog, Row};
use pullquote::tui::theme::Theme;
use pullquote::tui::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// A state, and whoever performs what it asks for, at once.
pub struct Desk {
    pub app: App,
    pub entries: HashMap<ArticleId, Arc<Entry>>,
    pub catalog: Arc<Catalog>,
    /// What was asked for beside searches and articles.
    pub done: Vec<Effect>,
    /// Answers are kept back while this is set.
    pub slow: bool,
    pub outstanding: Vec<Effect>,
}

impl Desk {
    pub fn new(entries: Vec<Entry>, columns: u16, rows: u16) -> Self {
        let entries: HashMap<_, _> = entries
            .into_iter()
            .map(|entry| (entry.article.id, Arc::new(entry)))
            .collect();
        let catalog = Arc::new(catalog(entries.values()));
        let mut desk = Self {
            app: App::new(Arc::clone(&catalog)),
            entries,
            catalog,
            done: Vec::new(),
            slow: false,
            outstanding: Vec::new(),
        };
        desk.act(Action::Resized { columns, rows });
        desk
    }

    /// Applies an action and performs what it asks for.
    pub fn act(&mut self, action: Action) -> &mut Self {
        let mut effects = self.app.update(action);
        while !effects.is_empty() {
            let mut next = Vec::new();
            for effect in effects {
                if self.slow && self.answer(&effect).is_some() {
                    self.outstanding.push(effect);
                } else if let Some(answer) = self.answer(&effect) {
                    next.extend(self.app.update(answer));
                } else {
                    self.done.push(effect);
                }
            }
            effects = next;
        }
        self
    }

    /// Presses keys, written as the table prints them, blanks between.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split(' ') {
            let key: Key = name.parse().expect("a key of the table");
            if let Some(action) = lookup(self.app.mode(), key) {
                self.act(action);
            }
        }
        self
    }

    pub fn typed(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.act(Action::Type(letter));
        }
        self
    }

    /// What whoever performs effects would answer.
    pub fn answer(&self, effect: &Effect) -> Option<Action> {
        match effect {
            Effect::Load { ticket, id } => Some(self.load(*ticket, *id)),
            Effect::List { ticket, query } => Some(Action::Listed(*ticket, self.list(query))),
            Effect::Find {
                ticket,
                query,
                scope,
            } => Some(Action::Found(*ticket, self.find(query, *scope))),
            Effect::Copy { text } => Some(Action::Copied(format!(
                "sent to the terminal's clipboard, {} bytes",
                text.len()
            ))),
            Effect::Quit | Effect::Suspend | Effect::Redraw | Effect::Import => None,
        }
    }

    fn load(&self, ticket: Ticket, id: ArticleId) -> Action {
        match self.entries.get(&id) {
            Some(entry) => Action::Loaded(ticket, Arc::clone(entry)),
            None => Action::Failed(ticket, "this article is gone".into()),
        }
    }

    fn list(&self, query: &str) -> Hits {
        let query = query.to_lowercase();
        let holds = |row: &Row| row.headline.to_lowercase().contains(&query);
        let rows = self.catalog.rows().iter().enumerate();
        Hits {
            positions: rows
                .filter(|(_, row)| holds(row))
                .map(|(at, _)| at)
                .collect(),
            notes: match query.contains("colour:") {
                true => vec!["no field \"colour\"; searched as text".into()],
                false => Vec::new(),
            },
        }
    }

    fn find(&self, query: &str, scope: Option<FindingKind>) -> Findings {
        let query = query.to_lowercase();
        let mut found = Findings {
            searched: self.catalog.len(),
            ..Findings::default()
        };
        for row in self.catalog.rows() {
            let entry = &self.entries[&row.id];
            found.items.extend(find_in(entry, row, &query));
        }
        found
            .items
            .retain(|item| scope.is_none_or(|scope| scope == item.kind));
        found.found = found.items.len();
        found
    }
}

fn find_in(entry: &Entry, row: &Row, query: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let place = format!(
        "{} · {}",
        row.source.as_deref().unwrap_or("?"),
        row.published.as_deref().unwrap_or("undated")
    );
    let mut add = |kind, label: &str, span, detail: &str| {
        if let Some(at) = label.to_lowercase().find(query) {
            found.push(Finding {
                kind,
                article: row.id,
                span,
                label: label.to_owned(),
                detail: detail.to_owned(),
                marks: vec![Span::new(at, at + query.len())],
            });
        }
    };
    add(FindingKind::Article, &row.headline, None, &place);
    for actor in &entry.analysis.actors {
        let span = actor.mentions.first().copied();
        add(FindingKind::Actor, &actor.name, span, "1 article");
    }
    for quote in &entry.analysis.quotes {
        let words = quote.span.of(&entry.article.text);
        let who = quote.speaker.as_ref().map_or("", |speaker| &speaker.name);
        add(FindingKind::Quote, words, Some(quote.span), who);
    }
    found
}

fn catalog<'a>(entries: impl Iterator<Item = &'a Arc<Entry>>) -> Catalog {
    Catalog::new(entries.map(|entry| row(entry)).collect())
}

/// What a list shows of an entry.
pub fn row(entry: &Entry) -> Row {
    let meta = &entry.article.meta;
    let spoken = |quote: &&Quote| quote.kind != QuoteKind::Term;
    Row {
        id: entry.article.id,
        published: meta.published.as_deref().map(Into::into),
        headline: entry.article.headline().into(),
        source: meta.source.as_deref().map(Into::into),
        language: meta.language.as_deref().map(Into::into),
        quotes: entry.analysis.quotes.iter().filter(spoken).count() as u32,
        actors: entry.analysis.actors.len() as u32,
        ..Row::default()
    }
}

/// An article whose blocks are given by kind, analysed by hand.
pub struct Draft {
    text: String,
    blocks: Vec<Block>,
    meta: Meta,
    analysis: Analysis,
}

impl Draft {
    pub fn new(source: &str, published: &str, blocks: &[(BlockKind, &str)]) -> Self {
        let mut draft = Self {
            text: String::new(),
            blocks: Vec::new(),
            meta: Meta {
                source: Some(source.into()).filter(|source: &String| !source.is_empty()),
                published: Some(published.into()).filter(|date: &String| !date.is_empty()),
                ..Meta::default()
            },
            analysis: Analysis::default(),
        };
        for &(kind, words) in blocks {
            let start = draft.text.len();
            let span = Span::new(start, start + words.len());
            if kind == BlockKind::Headline {
                draft.meta.headline = Some(span);
            }
            draft.blocks.push(Block {
                kind,
                span,
                credit: None,
            });
            draft.text.push_str(words);
            draft.text.push_str("\n\n");
        }
        draft
    }

    pub fn byline(mut self, byline: &str) -> Self {
        self.meta.byline = Some(byline.into());
        self
    }

    /// An actor with every place where one of `names` stands.
    pub fn actor(mut self, kind: ActorKind, names: &[&str], role: Option<&str>) -> Self {
        let mut mentions: Vec<Span> = Vec::new();
        for name in names {
            for (at, _) in self.text.match_indices(name) {
                let span = Span::new(at, at + name.len());
                if !mentions.iter().any(|other| other.overlaps(span)) {
                    mentions.push(span);
                }
            }
        }
        mentions.sort();
        self.analysis.actors.push(Actor {
            name: names[0].into(),
            kind,
            roles: role.map(|role| self.span(role)).into_iter().collect(),
            aliases: names[1..].iter().map(|name| (*name).into()).collect(),
            mentions,
        });
        self
    }

    /// A quote of `words` by the actor `who`, or by nobody known.
    pub fn quote(mut self, words: &str, who: Option<usize>, cue: &str) -> Self {
        let span = self.span(words);
        let block = self.blocks.iter().position(|block| block.span.covers(span));
        let actors = &self.analysis.actors;
        let speaker = who.map(|at| Attribution {
            actor: Some(ActorRef(at)),
            name: actors[at].name.clone(),
            mention: actors[at].mentions[0],
            cue: self.cue(span, cue),
            via: None,
            rule: Rule::SubjectOfCue,
            confidence: Confidence::from_thousandths(900),
        });
        self.analysis.quotes.push(Quote {
            span,
            block: block.unwrap_or(0),
            kind: QuoteKind::Direct,
            closed: true,
            continues: None,
            speaker,
        });
        self
    }

    /// Changes the speaker of the last quote.
    pub fn but(mut self, change: impl Fn(&mut Attribution)) -> Self {
        let quote = self.analysis.quotes.last_mut().unwrap();
        change(quote.speaker.as_mut().unwrap());
        self
    }

    pub fn entry(mut self) -> Entry {
        self.analysis.quotes.sort_by_key(|quote| quote.span.start);
        Entry {
            article: Article::new(self.text, self.blocks, self.meta),
            analysis: self.analysis,
            ..Entry::default()
        }
    }

    // After the quote, else right before it.
    fn cue(&self, quote: Span, cue: &str) -> Option<Span> {
        let after = self.text[quote.end..].find(cue).map(|at| quote.end + at);
        let near = after.filter(|at| at - quote.end < 60);
        let at = near.or_else(|| self.text[..quote.start].rfind(cue));
        at.map(|at| Span::new(at, at + cue.len()))
    }

    fn span(&self, words: &str) -> Span {
        let at = self.text.find(words).expect("words of the article");
        Span::new(at, at + words.len())
    }
}

/// The library of the pictures.
pub fn library() -> Vec<Entry> {
    let mut library = vec![ferry(), korean(), german(), undated()];
    let others = [
        (
            "2026-02-28",
            "Calder Post",
            "Lighthouse keepers win their case against the coast agency",
        ),
        (
            "2026-02-27T18:40",
            "Meridian Wire",
            "Storm closes three passes",
        ),
        (
            "2026-02-27",
            "Northmoor Gazette",
            "Old mill to become a library, says mayor",
        ),
        ("2025-11-03", "Efna", "Kelp harvest doubles in a year"),
        (
            "2025-06-18",
            "Harbour Courier",
            "School meals: a look back at ten years of arguments over who pays",
        ),
        ("2024-12-31", "Calder Post", "The year in pictures"),
    ];
    for (date, source, headline) in others {
        let mut body = String::new();
        write!(
            body,
            "{headline}. There was little to add to that on the day itself."
        )
        .unwrap();
        let blocks = [
            (BlockKind::Headline, headline),
            (BlockKind::Paragraph, &*body),
        ];
        library.push(Draft::new(source, date, &blocks).entry());
    }
    library
}

/// Words of no meaning, so that neighbouring lines are as unlike as in print.
const WORDS: &str = "harbour wall council spring evening map table clerk winter survey bill \
    storm room voice paper letter question answer ferry bridge island morning street window \
    ledger budget engineer captain teacher kitchen station witness signature promise delay \
    before after against beneath within without because although nobody somebody everyone \
    argued counted walked refused agreed remembered promised closed opened carried measured";

/// A hundred articles of forty paragraphs, with a quote in each third one.
pub fn long_library() -> Vec<Entry> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut random = Random(0x5eed_0002);
    let mut sentence = |length: usize| {
        let mut picked = Vec::new();
        picked.resize_with(length, || words[random.below(words.len())]);
        picked.join(" ")
    };
    let mut article = |nth: usize| {
        let headline = format!("{nth} {}", sentence(9));
        let mut blocks = vec![(BlockKind::Headline, headline)];
        let mut spoken = Vec::new();
        for at in 0..40 {
            let quoted = format!("{} {nth} {at},", sentence(8));
            let words = match at % 3 {
                0 => format!("“{quoted}” a clerk said, and {}.", sentence(18)),
                _ => format!("{}. {}.", sentence(14), sentence(20)),
            };
            blocks.push((BlockKind::Paragraph, words));
            spoken.extend((at % 3 == 0).then_some(quoted));
        }
        let blocks: Vec<_> = blocks
            .iter()
            .map(|(kind, words)| (*kind, words.as_str()))
            .collect();
        let day = format!("2026-01-{:02}", nth % 28 + 1);
        let mut draft = Draft::new(
            ["Meridian Wire", "Efna", "Calder Post"][nth % 3],
            &day,
            &blocks,
        );
        for quoted in &spoken {
            draft = draft.quote(quoted, None, "");
        }
        draft.entry()
    };
    (0..100).map(&mut article).collect()
}

/// A generator of numbers that are the same in every run: xorshift64*.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        (number as usize) % limit.max(1)
    }
}

fn ferry() -> Entry {
    use BlockKind::{Byline, Caption, Deck, Furniture, Headline, Paragraph};
    let blocks = [
        (Furniture, "Share this story"),
        (Furniture, "Save for later"),
        (
            Headline,
            "Harbour council votes to close the old ferry dock",
        ),
        (Deck, "Islanders say nobody asked them"),
        (Byline, "By Tamsin Orrell"),
        (
            Caption,
            "The dock at Saltmere on Sunday, a day before the vote. (Meridian Wire)",
        ),
        (
            Paragraph,
            "The harbour council of Saltmere voted on Monday to close the old ferry dock by the end of the year, after a debate that lasted into the night.",
        ),
        (
            Paragraph,
            "“We cannot mend a dock that the sea has already taken,” council chair Ingrid Vael said. “Every winter we would pay again.”",
        ),
        (
            Paragraph,
            "Islanders filled the hall. “Nobody asked us,” said Joss Penhale, who has run the ferry for thirty-one years, and the room rose to its feet.",
        ),
        (
            Paragraph,
            "The council’s engineers, according to a report seen by Meridian Wire, had called the pilings “beyond repair” as early as last spring.",
        ),
        (
            Paragraph,
            "Vael told Radio Skerry that a new dock would be built “where the water is kind”.",
        ),
        (
            Paragraph,
            "“That is what they said about the bridge,” an islander called from the back.",
        ),
        (
            Paragraph,
            "The vote was nine to four. Work is to begin in May.",
        ),
        (Furniture, "More from Meridian Wire"),
    ];
    let guess = Confidence::from_thousandths(400);
    let draft = Draft::new("Meridian Wire", "2026-03-02T21:15", &blocks).byline("Tamsin Orrell");
    let radio = draft.span("Radio Skerry");
    let wire = draft.span("Meridian Wire, had");
    let wire = Span::new(wire.start, wire.start + "Meridian Wire".len());
    draft
        .actor(
            ActorKind::Person,
            &["Ingrid Vael", "Vael"],
            Some("council chair"),
        )
        .actor(ActorKind::Person, &["Joss Penhale"], None)
        .actor(
            ActorKind::Organization,
            &["harbour council", "council"],
            None,
        )
        .actor(ActorKind::Organization, &["council’s engineers"], None)
        .actor(ActorKind::Place, &["Saltmere"], None)
        .actor(ActorKind::Organization, &["Radio Skerry"], None)
        .quote(
            "We cannot mend a dock that the sea has already taken,",
            Some(0),
            "said",
        )
        .quote("Every winter we would pay again.", Some(0), "said")
        .quote("Nobody asked us,", Some(1), "said")
        .quote("beyond repair", Some(3), "called")
        .but(|speaker| {
            speaker.confidence = guess;
            speaker.via = Some(via(wire, "Meridian Wire", Relation::ReportedBy));
        })
        .quote("where the water is kind", Some(0), "told")
        .but(|speaker| {
            speaker.via = Some(via(radio, "Radio Skerry", Relation::Told));
        })
        .quote("That is what they said about the bridge,", None, "")
        .entry()
}

fn via(mention: Span, name: &str, relation: Relation) -> Via {
    Via {
        actor: None,
        name: name.into(),
        mention,
        relation,
    }
}

fn korean() -> Entry {
    use BlockKind::{Headline, Paragraph};
    let blocks = [
        (
            Headline,
            "항구 도시들, 새 여객선 항로를 두고 다시 마주 앉다",
        ),
        (
            Paragraph,
            "세 항구 도시의 대표들이 월요일 다시 만나 새 항로를 논의했다. 윤서하 대표는 “배는 사람을 기다려야 한다”고 말했다.",
        ),
        (Paragraph, "다음 회의는 사월에 열린다."),
    ];
    Draft::new("한결통신", "2026-03-02", &blocks)
        .actor(ActorKind::Person, &["윤서하"], Some("대표"))
        .quote("배는 사람을 기다려야 한다", Some(0), "말했다")
        .entry()
}

fn german() -> Entry {
    use BlockKind::{Headline, Paragraph};
    let blocks = [
        (
            Headline,
            "Hafenstädte streiten über Donaudampfschifffahrtsgesellschaftskapitänspatente",
        ),
        (
            Paragraph,
            "Die Verhandlungen dauern an. „Wir reden, solange geredet wird“, sagte Jörg Ahlers am Abend.",
        ),
    ];
    Draft::new("Küstenbote", "2026-03-01", &blocks)
        .actor(ActorKind::Person, &["Jörg Ahlers"], None)
        .quote("Wir reden, solange geredet wird", Some(0), "sagte")
        .entry()
}

fn undated() -> Entry {
    use BlockKind::{Headline, Paragraph};
    let blocks = [
        (Headline, "Notes found in a drawer"),
        (Paragraph, "Nobody signed them, and nobody is quoted."),
    ];
    Draft::new("", "", &blocks).entry()
}

/// Draws the state as it would stand in the terminal.
pub fn picture(app: &App) -> Buffer {
    let (columns, rows) = app.size();
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    let theme = Theme::terminal();
    terminal
        .draw(|frame| view::draw(app, &theme, frame))
        .unwrap();
    terminal.backend().buffer().clone()
}

/// The cells as lines, without blanks at their ends.
pub fn screen_text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += pullquote::text::width::width(symbol).max(1) as u16;
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
