//! The sample articles, each with what people labelled in it.
//!
//! Names, quotes and headlines are taken from the labels, not from the analysis:
//! the corpus must not change because the analysis got better or worse.

use std::fs;
use std::path::{Path, PathBuf};

use pullquote::error::{Error, ErrorKind, Result};
use pullquote::ingest::{self, Hint};
use pullquote::model::{ActorKind, Article, BlockKind, Span};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// One article and its labels.
#[derive(Debug)]
pub struct Sample {
    /// As read from its file; the kinds of its blocks are those of the labels.
    pub article: Article,
    /// What people found in it.
    pub label: Label,
    /// The passages of the labels, in text order.
    pub passages: Vec<Passage>,
}

/// A labelled passage and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Passage {
    /// Without its marks.
    pub span: Span,
    /// Whether it is a clause or more, with both marks.
    pub is_whole: bool,
    /// Whether the utterance began in the passage before.
    pub continues: bool,
    /// Whether its closing mark is printed.
    pub closed: bool,
}

/// What is read of a label file.
#[derive(Debug, Deserialize)]
pub struct Label {
    /// As printed.
    pub headline: String,
    /// ISO 639-1.
    pub language: String,
    /// ISO 8601.
    pub published: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The outlet, if the page says it.
    pub source: Option<String>,
    #[serde(default)]
    furniture: Vec<String>,
    #[serde(default)]
    captions: Vec<String>,
    quotes: Vec<LabelledQuote>,
    /// Everybody and everything named.
    pub actors: Vec<LabelledActor>,
}

#[derive(Debug, Deserialize)]
struct LabelledQuote {
    text: String,
    nth: usize,
    kind: String,
    closed: bool,
    continues: bool,
}

/// One name of the labels.
#[derive(Debug, Deserialize)]
pub struct LabelledActor {
    /// The fullest form.
    pub name: String,
    /// What it is.
    #[serde(deserialize_with = "kind_of_word")]
    pub kind: ActorKind,
    /// Other printed forms.
    #[serde(default)]
    pub aliases: Vec<String>,
}

fn kind_of_word<'de, D: Deserializer<'de>>(input: D) -> Result<ActorKind, D::Error> {
    let word = String::deserialize(input)?;
    let kinds = [ActorKind::Person, ActorKind::Organization, ActorKind::Place];
    let kind = kinds.into_iter().find(|kind| kind.word() == word);
    kind.ok_or_else(|| D::Error::custom(format!("no kind of actor: {word}")))
}

/// Reads every labelled article of `folder`, in the order of the file names.
///
/// Files without a label file in `labels` are passed over.
///
/// # Errors
/// When a folder or file cannot be read, or nothing in the folder is labelled.
pub fn read_all(folder: &Path, labels: &Path) -> Result<Vec<Sample>> {
    let mut samples = Vec::new();
    for path in files(folder)? {
        let bytes = fs::read(&path).map_err(|cause| unreadable(&path, cause))?;
        let hint = Hint {
            name: path.to_string_lossy().into_owned(),
        };
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if !is_labelled(labels, &stem) {
            continue;
        }
        for (part, read) in ingest::read(&bytes, &hint)?.into_iter().enumerate() {
            if let Some(label) = read_label(labels, &stem, part)? {
                samples.push(sample(read.article, label));
            }
        }
    }
    match samples.is_empty() {
        true => Err(Error::because(
            ErrorKind::NoArticle,
            folder,
            "no file has labels",
        )),
        false => Ok(samples),
    }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|cause| unreadable(folder, cause))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    Ok(paths)
}

fn is_labelled(labels: &Path, stem: &str) -> bool {
    [format!("{stem}.json"), format!("{stem}.0.json")]
        .iter()
        .any(|name| labels.join(name).is_file())
}

fn read_label(labels: &Path, stem: &str, part: usize) -> Result<Option<Label>> {
    let numbered = labels.join(format!("{stem}.{part}.json"));
    let plain = labels.join(format!("{stem}.json"));
    let path = match numbered.is_file() {
        true => numbered,
        false if part == 0 && plain.is_file() => plain,
        false => return Ok(None),
    };
    let text = fs::read_to_string(&path).map_err(|cause| unreadable(&path, cause))?;
    let label = serde_json::from_str(&text).map_err(|cause| unreadable(&path, cause))?;
    Ok(Some(label))
}

fn unreadable(path: &Path, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::because(ErrorKind::Read, path, cause)
}

fn sample(mut article: Article, label: Label) -> Sample {
    for block in &mut article.blocks {
        let words = block.span.of(&article.text);
        block.kind = labelled_kind(words, block.kind, &label);
    }
    let passages = label.quotes.iter();
    let passages = passages.filter_map(|quote| passage(&article.text, quote));
    Sample {
        passages: passages.collect(),
        article,
        label,
    }
}

// Where the reader and the labels differ, the labels are right.
fn labelled_kind(words: &str, read: BlockKind, label: &Label) -> BlockKind {
    if words == label.headline {
        BlockKind::Headline
    } else if label.furniture.iter().any(|line| line == words) {
        BlockKind::Furniture
    } else if label
        .captions
        .iter()
        .any(|line| words.contains(line.as_str()))
    {
        BlockKind::Caption
    } else if read == BlockKind::Headline {
        BlockKind::Deck
    } else {
        read
    }
}

fn passage(text: &str, quote: &LabelledQuote) -> Option<Passage> {
    let found = text.match_indices(&quote.text).nth(quote.nth.max(1) - 1);
    let (start, words) = found?;
    Some(Passage {
        span: Span::new(start, start + words.len()),
        is_whole: quote.kind == "direct" && quote.closed,
        continues: quote.continues,
        closed: quote.closed,
    })
}
