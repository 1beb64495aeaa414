//! Trains the tagger of names: reads labelled articles, prints cross-validated
//! scores, writes the weights.
//!
//! ```text
//! cargo run --release --features workshop --bin train_actors -- --out src/analysis/lexicon/names.bin SOURCE...
//! ```
//!
//! A source is a `.conll` file (a word, a tab and `B-per`, `I-org`, `O` ... a line;
//! `# doc = NAME` before each article) or a folder with a `gold.jsonl` that names the
//! actors of the text files beside it. Articles are cut in four parts by their name;
//! each part is scored with weights that were trained on the three others. With
//! `--parse FOLDER --into FILE` its text files are analysed as well, each with weights
//! that have not seen it, for a scorer that reads the JSON of `pullquote parse`.
//!
//! The same sources give the same bytes: all chance comes from a fixed seed.

mod corpus;
mod perceptron;
mod score;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use pullquote::analysis::actors::tagger::{Example, Weights, examples};
use pullquote::analysis::actors::{self};
use pullquote::export::{Origin, parse_json};
use pullquote::ingest::{self, Hint};
use pullquote::model::Analysis;

use corpus::Labelled;
use score::Score;

/// Trains the tagger of names from labelled articles.
#[derive(Debug, Parser)]
struct Arguments {
    /// Where the weights are written
    #[arg(long)]
    out: Option<PathBuf>,
    /// A folder of text files to analyse with weights that have not seen them
    #[arg(long, requires = "into")]
    parse: Vec<PathBuf>,
    /// Where their analyses are written, one file for each folder
    #[arg(long)]
    into: Vec<PathBuf>,
    /// How many trainings are averaged
    #[arg(long, default_value_t = 5)]
    trainings: u64,
    /// Labelled articles
    #[arg(required = true)]
    sources: Vec<PathBuf>,
}

/// Articles are cut in so many parts.
const FOLDS: usize = 4;

/// Weights below this share of the largest are dropped: measured, no loss.
const PRUNED: f32 = 0.02;

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("train_actors: {failure}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut labelled = Vec::new();
    for source in &arguments.sources {
        labelled.extend(corpus::read(source)?);
    }
    labelled.sort_by(|a, b| a.name.cmp(&b.name));
    let lessons: Vec<Vec<Example>> = labelled
        .iter()
        .map(|labelled| examples(&labelled.article, &labelled.names))
        .collect();
    let folds: Vec<Weights> = (0..FOLDS)
        .map(|fold| train(&lessons, Some(fold), arguments.trainings).1)
        .collect();
    print_scores(&labelled, &folds);
    let (bytes, whole) = train(&lessons, None, arguments.trainings);
    println!("{} bytes of weights", bytes.len());
    for (folder, into) in arguments.parse.iter().zip(&arguments.into) {
        parse(folder, into, &labelled, (&folds, &whole))?;
    }
    if let Some(out) = &arguments.out {
        fs::write(out, bytes)?;
    }
    Ok(())
}

/// Trains on all articles but those of one part.
fn train(lessons: &[Vec<Example>], without: Option<usize>, trainings: u64) -> (Vec<u8>, Weights) {
    let kept = lessons.iter().enumerate();
    let kept: Vec<&Vec<Example>> = kept
        .filter(|(index, _)| without != Some(index % FOLDS))
        .map(|(_, lesson)| lesson)
        .collect();
    let bytes = perceptron::train(&kept, trainings).bytes(PRUNED);
    let weights = Weights::read(&bytes).expect("what is written can be read");
    (bytes, weights)
}

fn print_scores(labelled: &[Labelled], folds: &[Weights]) {
    let mut sources: Vec<&str> = labelled
        .iter()
        .map(|labelled| labelled.source.as_str())
        .collect();
    sources.sort_unstable();
    sources.dedup();
    for source in sources {
        let (mut rules, mut tagged) = (Score::default(), Score::default());
        for (index, article) in labelled
            .iter()
            .enumerate()
            .filter(|(_, l)| l.source == source)
        {
            let weights = &folds[index % FOLDS];
            rules.count(article, &actors::find_with(&article.article, None));
            tagged.count(article, &actors::find_with(&article.article, Some(weights)));
        }
        println!("{source:24} rules  {rules}");
        println!("{source:24} tagged {tagged}");
    }
}

/// Analyses the files of a folder, each with weights that have not seen it.
fn parse(
    folder: &Path,
    into: &Path,
    labelled: &[Labelled],
    (folds, whole): (&[Weights], &Weights),
) -> Result<(), Failure> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    let mut lines = String::new();
    for path in paths.iter().filter(|path| path.is_file()) {
        let named = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let name = named(path.file_stem());
        let seen = labelled.iter().position(|labelled| labelled.name == name);
        let weights = seen.map_or(whole, |index| &folds[index % FOLDS]);
        let hint = Hint {
            name: named(path.file_name()),
        };
        // What is no article is not scored.
        let articles = ingest::read(&fs::read(path)?, &hint).unwrap_or_default();
        for (part, ingested) in (0..).zip(articles) {
            let cast = actors::find_with(&ingested.article, Some(weights));
            let analysis = Analysis {
                actors: cast.into_actors(),
                ..Analysis::default()
            };
            let origin = Origin {
                path: &hint.name,
                part,
            };
            lines.push_str(&parse_json(origin, &ingested.article, &analysis));
            lines.push('\n');
        }
    }
    fs::write(into, lines)?;
    Ok(())
}
