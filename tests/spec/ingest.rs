//! What is promised about reading files: blocks and facts of the articles that
//! come with the program, against their labels made by hand.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::io::Write;
use std::path::{Path, PathBuf};

use pullquote::error::ErrorKind;
use pullquote::ingest::{Hint, Ingested, read};
use pullquote::model::{Article, BlockKind};
use serde_json::Value;

/// Right and all, of one thing that labels say.
#[derive(Default)]
struct Share {
    right: usize,
    all: usize,
    wrong: Vec<String>,
}

impl Share {
    fn count(&mut self, right: bool, what: impl FnOnce() -> String) {
        self.all += 1;
        self.right += usize::from(right);
        if !right {
            self.wrong.push(what());
        }
    }

    #[track_caller]
    fn reaches(&self, floor: f64) {
        let share = self.right as f64 / self.all.max(1) as f64;
        println!("{} of {} right", self.right, self.all);
        self.wrong.iter().for_each(|line| println!("  {line}"));
        assert!(
            share >= floor,
            "{share:.3} is below {floor}:\n{}",
            self.wrong.join("\n")
        );
    }
}

/// Every label file with the article it is about.
fn labelled() -> Vec<(String, Value, Article)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::fs::read_dir(root.join("tests/labelled")).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut found = Vec::new();
    for path in files
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
    {
        let label: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let file = label["file"].as_str().unwrap();
        let part = label["part"].as_u64().unwrap_or(0) as usize;
        let bytes = std::fs::read(root.join("sample-data").join(file)).unwrap();
        let mut articles = read(&bytes, &hint(file)).unwrap();
        found.push((
            format!("{file}#{part}"),
            label,
            articles.remove(part).article,
        ));
    }
    assert!(found.len() >= 20, "no labels");
    found
}

fn hint(name: &str) -> Hint {
    Hint {
        name: name.to_owned(),
    }
}

fn blocks(article: &Article, kind: BlockKind) -> Vec<&str> {
    let blocks = article.blocks.iter().filter(|block| block.kind == kind);
    blocks.map(|block| block.span.of(&article.text)).collect()
}

fn strings<'l>(label: &'l Value, key: &str) -> Vec<&'l str> {
    label[key]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

fn fact(name: &str, floor: f64, seen: impl Fn(&Article) -> Option<String>) {
    let mut share = Share::default();
    for (file, label, article) in labelled() {
        let (wanted, seen) = (label[name].as_str(), seen(&article));
        share.count(seen.as_deref() == wanted, || {
            format!("{file}: {seen:?} for {wanted:?}")
        });
    }
    share.reaches(floor);
}

#[test]
fn headlines_are_found() {
    fact("headline", 0.97, |article| {
        Some(article.headline().to_owned())
    });
}

#[test]
fn authors_are_found() {
    fact("byline", 0.97, |article| article.meta.byline.clone());
}

#[test]
fn outlets_are_found() {
    fact("source", 0.97, |article| article.meta.source.clone());
}

#[test]
fn languages_are_found() {
    fact("language", 0.97, |article| article.meta.language.clone());
}

#[test]
fn dates_are_found() {
    let mut share = Share::default();
    for (file, label, article) in labelled() {
        // Times are kept to the minute.
        let wanted = label["published"]
            .as_str()
            .map(|iso| iso.replace(":00:00", ":00"));
        let wanted = wanted.map(|iso| {
            iso.get(..19)
                .filter(|i| i.ends_with(":00"))
                .map_or(iso.clone(), |i| i[..16].to_owned())
        });
        let seen = article.meta.published.clone();
        share.count(seen == wanted, || {
            format!("{file}: {seen:?} for {wanted:?}")
        });
    }
    share.reaches(0.97);
}

#[test]
fn furniture_is_found() {
    let mut share = Share::default();
    for (file, label, article) in labelled() {
        let seen = blocks(&article, BlockKind::Furniture);
        for line in strings(&label, "furniture") {
            let found = seen.iter().any(|block| *block == line.trim());
            share.count(found, || format!("{file}: {line}"));
        }
    }
    share.reaches(0.97);
}

#[test]
fn nothing_else_is_taken_for_furniture() {
    let mut share = Share::default();
    for (file, label, article) in labelled() {
        let wanted = strings(&label, "furniture");
        for block in blocks(&article, BlockKind::Furniture) {
            let right = wanted.iter().any(|line| line.trim() == block);
            share.count(right, || format!("{file}: {block}"));
        }
    }
    share.reaches(0.97);
}

#[test]
fn captions_are_found_and_nothing_else_is_a_caption() {
    let (mut found, mut right) = (Share::default(), Share::default());
    for (file, label, article) in labelled() {
        let (wanted, seen) = (
            strings(&label, "captions"),
            blocks(&article, BlockKind::Caption),
        );
        let same = |label: &str, block: &str| block.starts_with(label.trim());
        for line in &wanted {
            let hit = seen.iter().any(|block| same(line, block));
            found.count(hit, || format!("{file}: {line}"));
        }
        for block in &seen {
            let hit = wanted.iter().any(|line| same(line, block));
            right.count(hit, || format!("{file}: {block}"));
        }
    }
    found.reaches(0.97);
    right.reaches(0.97);
}

/// The worst fault: what is furniture is not analysed, so its quotes are lost.
#[test]
fn no_quote_of_an_article_lies_in_furniture() {
    for (file, label, article) in labelled() {
        let unread: Vec<&str> = [BlockKind::Furniture, BlockKind::Byline, BlockKind::Credit]
            .into_iter()
            .flat_map(|kind| blocks(&article, kind))
            .collect();
        for quote in label["quotes"].as_array().into_iter().flatten() {
            let words = quote["text"].as_str().unwrap();
            let elsewhere = article
                .blocks
                .iter()
                .filter(|block| block.kind.is_analysed());
            let read = elsewhere
                .map(|block| block.span.of(&article.text))
                .any(|block| block.contains(words));
            assert!(read, "{file}: “{words}” is in {unread:?}");
        }
    }
}

#[test]
fn blocks_stand_in_order_and_leave_nothing_but_white_space() {
    for (file, _, article) in labelled() {
        let mut at = 0;
        for block in &article.blocks {
            assert!(block.span.start >= at && !block.span.is_empty(), "{file}");
            assert!(
                article.text[at..block.span.start].trim().is_empty(),
                "{file}"
            );
            at = block.span.end;
        }
        assert!(article.text[at..].trim().is_empty(), "{file}");
    }
}

#[test]
fn a_text_file_is_kept_to_the_letter() {
    let bytes = "\u{feff}Ferry sinks\r\n\r\n\tAll were  saved.\r\n".as_bytes();
    let Ingested { article, warnings } = read(bytes, &hint("a.txt")).unwrap().remove(0);
    assert_eq!(article.text, "Ferry sinks\r\n\r\n\tAll were  saved.\r\n");
    assert_eq!(warnings, Vec::<String>::new());
}

#[test]
fn old_encodings_and_packed_files_are_read() {
    let text = "Fähre gesunken\n\n„Alle wurden gerettet“, sagte Jürgen Groß am späten Abend.";
    let (old, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(&old).unwrap();
    let packed = packer.finish().unwrap();
    for bytes in [old.as_ref(), &packed] {
        let Ingested { article, warnings } = read(bytes, &hint("a.txt.gz")).unwrap().remove(0);
        assert_eq!(article.text, text);
        assert_eq!(article.meta.language.as_deref(), Some("de"));
        assert_eq!(warnings, ["encoding not given, read as windows-1252"]);
    }
}

#[test]
fn a_text_file_without_a_name_is_told_from_records() {
    let kinds = |bytes: &[u8]| {
        let articles = read(bytes, &Hint::default()).unwrap();
        articles
            .iter()
            .map(|one| one.article.meta.format.word())
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(b"Ferry sinks\n\nAll were saved."), ["plain"]);
    assert_eq!(
        kinds(b"Ferry sinks\n\nBy Ann Lee\n\nAll were saved."),
        ["pasted"]
    );
    assert_eq!(
        kinds(b"[{\"text\": \"One.\"}, {\"text\": \"Two.\"}]"),
        ["json", "json"]
    );
    assert_eq!(
        kinds(b"{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"),
        ["jsonl", "jsonl"]
    );
}

#[track_caller]
fn refused(bytes: &[u8], name: &str, kind: ErrorKind, line: &str) {
    let error = read(bytes, &hint(name)).unwrap_err();
    assert_eq!(error.kind(), kind);
    assert!(error.to_string().starts_with(line), "{error}");
}

#[test]
fn what_is_no_article_is_refused_in_one_clear_line() {
    refused(
        b"",
        "a.txt",
        ErrorKind::NoArticle,
        "a.txt: holds no article (it is empty)",
    );
    refused(
        b" \n",
        "a.txt",
        ErrorKind::NoArticle,
        "a.txt: holds no article (it is empty)",
    );
    refused(
        b"%PDF-1.4",
        "a.txt",
        ErrorKind::Binary,
        "a.txt: is not text (it seems to be a PDF)",
    );
    refused(
        b"Share\nPrint\n",
        "a.txt",
        ErrorKind::NoArticle,
        "a.txt: holds no article (it has no words of an article)",
    );
    refused(
        b"{\"a\": 1}",
        "a.json",
        ErrorKind::NoArticle,
        "a.json: holds no article (no record with a text field)",
    );
}
