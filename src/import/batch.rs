//! Reading files in batches: enough at once to keep every core busy, and so few
//! that rows show early, memory stays small and no transaction holds others up.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::read::{Held, Stamp, analysed_article, name_of, place, read_file, stamp};
use super::sync::{Known, Watch};
use super::{Progress, Refused, Report};
use crate::error::Result;
use crate::model::{Article, Entry, Provenance};
use crate::store::{FileRead, Library};

/// Files that are looked at, and read, at once.
const FILES: usize = 128;
/// Bytes of files that are in memory at once, unless one is larger.
const BYTES: u64 = 64 << 20;
/// Articles that are added in one transaction: a fraction of a second.
const ARTICLES: usize = 500;

/// An import at work.
pub(super) struct Import<'a> {
    pub library: &'a mut Library,
    pub report: Report,
    pub progress: Progress,
    /// Files of which an article could not be analysed; they are read again.
    pub faulty: HashSet<String>,
    pub watch: Watch<'a>,
}

/// What one look at a file tells.
enum Look {
    Known(usize),
    Due(Due),
    Refused(Refused),
}

/// A file to read.
struct Due {
    path: PathBuf,
    stamp: Stamp,
}

/// An article to add.
struct Part {
    article: Article,
    provenance: Provenance,
    /// The file, if this is its last article.
    ends: Option<FileRead>,
}

impl Import<'_> {
    /// Reads those of `files` that are new or changed; `false` when `watch` ended it.
    pub fn read(&mut self, files: &[PathBuf], known: &Known) -> Result<bool> {
        for files in files.chunks(FILES) {
            let looks: Vec<Look> = files.par_iter().map(|file| look(file, known)).collect();
            let due = self.due(looks);
            let mut rest = &due[..];
            while !rest.is_empty() {
                let (group, others) = rest.split_at(first_group(rest));
                if !self.read_group(group)? {
                    return Ok(false);
                }
                rest = others;
            }
            if due.is_empty() && !self.tell() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn due(&mut self, looks: Vec<Look>) -> Vec<Due> {
        let mut all = Vec::new();
        for look in looks {
            match look {
                Look::Due(due) => {
                    all.push(due);
                    continue;
                }
                Look::Known(parts) => self.report.known += parts,
                Look::Refused(refused) => self.report.refused.push(refused),
            }
            self.progress.done += 1;
        }
        all
    }

    fn read_group(&mut self, due: &[Due]) -> Result<bool> {
        let held: Vec<_> = due.par_iter().map(|due| read_file(&due.path)).collect();
        let mut parts = Vec::new();
        for (due, held) in due.iter().zip(held) {
            match held {
                Ok(held) => self.take_apart(due, held, &mut parts),
                Err(error) => {
                    self.report.refused.push(error.into());
                    self.progress.done += 1;
                }
            }
        }
        let mut parts = parts.into_iter();
        loop {
            let batch: Vec<Part> = parts.by_ref().take(ARTICLES).collect();
            if batch.is_empty() {
                return Ok(self.tell());
            }
            self.add(batch)?;
            if parts.len() > 0 && !self.tell() {
                return Ok(false);
            }
        }
    }

    fn take_apart(&mut self, due: &Due, held: Held, parts: &mut Vec<Part>) {
        self.report.refused.extend(held.warnings);
        let name = name_of(&due.path);
        let count = held.articles.len();
        for (part, article) in held.articles.into_iter().enumerate() {
            let ends = (part + 1 == count).then(|| FileRead {
                path: name.clone(),
                parts: u32::try_from(count).unwrap_or(u32::MAX),
                stamp: Some(due.stamp.words.clone()),
            });
            parts.push(Part {
                article,
                provenance: place(&name, part),
                ends,
            });
        }
    }

    /// Analyses a batch and adds it in one transaction.
    fn add(&mut self, batch: Vec<Part>) -> Result<()> {
        let analysed: Vec<(String, Result<Entry>, Option<FileRead>)> = batch
            .into_par_iter()
            .map(|part| {
                let name = part.provenance.path.clone();
                let entry = analysed_article(part.article, part.provenance);
                (name, entry, part.ends)
            })
            .collect();
        let mut entries = Vec::with_capacity(analysed.len());
        let mut files = Vec::new();
        for (name, entry, ends) in analysed {
            match entry {
                Ok(entry) => entries.push(entry),
                Err(error) => {
                    self.report.refused.push(error.into());
                    self.faulty.insert(name);
                }
            }
            if let Some(mut file) = ends {
                file.stamp = file.stamp.filter(|_| !self.faulty.contains(&file.path));
                files.push(file);
            }
        }
        self.report.count(self.library.add_files(&entries, &files)?);
        self.progress.done += files.len();
        Ok(())
    }

    /// Tells how far the import is; `false` when it shall end.
    fn tell(&mut self) -> bool {
        self.progress.added = self.report.added + self.report.changed;
        (self.watch)(self.library, self.progress)
    }
}

fn look(file: &Path, known: &Known) -> Look {
    let stamp = match stamp(file) {
        Ok(stamp) => stamp,
        Err(error) => return Look::Refused(error.into()),
    };
    let same = |part: &Provenance| part.stamp.as_deref() == Some(stamp.words.as_str());
    match known.get(&name_of(file)) {
        Some(before) if before.iter().all(same) => Look::Known(before.len()),
        _ => Look::Due(Due {
            path: file.to_owned(),
            stamp,
        }),
    }
}

/// How many of `due`, one at least, are read at once.
fn first_group(due: &[Due]) -> usize {
    let mut bytes = 0;
    let fits = due.iter().take_while(|due| {
        bytes += due.stamp.size;
        bytes <= BYTES
    });
    fits.count().max(1)
}
