//! Whether a stored analysis belongs to its article.

use crate::model::{Actor, ActorRef, Analysis, Article, Attribution, Span};

/// Whether every reference of the analysis leads somewhere, so that a damaged
/// value cannot make a reader panic.
pub fn fits(analysis: &Analysis, article: &Article) -> bool {
    let actors = analysis.actors.len();
    let inside = |span: Span| article.text.get(span.start..span.end).is_some();
    let actor = |actor: Option<ActorRef>| actor.is_none_or(|at| at.0 < actors);
    let block = |at: usize| at < article.blocks.len();
    let said = |said: &Attribution| {
        let via = said.via.as_ref();
        actor(said.actor)
            && inside(said.mention)
            && said.cue.is_none_or(inside)
            && via.is_none_or(|via| actor(via.actor) && inside(via.mention))
    };
    let quotes = analysis.quotes.iter().all(|quote| {
        let before = quote
            .continues
            .is_none_or(|at| at.0 < analysis.quotes.len());
        inside(quote.span) && block(quote.block) && before && quote.speaker.iter().all(said)
    });
    let statements = analysis.statements.iter().all(|statement| {
        inside(statement.span) && block(statement.block) && said(&statement.speaker)
    });
    let spans = |actor: &Actor| {
        let mut all = actor.roles.iter().chain(&actor.mentions);
        all.all(|span| inside(*span))
    };
    let notes = analysis.notes.iter().all(|note| inside(note.span));
    quotes && statements && notes && analysis.actors.iter().all(spans)
}
