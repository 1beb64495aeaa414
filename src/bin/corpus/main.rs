//! Makes large corpora of distinct articles from the sample articles.
//!
//! ```text
//! cargo run --release --features workshop --bin corpus -- --articles 100000 --seed 7 sample-data OUT
//! ```
//!
//! writes 100,000 pages as text files below OUT; with `--jsonl` it writes one file
//! of records that `pullquote add` reads. For benches and for trying out large
//! libraries; it is no part of the program.
//!
//! How an article comes about: samples that tell of the same people are one story.
//! An *event* is a story with another cast (people, places, companies, outlets), at
//! another time, with other numbers and other common words, and is told by one or
//! more outlets. Each article of an event is one of the story's samples, in which
//! paragraphs are left out or borrowed from another sample, and utterances are cut
//! and paraphrased: the same words, cut differently by each outlet.
//!
//! - The same seed gives the same bytes on every machine, and the first articles do
//!   not depend on how many follow: an event depends on the seed and its number.
//! - Memory does not grow: a batch of events is made on all cores and written.
//! - People, places and outlets recur as in an archive: a few often, most seldom.
//! - No two articles of an event have the same text, which is checked. Two events
//!   would need the same cast, numbers and words of millions each; that is not.
//!
//! It does not invent sentences: its vocabulary is that of the samples, the word
//! lists beside this file and the invented names.

mod cast;
mod compile;
mod event;
mod lists;
mod names;
mod outlet;
mod output;
mod people;
mod piece;
mod random;
mod render;
mod sample;
mod story;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use pullquote::error::Result;
use rayon::prelude::*;

use event::Archive;
use output::Output;

/// Events that are made at once: enough for all cores, few enough for little memory.
const BATCH: u64 = 256;

/// Makes large corpora of distinct articles from the sample articles.
#[derive(Debug, Parser)]
#[command(name = "corpus")]
struct Args {
    /// How many articles to make.
    #[arg(long, default_value_t = 1_000)]
    articles: usize,
    /// Another seed gives other articles.
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// Write one file of JSON records instead of a folder of pages.
    #[arg(long)]
    jsonl: bool,
    /// The folder of the samples' labels; else tests/labelled beside the samples.
    #[arg(long)]
    labels: Option<PathBuf>,
    /// The folder of the samples.
    samples: PathBuf,
    /// The folder or, for records, the file to write; "-" is standard output.
    out: PathBuf,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("corpus: {}: {}", error.path().display(), error.message());
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<()> {
    let beside = args
        .samples
        .parent()
        .unwrap_or(Path::new(""))
        .join("tests/labelled");
    let labels = args.labels.as_ref().unwrap_or(&beside);
    let samples = sample::read_all(&args.samples, labels)?;
    let (stories, outlets) = story::stories(&samples);
    let archive = Archive {
        stories,
        outlets,
        seed: args.seed,
    };
    let mut output = Output::open(&args.out, args.jsonl)?;
    write(&archive, args.articles, &mut output)?;
    output.finish()
}

fn write(archive: &Archive, articles: usize, output: &mut Output) -> Result<()> {
    let mut number = 0;
    for batch in (0..).step_by(BATCH as usize) {
        let events: Vec<_> = (batch..batch + BATCH)
            .into_par_iter()
            .map(|event| archive.event(event))
            .collect();
        for made in events.iter().flatten().take(articles - number) {
            output.write(number, made)?;
            number += 1;
        }
        if number == articles || archive.stories.is_empty() {
            break;
        }
    }
    Ok(())
}
