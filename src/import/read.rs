//! One file to the articles it holds, analysed.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::UNIX_EPOCH;

use super::Refused;
use crate::analysis::analyze;
use crate::error::{Error, ErrorKind, Result};
use crate::ingest::{self, Hint};
use crate::model::{Entry, Provenance};

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

/// Reads and analyses every article of the file at `path`.
///
/// # Errors
/// When the file cannot be read or holds no article.
pub fn analyse_file(path: &Path) -> Result<Analysed> {
    let stamp = stamp(path)?;
    let bytes = fs::read(path).map_err(|cause| Error::because(ErrorKind::Read, path, cause))?;
    let mut analysed = analyse_bytes(&bytes, path)?;
    for entry in &mut analysed.entries {
        entry.provenance.stamp = Some(stamp.clone());
    }
    Ok(analysed)
}

/// Reads and analyses every article of `bytes`, which came from `path`.
///
/// # Errors
/// When they hold no article.
pub fn analyse_bytes(bytes: &[u8], path: &Path) -> Result<Analysed> {
    let hint = Hint {
        name: path.to_string_lossy().into_owned(),
    };
    let mut analysed = Analysed::default();
    let ingested = guarded(path, || ingest::read(bytes, &hint))??;
    for (part, ingested) in ingested.into_iter().enumerate() {
        let warned = ingested.warnings.into_iter();
        analysed.refused.extend(warned.map(|message| Refused {
            path: path.to_owned(),
            message,
        }));
        let part = u32::try_from(part).unwrap_or(u32::MAX);
        let provenance = Provenance {
            path: hint.name.clone(),
            part,
            stamp: None,
        };
        match guarded(path, || analyze(&ingested.article)) {
            Ok(analysis) => analysed.entries.push(Entry {
                article: ingested.article,
                analysis,
                provenance,
            }),
            Err(error) => analysed.refused.push(error.into()),
        }
    }
    Ok(analysed)
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

/// Size and time of a file: another stamp means that it is read again.
///
/// # Errors
/// When the file cannot be looked at, or is too large for an article.
pub(super) fn stamp(path: &Path) -> Result<String> {
    let read_error = |cause| Error::because(ErrorKind::Read, path, cause);
    let about = fs::metadata(path).map_err(read_error)?;
    if about.len() > LARGEST {
        return Err(Error::because(
            ErrorKind::Read,
            path,
            "larger than 1 GiB; split it first",
        ));
    }
    let time = about
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Ok(format!(
        "{}:{}",
        about.len(),
        time.unwrap_or_default().as_nanos()
    ))
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
}
