//! Bringing a library up to date with files, on all cores, in a fixed order.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::read::{guarded, stamp};
use super::{Analysed, Listing, Progress, Report, analyse_file, list_files};
use crate::analysis::analyze;
use crate::config::absolute;
use crate::error::Result;
use crate::model::{ArticleId, Entry, Provenance};
use crate::store::Library;

/// Files that are read at once and then added in one transaction: enough to keep
/// every core busy, few enough that the first rows show at once.
const BATCH: usize = 128;

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
    let mut report = Report {
        skipped: listing.skipped.clone(),
        refused: listing.refused.clone(),
        ..Report::default()
    };
    let mut progress = Progress {
        total: listing.files.len(),
        ..Progress::default()
    };
    if gone == Gone::Remove {
        report.removed = remove_gone(library, &listing, &known)?;
    }
    for batch in listing.files.chunks(BATCH) {
        let read: Vec<_> = batch
            .par_iter()
            .map(|file| read_unless_known(file, &known))
            .collect();
        store(library, read, &mut report)?;
        progress.done += batch.len();
        progress.added = report.added + report.changed;
        if !watch(library, progress) {
            break;
        }
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

/// Makes every stored analysis of another version anew, and tells how many.
///
/// # Errors
/// When the library cannot be written.
pub fn renew(library: &mut Library) -> Result<usize> {
    let old = library.outdated()?;
    for batch in old.chunks(BATCH) {
        let entries: Vec<Entry> = batch
            .iter()
            .filter_map(|&id| library.entry(id).transpose())
            .collect::<Result<_>>()?;
        let fresh: Vec<(ArticleId, _)> = entries
            .par_iter()
            .filter_map(|entry| {
                let path = Path::new(&entry.provenance.path);
                let fresh = guarded(path, || analyze(&entry.article));
                Some((entry.article.id, fresh.ok()?))
            })
            .collect();
        library.renew(&fresh)?;
    }
    Ok(old.len())
}

/// What the library knows of a file: its provenances, one an article.
type Known = HashMap<String, Vec<Provenance>>;

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

/// What one file gave: nothing new, or its articles.
enum Read {
    Known(usize),
    New(Result<Analysed>),
}

fn read_unless_known(file: &Path, known: &Known) -> Read {
    match (known.get(&*file.to_string_lossy()), stamp(file)) {
        (Some(before), Ok(now)) if before.iter().all(|part| part.stamp.as_ref() == Some(&now)) => {
            Read::Known(before.len())
        }
        _ => Read::New(analyse_file(file)),
    }
}

fn store(library: &mut Library, read: Vec<Read>, report: &mut Report) -> Result<()> {
    let mut entries = Vec::new();
    for one in read {
        match one {
            Read::Known(parts) => report.known += parts,
            Read::New(Ok(analysed)) => {
                entries.extend(analysed.entries);
                report.refused.extend(analysed.refused);
            }
            Read::New(Err(error)) => report.refused.push(error.into()),
        }
    }
    if !entries.is_empty() {
        report.count(library.add(&entries)?);
    }
    Ok(())
}

/// Drops what came from files that are no longer listed, and tells how many articles went.
///
/// A file below a path that could not be read may well be there: it stays.
fn remove_gone(library: &mut Library, listing: &Listing, known: &Known) -> Result<usize> {
    let listed: HashSet<String> = listing
        .files
        .iter()
        .map(|file| file.to_string_lossy().into_owned())
        .collect();
    let unsure = |file: &str| {
        listing
            .refused
            .iter()
            .any(|refused| Path::new(file).starts_with(&refused.path))
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
