//! Files that are newer, damaged, or something else.

use std::fs;
use std::os::unix::fs::PermissionsExt;
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
    let page = case.folder.path().join("thumbs.db");
    fs::write(&page, "<html>".repeat(99)).unwrap();
    for path in [&text, &page] {
        let before = fs::read(path).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(kind(path), ErrorKind::NoLibrary);
        assert_eq!(fs::read(path).unwrap(), before);
        let mode = fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o644, "{path:?}");
    }
    assert_eq!(fs::read_dir(case.folder.path()).unwrap().count(), 2);
    case.sql("CREATE TABLE recipe (name TEXT)");
    fs::set_permissions(case.path(), fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(kind(&case.path()), ErrorKind::NoLibrary);
    let mode = fs::metadata(case.path()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o644);
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
    let notice = &library.notices()[0];
    assert!(notice.contains("is damaged"), "{notice}");
    assert!(!notice.contains("move the file away"), "{notice}");
    library.add(&[full_entry()]).unwrap();
    let kept = fs::read_dir(case.folder.path()).unwrap().flatten();
    let kept = kept.filter(|file| file.file_name().to_string_lossy().contains(".damaged-2"));
    assert_eq!(fs::read(kept.last().unwrap().path()).unwrap(), bytes);
}

#[test]
fn libraries_damaged_within_one_second_are_all_kept() {
    let case = Case::new();
    for _ in 0..3 {
        case.open().add(&[full_entry()]).unwrap();
        let mut bytes = fs::read(case.path()).unwrap();
        bytes[..64].fill(7);
        fs::write(case.path(), &bytes).unwrap();
    }
    drop(case.open());
    let files = fs::read_dir(case.folder.path()).unwrap().flatten();
    let kept = files.filter(|file| file.file_name().to_string_lossy().contains(".damaged-2"));
    assert!(kept.count() >= 3);
}

#[test]
fn a_reader_never_moves_a_library() {
    let case = Case::new();
    let mut library = case.open();
    library.add(&[full_entry()]).unwrap();
    let mut bytes = fs::read(case.path()).unwrap();
    bytes[..64].fill(7);
    fs::write(case.path(), &bytes).unwrap();
    assert!(library.reader().is_err());
    assert_eq!(fs::read(case.path()).unwrap(), bytes);
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
