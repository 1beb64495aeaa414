//! Bringing a library up to date with files, on all cores, in a fixed order.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::batch::Import;
use super::read::{guarded, name_of};
use super::{Listing, Progress, Refused, Report, list_files};
use crate::analysis::analyze;
use crate::config::absolute;
use crate::error::Result;
use crate::model::{ArticleId, Entry, Provenance};
use crate::store::Library;

/// Analyses that are made anew in one transaction.
const RENEWED: usize = 128;

/// What happens to articles whose file is no longer there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// They stay: the library is a collection of its own.
    Keep,
    /// They go: the library is a picture of these files and folders.
    Remove,
}

/// What a library is made of.
#[derive(Debug, Clone)]
pub struct Files {
    /// Files and folders; none when the library stands for itself.
    pub paths: Vec<PathBuf>,
    /// What happens to articles whose file is gone.
    pub gone: Gone,
}

/// Hears of every batch once it is committed; `false` ends the import.
pub type Watch<'a> = &'a mut dyn FnMut(&Library, Progress) -> bool;

/// Brings `library` up to date with every file under `paths`.
///
/// Files whose size and time are known are not read again. One bad file is one
/// line of the report. A folder that cannot be read drops nothing. What was
/// committed before `watch` ended the import stays.
///
/// # Errors
/// When the library cannot be written.
pub fn import(
    paths: &[PathBuf],
    library: &mut Library,
    gone: Gone,
    watch: Watch<'_>,
) -> Result<Report> {
    let paths: Vec<PathBuf> = paths.iter().map(|path| absolute(path)).collect();
    let listing = list_files(&paths);
    let known = known_files(library)?;
    let report = Report {
        skipped: listing.skipped.clone(),
        refused: listing.refused.clone(),
        ..Report::default()
    };
    let total = listing.files.len();
    let mut import = Import {
        library,
        report,
        progress: Progress {
            total,
            ..Progress::default()
        },
        faulty: HashSet::new(),
        watch,
    };
    let finished = import.read(&listing.files, &known)?;
    let Import {
        library,
        mut report,
        ..
    } = import;
    // Only now: an article whose file has another name is one that is there.
    if finished && gone == Gone::Remove {
        report.removed += remove_gone(library, &listing, &known)?;
    }
    Ok(report)
}

/// Makes old analyses anew, then brings `library` up to date with `files`.
///
/// A library that can only be read stays as it is.
///
/// # Errors
/// When the library cannot be written.
pub fn bring_up_to_date(library: &mut Library, files: &Files, watch: Watch<'_>) -> Result<Report> {
    if library.is_read_only() {
        return Ok(Report::default());
    }
    renew(library)?;
    match files.paths.is_empty() {
        true => Ok(Report::default()),
        false => import(&files.paths, library, files.gone, watch),
    }
}

/// Makes every stored analysis of another version anew, and tells how many. Counts that
/// cannot be are counted again.
///
/// # Errors
/// When the library cannot be written.
pub fn renew(library: &mut Library) -> Result<usize> {
    library.recount()?;
    let old = library.outdated()?;
    for batch in old.chunks(RENEWED) {
        renew_batch(library, batch)?;
    }
    Ok(old.len())
}

/// What came of a rebuilding.
#[derive(Debug, Default)]
pub struct Rebuilt {
    /// Articles that were analysed anew.
    pub renewed: usize,
    /// Articles that could not be analysed; they stay as they were.
    pub refused: Vec<Refused>,
}

/// Makes every stored analysis and every index anew, telling `watch` how many articles of
/// how many are done. What people decided stays and counts.
///
/// Each batch is one transaction: whatever ends it, every article has its old analysis or
/// its new one, and doing it once more finishes the work.
///
/// # Errors
/// When the library cannot be written.
pub fn rebuild(library: &mut Library, watch: &mut dyn FnMut(usize, usize)) -> Result<Rebuilt> {
    let catalog = library.catalog()?;
    let all: Vec<ArticleId> = catalog.rows().iter().map(|row| row.id).collect();
    let mut report = Rebuilt::default();
    for (at, batch) in all.chunks(RENEWED).enumerate() {
        let (renewed, refused) = renew_batch(library, batch)?;
        report.renewed += renewed;
        report.refused.extend(refused);
        watch(at * RENEWED + batch.len(), all.len());
    }
    library.tidy()?;
    Ok(report)
}

fn renew_batch(library: &mut Library, batch: &[ArticleId]) -> Result<(usize, Vec<Refused>)> {
    let mut entries: Vec<Entry> = batch
        .iter()
        .filter_map(|&id| library.entry(id).transpose())
        .collect::<Result<_>>()?;
    let analysed: Vec<Result<Entry>> = entries
        .par_drain(..)
        .map(|entry| {
            let path = Path::new(&entry.provenance.path);
            let analysis = guarded(path, || analyze(&entry.article))?;
            Ok(Entry { analysis, ..entry })
        })
        .collect();
    let (mut fresh, mut refused) = (Vec::with_capacity(batch.len()), Vec::new());
    for entry in analysed {
        match entry {
            Ok(entry) => fresh.push(entry),
            Err(error) => refused.push(error.into()),
        }
    }
    Ok((library.renew(&fresh)?, refused))
}

/// What the library knows of a file: its provenances, one an article.
pub(super) type Known = HashMap<String, Vec<Provenance>>;

fn known_files(library: &Library) -> Result<Known> {
    let mut known = Known::new();
    for (provenance, _) in library.provenances()? {
        known
            .entry(provenance.path.clone())
            .or_default()
            .push(provenance);
    }
    Ok(known)
}

/// Drops what came from files that are no longer listed, and tells how many articles went.
///
/// A file below a path that could not be read may well be there: it stays.
fn remove_gone(library: &mut Library, listing: &Listing, known: &Known) -> Result<usize> {
    let listed: HashSet<String> = listing.files.iter().map(|file| name_of(file)).collect();
    let refused = listing.refused.iter();
    let refused: Vec<String> = refused.map(|refused| name_of(&refused.path)).collect();
    let unsure = |file: &str| {
        let mut refused = refused.iter();
        refused.any(|folder| Path::new(file).starts_with(folder))
    };
    let gone: Vec<Provenance> = known
        .iter()
        .filter(|&(file, _)| !listed.contains(file.as_str()) && !unsure(file))
        .flat_map(|(_, parts)| parts.iter().cloned())
        .collect();
    if gone.is_empty() {
        Ok(0)
    } else {
        library.forget(&gone)
    }
}
