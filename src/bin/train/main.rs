//! Learns the weights of the speaker model from labelled articles.
//!
//! ```text
//! cargo run --release --features workshop --bin train -- --out src/analysis/attribution/weights.tsv FOLDER ...
//! ```
//!
//! The sentences beside this file are learned from as well. A folder is either a collection (`gold.jsonl` beside its texts) or holds one label
//! file an article, as `tests/labelled` does. First every article is judged by
//! weights learned from the others, in folds, and the scores are printed; then all
//! articles together make the file. The same folders and seed give the same bytes.
//!
//! `--judge FOLDER` scores the weights that come with the program on a collection that
//! they were not learned from.
//!
//! A development tool; it is no part of the program, which only reads the file.

mod fit;
mod labelled;
mod score;
mod sentence;
mod weigh;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use pullquote::analysis::Weights;

use labelled::Labelled;
use score::Score;

/// Learns the weights of the speaker model from labelled articles.
#[derive(Debug, Parser)]
#[command(name = "train")]
struct Args {
    /// Folders of labelled articles.
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// Only score what the shipped weights find in the folders; nothing is learned.
    #[arg(long, conflicts_with = "out")]
    judge: bool,
    /// Where to write the weights; without it only the scores are printed.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Lines that open the file: whose texts the weights were learned from.
    #[arg(long, default_value = "")]
    notice: String,
    #[command(flatten)]
    plan: Plan,
}

/// How to learn.
#[derive(Debug, Clone, Copy, clap::Args)]
struct Plan {
    /// Deals the articles to folds.
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// In how many parts the articles are judged.
    #[arg(long, default_value_t = 5)]
    folds: u64,
    /// How strongly weights are held near nothing.
    #[arg(long, default_value_t = 4.0)]
    hold: f64,
    /// Features seen fewer times are left out.
    #[arg(long, default_value_t = 4)]
    seen: usize,
}

fn main() -> ExitCode {
    let args = Args::parse();
    match train(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}");
            ExitCode::from(2)
        }
    }
}

fn train(args: &Args) -> Result<(), Box<dyn std::error::Error>> {
    let mut articles = match args.judge {
        true => Vec::new(),
        false => sentence::read(sentence::OWN),
    };
    for folder in &args.folders {
        let read = labelled::read(folder)?;
        println!("{}: {} articles", folder.display(), read.len());
        articles.extend(read);
    }
    if args.judge {
        let shipped = articles.iter().map(|article| (article, Weights::shipped()));
        println!("shipped weights");
        print(shipped);
        return Ok(());
    }
    let temperature = judge(&articles, args.plan);
    if let Some(out) = &args.out {
        let all: Vec<&Labelled> = articles.iter().collect();
        let text = weigh::file(&weigh::learn(&all, args.plan), temperature, &args.notice);
        std::fs::write(out, text)?;
    }
    Ok(())
}

/// Prints how well weights do on articles they were not learned from, and returns
/// the temperature that makes their shares honest.
fn judge(articles: &[Labelled], plan: Plan) -> f64 {
    let folds: Vec<u64> = articles
        .iter()
        .map(|article| weigh::fold(&article.id, plan))
        .collect();
    let learned: Vec<fit::Fitted> = (0..plan.folds)
        .map(|fold| {
            let others = articles.iter().zip(&folds);
            let others: Vec<&Labelled> = others
                .filter(|(_, other)| **other != fold)
                .map(|(article, _)| article)
                .collect();
            weigh::learn(&others, plan)
        })
        .collect();
    let temperature = weigh::temperature(articles, &folds, &learned);
    let texts = learned.iter().map(|one| weigh::file(one, temperature, ""));
    let weights: Vec<Weights> = texts.map(|text| Weights::parse(&text)).collect();
    println!("{} folds, temperature {temperature:.2}", plan.folds);
    print(
        articles
            .iter()
            .zip(&folds)
            .map(|(article, &fold)| (article, &weights[fold as usize])),
    );
    temperature
}

/// Prints the scores of each group of articles and of all, each article under its weights.
fn print<'a>(articles: impl Iterator<Item = (&'a Labelled, &'a Weights)>) {
    let mut scores: Vec<(String, Score)> = Vec::new();
    for (article, weights) in articles {
        let score = Score::of(article, weights);
        for group in [article.group.as_str(), "all"] {
            match scores.iter_mut().find(|(name, _)| name == group) {
                Some((_, sum)) => sum.add(&score),
                None => scores.push((group.to_owned(), score.clone())),
            }
        }
    }
    for (group, score) in &scores {
        println!("{group}\n{}", score.lines());
    }
}
