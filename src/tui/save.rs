//! Writing a file that a person asked for, never over one that is there.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Files of one name that are tried.
const NUMBERS: u32 = 999;

/// Writes `text` into a new file of this name in `folder`, with a number when there
/// is one already; gives one line for the person.
pub fn save(folder: &Path, name: &str, text: &str) -> String {
    match write_new(folder, name, text) {
        Ok(path) => format!("written to {}", path.display()),
        Err(error) => format!(
            "{} cannot be written ({error})",
            folder.join(name).display()
        ),
    }
}

fn write_new(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    for number in 1..=NUMBERS {
        let path = folder.join(match number {
            1 => name.to_owned(),
            _ => format!("{stem}-{number}.{end}"),
        });
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("there are too many files of this name"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        for text in ["one", "two"] {
            save(folder.path(), "a.md", text);
        }
        let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!((read("a.md"), read("a-2.md")), ("one".into(), "two".into()));
        let told = save(&folder.path().join("none"), "a.md", "x");
        assert!(told.contains("cannot be written"), "{told}");
    }
}
