//! Promises of the corpus maker, which benches and trials of large libraries rest on.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pullquote::analysis::analyze;
use pullquote::ingest::{self, Hint, Ingested};

fn command(articles: usize, seed: u64) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_corpus"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.args([
        "--articles",
        &articles.to_string(),
        "--seed",
        &seed.to_string(),
    ]);
    command
}

/// The JSON lines of so many articles.
fn records(articles: usize, seed: u64) -> Vec<String> {
    let output = command(articles, seed)
        .args(["--jsonl", "sample-data", "-"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// So many articles as files, in their order.
fn pages(articles: usize, seed: u64, folder: &Path) -> Vec<PathBuf> {
    let status = command(articles, seed)
        .arg("sample-data")
        .arg(folder)
        .status();
    assert!(status.unwrap().success());
    let mut pages = Vec::new();
    for part in fs::read_dir(folder).unwrap() {
        let files: Vec<_> = fs::read_dir(part.unwrap().path()).unwrap().collect();
        assert!(files.len() <= 1_000);
        pages.extend(files.into_iter().map(|file| file.unwrap().path()));
    }
    pages.sort();
    pages
}

fn read(bytes: &[u8], name: &str) -> Vec<Ingested> {
    let name = name.to_owned();
    ingest::read(bytes, &Hint { name }).unwrap()
}

#[test]
fn a_seed_gives_the_same_articles_however_many_follow() {
    let many = records(700, 7);
    assert_eq!(many.len(), 700);
    assert_eq!(records(300, 7), many[..300]);
    assert_ne!(records(300, 8), many[..300]);
}

#[test]
fn no_two_articles_have_the_same_text() {
    let records = records(5_000, 1);
    let texts: HashSet<String> = records
        .iter()
        .map(|record| {
            let record: serde_json::Value = serde_json::from_str(record).unwrap();
            record["text"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(texts.len(), 5_000);
}

#[test]
fn every_page_has_a_headline_a_date_and_quotes() {
    let folder = tempfile::tempdir().unwrap();
    let pages = pages(1_100, 2, folder.path());
    assert_eq!(pages.len(), 1_100);
    // One in five is enough, and each of the samples is among them.
    for page in pages.iter().step_by(5) {
        let name = page.file_name().unwrap().to_string_lossy();
        let read = read(&fs::read(page).unwrap(), &name);
        let [Ingested { article, .. }] = read.as_slice() else {
            panic!("{name} holds {} articles", read.len());
        };
        assert!(article.meta.headline.is_some(), "{name} has no headline");
        let published = article.meta.published.as_deref().unwrap_or_default();
        assert_eq!(published.get(..10), name.get(..10), "{name}");
        assert!(!analyze(article).quotes.is_empty(), "{name} quotes nobody");
    }
}

#[test]
fn every_record_is_read_with_all_that_it_says() {
    for record in records(200, 4) {
        let said: serde_json::Value = serde_json::from_str(&record).unwrap();
        let read = read(record.as_bytes(), "corpus.jsonl");
        let article = &read[0].article;
        // A no-break space may have become a space.
        let title = said["title"].as_str().unwrap().split_whitespace();
        assert!(article.headline().split_whitespace().eq(title), "{record}");
        let published = article.meta.published.as_deref().unwrap_or_default();
        let day = published.get(..10);
        assert_eq!(day, said["date_publish"].as_str().unwrap().get(..10));
        assert_eq!(article.meta.source.as_deref(), said["source"].as_str());
        assert_eq!(article.meta.language.as_deref(), said["language"].as_str());
        assert!(
            !analyze(article).quotes.is_empty(),
            "{record} quotes nobody"
        );
    }
}

#[test]
fn an_utterance_is_printed_by_several_outlets_and_cut_by_some() {
    let records = records(400, 3);
    let mut quotes: Vec<(String, usize)> = Vec::new();
    for (number, record) in records.iter().enumerate() {
        let record: serde_json::Value = serde_json::from_str(record).unwrap();
        let read = read(record["text"].as_str().unwrap().as_bytes(), "a.txt");
        let article = &read[0].article;
        let found = analyze(article).quotes;
        let words = found.iter().map(|quote| quote.span.of(&article.text));
        let long = words.filter(|words| words.len() > 40);
        quotes.extend(long.map(|words| (words.trim_end_matches([',', '.']).to_owned(), number)));
    }
    quotes.sort();
    let pairs = quotes.windows(2).filter(|pair| pair[0].1 != pair[1].1);
    let (mut same, mut cut) = (0, 0);
    for pair in pairs.filter(|pair| pair[1].0.starts_with(&pair[0].0)) {
        match pair[0].0 == pair[1].0 {
            true => same += 1,
            false => cut += 1,
        }
    }
    assert!(same > 100 && cut > 20, "{same} the same, {cut} cut");
}
