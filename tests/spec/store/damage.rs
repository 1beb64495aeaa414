//! Files that are newer, damaged, or something else.

use std::fs;
use std::path::Path;

use pullquote::error::ErrorKind;
use pullquote::store::{Library, Location};

use super::{Case, entry, full_entry};

#[test]
fn a_newer_library_is_opened_for_reading_and_says_so() {
    let case = Case::new();
    case.open().add(&[full_entry()]).unwrap();
    case.sql("PRAGMA user_version = 999");
    let mut library = case.open();
    assert!(library.is_read_only());
    assert!(
        library.notices()[0].contains("newer"),
        "{:?}",
        library.notices()
    );
    assert_eq!(library.count().unwrap(), 1);
    assert_eq!(
        library.add(&[full_entry()]).unwrap_err().kind(),
        ErrorKind::Newer
    );
    assert_eq!(case.ask::<i64>("PRAGMA user_version"), 999);
}

#[test]
fn a_file_that_is_no_library_is_left_alone() {
    let case = Case::new();
    let kind = |path: &Path| Library::open(&Location::file(path)).unwrap_err().kind();
    let text = case.folder.path().join("notes.txt");
    fs::write(
        &text,
        "These are notes, and there are more of them. ".repeat(99),
    )
    .unwrap();
    assert_eq!(kind(&text), ErrorKind::Corrupt);
    assert!(
        fs::read_to_string(&text)
            .unwrap()
            .starts_with("These are notes")
    );
    case.sql("CREATE TABLE recipe (name TEXT)");
    assert_eq!(kind(&case.path()), ErrorKind::NoLibrary);
}

#[test]
fn a_damaged_library_is_put_aside_and_never_a_reason_not_to_start() {
    let case = Case::new();
    case.open().add(&[full_entry()]).unwrap();
    let mut bytes = fs::read(case.path()).unwrap();
    bytes[..64].fill(7);
    fs::write(case.path(), &bytes).unwrap();
    let mut library = case.open();
    assert_eq!(library.count().unwrap(), 0);
    assert!(
        library.notices()[0].contains("damaged"),
        "{:?}",
        library.notices()
    );
    library.add(&[full_entry()]).unwrap();
    let kept = fs::read_dir(case.folder.path()).unwrap().flatten();
    let kept = kept.filter(|file| file.file_name().to_string_lossy().contains(".damaged-2"));
    assert_eq!(fs::read(kept.last().unwrap().path()).unwrap(), bytes);
}

#[test]
fn a_library_cut_at_any_length_or_flipped_anywhere_opens_or_says_why() {
    let case = Case::new();
    case.open().add(&[full_entry()]).unwrap();
    let whole = fs::read(case.path()).unwrap();
    let other = case.folder.path().join("other");
    let steps = (0..whole.len()).step_by(whole.len() / 40);
    for at in steps {
        let mut flipped = whole.clone();
        flipped[at] ^= 0xff;
        for bytes in [&whole[..at], &flipped] {
            for ending in ["", "-wal", "-shm"] {
                let _ = fs::remove_file(format!("{}{ending}", other.display()));
            }
            fs::write(&other, bytes).unwrap();
            if let Ok(mut library) = Library::open(&Location::file(&other)) {
                // Any answer will do, as long as it is one.
                let _ = library.catalog();
                let _ = library.entry(full_entry().article.id);
                let _ = library.add(&[entry("b.txt", "Two", "Words.")]);
            }
        }
    }
}
