//! Files that are newer, damaged, or something else.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use pullquote::error::ErrorKind;
use pullquote::model::{Change, Entry, Mark, Place as MarkedPlace};
use pullquote::store::{Library, Location};
use tempfile::TempDir;

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
    // Whether it opens depends on what stands in the WAL.
    drop(library.reader());
    assert_eq!(fs::read(case.path()).unwrap(), bytes);
}

/// Opens the library at `path` as a program does that is started again after it met damage.
fn start(path: &Path) -> (Library, String) {
    let location = Location::file(path);
    let mut said = String::new();
    for _ in 0..2 {
        let library = Library::open(&location).expect("it opens");
        said.push_str(&library.notices().join("\n"));
        let read = library.catalog().and_then(|catalog| {
            for row in catalog.rows() {
                library.entry(row.id)?;
            }
            library.marks()
        });
        match read {
            Ok(_) => return (library, said),
            Err(error) => assert_eq!(error.kind(), ErrorKind::Corrupt),
        }
    }
    panic!("{} is not mended: {said}", path.display());
}

fn mark(n: usize) -> Change {
    Change::Set(Mark::Tagged {
        on: MarkedPlace::whole(numbered(n).article.id),
        tag: "harbour".into(),
    })
}

fn numbered(n: usize) -> Entry {
    let words = format!("The ferry of line {n} left. ").repeat(60);
    entry(&format!("{n}.txt"), &format!("Ferry {n} leaves"), &words)
}

#[test]
fn what_can_be_read_of_a_damaged_library_is_carried_into_a_new_one() {
    let case = Case::new();
    let mut library = case.open();
    let entries: Vec<_> = (0..60).map(numbered).collect();
    library.add(&entries).unwrap();
    for n in 0..60 {
        library.change("tag", &[mark(n)]).unwrap();
    }
    drop(library);
    let whole = fs::read(case.path()).unwrap();
    let pages = whole.len() / 4096;
    // Without the page where a table begins nothing of that table can be found.
    let begins: usize = case.ask("SELECT max(rootpage) FROM sqlite_schema");
    let mut kept = 0;
    for page in (1..pages).step_by(pages / 25) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("library.db");
        let mut bytes = whole.clone();
        bytes[page * 4096..(page + 2).min(pages) * 4096].fill(0x5a);
        fs::write(&path, &bytes).unwrap();
        let (library, said) = start(&path);
        let asides: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .flatten()
            .filter(|file| file.file_name().to_string_lossy().contains(".damaged-2"))
            .collect();
        assert!(asides.len() <= 1, "{asides:?}");
        // Damage in a page that nobody reads is met by nobody.
        if let Some(aside) = asides.first() {
            assert_eq!(fs::read(aside.path()).unwrap(), bytes);
            assert_eq!(said.matches("is damaged").count(), 1, "{said}");
            kept += 1;
        }
        let (articles, marks) = (
            library.count().unwrap(),
            library.marks().unwrap().all().len(),
        );
        if page >= begins {
            assert!(articles >= 50, "{articles} articles, page {page}: {said}");
            assert!(marks >= 40, "{marks} marks, page {page}: {said}");
        }
        let id = numbered(30).article.id;
        if let Some(entry) = library.entry(id).unwrap() {
            assert_eq!(entry.article, numbered(30).article);
        }
    }
    assert!(kept > 5, "only {kept} were found to be damaged");
}

#[test]
fn a_sign_of_damage_on_a_sound_library_is_taken_away() {
    let case = Case::new();
    case.open().add(&[full_entry()]).unwrap();
    fs::write(case.folder.path().join("library.db.found-damaged"), "").unwrap();
    let library = case.open();
    assert!(library.notices().is_empty(), "{:?}", library.notices());
    assert_eq!(library.count().unwrap(), 1);
    drop(library);
    assert_eq!(fs::read_dir(case.folder.path()).unwrap().count(), 1);
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
            let _ = fs::remove_file(case.folder.path().join("other.found-damaged"));
            if let Ok(mut library) = Library::open(&Location::file(&other)) {
                // Any answer will do, as long as it is one.
                let _ = library.catalog();
                let _ = library.entry(full_entry().article.id);
                let _ = library.add(&[entry("b.txt", "Two", "Words.")]);
            }
        }
    }
}
