//! Writing a file that a person asked for, never over one that is there.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, Result};

/// Files of one name that are tried.
const NUMBERS: u32 = 999;

/// Takes what belongs into a file, piece by piece.
pub struct Sink<'a> {
    path: &'a Path,
    file: BufWriter<File>,
}

impl Sink<'_> {
    /// Writes a line.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn line(&mut self, line: &str) -> Result<()> {
        self.text(line)?;
        self.text("\n")
    }

    /// Writes text as it is.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn text(&mut self, text: &str) -> Result<()> {
        let written = self.file.write_all(text.as_bytes());
        written.map_err(|error| Error::because(ErrorKind::Write, self.path, error))
    }
}

/// Writes a new file of this name in `folder`, with a number when there is one already;
/// gives one line for the person. `fill` tells what it has written, as in `12 quotes`.
///
/// The file is its owner's alone, and is written beside its place first, so that nobody
/// ever finds a part of it.
pub fn save(folder: &Path, name: &str, fill: impl FnOnce(&mut Sink) -> Result<String>) -> String {
    let path = folder.join(name);
    match write_new(&path, fill) {
        Ok((what, path)) => format!("wrote {what} to {}", shown(folder, &path)),
        Err(error) => format!("nothing is written: {error}"),
    }
}

/// The path as it was typed: the folder one works in goes without saying.
fn shown(folder: &Path, path: &Path) -> String {
    let is_here = folder == Path::new(".");
    let short = path.strip_prefix(folder).ok().filter(|_| is_here);
    short.unwrap_or(path).display().to_string()
}

fn write_new(
    path: &Path,
    fill: impl FnOnce(&mut Sink) -> Result<String>,
) -> Result<(String, PathBuf)> {
    let failed = |error| Error::because(ErrorKind::Write, path, error);
    let beside = free(path, ".new").map_err(failed)?;
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&beside)
        .map_err(failed)?;
    let filled = filled((file, path), fill);
    let placed = filled.and_then(|what| Ok((what, place(&beside, path).map_err(failed)?)));
    // Placed or not: it is ours, and of no use under this name.
    let _ = fs::remove_file(&beside);
    placed
}

fn filled(
    (file, path): (File, &Path),
    fill: impl FnOnce(&mut Sink) -> Result<String>,
) -> Result<String> {
    // Nobody typed the name that it has until it is whole.
    let failed = |error| Error::because(ErrorKind::Write, path, error);
    let mut sink = Sink {
        path,
        file: BufWriter::new(file),
    };
    let what = fill(&mut sink)?;
    let file = sink.file.into_inner();
    file.map_err(io::IntoInnerError::into_error)
        .and_then(|file| file.sync_all())
        .map_err(failed)?;
    Ok(what)
}

/// Gives the file its name, or the first free one with a number.
fn place(beside: &Path, path: &Path) -> io::Result<PathBuf> {
    for number in 1..=NUMBERS {
        let path = numbered(path, number);
        // A link never replaces what is there; renaming would.
        match fs::hard_link(beside, &path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            // Some file systems have no links.
            Err(_) if !path.exists() => {
                fs::rename(beside, &path)?;
                return Ok(path);
            }
            Err(_) => {}
        }
    }
    Err(io::Error::other("there are too many files of this name"))
}

fn numbered(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(match path.extension() {
        Some(end) => format!("{stem}-{number}.{}", end.to_string_lossy()),
        None => format!("{stem}-{number}"),
    })
}

/// The path with `end` behind it, and a number when that is taken.
fn free(path: &Path, end: &str) -> io::Result<PathBuf> {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    let mut numbers = (1..=NUMBERS).map(|number| numbered(Path::new(&name), number));
    numbers
        // A link that leads nowhere is there too.
        .find(|path| path.symlink_metadata().is_err())
        .ok_or_else(|| io::Error::other("there are too many files of this name"))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn written(folder: &Path, name: &str, text: &'static str) -> String {
        save(folder, name, |sink| {
            sink.line(text)?;
            Ok("2 quotes".to_owned())
        })
    }

    #[test]
    fn a_file_that_is_there_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let told: Vec<String> = ["one", "two", "three"]
            .map(|text| written(folder.path(), "a.b.csv", text))
            .into();
        let names = ["a.b.csv", "a.b-2.csv", "a.b-3.csv"];
        let place = folder.path().display();
        assert_eq!(
            told,
            names.map(|name| format!("wrote 2 quotes to {place}/{name}"))
        );
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(names.map(read), ["one\n", "two\n", "three\n"]);
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 3, "nothing is left beside");
    }

    #[test]
    fn it_is_its_owners_alone_and_never_a_part() {
        let folder = tempfile::tempdir().unwrap();
        written(folder.path(), "quotes", "one");
        let mode = fs::metadata(folder.path().join("quotes")).unwrap();
        assert_eq!(mode.permissions().mode() & 0o777, 0o600);
        let told = save(folder.path(), "other", |sink| {
            sink.line("a part")?;
            Err(Error::because(
                ErrorKind::Write,
                "other",
                "the disk is full",
            ))
        });
        assert!(told.starts_with("nothing is written"), "{told}");
        assert!(!folder.path().join("other").exists());
        assert!(!folder.path().join("other.new").exists());
    }

    #[test]
    fn what_somebody_else_has_beside_it_stays() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("quotes.new");
        std::os::unix::fs::symlink("nowhere", &link).unwrap();
        let told = written(folder.path(), "quotes", "one");
        let place = folder.path().display();
        assert_eq!(told, format!("wrote 2 quotes to {place}/quotes"));
        assert!(link.symlink_metadata().is_ok());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let told = written(&folder.path().join("none"), "a.md", "x");
        assert!(told.starts_with("nothing is written"), "{told}");
    }
}
