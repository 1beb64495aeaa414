//! Plain data: what an article is and what is found in it.
//!
//! Nothing here reads, searches or draws. Every position is a [`Span`], a byte
//! range into the one text of its article.

mod actor;
mod analysis;
mod article;
mod mark;
mod marks;
mod quote;
mod span;

pub use actor::{Actor, ActorKind, ActorRef};
pub use analysis::{ANALYSIS_VERSION, Analysis, Note, NoteKind};
pub use article::{Article, ArticleId, Block, BlockKind, Entry, Format, Meta, Provenance};
pub use mark::{Change, Mark, MarkKey, Marks, Place, Searched, Who};
pub use marks::tags_of;
pub use quote::{
    Attribution, Confidence, Quote, QuoteKind, QuoteRef, Relation, Rule, Statement, Via,
};
pub use span::Span;
