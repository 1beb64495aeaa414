//! What a line of the finder shows: computed for the lines that are shown, no more.

use super::snippet::{Snippet, snippet};
use super::{Candidate, Finder, Parts, Rank};
use crate::error::Result;
use crate::model::{BlockKind, Confidence, Span};
use crate::search::class::{Needle, mask};
use crate::search::hits::{Finding, FindingKind};
use crate::search::occurrences::{joined, of_pattern};
use crate::search::query::Pattern;
use crate::search::searchable::searchable;
use crate::store::{Body, Name, NameRef, QuoteHit, QuotePlace, Row};

/// Puts the parts of a detail apart.
const BETWEEN: &str = " · ";

impl Finder {
    /// Describes candidates of one kind; those that are gone meanwhile are left out.
    pub(super) fn describe(
        &self,
        parts: &Parts,
        best: Vec<(Rank, Candidate)>,
    ) -> Result<Vec<(Rank, Finding)>> {
        let mut described = Vec::with_capacity(best.len());
        let (mut quotes, mut bodies, mut actors) = (Vec::new(), Vec::new(), Vec::new());
        for (rank, candidate) in best {
            match candidate {
                Candidate::Article(position) => {
                    let finding = self.article(parts, position);
                    described.extend(finding.map(|finding| (rank, finding)));
                }
                Candidate::Actor(name) => actors.push((rank, name)),
                Candidate::Quote(place) => quotes.push((rank, place)),
                Candidate::Body(position) => bodies.push((rank, position)),
            }
        }
        self.describe_actors(parts, &actors, &mut described)?;
        self.describe_quotes(parts, &quotes, &mut described)?;
        self.describe_bodies(parts, &bodies, &mut described)?;
        Ok(described)
    }

    fn article(&self, parts: &Parts, position: usize) -> Option<Finding> {
        let row = self.catalog.get(position)?;
        let line = snippet(&row.headline, whole(&row.headline), &[]);
        let mut finding = Finding {
            kind: FindingKind::Article,
            article: row.id,
            span: None,
            marks: self.marks(parts, &line.label),
            label: line.label,
            detail: source_and_date(row),
            exact: String::new(),
            speaker: None,
        };
        if finding.marks.is_empty()
            && let Some(name) = self.matching_name(parts, row)
        {
            // The headline holds nothing of it: say which name does.
            finding.detail = format!("{name}{BETWEEN}{}", finding.detail);
        }
        Some(finding)
    }

    /// The first name of a row that holds one of the words.
    fn matching_name(&self, parts: &Parts, row: &Row) -> Option<String> {
        let holds = |name: &NameRef| {
            let (line, mask) = self.lines.names(&self.catalog).get(name.index());
            let mut needles = parts.needles.wanted();
            needles.any(|needle| needle.class(line, mask).is_some())
        };
        let name = row.names.iter().find(|name| holds(name))?;
        self.catalog.name(*name).map(|name| name.text.to_string())
    }

    /// Where the words of the query stand in a label: as written, or else their
    /// scattered letters.
    fn marks(&self, parts: &Parts, label: &str) -> Vec<Span> {
        let searched = searchable(label);
        let mut marks = Vec::new();
        for pattern in parts.wanted() {
            let written = of_pattern(pattern, &searched, label);
            if !written.is_empty() {
                marks.extend(written);
            } else if pattern.may_scatter() && may_mean(pattern, &searched.text) {
                let spans = self.matcher.spans(&searched.text, &pattern.words);
                marks.extend(spans.into_iter().map(|span| searched.printed(span)));
            }
        }
        joined(marks)
    }

    fn describe_actors(
        &self,
        parts: &Parts,
        actors: &[(Rank, NameRef)],
        described: &mut Vec<(Rank, Finding)>,
    ) -> Result<()> {
        let position = |name: &NameRef| self.newest().get(name.index()).copied().flatten();
        let mut positions: Vec<usize> = actors
            .iter()
            .filter_map(|(_, name)| position(name))
            .collect();
        positions.sort_unstable();
        positions.dedup();
        let mut texts: Vec<Body> = Vec::with_capacity(positions.len());
        self.library.bodies(&self.catalog, &positions, |body| {
            texts.push(body);
            true
        })?;
        for (rank, name) in actors {
            let Some((known, at)) = self.catalog.name(*name).zip(position(name)) else {
                continue;
            };
            let Some(row) = self.catalog.get(at) else {
                continue;
            };
            let mut label = known.text.to_string();
            if let Some(alias) = other_name(parts, known) {
                label.push_str(&format!(" ({alias})"));
            }
            let text = texts.binary_search_by_key(&at, |body| body.position);
            let text = text.ok().and_then(|at| texts.get(at));
            let kind = known.kind.map_or("speaker", |kind| kind.word());
            let finding = Finding {
                kind: FindingKind::Actor,
                article: row.id,
                span: text.and_then(|body| first_mention(&known.text, body)),
                marks: self.marks(parts, &label),
                label,
                detail: format!("{kind}{BETWEEN}{}", articles(known.articles)),
                exact: known.text.to_string(),
                speaker: None,
            };
            described.push((*rank, finding));
        }
        Ok(())
    }

    fn describe_quotes(
        &self,
        parts: &Parts,
        quotes: &[(Rank, QuotePlace)],
        described: &mut Vec<(Rank, Finding)>,
    ) -> Result<()> {
        let places: Vec<QuotePlace> = quotes.iter().map(|(_, place)| *place).collect();
        let ranks: std::collections::HashMap<QuotePlace, Rank> =
            quotes.iter().map(|(rank, place)| (*place, *rank)).collect();
        for quote in self.library.quotes(&self.catalog, &places)? {
            let Some(rank) = ranks.get(&quote.place) else {
                continue;
            };
            let finding = self.quote(parts, &quote);
            described
                .extend(finding.map(|finding| (self.refined(*rank, parts, &quote.words), finding)));
        }
        Ok(())
    }

    fn quote(&self, parts: &Parts, quote: &QuoteHit) -> Option<Finding> {
        let row = self.catalog.get(quote.place.position)?;
        let hits = written(parts.wanted(), &quote.words);
        let Snippet { label, marks } = snippet(&quote.words, whole(&quote.words), &hits);
        let guess = quote.confidence.is_some_and(Confidence::is_guess);
        let speaker = match &quote.speaker {
            Some(speaker) if guess => format!("? {speaker}"),
            Some(speaker) => speaker.clone(),
            None => "unattributed".to_owned(),
        };
        Some(Finding {
            kind: FindingKind::Quote,
            article: row.id,
            span: Some(quote.span),
            label,
            detail: format!("{speaker}{BETWEEN}{}", source_and_date(row)),
            marks,
            exact: quote.words.to_string(),
            speaker: quote.speaker.clone(),
        })
    }

    fn describe_bodies(
        &self,
        parts: &Parts,
        bodies: &[(Rank, usize)],
        described: &mut Vec<(Rank, Finding)>,
    ) -> Result<()> {
        let positions: Vec<usize> = bodies.iter().map(|(_, position)| *position).collect();
        let mut ranks = bodies.iter();
        self.library.bodies(&self.catalog, &positions, |body| {
            let rank = ranks.find(|(_, position)| *position == body.position);
            if let Some((rank, _)) = rank
                && let Some((finding, words)) = self.body(parts, &body)
            {
                described.push((self.refined(*rank, parts, words), finding));
            }
            true
        })
    }

    /// The line of a body: the block that holds the most of the words.
    fn body<'b>(&self, parts: &Parts, body: &'b Body) -> Option<(Finding, &'b str)> {
        let row = self.catalog.get(body.position)?;
        let shown = body
            .blocks
            .iter()
            .filter(|block| !matches!(block.kind, BlockKind::Furniture | BlockKind::Headline));
        let sought = parts.wanted().count();
        let mut best = (0, Span::default(), Vec::new());
        for block in shown {
            let words = block.span.of(&body.text);
            let searched = searchable(words);
            let found = parts
                .wanted()
                .map(|pattern| of_pattern(pattern, &searched, words));
            let found: Vec<Vec<Span>> = found.filter(|spans| !spans.is_empty()).collect();
            if found.len() > best.0 {
                let hits = joined(found.concat()).into_iter();
                let hits = hits.map(|hit| hit.shift(block.span.start)).collect();
                best = (found.len(), block.span, hits);
            }
            if best.0 == sought {
                break;
            }
        }
        let (_, span, hits) = best;
        let Snippet { label, marks } = snippet(&body.text, span, &hits);
        let finding = Finding {
            kind: FindingKind::Body,
            article: row.id,
            span: hits.first().copied(),
            label,
            detail: format!("{}{BETWEEN}{}", row.headline, source_and_date(row)),
            marks,
            exact: String::new(),
            speaker: None,
        };
        Some((finding, span.of(&body.text)))
    }

    /// The rank with the class that the words really have, now that they are here.
    fn refined(&self, rank: Rank, parts: &Parts, words: &str) -> Rank {
        let line = searchable(words).text;
        let class = parts.needles.class(line.as_bytes(), mask(line.as_bytes()));
        Rank {
            class: class.map_or(rank.class, |sum| sum.class),
            ..rank
        }
    }
}

/// Where the patterns stand in `text` as written.
fn written<'a>(patterns: impl Iterator<Item = &'a Pattern>, text: &str) -> Vec<Span> {
    let searched = searchable(text);
    joined(
        patterns
            .flat_map(|pattern| of_pattern(pattern, &searched, text))
            .collect(),
    )
}

/// The other name that holds what is looked for, when the name itself does not.
fn other_name<'a>(parts: &Parts, name: &'a Name) -> Option<&'a str> {
    let holds = |text: &str| !written(parts.wanted(), text).is_empty();
    let mut others = name.aliases.iter();
    let other = others
        .find(|alias| holds(alias))
        .filter(|_| !holds(&name.text));
    other.map(AsRef::as_ref)
}

fn first_mention(name: &str, body: &Body) -> Option<Span> {
    let mut blocks = body.blocks.iter().filter(|block| block.kind.is_analysed());
    blocks.find_map(|block| {
        let at = block.span.start + block.span.of(&body.text).find(name)?;
        Some(Span::new(at, at + name.len()))
    })
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

fn articles(count: u32) -> String {
    match count {
        1 => "1 article".to_owned(),
        count => format!("{count} articles"),
    }
}

fn source_and_date(row: &Row) -> String {
    let day = row
        .published
        .as_deref()
        .map(|date| date.get(..10).unwrap_or(date));
    let parts = [row.source.as_deref(), day];
    parts
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(BETWEEN)
}

/// Whether the letters of `pattern` stand close enough together in `line` to count.
fn may_mean(pattern: &Pattern, line: &str) -> bool {
    let line = line.as_bytes();
    Needle::new(pattern).class(line, mask(line)).is_some()
}
