//! Where things are kept, and what a person set.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::error::{Error, ErrorKind, Result};

mod settings;

pub use settings::{
    Bidi, Choice, Clipboard, Export, Frames, Named, Note, Program, Search, Settings, Speech, Start,
    Terminal, Ui, Use, Written,
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
        let first = whole.first().and_then(|path| path.file_name());
        let name = first.map(legible).unwrap_or_default();
        self.data
            .join("folders")
            .join(format!("{name}-{}.db", &hash.finalize().to_hex()[..12]))
    }

    /// Whether `path` lies where the program keeps libraries: nothing else does.
    pub fn keeps(&self, path: &Path) -> bool {
        path.starts_with(&self.data)
    }

    /// Where libraries are kept.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Where reports of panics are written, copies, and where one was.
    pub fn state(&self) -> &Path {
        &self.state
    }
}

/// Writes a file in `folder` for its owner alone: beside its place first, then renamed,
/// so that there is the old one or the new one, never a part. Where a link stands, what
/// it leads to is written, and the link stays.
///
/// # Errors
/// When the folder cannot be made or the file not be written.
pub fn write_private(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let path = led_to(&folder.join(name))?;
    let mut beside = path.clone().into_os_string();
    beside.push(".new");
    let beside = PathBuf::from(beside);
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

/// Where a link leads, also to a file that is not there yet; any other path is itself.
fn led_to(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    // Links that lead to each other end nowhere.
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = path.parent().unwrap_or(Path::new(".")).join(to),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("links lead in a circle"))
}

/// Links that are followed.
const LINKS: usize = 40;

/// The file that keeps where one is in the library at `library`.
pub fn place_file(state: &Path, library: &Path) -> PathBuf {
    let whole = absolute(library);
    let hash = blake3::hash(whole.as_os_str().as_encoded_bytes()).to_hex();
    let name = legible(whole.file_stem().unwrap_or_default());
    state
        .join("places")
        .join(format!("{name}-{}.json", &hash[..12]))
}

/// The part of a name that a person can read and every disk takes.
fn legible(name: &OsStr) -> String {
    let name = name.to_string_lossy();
    let kept = name
        .chars()
        .filter(|c| c.is_alphanumeric() || "-_".contains(*c));
    kept.take(40).collect()
}

/// Takes away what others may do with the folders and files of the program below
/// `folder`; one line for each that was open to them.
pub fn tighten(folder: &Path) -> Vec<String> {
    let mut told = Vec::new();
    tighten_one(folder, &mut told);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        // A link leads to what may be somebody else's.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => told.extend(tighten(&entry.path())),
            Ok(kind) if kind.is_file() => tighten_one(&entry.path(), &mut told),
            Ok(_) | Err(_) => {}
        }
    }
    told
}

fn tighten_one(path: &Path, told: &mut Vec<String>) {
    let Ok(data) = fs::symlink_metadata(path) else {
        return;
    };
    let mode = data.permissions().mode() & 0o777;
    let tight = mode & 0o700;
    let mine = data.uid() == rustix::process::geteuid().as_raw();
    if mode != tight && mine && fs::set_permissions(path, Permissions::from_mode(tight)).is_ok() {
        told.push(format!(
            "{}: others could open it; now only you can",
            path.display()
        ));
    }
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
    fn a_link_is_written_through_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (here, there) = (folder.path().join("here"), folder.path().join("there"));
        fs::create_dir(&there).unwrap();
        fs::create_dir(&here).unwrap();
        std::os::unix::fs::symlink("../there/history", here.join("history")).unwrap();
        for text in ["one", "two"] {
            write_private(&here, "history", text).unwrap();
            assert_eq!(fs::read_to_string(there.join("history")).unwrap(), text);
            assert!(
                fs::symlink_metadata(here.join("history"))
                    .unwrap()
                    .is_symlink()
            );
        }
        std::os::unix::fs::symlink("circle", here.join("circle")).unwrap();
        assert!(write_private(&here, "circle", "one").is_err());
    }

    #[test]
    fn what_others_could_open_is_tightened_and_told() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("below");
        fs::create_dir(&below).unwrap();
        fs::write(below.join("copied.txt"), "words").unwrap();
        let loosen = |path: &Path, mode| {
            fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
        };
        loosen(&below, 0o777);
        loosen(&below.join("copied.txt"), 0o666);
        loosen(folder.path(), 0o755);
        assert_eq!(tighten(folder.path()).len(), 3);
        assert!(tighten(folder.path()).is_empty());
        let mode = fs::metadata(below.join("copied.txt"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
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
