//! Articles of the corpus maker, the same in every run.

use std::process::Command;

use pullquote::ingest::{Hint, read};
use pullquote::model::Article;

/// So many JSON lines, one an article.
pub fn records(articles: usize) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_corpus"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args([
            "--articles",
            &articles.to_string(),
            "--jsonl",
            "sample-data",
            "-",
        ])
        .output()
        .expect("the corpus maker is built with the benches");
    assert!(output.status.success(), "{output:?}");
    output.stdout
}

/// So many articles, read.
#[allow(dead_code, reason = "reading is timed on records")]
pub fn articles(count: usize) -> Vec<Article> {
    let name = "corpus.jsonl".to_owned();
    let read = read(&records(count), &Hint { name }).expect("the maker writes records");
    read.into_iter().map(|read| read.article).collect()
}
