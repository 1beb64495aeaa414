//! One file to the articles it holds, analysed.

use std::fs::{self, File};
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use super::Refused;
use crate::analysis::analyze;
use crate::error::{Error, ErrorKind, Result};
use crate::ingest::{self, Hint};
use crate::model::{Article, Entry, Provenance};

/// Largest file that is read; larger ones are archives, not articles.
const LARGEST: u64 = 1 << 30;

/// What one file gave.
#[derive(Debug, Clone, Default)]
pub struct Analysed {
    /// Its articles, in the order of the file.
    pub entries: Vec<Entry>,
    /// What could not be read of it.
    pub refused: Vec<Refused>,
}

/// What one file holds.
pub(super) struct Held {
    /// Its articles, in the order of the file.
    pub articles: Vec<Article>,
    /// What looked odd on the way.
    pub warnings: Vec<Refused>,
}

/// Size and time of a file: another stamp means that it is read again.
pub(super) struct Stamp {
    /// As it is stored.
    pub words: String,
    /// The bytes of the file; 0 for what is no file.
    pub size: u64,
}

/// Reads and analyses every article of the file at `path`.
///
/// # Errors
/// When the file cannot be read or holds no article.
pub fn analyse_file(path: &Path) -> Result<Analysed> {
    let stamp = stamp(path)?;
    let mut analysed = analysed(read_file(path)?, path);
    for entry in &mut analysed.entries {
        entry.provenance.stamp = Some(stamp.words.clone());
    }
    Ok(analysed)
}

/// Reads and analyses every article of `bytes`, which came from `path`.
///
/// # Errors
/// When they hold no article.
pub fn analyse_bytes(bytes: &[u8], path: &Path) -> Result<Analysed> {
    Ok(analysed(read_bytes(bytes, path)?, path))
}

fn analysed(held: Held, path: &Path) -> Analysed {
    let name = name_of(path);
    let articles = held.articles.into_par_iter().enumerate();
    let entries: Vec<Result<Entry>> = articles
        .map(|(part, article)| analysed_article(article, place(&name, part)))
        .collect();
    let mut analysed = Analysed {
        entries: Vec::with_capacity(entries.len()),
        refused: held.warnings,
    };
    for entry in entries {
        match entry {
            Ok(entry) => analysed.entries.push(entry),
            Err(error) => analysed.refused.push(error.into()),
        }
    }
    analysed
}

/// Analyses an article that came from `provenance`.
///
/// # Errors
/// When the analysis has a fault.
pub(super) fn analysed_article(article: Article, provenance: Provenance) -> Result<Entry> {
    let analysis = guarded(Path::new(&provenance.path), || analyze(&article))?;
    Ok(Entry {
        article,
        analysis,
        provenance,
    })
}

/// The place of an article, not stamped yet.
pub(super) fn place(name: &str, part: usize) -> Provenance {
    Provenance {
        path: name.to_owned(),
        part: u32::try_from(part).unwrap_or(u32::MAX),
        stamp: None,
    }
}

/// Reads every article of the file at `path`.
///
/// # Errors
/// When the file cannot be read or holds no article.
pub(super) fn read_file(path: &Path) -> Result<Held> {
    let failed = |cause| Error::because(ErrorKind::Read, path, cause);
    let file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    // A pipe or a device does not say how long it is.
    let mut rest = file.take(LARGEST + 1);
    rest.read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(path));
    }
    read_bytes(&bytes, path)
}

fn read_bytes(bytes: &[u8], path: &Path) -> Result<Held> {
    let hint = Hint {
        name: path.to_string_lossy().into_owned(),
    };
    let mut held = Held {
        articles: Vec::new(),
        warnings: Vec::new(),
    };
    for ingested in guarded(path, || ingest::read(bytes, &hint))?? {
        held.articles.push(ingested.article);
        let warnings = ingested.warnings.into_iter();
        held.warnings.extend(warnings.map(|message| Refused {
            path: path.to_owned(),
            message,
        }));
    }
    Ok(held)
}

/// Runs `work`; a panic in it is an error about `path`. No input may cause one, but
/// when one does it costs a line, not the other articles.
///
/// # Errors
/// When `work` panics.
pub(super) fn guarded<T>(path: &Path, work: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let text = payload.downcast_ref::<String>().map(String::as_str);
        let words = text.or_else(|| payload.downcast_ref::<&str>().copied());
        let words = words.unwrap_or("it gave no reason");
        let cause = format!("a fault of pullquote, please report it: {words}");
        Error::because(ErrorKind::Read, path, cause)
    })
}

/// The name that the library knows a file by: its path, in which bytes that are no
/// text are written so that two names never become one.
pub(super) fn name_of(path: &Path) -> String {
    let mut name = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        name.push_str(chunk.valid());
        for byte in chunk.invalid() {
            name.push_str(&format!("\u{fffd}{byte:02x}"));
        }
    }
    name
}

/// Looks at size and time of a file.
///
/// # Errors
/// When the file cannot be looked at, or is too large for an article.
pub(super) fn stamp(path: &Path) -> Result<Stamp> {
    let failed = |cause| Error::because(ErrorKind::Read, path, cause);
    let about = fs::metadata(path).map_err(failed)?;
    if about.len() > LARGEST {
        return Err(too_large(path));
    }
    let time = about
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let nanoseconds = time.unwrap_or_default().as_nanos();
    Ok(Stamp {
        words: format!("{}:{nanoseconds}", about.len()),
        size: about.len(),
    })
}

fn too_large(path: &Path) -> Error {
    Error::because(ErrorKind::Read, path, "larger than 1 GiB; split it first")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_one_error_that_names_the_file() {
        let path = Path::new("a.txt");
        let error = guarded(path, || -> usize { panic!("word {} is missing", 7) }).unwrap_err();
        assert_eq!(
            error.to_string(),
            "a.txt: cannot be read (a fault of pullquote, please report it: word 7 is missing)"
        );
        assert_eq!(guarded(path, || 1).unwrap(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn names_that_differ_in_bytes_that_are_no_text_stay_apart() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let name = |bytes: &[u8]| name_of(Path::new(OsStr::from_bytes(bytes)));
        assert_ne!(name(b"Gen\xe8ve.txt"), name(b"Gen\xe9ve.txt"));
        assert_eq!(name("Genève.txt".as_bytes()), "Genève.txt");
    }
}
