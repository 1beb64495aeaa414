//! Finds articles, quotes, actors and words of texts while one types.

use std::sync::Arc;

use super::{Offers, Outcome};
use crate::app::command::{Marking, Part, Step, Through};
use crate::app::effect::FindScope;
use crate::app::history::{History, Walk};
use crate::app::line::{Edit, Line};
use crate::app::list::{Cursor, Items, Motion};
use crate::app::outbox::Outbox;
use crate::app::place::FinderPlace;
use crate::app::screen::{Reader, Target, Where};
use crate::app::shape::Page;
use crate::app::{Asker, Effect, Sought, Ticket};
use crate::model::{ArticleId, Entry};
use crate::search::{Finding, FindingKind, Findings, INSIDE};

/// Finds articles, quotes, actors and words of texts while one types.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finder {
    /// What is searched inside of, the first one first.
    frozen: Vec<String>,
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
    /// What is marked, in the order of marking; it stays whatever is typed.
    marked: Vec<Finding>,
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
        let mut lines: Vec<String> = place.query.split(INSIDE).map(str::to_owned).collect();
        let line = lines.pop().unwrap_or_default();
        Self {
            frozen: lines,
            line: Line::of(&line),
            scope: place.scope,
            kept: Some((place.at, place.above)),
            asked: Some(Ticket::default()),
            ..Self::default()
        }
    }

    /// Where one is in it.
    pub fn keep(&self) -> FinderPlace {
        FinderPlace {
            query: self.query(),
            scope: self.scope,
            at: self.kept.map_or(self.cursor.at(), |(at, _)| at),
            above: self.kept.map_or(self.cursor.above(), |(_, above)| above),
        }
    }

    /// What is typed.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// What is searched inside of, the first one first.
    pub fn frozen(&self) -> &[String] {
        &self.frozen
    }

    /// All that is asked: what is typed, inside of what was found before.
    pub fn query(&self) -> String {
        let lines = self.frozen.iter().map(String::as_str);
        let lines: Vec<&str> = lines.chain([self.line.text()]).collect();
        lines.join(&INSIDE.to_string())
    }

    /// What is marked, in the order of marking.
    pub fn marked(&self) -> &[Finding] {
        &self.marked
    }

    /// Marks nothing any more: what was marked was used.
    pub fn unmark(&mut self) {
        self.marked.clear();
    }

    /// Whether a line is marked.
    pub fn is_marked(&self, finding: &Finding) -> bool {
        let mut marked = self.marked.iter();
        marked.any(|other| identity(other) == identity(finding))
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
            Part::Edit(Edit::DeleteLeft) if self.is_at_start() => {
                self.unfreeze(outbox);
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
            Part::Step(Step::Inside) => {
                self.freeze(outbox);
                Outcome::Stay
            }
            Part::Mark(Marking::Row) => {
                self.mark(outbox);
                Outcome::Stay
            }
            Part::Through(Through::Hits(toward)) => {
                match self.preview.step_hit(toward) {
                    Some((nth, _)) => {
                        let count = self.preview.hits().len();
                        outbox.say(format!("hit {nth} of {count} in this article"));
                    }
                    None => outbox.say("no hit in this article"),
                }
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
            | Part::Select(_)
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
        let sought = Sought::query(&self.query());
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
            query: self.query(),
            scope: self.scope,
        });
    }

    fn accept(&mut self, outbox: &mut Outbox) -> Outcome {
        if !self.marked.is_empty() {
            return Outcome::Marked(self.marked.clone());
        }
        match self.selected() {
            Some(finding) => {
                let at = finding.span.map_or(Where::Start, Where::Passage);
                let article = finding.article;
                Outcome::Open(Target { article, at }, Sought::query(&self.query()))
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

    fn is_at_start(&self) -> bool {
        self.line.before().is_empty() && !self.frozen.is_empty()
    }

    // What is found stays, and what is typed from now on is searched inside of it.
    fn freeze(&mut self, outbox: &mut Outbox) {
        if self.line.text().trim().is_empty() {
            outbox.say("type first what to search inside of");
            return;
        }
        self.frozen.push(self.line.text().trim().to_owned());
        self.line = Line::default();
        self.walk = Walk::default();
        self.offers.drop_all();
        self.ask(outbox);
    }

    fn unfreeze(&mut self, outbox: &mut Outbox) {
        let Some(outer) = self.frozen.pop() else {
            return;
        };
        let words = [outer.as_str(), self.line.text()].join(" ");
        self.line = Line::of(words.trim());
        self.ask_anew(outbox);
    }

    // As in other finders the next line is selected then.
    fn mark(&mut self, outbox: &mut Outbox) {
        let Some(finding) = self.selected().cloned() else {
            outbox.say("nothing is found that could be marked");
            return;
        };
        match self.is_marked(&finding) {
            true => self
                .marked
                .retain(|other| identity(other) != identity(&finding)),
            false => self.marked.push(finding),
        }
        self.fresh = false;
        self.cursor.step(Motion::Down, self.items(), self.rows);
        self.look(outbox);
    }

    // Brings the article of the selected line into the preview.
    fn look(&mut self, outbox: &mut Outbox) {
        let Some(article) = self.selected().map(|finding| finding.article) else {
            self.wanted = None;
            return;
        };
        if self.preview.id() == Some(article) {
            self.wanted = None;
            self.preview.mark(Sought::query(&self.query()));
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
