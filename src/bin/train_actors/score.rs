//! How many names were found where they were labelled.

use std::collections::HashSet;
use std::fmt;

use pullquote::analysis::actors::Cast;
use pullquote::model::{ActorKind, Span};

use super::corpus::Labelled;

/// Counts of names labelled, found and right.
#[derive(Debug, Clone, Copy, Default)]
pub struct Score {
    labelled: usize,
    found: usize,
    exact: usize,
    kind: usize,
}

impl Score {
    /// Counts the names of one article; pronouns are counted elsewhere.
    pub fn count(&mut self, labelled: &Labelled, cast: &Cast) {
        let told: HashSet<(Span, ActorKind)> = labelled.names.iter().copied().collect();
        let spans: HashSet<Span> = told.iter().map(|&(span, _)| span).collect();
        self.labelled += told.len();
        for actor in &cast.actors {
            for &span in &actor.mentions {
                let bare = without_article(&labelled.article.text, span);
                self.found += 1;
                self.exact += usize::from(spans.contains(&bare));
                self.kind += usize::from(told.contains(&(bare, actor.kind)));
            }
        }
    }

    fn f1(&self, right: usize) -> f64 {
        200.0 * right as f64 / (self.labelled + self.found).max(1) as f64
    }
}

fn without_article(text: &str, span: Span) -> Span {
    let article = span.of(text).starts_with("The ");
    Span::new(span.start + if article { 4 } else { 0 }, span.end)
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} labelled, {} found, exact {:.1}, with kind {:.1}",
            self.labelled,
            self.found,
            self.f1(self.exact),
            self.f1(self.kind)
        )
    }
}
