//! Libraries that an older program made.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use pullquote::error::ErrorKind;
use pullquote::import::renew;
use pullquote::model::{ActorKind, Mark, Span, Who};
use pullquote::store::{Library, Location};

use super::{Case, entry};

/// The tables as version 1 made them.
const VERSION_1: &str = include_str!("schema_1.sql");

/// A library of version 1 with one article, whose analysis that program made, and
/// with what a person did in it.
fn of_version_1() -> Case {
    let case = Case::new();
    case.sql("PRAGMA journal_mode = WAL");
    case.sql(VERSION_1);
    let article = entry("a.txt", "Pier", "“It stays,” Ada Brook said.").article;
    let (key, text) = (article.id, &article.text);
    case.sql(&format!(
        "PRAGMA application_id = 1886481506; PRAGMA user_version = 1;
         INSERT INTO article (id, key, headline, format, quotes) VALUES (7, '{key}', 'Pier', 'plain', 1);
         INSERT INTO body (article, text, blocks)
             VALUES (7, '{text}', x'010004020000040004062500');
         INSERT INTO provenance VALUES (7, 'a.txt', 0, NULL);
         INSERT INTO analysis VALUES (7, 1, x'00000000');
         INSERT INTO quote (article, start, \"end\", kind, published) VALUES (7, 9, 18, 0, NULL);
         INSERT INTO quote_fts (rowid, words) VALUES (1, 'it stays');
         INSERT INTO tag VALUES ('{key}', 9, 18, 'pier');
         INSERT INTO actor_merge VALUES ('A. Brook', 'person', 'Ada Brook', '2026-01-02');
         UPDATE fact SET value = 1 WHERE name IN ('articles', 'quotes');"
    ));
    case
}

#[test]
fn a_library_of_an_older_version_is_brought_up_and_made_anew_the_ordinary_way() {
    let case = of_version_1();
    let mut library = case.open();
    assert!(!library.is_read_only());
    let catalog = library.catalog().unwrap();
    let id = catalog.get(0).unwrap().id;
    assert_eq!(&*catalog.get(0).unwrap().headline, "Pier");
    assert_eq!(library.outdated().unwrap(), [id]);
    assert_eq!(renew(&mut library).unwrap(), 1);
    assert_eq!(library.outdated().unwrap(), []);
    let quotes = library.entry(id).unwrap().unwrap().analysis.quotes;
    assert_eq!(quotes.len(), 1);
    assert_eq!(case.ask::<i64>("SELECT count(*) FROM quote"), 1);
    assert!(case.is_sound());
}

#[test]
fn what_people_did_in_an_older_library_survives() {
    let case = of_version_1();
    let mut library = case.open();
    renew(&mut library).unwrap();
    let marks = library.marks().unwrap();
    let who = |name: &str| Who {
        name: name.into(),
        kind: Some(ActorKind::Person),
    };
    let tagged = marks.all().iter().find_map(Mark::place).unwrap();
    assert_eq!(tagged.span, Span::new(9, 18));
    assert_eq!(marks.tags(), [("pier", 1)]);
    assert!(marks.all().contains(&Mark::Same {
        article: None,
        who: who("A. Brook"),
        is: who("Ada Brook"),
    }));
}

#[test]
fn an_older_library_has_the_tables_of_a_new_one_afterwards() {
    let tables = "SELECT group_concat(type || name, ' ') FROM
        (SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY 1, 2)";
    let columns = "SELECT group_concat(s.name || '.' || c.name || c.type || c.pk, ' ') FROM
        (SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%') s
        JOIN pragma_table_info(s.name) c ORDER BY 1";
    let (old, new) = (of_version_1(), Case::new());
    drop((old.open(), new.open()));
    for sql in [tables, "PRAGMA user_version"] {
        assert_eq!(
            old.ask::<rusqlite::types::Value>(sql),
            new.ask::<rusqlite::types::Value>(sql)
        );
    }
    let sorted = |case: &Case| {
        let all = case.ask::<String>(columns);
        let mut all: Vec<String> = all.split(' ').map(str::to_owned).collect();
        all.sort();
        all
    };
    assert_eq!(sorted(&old), sorted(&new));
}

#[test]
fn an_older_library_that_may_not_be_written_says_so_and_stays_as_it_is() {
    let case = of_version_1();
    let (folder, file) = (case.folder.path().to_owned(), case.path());
    case.sql("PRAGMA journal_mode = DELETE");
    fs::set_permissions(&file, Permissions::from_mode(0o400)).unwrap();
    fs::set_permissions(&folder, Permissions::from_mode(0o500)).unwrap();
    let opened = Library::open(&Location::file(&file));
    fs::set_permissions(&folder, Permissions::from_mode(0o700)).unwrap();
    match opened {
        Err(error) => assert_eq!(error.kind(), ErrorKind::Older),
        // The superuser may write anywhere.
        Ok(library) => assert!(!library.is_read_only()),
    }
}
