//! Citations: the words, who said them, and where they stand.

use std::borrow::Cow;

use super::{Cited, CodePoints, Template};
use crate::model::{Entry, Quote, Rule};
use crate::study::{Called, is_unnamed};

/// The quote cited as `template` says.
pub fn by(template: &Template, entry: &Entry, quote: &Quote) -> String {
    let meta = &entry.article.meta;
    let role = role(entry, quote).unwrap_or_default();
    let date = date(entry).unwrap_or_default();
    template.fill(&Cited {
        quote: quote.span.of(&entry.article.text),
        speaker: called(entry, quote),
        role: &role,
        source: meta.source.as_deref().unwrap_or_default(),
        title: entry.article.headline(),
        date: &date,
        url: meta.url.as_deref().unwrap_or_default(),
        author: meta.byline.as_deref().unwrap_or_default(),
    })
}

/// What the speaker is called in a citation.
fn called<'a>(entry: &Entry, quote: &'a Quote) -> Cow<'a, str> {
    let Some(said) = &quote.speaker else {
        return Cow::Borrowed("");
    };
    let named = said.actor.is_some() || said.rule == Rule::User;
    let language = entry.article.meta.language.as_deref();
    let unnamed = is_unnamed(&said.name, named, language);
    Called::new(&said.name, said.confidence, unnamed).into()
}

/// The citation of the article: `Author, “Headline”, Source, date, address`.
pub fn article(entry: &Entry) -> String {
    let meta = &entry.article.meta;
    let byline = meta
        .byline
        .clone()
        .filter(|name| Some(name) != meta.source.as_ref());
    let headline = format!("“{}”", entry.article.headline());
    let parts = byline.into_iter().chain([headline]).chain(place(entry));
    parts.collect::<Vec<_>>().join(", ")
}

/// The id of the article and the span of the quote in code points: `b3:…@12-34`.
pub fn span(entry: &Entry, quote: &Quote) -> String {
    let [start, end] = CodePoints::new(&entry.article.text).span(quote.span);
    format!("{}@{start}-{end}", entry.article.id)
}

/// What the article says the speaker is.
pub fn role(entry: &Entry, quote: &Quote) -> Option<String> {
    let actor = quote.speaker.as_ref()?.actor?;
    let role = entry.analysis.actors.get(actor.0)?.roles.first()?;
    Some(role.of(&entry.article.text).to_owned())
}

fn place(entry: &Entry) -> impl Iterator<Item = String> {
    let meta = &entry.article.meta;
    [meta.source.clone(), date(entry), meta.url.clone()]
        .into_iter()
        .flatten()
}

/// The day, or the date as printed.
fn date(entry: &Entry) -> Option<String> {
    let meta = &entry.article.meta;
    let day = |published: &String| published.chars().take_while(|&c| c != 'T').collect();
    let date = meta.published.as_ref().map(day);
    date.or_else(|| meta.published_text.clone())
}

#[cfg(test)]
mod tests {
    use super::super::Templates;
    use super::*;
    use crate::model::{
        Actor, ActorKind, ActorRef, Analysis, Article, Attribution, Confidence, Meta, QuoteKind,
        Span,
    };

    /// “Sí, hay caja,” said the mayor, Ana Ruiz.
    fn entry(meta: Meta) -> Entry {
        let text = "“Sí, hay caja,” said the mayor, Ana Ruiz.".to_owned();
        let find = |words: &str| {
            let at = text.find(words).unwrap();
            Span::new(at, at + words.len())
        };
        let (name, role) = (find("Ana Ruiz"), find("the mayor"));
        let speaker = Attribution {
            actor: Some(ActorRef(0)),
            name: "Ana Ruiz".into(),
            mention: name,
            cue: Some(find("said")),
            via: None,
            rule: Rule::Inverted,
            confidence: Confidence::from_thousandths(900),
        };
        let analysis = Analysis {
            quotes: vec![Quote {
                span: find("Sí, hay caja,"),
                block: 0,
                kind: QuoteKind::Direct,
                closed: true,
                continues: None,
                speaker: Some(speaker),
            }],
            actors: vec![Actor {
                name: "Ana Ruiz".into(),
                kind: ActorKind::Person,
                roles: vec![role],
                aliases: Vec::new(),
                mentions: vec![name],
            }],
            ..Analysis::default()
        };
        Entry {
            article: Article::new(text, Vec::new(), meta),
            analysis,
            ..Entry::default()
        }
    }

    /// As the press prints it.
    fn quote(entry: &Entry, quote: &Quote) -> String {
        Templates::default().quote(entry, quote)
    }

    #[test]
    fn a_quote_is_cited_with_all_that_is_known() {
        let entry = entry(Meta {
            source: Some("Meridian Wire".into()),
            published: Some("2026-05-01T08:30".into()),
            url: Some("https://example.org/a".into()),
            ..Meta::default()
        });
        assert_eq!(
            quote(&entry, &entry.analysis.quotes[0]),
            "“Sí, hay caja,” — Ana Ruiz, the mayor, Meridian Wire, 2026-05-01, https://example.org/a"
        );
    }

    #[test]
    fn a_guess_is_cited_as_one_and_a_pronoun_as_nobody_named() {
        let mut entry = entry(Meta {
            language: Some("en".into()),
            ..Meta::default()
        });
        let said = entry.analysis.quotes[0].speaker.as_mut().unwrap();
        said.confidence = Confidence::from_thousandths(500);
        assert_eq!(
            quote(&entry, &entry.analysis.quotes[0]),
            "“Sí, hay caja,” — ? Ana Ruiz, the mayor"
        );
        let said = entry.analysis.quotes[0].speaker.as_mut().unwrap();
        (said.name, said.actor) = ("she".into(), None);
        assert_eq!(
            quote(&entry, &entry.analysis.quotes[0]),
            "“Sí, hay caja,” — ? unnamed (“she”)"
        );
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let mut entry = entry(Meta::default());
        entry.analysis.quotes[0].speaker = None;
        assert_eq!(quote(&entry, &entry.analysis.quotes[0]), "“Sí, hay caja,”");
    }

    #[test]
    fn a_span_is_counted_in_code_points() {
        let entry = entry(Meta::default());
        let span = span(&entry, &entry.analysis.quotes[0]);
        assert!(span.ends_with("@1-14"), "{span}");
    }
}
