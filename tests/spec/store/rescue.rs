//! A damaged library whose corrections, WAL and other users are still there.

use std::fs;
use std::path::{Path, PathBuf};

use pullquote::analysis::analyze;
use pullquote::error::ErrorKind;
use pullquote::model::{ActorKind, Change, Entry, Mark, Place, Who};
use pullquote::store::{Library, Location, Positions};

use super::{Case, entry};

fn said(n: usize) -> Entry {
    let words = format!("“The {n} gates stay shut,” said Orla Quist. Pavel Brandt left.");
    let mut entry = entry(&format!("{n}.txt"), &format!("Gate {n}"), &words);
    entry.analysis = analyze(&entry.article);
    entry
}

fn corrected(entry: &Entry) -> Change {
    let span = entry.analysis.quotes[0].span;
    Change::Set(Mark::Speaker {
        on: Place {
            article: entry.article.id,
            span,
            words: span.of(&entry.article.text).into(),
        },
        speaker: Some(Who {
            name: "Tove Lunde".into(),
            kind: Some(ActorKind::Person),
        }),
    })
}

fn quotes_of(library: &Library, name: &str) -> u32 {
    let catalog = library.catalog().unwrap();
    let all = Positions::all(catalog.len());
    let counts = library.name_counts(&catalog, &all).unwrap();
    let names = catalog.names().iter().zip(counts);
    let of = names.filter(|(known, _)| &*known.text == name);
    of.map(|(_, count)| count.quotes).sum()
}

/// A library of forty articles, one of them corrected, with a page that is not what it was.
fn damaged() -> Case {
    let case = Case::new();
    let entries: Vec<Entry> = (0..40).map(said).collect();
    let mut library = case.open();
    library.add(&entries).unwrap();
    library
        .change("corrected", &[corrected(&entries[7])])
        .unwrap();
    assert_eq!(quotes_of(&library, "Tove Lunde"), 1);
    drop(library);
    break_index(&case.path());
    fs::write(beside(&case.path(), ".found-damaged"), "").unwrap();
    case
}

/// Breaks the page where an index begins that can be made anew.
fn break_index(path: &Path) {
    let connection = rusqlite::Connection::open(path).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'mention_article'";
    let page: usize = connection.query_row(sql, [], |row| row.get(0)).unwrap();
    drop(connection);
    let mut bytes = fs::read(path).unwrap();
    bytes[(page - 1) * 4096..page * 4096].fill(0x5a);
    fs::write(path, bytes).unwrap();
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn asides(case: &Case) -> Vec<PathBuf> {
    let files = fs::read_dir(case.folder.path()).unwrap().flatten();
    let paths = files.map(|file| file.path());
    let aside = |path: &PathBuf| path.to_string_lossy().contains(".damaged-2");
    let mut paths: Vec<PathBuf> = paths.filter(aside).collect();
    paths.sort();
    paths
}

#[test]
fn a_rescued_library_has_the_corrections_in_its_lists() {
    let case = damaged();
    let library = case.open();
    assert!(library.notices()[0].contains("40 of 40 articles, 1 marks"));
    assert_eq!(quotes_of(&library, "Tove Lunde"), 1);
    assert_eq!(quotes_of(&library, "Orla Quist"), 39);
}

#[test]
fn the_damaged_file_and_its_wal_are_kept_byte_for_byte() {
    let case = damaged();
    fs::remove_file(beside(&case.path(), ".found-damaged")).unwrap();
    let mut killed = case.open();
    let tag = Mark::Tagged {
        on: Place::whole(said(3).article.id),
        tag: "weir".into(),
    };
    killed.change("tag", &[Change::Set(tag.clone())]).unwrap();
    let main = fs::read(case.path()).unwrap();
    let wal = fs::read(beside(&case.path(), "-wal")).unwrap();
    assert!(!wal.is_empty());
    drop(killed);
    // The files as a program leaves them that is killed at this moment.
    fs::write(case.path(), &main).unwrap();
    fs::write(beside(&case.path(), "-wal"), &wal).unwrap();
    fs::write(beside(&case.path(), ".found-damaged"), "").unwrap();
    let library = case.open();
    assert!(library.marks().unwrap().all().contains(&tag));
    assert_eq!(quotes_of(&library, "Tove Lunde"), 1);
    let kept = asides(&case);
    let bytes: Vec<Vec<u8>> = kept.iter().map(|it| fs::read(it).unwrap()).collect();
    assert!(bytes == [main, wal], "{kept:?}");
}

#[test]
fn a_library_that_somebody_has_open_is_never_moved() {
    let case = damaged();
    fs::remove_file(beside(&case.path(), ".found-damaged")).unwrap();
    let open = case.open();
    // Threads of the same program: none takes the locks of the others away.
    let threads: Vec<Library> = (0..3).map(|_| open.reader().unwrap()).collect();
    drop(threads);
    fs::write(beside(&case.path(), ".found-damaged"), "").unwrap();
    let refused = Library::open(&Location::file(case.path())).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Busy);
    assert!(refused.to_string().contains("damaged"), "{refused}");
    assert!(open.reader().is_ok());
    assert!(asides(&case).is_empty());
    drop(open);
    assert_eq!(quotes_of(&case.open(), "Tove Lunde"), 1);
}

#[test]
fn a_cut_before_the_new_library_takes_its_place_loses_nothing() {
    let case = damaged();
    let old = fs::read(case.path()).unwrap();
    drop(case.open());
    let new = fs::read(case.path()).unwrap();
    // As it was the moment before: the old one in its place, with a WAL or without its
    // name, the new one beside it and finished.
    for wal in [true, false] {
        fs::write(beside(&case.path(), ".rescued"), &new).unwrap();
        fs::write(case.path(), &old).unwrap();
        if wal {
            fs::write(beside(&case.path(), "-wal"), "").unwrap();
        }
        let library = case.open();
        assert_eq!(library.count().unwrap(), 40);
        assert_eq!(quotes_of(&library, "Tove Lunde"), 1);
        let mut notices = library.notices().iter();
        assert!(notices.any(|told| told.contains("is damaged")));
        drop(library);
        assert!(!beside(&case.path(), ".rescued").exists());
        assert!(!beside(&case.path(), ".found-damaged").exists());
        assert_eq!(asides(&case).len(), 1);
    }
}

#[test]
fn a_half_made_new_library_is_begun_again() {
    let case = damaged();
    fs::write(beside(&case.path(), ".carried"), "half of it").unwrap();
    assert_eq!(quotes_of(&case.open(), "Tove Lunde"), 1);
    assert!(!beside(&case.path(), ".carried").exists());
}

#[test]
fn a_file_that_cannot_be_asked_is_not_taken_for_a_damaged_one() {
    let case = damaged();
    let bytes = fs::read(case.path()).unwrap();
    let other = rusqlite::Connection::open(case.path()).unwrap();
    other
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
        .unwrap();
    let refused = Library::open(&Location::file(case.path())).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Busy);
    drop(other);
    assert_eq!(fs::read(case.path()).unwrap(), bytes);
    assert!(asides(&case).is_empty());
}

#[test]
fn a_sign_beside_no_library_is_no_reason_not_to_begin_one() {
    let case = damaged();
    fs::remove_file(case.path()).unwrap();
    assert_eq!(case.open().count().unwrap(), 0);
    assert!(!beside(&case.path(), ".found-damaged").exists());
}

#[test]
fn an_article_of_several_files_is_carried_over_with_all_of_them() {
    let case = damaged();
    fs::remove_file(beside(&case.path(), ".found-damaged")).unwrap();
    let mut second = said(3);
    second.provenance.path = "elsewhere.txt".into();
    let mut library = case.open();
    library.add(&[second]).unwrap();
    let before = library.provenances().unwrap();
    drop(library);
    fs::write(beside(&case.path(), ".found-damaged"), "").unwrap();
    let library = case.open();
    assert_eq!(library.provenances().unwrap(), before);
    assert_eq!(asides(&case).len(), 1);
}
