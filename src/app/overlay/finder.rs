//! Finds articles, quotes, actors and words of texts while one types.

use std::sync::Arc;

use super::{Offers, Outcome};
use crate::app::command::{Part, Step};
use crate::app::effect::FindScope;
use crate::app::history::{History, Walk};
use crate::app::line::{Edit, Line};
use crate::app::list::{Cursor, Items};
use crate::app::outbox::Outbox;
use crate::app::place::FinderPlace;
use crate::app::screen::{Reader, Target, Where};
use crate::app::shape::Page;
use crate::app::{Asker, Effect, Sought, Ticket};
use crate::model::{ArticleId, Entry};
use crate::search::{Finding, FindingKind, Findings};

/// Finds articles, quotes, actors and words of texts while one types.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finder {
    line: Line,
    walk: Walk,
    scope: FindScope,
    /// The answer that is waited for.
    asked: Option<Ticket>,
    /// Whether another question was asked since the last answer.
    fresh: bool,
    findings: Findings,
    cursor: Cursor,
    rows: usize,
    preview: Reader,
    wanted: Option<(Ticket, ArticleId)>,
    /// The line that one comes back to, and how many of the screen stand above it.
    kept: Option<(usize, usize)>,
    offers: Offers,
}

impl Finder {
    /// An empty input that searches everything.
    pub fn open(outbox: &mut Outbox) -> Self {
        let mut finder = Self::default();
        finder.ask(outbox);
        finder
    }

    /// A finder that one comes back to; nothing is asked before it is opened.
    pub fn resumed(place: &FinderPlace) -> Self {
        Self {
            line: Line::of(&place.query),
            scope: place.scope,
            kept: Some((place.at, place.above)),
            asked: Some(Ticket::default()),
            ..Self::default()
        }
    }

    /// Where one is in it.
    pub fn keep(&self) -> FinderPlace {
        FinderPlace {
            query: self.line.text().to_owned(),
            scope: self.scope,
            at: self.kept.map_or(self.cursor.at(), |(at, _)| at),
            above: self.kept.map_or(self.cursor.above(), |(_, above)| above),
        }
    }

    /// What is typed.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// What is listed: everything, or one kind.
    pub fn scope(&self) -> FindScope {
        self.scope
    }

    /// Whether an answer is outstanding.
    pub fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    /// What was found last.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// What could not be used of the query, if something is found all the same.
    pub fn note(&self) -> Option<&str> {
        let note = self.findings.notes.first().map(String::as_str);
        note.filter(|_| !self.findings.items.is_empty())
    }

    /// The words that are offered when nothing is found.
    pub fn offers(&self) -> &Offers {
        &self.offers
    }

    /// The same, to be changed.
    pub(super) fn offers_mut(&mut self) -> &mut Offers {
        &mut self.offers
    }

    /// Cursor and scroll.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The article of the selected line, at the hit.
    pub fn preview(&self) -> Option<&Reader> {
        let selected = self.selected().map(|finding| finding.article);
        Some(&self.preview).filter(|preview| selected.is_some() && preview.id().is_some())
    }

    /// The selected line.
    pub fn selected(&self) -> Option<&Finding> {
        self.findings.items.get(self.cursor.at())
    }

    /// Has other room from now on; a preview without rows is not shown.
    pub fn resize(&mut self, rows: usize, preview: Page) {
        self.rows = rows;
        self.cursor.fit(self.items(), rows);
        self.preview.resize(preview);
    }

    /// Types or pastes.
    pub fn insert(&mut self, text: &str, outbox: &mut Outbox) -> Outcome {
        self.kept = None;
        self.line.insert(text);
        self.ask_anew(outbox);
        Outcome::Stay
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part, history: &History, outbox: &mut Outbox) -> Outcome {
        self.kept = None;
        match part {
            Part::Edit(Edit::Recall) => {
                match self.walk.search(&mut self.line, history) {
                    true => self.ask_anew(outbox),
                    false => outbox.say("nothing like it was searched before"),
                }
                Outcome::Stay
            }
            Part::Edit(edit) => {
                if self.line.edit(edit) {
                    self.ask_anew(outbox);
                }
                Outcome::Stay
            }
            Part::Move(motion) => {
                match self.walk.step(motion, &mut self.line, history) {
                    Some(()) => self.ask_anew(outbox),
                    None => {
                        self.fresh = false;
                        self.cursor.step(motion, self.items(), self.rows);
                        self.look(outbox);
                    }
                }
                Outcome::Stay
            }
            Part::Step(Step::Open) => self.accept(outbox),
            Part::Step(Step::SwitchKind) => {
                self.scope = next_scope(self.scope);
                self.ask_anew(outbox);
                Outcome::Stay
            }
            Part::Step(_)
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Copy(_)
            | Part::Pane(_)
            | Part::Through(_)
            | Part::Show(_)
            | Part::Mark(_)
            | Part::Program(_) => Outcome::Foreign,
        }
    }

    /// Takes the answer to a query, unless it is old.
    pub fn found(&mut self, ticket: Ticket, findings: Findings, outbox: &mut Outbox) {
        if self.asked != Some(ticket) {
            return;
        }
        self.asked = None;
        // As the best ones change with every letter, the best one is selected,
        // unless one has moved since.
        let fresh = std::mem::take(&mut self.fresh);
        let selected = self.selected().filter(|_| !fresh).map(identity);
        self.findings = findings;
        let items = self.findings.items.iter();
        let same = selected.and_then(|selected| {
            let mut items = items.map(identity);
            items.position(|item| item == selected)
        });
        let at = match self.kept {
            Some((at, above)) => {
                self.cursor = Cursor::below(above);
                at
            }
            None => same.unwrap_or(0),
        };
        self.cursor.carry(at, self.items(), self.rows);
        self.look(outbox);
    }

    /// Takes an article; returns whether it was waited for here.
    pub fn loaded(&mut self, ticket: Ticket, entry: &Arc<Entry>) -> bool {
        if self.wanted.is_none_or(|(wanted, _)| wanted != ticket) {
            return false;
        }
        self.wanted = None;
        let sought = Sought::query(self.line.text());
        self.preview.open(Arc::clone(entry), sought);
        self.show_hit();
        true
    }

    /// Drops a question that could not be answered; returns whether it was asked here.
    pub fn failed(&mut self, ticket: Ticket) -> bool {
        let search = self.asked.take_if(|asked| *asked == ticket);
        let load = self.wanted.take_if(|(wanted, _)| *wanted == ticket);
        search.is_some() || load.is_some()
    }

    /// Asks again whatever was outstanding, because its answer may have been
    /// dropped while the finder was closed.
    pub fn reopen(&mut self, outbox: &mut Outbox) {
        self.walk = Walk::default();
        self.offers.drop_all();
        if self.asked.is_some() {
            self.ask(outbox);
        }
        self.wanted = None;
        self.look(outbox);
    }

    fn ask_anew(&mut self, outbox: &mut Outbox) {
        self.fresh = true;
        self.ask(outbox);
    }

    /// Asks the same again, since the library has changed.
    pub fn ask(&mut self, outbox: &mut Outbox) {
        let ticket = outbox.ticket();
        self.asked = Some(ticket);
        outbox.ask(Effect::Find {
            ticket,
            query: self.line.text().to_owned(),
            scope: self.scope,
        });
    }

    fn accept(&mut self, outbox: &mut Outbox) -> Outcome {
        match self.selected() {
            Some(finding) => {
                let at = finding.span.map_or(Where::Start, Where::Passage);
                let article = finding.article;
                Outcome::Open(Target { article, at }, Sought::query(self.line.text()))
            }
            None if self.is_waiting() => {
                outbox.say("the answer has not come yet");
                Outcome::Stay
            }
            None => {
                match self.offers.first(self.line.text()).map(Line::of) {
                    Some(line) => {
                        self.line = line;
                        self.ask_anew(outbox);
                    }
                    None => outbox.say("nothing is found"),
                }
                Outcome::Stay
            }
        }
    }

    // Brings the article of the selected line into the preview.
    fn look(&mut self, outbox: &mut Outbox) {
        let Some(article) = self.selected().map(|finding| finding.article) else {
            self.wanted = None;
            return;
        };
        if self.preview.id() == Some(article) {
            self.wanted = None;
            self.preview.mark(Sought::query(self.line.text()));
            self.show_hit();
        } else if self.wanted.is_none_or(|(_, wanted)| wanted != article) {
            self.wanted = Some((outbox.load(article, Asker::Preview), article));
        }
    }

    fn show_hit(&mut self) {
        match self.selected().and_then(|finding| finding.span) {
            Some(span) => {
                self.preview.go_hit_from(span.start);
                self.preview.show(span);
            }
            None => self.preview.restore(0),
        }
    }

    fn items(&self) -> Items<'static> {
        Items::Single(self.findings.items.len())
    }
}

/// What makes two lines of two answers the same.
fn identity(finding: &Finding) -> (FindingKind, ArticleId, Option<crate::model::Span>) {
    (finding.kind, finding.article, finding.span)
}

fn next_scope(scope: FindScope) -> FindScope {
    match scope {
        None => Some(FindingKind::Article),
        Some(FindingKind::Article) => Some(FindingKind::Quote),
        Some(FindingKind::Quote) => Some(FindingKind::Actor),
        Some(FindingKind::Actor) => Some(FindingKind::Body),
        Some(FindingKind::Body) => None,
    }
}
