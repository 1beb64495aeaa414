//! What a library keeps, whatever happens to the process, the disk and the file.
#![allow(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use std::path::PathBuf;

use pullquote::model::{
    Actor, ActorKind, ActorRef, Analysis, Article, Attribution, Block, BlockKind, Change,
    Confidence, Entry, Format, Mark, Meta, Note, NoteKind, Provenance, Quote, QuoteKind, Relation,
    Rule, Span, Via,
};
use pullquote::store::{Added, Library, Location};
use rusqlite::Connection;
use tempfile::TempDir;

mod carried;
mod counts;
mod damage;
mod marks;
mod process;
mod rescue;
mod upgrade;
mod words;

/// A folder with a library in it.
struct Case {
    folder: TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self { folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("library.db")
    }

    fn open(&self) -> Library {
        Library::open(&Location::file(self.path())).expect("the library opens")
    }

    fn sql(&self, sql: &str) {
        let connection = Connection::open(self.path()).unwrap();
        connection.execute_batch(sql).unwrap();
    }

    fn ask<T: rusqlite::types::FromSql>(&self, sql: &str) -> T {
        let connection = Connection::open(self.path()).unwrap();
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    fn is_sound(&self) -> bool {
        self.ask::<String>("PRAGMA integrity_check") == "ok"
    }
}

/// An article of one headline and one paragraph, from a file.
fn entry(path: &str, headline: &str, paragraph: &str) -> Entry {
    let text = format!("{headline}\n\n{paragraph}");
    let block = |kind, start, end| Block {
        kind,
        span: Span::new(start, end),
        credit: None,
    };
    let head = headline.len();
    let blocks = vec![
        block(BlockKind::Headline, 0, head),
        block(BlockKind::Paragraph, head + 2, text.len()),
    ];
    let meta = Meta {
        headline: Some(Span::new(0, head)),
        ..Meta::default()
    };
    Entry {
        article: Article::new(text, blocks, meta),
        analysis: Analysis::default(),
        provenance: Provenance {
            path: path.into(),
            ..Provenance::default()
        },
    }
}

/// An entry that uses every field there is.
fn full_entry() -> Entry {
    let paragraph = "“The pier stays,” Ada Brook told the Quay Post.";
    let mut entry = entry("pier.txt", "Pier will stay", paragraph);
    let at = |words: &str| {
        let start = entry.article.text.find(words).expect("the words are there");
        Span::new(start, start + words.len())
    };
    let (words, name, cue, via) = (
        at("The pier stays,"),
        at("Ada Brook"),
        at("told"),
        at("the Quay Post"),
    );
    entry.article.blocks[1].credit = Some(via);
    entry.article.meta = Meta {
        published: Some("2024-05-06T07:08+02:00".into()),
        published_text: Some("6 May, early".into()),
        byline: Some("Jo Lane".into()),
        source: Some("Quay Post".into()),
        url: Some("https://quay.example/pier".into()),
        language: Some("en".into()),
        format: Format::Pasted,
        ..entry.article.meta
    };
    entry.provenance.part = 3;
    entry.provenance.stamp = Some("120 1700000000".into());
    let mut said = speaker("Ada Brook", name, Rule::Inverted);
    said.actor = Some(ActorRef(0));
    said.cue = Some(cue);
    said.via = Some(Via {
        actor: None,
        name: "the Quay Post".into(),
        mention: via,
        relation: Relation::Told,
    });
    entry.analysis = Analysis {
        quotes: vec![quote(words, Some(said))],
        statements: Vec::new(),
        actors: vec![Actor {
            name: "Ada Brook".into(),
            kind: ActorKind::Person,
            roles: Vec::new(),
            aliases: vec!["Brook".into()],
            mentions: vec![name],
        }],
        notes: vec![Note {
            kind: NoteKind::Undated,
            span: words,
        }],
    };
    entry
}

/// A guess of who speaks.
fn speaker(name: &str, mention: Span, rule: Rule) -> Attribution {
    Attribution {
        actor: None,
        name: name.into(),
        mention,
        cue: None,
        via: None,
        rule,
        confidence: Confidence::from_thousandths(590),
    }
}

/// A quote in the one paragraph.
fn quote(span: Span, speaker: Option<Attribution>) -> Quote {
    Quote {
        span,
        block: 1,
        kind: QuoteKind::Direct,
        closed: true,
        continues: None,
        speaker,
    }
}

fn added(added: usize, known: usize, changed: usize) -> Added {
    Added {
        added,
        known,
        changed,
        removed: 0,
    }
}

#[test]
fn an_entry_is_read_back_exactly_as_it_was_added() {
    let case = Case::new();
    let entry = full_entry();
    case.open().add(std::slice::from_ref(&entry)).unwrap();
    let library = case.open();
    assert_eq!(library.entry(entry.article.id).unwrap(), Some(entry));
    assert_eq!(library.count().unwrap(), 1);
}

#[test]
fn a_row_says_what_a_list_shows() {
    let case = Case::new();
    let mut library = case.open();
    library
        .add(&[full_entry(), entry("b.txt", "Undated", "Nothing was said.")])
        .unwrap();
    let catalog = library.catalog().unwrap();
    let row = catalog.get(0).unwrap();
    assert_eq!(
        (&*row.headline, row.source.as_deref()),
        ("Pier will stay", Some("Quay Post"))
    );
    assert_eq!(
        (row.quotes, row.unattributed, row.guesses, row.actors),
        (1, 0, 1, 1)
    );
    let name = catalog.name(row.speakers[0]).unwrap();
    assert_eq!(
        (&*name.text, name.kind, name.articles),
        ("Ada Brook", Some(ActorKind::Person), 1)
    );
    assert_eq!(row.names, row.speakers);
    assert_eq!(catalog.get(1).unwrap().published, None);
    assert_eq!(catalog.len(), 2);
}

#[test]
fn the_same_text_from_two_files_is_one_article_with_two_provenances() {
    let case = Case::new();
    let mut library = case.open();
    let (a, b) = (
        entry("a.txt", "One", "Words."),
        entry("b.txt", "One", "Words."),
    );
    assert_eq!(library.add(&[a.clone(), b]).unwrap(), added(1, 1, 0));
    assert_eq!(library.add(&[a]).unwrap(), added(0, 1, 0));
    assert_eq!(library.count().unwrap(), 1);
    let held: Vec<_> = library.provenances().unwrap();
    assert_eq!(
        held.iter().map(|(p, _)| &*p.path).collect::<Vec<_>>(),
        ["a.txt", "b.txt"]
    );
}

#[test]
fn another_text_of_a_file_replaces_the_one_before() {
    let case = Case::new();
    let mut library = case.open();
    let (old, new) = (entry("a.txt", "One", "Old."), entry("a.txt", "One", "New."));
    library.add(std::slice::from_ref(&old)).unwrap();
    assert_eq!(
        library.add(std::slice::from_ref(&new)).unwrap(),
        added(0, 0, 1)
    );
    assert_eq!(library.entry(old.article.id).unwrap(), None);
    assert!(library.entry(new.article.id).unwrap().is_some());
    assert_eq!(library.count().unwrap(), 1);
}

#[test]
fn a_replaced_text_that_another_file_holds_stays() {
    let case = Case::new();
    let mut library = case.open();
    let old = entry("a.txt", "One", "Old.");
    library
        .add(&[old.clone(), entry("b.txt", "One", "Old.")])
        .unwrap();
    library.add(&[entry("a.txt", "One", "New.")]).unwrap();
    assert!(library.entry(old.article.id).unwrap().is_some());
    assert_eq!(library.count().unwrap(), 2);
}

#[test]
fn an_article_goes_with_the_last_file_that_holds_it() {
    let case = Case::new();
    let mut library = case.open();
    let (a, b) = (
        entry("a.txt", "One", "Words."),
        entry("b.txt", "One", "Words."),
    );
    library.add(&[a.clone(), b.clone()]).unwrap();
    assert_eq!(library.forget(&[a.provenance]).unwrap(), 0);
    assert_eq!(library.count().unwrap(), 1);
    assert_eq!(library.forget(&[b.provenance]).unwrap(), 1);
    assert_eq!(library.count().unwrap(), 0);
    assert!(library.catalog().unwrap().is_empty());
}

#[test]
fn texts_without_a_file_do_not_replace_each_other() {
    let case = Case::new();
    let mut library = case.open();
    library
        .add(&[entry("", "One", "First."), entry("", "One", "Second.")])
        .unwrap();
    assert_eq!(library.count().unwrap(), 2);
    assert_eq!(library.provenances().unwrap()[0].0.path, "");
}

#[test]
fn removing_an_article_says_whether_it_was_there_and_keeps_decisions() {
    let case = Case::new();
    let mut library = case.open();
    let entry = full_entry();
    library.add(std::slice::from_ref(&entry)).unwrap();
    let id = entry.article.id;
    let seen = Change::Set(Mark::Seen { article: id });
    library.change("read", &[seen]).unwrap();
    assert!(library.remove(id).unwrap());
    assert!(!library.remove(id).unwrap());
    assert!(library.marks().unwrap().is_seen(id));
    for table in [
        "article",
        "body",
        "quote",
        "mention",
        "analysis",
        "provenance",
    ] {
        assert_eq!(case.ask::<i64>(&format!("SELECT count(*) FROM {table}")), 0);
    }
}

#[test]
fn an_analysis_of_another_version_is_outdated_until_it_is_made_anew() {
    let case = Case::new();
    let mut library = case.open();
    let entry = full_entry();
    let id = entry.article.id;
    library.add(std::slice::from_ref(&entry)).unwrap();
    assert_eq!(library.outdated().unwrap(), []);
    case.sql("UPDATE analysis SET version = 0, data = x'ff00ff'");
    assert_eq!(library.outdated().unwrap(), [id]);
    assert_eq!(
        library.entry(id).unwrap().unwrap().analysis,
        Analysis::default()
    );
    assert_eq!(library.renew(std::slice::from_ref(&entry)).unwrap(), 1);
    assert_eq!(library.outdated().unwrap(), []);
    assert_eq!(library.entry(id).unwrap(), Some(entry.clone()));
    case.sql("UPDATE analysis SET indexed = 0");
    assert_eq!(library.outdated().unwrap(), [id]);
    assert_eq!(library.entry(id).unwrap(), Some(entry));
    assert_eq!(case.ask::<i64>("SELECT count(*) FROM quote"), 1);
}

#[test]
fn an_analysis_that_does_not_fit_its_article_is_not_believed() {
    let case = Case::new();
    let mut entry = full_entry();
    entry.analysis.quotes[0].span = Span::new(0, 9_999);
    let mut library = case.open();
    library.add(std::slice::from_ref(&entry)).unwrap();
    let read = library.entry(entry.article.id).unwrap().unwrap();
    assert_eq!(read.analysis, Analysis::default());
    assert_eq!(library.outdated().unwrap(), [entry.article.id]);
}

#[test]
fn an_analysis_of_a_newer_version_is_left_as_it_is() {
    let case = Case::new();
    let mut library = case.open();
    let entry = full_entry();
    library.add(std::slice::from_ref(&entry)).unwrap();
    case.sql("UPDATE analysis SET version = 999, indexed = 999");
    assert_eq!(library.outdated().unwrap(), []);
    assert_eq!(library.entry(entry.article.id).unwrap(), Some(entry));
}

#[test]
fn an_analysis_of_an_article_that_was_read_better_meanwhile_is_not_kept() {
    let case = Case::new();
    let mut library = case.open();
    let entry = full_entry();
    library.add(std::slice::from_ref(&entry)).unwrap();
    let mut other = entry.clone();
    other.article.blocks[1].kind = BlockKind::Caption;
    other.analysis = Analysis::default();
    assert_eq!(library.renew(&[other]).unwrap(), 0);
    assert_eq!(library.entry(entry.article.id).unwrap(), Some(entry));
}

#[test]
fn adding_an_article_again_brings_it_up_to_date() {
    let case = Case::new();
    let mut library = case.open();
    let mut entry = full_entry();
    let found = std::mem::take(&mut entry.analysis);
    library.add(std::slice::from_ref(&entry)).unwrap();
    entry.analysis = found;
    entry.article.meta.source = Some("The Quay Post".into());
    entry.provenance.stamp = Some("120 1800000000".into());
    assert_eq!(
        library.add(std::slice::from_ref(&entry)).unwrap(),
        added(0, 1, 0)
    );
    assert_eq!(library.entry(entry.article.id).unwrap(), Some(entry));
    assert_eq!(
        case.ask::<i64>("SELECT value FROM fact WHERE name = 'quotes'"),
        1
    );
}

#[test]
fn readers_are_not_blocked_by_an_import_and_see_nothing_of_it() {
    let case = Case::new();
    let mut library = case.open();
    library.add(&[entry("a.txt", "One", "Words.")]).unwrap();
    let before = library.revision().unwrap();
    let writer = Connection::open(case.path()).unwrap();
    writer
        .execute_batch("BEGIN IMMEDIATE; UPDATE article SET headline = 'Half'")
        .unwrap();
    let reader = library.reader().unwrap();
    assert_eq!(&*reader.catalog().unwrap().get(0).unwrap().headline, "One");
    assert_eq!(reader.revision().unwrap(), before);
    writer.execute_batch("ROLLBACK").unwrap();
    library.add(&[entry("b.txt", "Two", "Words.")]).unwrap();
    assert_ne!(reader.revision().unwrap(), before);
    assert_eq!(reader.count().unwrap(), 2);
}

#[test]
fn two_writers_at_once_both_finish() {
    let case = Case::new();
    // Opened inside the threads: making the tables is part of the race.
    let location = Location::file(case.path());
    let write = |writer: usize| {
        let mut library = Library::open(&location).unwrap();
        for n in 0..20 {
            let batch = [0, 1, 2].map(|i| {
                entry(
                    &format!("{writer}-{n}-{i}"),
                    &format!("{writer} {n} {i}"),
                    "Words.",
                )
            });
            library.add(&batch).unwrap();
        }
    };
    std::thread::scope(|scope| {
        for writer in 0..2 {
            scope.spawn(move || write(writer));
        }
    });
    let library = case.open();
    assert_eq!(library.count().unwrap(), 120);
    assert_eq!(library.catalog().unwrap().len(), 120);
    assert!(case.is_sound());
}

#[test]
fn the_newest_articles_are_the_head_of_the_list() {
    let case = Case::new();
    let mut library = case.open();
    let dated = |n: u32| {
        let mut entry = entry(&n.to_string(), &format!("No. {n}"), "One.");
        entry.article.meta.published =
            (!n.is_multiple_of(5)).then(|| format!("2025-03-{:02}", 1 + n % 28));
        entry
    };
    library
        .add(&(0..60).map(dated).collect::<Vec<_>>())
        .unwrap();
    let whole = library.catalog().unwrap();
    for limit in [0, 1, 40, 60, 100] {
        let newest = library.newest(limit).unwrap();
        let dates = |catalog: &pullquote::store::Catalog| {
            let rows = catalog.rows().iter().take(limit);
            rows.map(|row| row.published.clone()).collect::<Vec<_>>()
        };
        assert_eq!(dates(&newest), dates(&whole));
        assert_eq!((newest.len(), newest.total()), (limit.min(60), 60));
    }
}
