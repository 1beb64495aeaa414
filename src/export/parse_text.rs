//! What was found in an article, for a person to read.

use std::fmt::Write;

use crate::model::{Actor, Analysis, Article, Attribution, Quote, Statement};

/// Gives the headline, quotes, statements and actors of one article as lines of plain text.
pub fn parse_text(path: &str, article: &Article, analysis: &Analysis) -> String {
    let meta = &article.meta;
    let mut out = format!("{}\n", article.headline());
    let about = [
        meta.source.as_deref(),
        meta.published.as_deref(),
        meta.byline.as_deref(),
        Some(path),
    ];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    push_line(&mut out, &about.join(" · "));
    push_section(
        &mut out,
        "Quotes",
        analysis
            .quotes
            .iter()
            .map(|quote| quote_line(article, quote)),
    );
    push_section(
        &mut out,
        "Statements",
        analysis
            .statements
            .iter()
            .map(|statement| statement_line(article, statement)),
    );
    push_section(
        &mut out,
        "Actors",
        analysis
            .actors
            .iter()
            .map(|actor| actor_line(article, actor)),
    );
    push_section(&mut out, "Notes", note_lines(article, analysis).into_iter());
    out
}

/// Each note with its line; notes stand in text order, so that lines are counted once.
fn note_lines(article: &Article, analysis: &Analysis) -> Vec<String> {
    let (mut at, mut line) = (0, 1);
    let notes = analysis.notes.iter().map(|note| {
        let passed = article.text.get(at..note.span.start).unwrap_or_default();
        line += passed.matches('\n').count();
        at = at.max(note.span.start);
        format!("line {line}: {}", note.kind.message())
    });
    notes.collect()
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

fn push_section(out: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    for (i, line) in lines.enumerate() {
        if i == 0 {
            let _ = write!(out, "\n{title}\n");
        }
        push_line(out, &format!("  {line}"));
    }
}

fn quote_line(article: &Article, quote: &Quote) -> String {
    let words = quote.span.of(&article.text);
    let close = if quote.closed { "”" } else { "" };
    match &quote.speaker {
        Some(speaker) => format!("“{words}{close} — {}", speaker_words(article, speaker)),
        None if quote.kind == crate::model::QuoteKind::Term => format!("“{words}{close} (term)"),
        None => format!("“{words}{close} — unattributed"),
    }
}

fn statement_line(article: &Article, statement: &Statement) -> String {
    let words = statement.span.of(&article.text);
    format!("{words} — {}", speaker_words(article, &statement.speaker))
}

/// Names the speaker, with `?` for a guess, the cue, and through whom it came.
fn speaker_words(article: &Article, speaker: &Attribution) -> String {
    let guess = if speaker.confidence.is_guess() {
        "? "
    } else {
        ""
    };
    let mut words = format!("{guess}{}", speaker.name);
    if let Some(cue) = speaker.cue {
        let _ = write!(words, " ({})", cue.of(&article.text));
    }
    if let Some(via) = &speaker.via {
        let _ = write!(words, ", {} {}", via_word(via.relation), via.name);
    }
    words
}

fn via_word(relation: crate::model::Relation) -> &'static str {
    match relation {
        crate::model::Relation::ReportedBy => "via",
        crate::model::Relation::Told => "to",
        crate::model::Relation::Medium => "in",
    }
}

fn actor_line(article: &Article, actor: &Actor) -> String {
    let mentions = match actor.mentions.len() {
        1 => "1 mention".to_owned(),
        count => format!("{count} mentions"),
    };
    let mut line = format!("{} ({}, {mentions})", actor.name, actor.kind.word());
    if !actor.aliases.is_empty() {
        let _ = write!(line, ", also {}", actor.aliases.join(", "));
    }
    let roles: Vec<&str> = actor
        .roles
        .iter()
        .map(|role| role.of(&article.text))
        .collect();
    if !roles.is_empty() {
        let _ = write!(line, ": {}", roles.join("; "));
    }
    line
}
