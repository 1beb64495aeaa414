//! Which files to read.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::Refused;

/// Files of these names are about the articles, not articles.
const ABOUT: [&str; 5] = ["README", "LICENSE", "LICENCE", "NOTICE", "SOURCES"];

/// What stands under some paths.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// Files to read, sorted, each once.
    pub files: Vec<PathBuf>,
    /// Files passed over by their name, and what is no file: pipes, devices.
    pub skipped: Vec<PathBuf>,
    /// Paths that could not be looked at; nothing below them is known to be gone.
    pub refused: Vec<Refused>,
}

/// Lists every file under `paths`, in a fixed order.
///
/// Hidden files and those named README, LICENSE, LICENCE, NOTICE or SOURCES, also
/// LICENSE-MIT and README.de.md, are listed as skipped, like pipes and devices. What is
/// named itself is always taken. Links are followed, circles are reported.
pub fn list_files(paths: &[PathBuf]) -> Listing {
    let mut listing = Listing::default();
    for path in paths {
        if path.exists() && !path.is_dir() {
            listing.files.push(path.clone());
        } else {
            walk(path, &mut listing);
        }
    }
    listing.files.sort();
    listing.files.dedup();
    listing
}

fn walk(folder: &Path, listing: &mut Listing) {
    // A library of articles is no source tree: ignore files mean nothing here.
    let walk = WalkBuilder::new(folder)
        .standard_filters(false)
        .follow_links(true)
        .build();
    for found in walk {
        match found {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_dir()) => {}
            Ok(entry) if is_article(folder, &entry) => listing.files.push(entry.into_path()),
            Ok(entry) => listing.skipped.push(entry.into_path()),
            Err(error) => listing.refused.push(refused(folder, &error)),
        }
    }
}

fn is_article(folder: &Path, entry: &DirEntry) -> bool {
    let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
    let hidden = below
        .components()
        .any(|part| part.as_os_str().as_encoded_bytes().starts_with(b"."));
    // A pipe would be waited for without end.
    let file = entry.file_type().is_some_and(|kind| kind.is_file());
    file && !hidden && !is_about(&entry.file_name().to_string_lossy())
}

/// Whether a file of this name tells about articles. A headline may begin with the
/// same word: "Notice served on mill.txt".
fn is_about(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    let word = match stem.split_once(['-', '_']) {
        Some((word, rest)) if is_short_of_a_headline(stem, rest) => word,
        _ => stem,
    };
    ABOUT.iter().any(|about| word.eq_ignore_ascii_case(about))
}

/// "LICENSE-MIT", "README_FIRST": one more word, all in capitals.
fn is_short_of_a_headline(stem: &str, rest: &str) -> bool {
    let capitals = !stem.contains(char::is_lowercase);
    capitals && !rest.contains(['-', '_', ' '])
}

fn refused(folder: &Path, error: &ignore::Error) -> Refused {
    let path = path_of(error).unwrap_or(folder);
    let cause = match error.io_error().map(std::io::Error::kind) {
        Some(ErrorKind::NotFound) => "there is no such file or folder".to_owned(),
        Some(ErrorKind::PermissionDenied) => "you may not read it".to_owned(),
        Some(kind) => kind.to_string(),
        None => "it leads back into itself".to_owned(),
    };
    Refused {
        path: path.to_owned(),
        message: format!("cannot be read ({cause})"),
    }
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_about_the_articles_is_passed_over_and_listed() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a.txt", "README.md", "Licence.txt", ".hidden"] {
            std::fs::write(folder.path().join(name), "One.").unwrap();
        }
        let listing = list_files(&[folder.path().to_owned()]);
        let names: Vec<_> = listing
            .files
            .iter()
            .map(|path| path.file_name().unwrap().to_owned())
            .collect();
        assert_eq!(names, ["a.txt", "b.txt"]);
        assert_eq!(listing.skipped.len(), 3);
    }

    #[test]
    fn headlines_that_begin_like_a_readme_are_articles() {
        for name in [
            "README",
            "readme.de.md",
            "LICENSE-MIT",
            "Sources.txt",
            "NOTICE.gz",
        ] {
            assert!(is_about(name), "{name}");
        }
        for name in [
            "Sources say deal is near.txt",
            "notice-served-on-mill.txt",
            "License plates go digital.html",
            "Readmes.txt",
            "license-fees-rise.txt",
        ] {
            assert!(!is_about(name), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_passed_over_in_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe.txt");
        std::os::unix::net::UnixListener::bind(&pipe).unwrap();
        std::fs::write(folder.path().join("a.txt"), "One.").unwrap();
        std::os::unix::fs::symlink("a.txt", folder.path().join("b.txt")).unwrap();
        let listing = list_files(&[folder.path().to_owned()]);
        assert_eq!(listing.files.len(), 2);
        assert_eq!(listing.skipped, [pipe]);
    }

    #[test]
    fn a_file_named_itself_is_taken_whatever_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let readme = folder.path().join("README.txt");
        std::fs::write(&readme, "One.").unwrap();
        assert_eq!(list_files(std::slice::from_ref(&readme)).files, [readme]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_one_line() {
        let listing = list_files(&[PathBuf::from("/nowhere/at/all")]);
        assert_eq!(listing.refused.len(), 1);
        assert_eq!(listing.refused[0].path, PathBuf::from("/nowhere/at/all"));
    }
}
