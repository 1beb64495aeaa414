//! Articles written and analysed by hand.

use pullquote::model::{
    Actor, ActorKind, ActorRef, Analysis, Article, Attribution, Block, BlockKind, Confidence,
    Entry, Meta, Quote, QuoteKind, Rule, Span,
};

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

    pub fn span(&self, words: &str) -> Span {
        let at = self.text.find(words).expect("words of the article");
        Span::new(at, at + words.len())
    }
}
