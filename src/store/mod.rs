//! The library: every article with its analysis in one SQLite file.
//!
//! The only layer that knows SQL. It exposes questions, never SQL and never
//! row numbers; articles are named by [`crate::model::ArticleId`] alone. How
//! entries are made and what people type is not its business.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::error::Result;
use crate::model::{ArticleId, Change, Entry, Marks, Provenance};

mod catalog;
mod correct;
mod positions;
mod question;
mod sqlite;

pub use catalog::{Catalog, Name, NameRef, Row};
pub use positions::Positions;
pub use question::{
    Body, Imprint, NameCount, Phrase, QuoteHit, QuotePlace, QuoteQuestion, QuoteSketch,
    QuoteSketches, QuoteTest,
};

/// Where a library is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Location {
    /// A file of ours.
    File(PathBuf),
}

impl Location {
    /// The library in the file at `path`.
    pub fn file(path: impl AsRef<Path>) -> Self {
        Self::File(path.as_ref().to_owned())
    }
}

/// The library: articles, what was found in them, where they came from.
///
/// One thread uses one `Library`; a second thread opens its own with
/// [`Library::reader`]. A reader is never blocked by an import and never sees
/// half of one.
#[derive(Debug)]
pub struct Library {
    location: Location,
    database: sqlite::Database,
}

/// What became of entries that were added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Added {
    /// Articles that are new.
    pub added: usize,
    /// Articles whose text was there already.
    pub known: usize,
    /// Articles that replaced another text of the same file.
    pub changed: usize,
    /// Articles that their file no longer holds.
    pub removed: usize,
}

/// A file that was read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRead {
    /// Its path, as the provenance of its entries says.
    pub path: String,
    /// How many articles it holds.
    pub parts: u32,
    /// Its size and time; nothing when it has to be read again.
    pub stamp: Option<String>,
}

impl Library {
    /// Opens the library, making it, its folder and all for their owner alone when
    /// there is none. A library that may not be written, or was made by a newer
    /// version, is opened for reading.
    ///
    /// For the start of a program: a library that was found to be damaged is made anew
    /// here, if nobody has it open. Once it is open, [`Library::reopen`] is for all others.
    ///
    /// # Errors
    /// When it cannot be made or read, is no library, or is damaged and in use.
    pub fn open(location: &Location) -> Result<Self> {
        let Location::File(path) = location;
        Ok(Self {
            location: location.clone(),
            database: sqlite::Database::open(path)?,
        })
    }

    /// Opens a library that this process has opened already; never moves or mends it.
    ///
    /// # Errors
    /// As for [`Library::open`], and when the file was damaged meanwhile.
    pub fn reopen(location: &Location) -> Result<Self> {
        let Location::File(path) = location;
        Ok(Self {
            location: location.clone(),
            database: sqlite::Database::reopen(path)?,
        })
    }

    /// Opens the same library once more, for another thread; takes a millisecond.
    ///
    /// # Errors
    /// As for [`Library::open`], and when the file was damaged meanwhile.
    pub fn reader(&self) -> Result<Self> {
        Self::reopen(&self.location)
    }

    /// Where it is kept.
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// Sets how long whoever writes waits for another process that does; without a time,
    /// as long as any batch of an import takes.
    ///
    /// # Errors
    /// When the library refuses it.
    pub fn wait_at_most(&self, time: Option<Duration>) -> Result<()> {
        self.database.wait_at_most(time)
    }

    /// Whether nothing can be added; [`Library::notices`] says why.
    pub fn is_read_only(&self) -> bool {
        self.database.blocked().is_some()
    }

    /// What a person should know about how it was opened, one line each.
    pub fn notices(&self) -> &[String] {
        self.database.notices()
    }

    /// Adds all of `entries` or, when it fails, none.
    ///
    /// A text that is there already stays one article, now with a further
    /// provenance. A text that comes from the file and part of another one
    /// replaces that one, unless a further file holds it still. An entry
    /// without a path replaces nothing.
    ///
    /// # Errors
    /// When the library cannot be written or another process holds it for long.
    pub fn add(&mut self, entries: &[Entry]) -> Result<Added> {
        self.database.add(entries, &[])
    }

    /// Adds `entries` as [`Library::add`] does, and takes note that `files` were read
    /// to their end: further parts of them are forgotten, the others get the stamp.
    ///
    /// # Errors
    /// As for [`Library::add`].
    pub fn add_files(&mut self, entries: &[Entry], files: &[FileRead]) -> Result<Added> {
        self.database.add(entries, files)
    }

    /// Removes an article, whatever files hold it; says whether it was there.
    /// What people decided about it stays.
    ///
    /// # Errors
    /// As for [`Library::add`].
    pub fn remove(&mut self, id: ArticleId) -> Result<bool> {
        self.database.remove(id)
    }

    /// Takes note that these files and parts are gone. Articles that no other file
    /// holds are removed; gives how many.
    ///
    /// # Errors
    /// As for [`Library::add`].
    pub fn forget(&mut self, gone: &[Provenance]) -> Result<usize> {
        self.database.forget(gone)
    }

    /// Every file and part with the article it holds, by path and part.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn provenances(&self) -> Result<Vec<(Provenance, ArticleId)>> {
        self.database.provenances()
    }

    /// The articles whose analysis, or what is derived from it, was made by another
    /// version, or is missing.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn outdated(&self) -> Result<Vec<ArticleId>> {
        self.database.outdated()
    }

    /// Replaces the analyses of these articles; gives how many of them are there,
    /// and are still what was analysed.
    ///
    /// # Errors
    /// As for [`Library::add`].
    pub fn renew(&mut self, entries: &[Entry]) -> Result<usize> {
        self.database.renew(entries)
    }

    /// Drops names that no article has any more, counts everything anew and packs the
    /// indexes of words.
    ///
    /// # Errors
    /// As for [`Library::add`].
    pub fn tidy(&mut self) -> Result<()> {
        self.database.tidy()
    }

    /// Counts again how often each name speaks and is named, if a count is kept that
    /// cannot be: an older version that does not keep them wrote into the library.
    ///
    /// # Errors
    /// As for [`Library::add`].
    pub fn recount(&mut self) -> Result<()> {
        self.database.recount()
    }

    /// The newest `limit` articles without their names, as of now: what a first
    /// screen needs, in a millisecond.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn newest(&self, limit: usize) -> Result<Arc<Catalog>> {
        self.database.newest(limit).map(Arc::new)
    }

    /// What lists and the finder need of every article, as of now.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn catalog(&self) -> Result<Arc<Catalog>> {
        let catalog = self.database.catalog()?;
        let (marks, revision) = self.marks_now()?;
        let catalog = catalog.with_marks(Arc::new(marks));
        Ok(Arc::new(catalog.marked_at(revision)))
    }

    /// An article with all that was found in it; the analysis is empty when it is
    /// [outdated](Library::outdated), and counts as that when it cannot be read.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn entry(&self, id: ArticleId) -> Result<Option<Entry>> {
        self.database.entry(id)
    }

    /// Who wrote an article and where it was read: what its row in lists does not hold.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn imprint(&self, id: ArticleId) -> Result<Option<Imprint>> {
        self.database.imprint(id)
    }

    /// The articles of `catalog` that hold `phrase` in headline or body.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn holding(&self, catalog: &Catalog, phrase: &Phrase) -> Result<Positions> {
        self.database.holding(catalog, phrase)
    }

    /// The words of headlines and bodies that begin with `letters`, folded, in the order
    /// of the alphabet.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn words(&self, letters: &str) -> Result<Vec<String>> {
        let beyond = format!("{letters}{}", char::MAX);
        self.database.words(letters, &beyond)
    }

    /// The quotes that pass every test of `question`, in list order. Of more than
    /// `limit` those that came into the library last.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn quoted(
        &self,
        catalog: &Catalog,
        question: &QuoteQuestion,
        limit: usize,
    ) -> Result<Vec<QuotePlace>> {
        self.database.quoted(catalog, question, limit)
    }

    /// The quotes that pass every test of `question` and stand in an article of
    /// `within`, in list order, at most `limit`.
    ///
    /// A question that asks nothing is answered from the front of the list, in time
    /// that grows with `limit` only; any other in time that grows with all that pass.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn sketches(
        &self,
        catalog: &Catalog,
        question: &QuoteQuestion,
        within: &Positions,
        limit: usize,
    ) -> Result<QuoteSketches> {
        self.database.sketches(catalog, question, within, limit)
    }

    /// How often each of [`Catalog::names`] speaks and is named in the articles of
    /// `within`, in the order of the names.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn name_counts(&self, catalog: &Catalog, within: &Positions) -> Result<Vec<NameCount>> {
        self.database.name_counts(catalog, within)
    }

    /// The articles of `catalog` with a quote that passes every test of `question`.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn quoting(&self, catalog: &Catalog, question: &QuoteQuestion) -> Result<Positions> {
        self.database.quoting(catalog, question)
    }

    /// The words and speaker of each of these quotes, in their order; those that
    /// are gone meanwhile are left out.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn quotes(&self, catalog: &Catalog, places: &[QuotePlace]) -> Result<Vec<QuoteHit>> {
        self.database.quotes(catalog, places)
    }

    /// Hands the text of each of these articles to `each`, until that says no.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn bodies(
        &self,
        catalog: &Catalog,
        positions: &[usize],
        each: impl FnMut(Body) -> bool,
    ) -> Result<()> {
        self.database.bodies(catalog, positions, each)
    }

    /// Everything that people decided, as of now.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn marks(&self) -> Result<Marks> {
        self.marks_now().map(|(marks, _)| marks)
    }

    /// The same, with the [revision](Library::revision) at which they were read.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn marks_now(&self) -> Result<(Marks, usize)> {
        let (marks, revision) = self.database.marks()?;
        Ok((Marks::new(marks), revision))
    }

    /// Carries out what a person decided, all of it or nothing, as one deed that
    /// [`Library::undo`] takes back. `label` tells a person what it was.
    ///
    /// Corrections count from now on: [`Library::entry`] and a new
    /// [`Library::catalog`] show them.
    ///
    /// # Errors
    /// As for [`Library::add`].
    pub fn change(&mut self, label: &str, changes: &[Change]) -> Result<()> {
        self.database.change(label, changes)
    }

    /// Takes the last deed back and gives its label; nothing when there is none.
    ///
    /// # Errors
    /// As for [`Library::add`].
    pub fn undo(&mut self) -> Result<Option<String>> {
        self.database.undo()
    }

    /// Does the deed again that was taken back last, and gives its label.
    ///
    /// # Errors
    /// As for [`Library::add`].
    pub fn redo(&mut self) -> Result<Option<String>> {
        self.database.redo()
    }

    /// Number of articles.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn count(&self) -> Result<usize> {
        self.database.count()
    }

    /// A number that is another one after every change, whoever made it.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn revision(&self) -> Result<usize> {
        self.database.revision()
    }
}
