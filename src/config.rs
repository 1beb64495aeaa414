//! Where things are kept, and what a person set.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::error::{Error, ErrorKind, Result};

mod settings;

pub use settings::{
    Bidi, Choice, Clipboard, Emoji, Export, Frames, Named, Note, Program, Search, Settings, Speech,
    Start, Terminal, Ui, Use, Written,
};

/// The folder that a person means by `written`: `~/` begins at home.
pub fn folder(written: &str) -> PathBuf {
    let home = directories::BaseDirs::new();
    match (written.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.home_dir().join(rest),
        _ => PathBuf::from(written),
    }
}

/// The folders of the program, by the XDG base directory specification.
///
/// Relative values of the XDG variables are ignored, as that text demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    config: PathBuf,
    data: PathBuf,
    state: PathBuf,
}

impl Paths {
    /// Finds the folders of the person who runs the program.
    ///
    /// # Errors
    /// When there is no home folder.
    pub fn find() -> Result<Self> {
        let folders = ProjectDirs::from("", "", "pullquote").ok_or_else(|| {
            Error::because(
                ErrorKind::Write,
                "",
                "no home folder; set HOME or name a library with --library",
            )
        })?;
        let data = folders.data_dir().to_owned();
        // Only Linux has a state folder of its own.
        let state = folders.state_dir().unwrap_or(folders.data_dir()).to_owned();
        let config = folders.config_dir().to_owned();
        Ok(Self {
            config,
            data,
            state,
        })
    }

    /// The file of settings, which need not be there.
    pub fn settings(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The library that is opened when none is named.
    pub fn default_library(&self) -> PathBuf {
        self.data.join("library.db")
    }

    /// The library of exactly these files and folders.
    ///
    /// The same paths, in any order and however written, give the same library,
    /// so that what a person marked is found again next time. The first path's
    /// name is part of the file's name only so that a person can tell them apart.
    pub fn library_of(&self, paths: &[PathBuf]) -> PathBuf {
        let mut whole: Vec<PathBuf> = paths.iter().map(|path| absolute(path)).collect();
        whole.sort();
        whole.dedup();
        let mut hash = blake3::Hasher::new();
        for path in &whole {
            hash.update(path.as_os_str().as_encoded_bytes());
            hash.update(&[0]);
        }
        let name: String = whole
            .first()
            .and_then(|path| path.file_name())
            .map(|name| {
                name.to_string_lossy()
                    .chars()
                    .filter(|c| c.is_alphanumeric() || "-_".contains(*c))
                    .take(40)
                    .collect()
            })
            .unwrap_or_default();
        self.data
            .join("folders")
            .join(format!("{name}-{}.db", &hash.finalize().to_hex()[..12]))
    }

    /// Whether `path` lies where the program keeps libraries: nothing else does.
    pub fn keeps(&self, path: &Path) -> bool {
        path.starts_with(&self.data)
    }

    /// Where reports of panics are written.
    pub fn state(&self) -> &Path {
        &self.state
    }
}

/// Writes a file in `folder` for its owner alone: beside its place first, then renamed,
/// so that there is the old one or the new one, never a part.
///
/// # Errors
/// When the folder cannot be made or the file not be written.
pub fn write_private(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let (path, beside) = (folder.join(name), folder.join(format!("{name}.new")));
    let _ = fs::remove_file(&beside);
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&beside)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&beside, &path)?;
    Ok(path)
}

/// Today, from which a query counts back: `2026-05-22`.
pub fn today() -> String {
    jiff::ZonedDateTime::now().date().to_string()
}

/// The path from the root, without links where it exists.
pub fn absolute(path: &Path) -> PathBuf {
    path.canonicalize()
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths() -> Paths {
        Paths {
            config: "/config".into(),
            data: "/data".into(),
            state: "/state".into(),
        }
    }

    #[test]
    fn the_same_paths_give_the_same_library_however_they_are_written() {
        let one = paths().library_of(&["/tmp".into(), "/usr".into()]);
        let other = paths().library_of(&["/usr/../usr".into(), "/tmp/.".into()]);
        assert_eq!(one, other);
        assert_ne!(one, paths().library_of(&["/tmp".into()]));
    }

    #[test]
    fn a_library_of_a_folder_carries_its_name() {
        let library = paths().library_of(&["/nowhere/my articles".into()]);
        assert!(
            library
                .to_string_lossy()
                .starts_with("/data/folders/myarticles-"),
            "{library:?}"
        );
    }
}
