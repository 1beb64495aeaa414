//! Reads labelled articles: a collection beside its texts, or one file an article.
//!
//! A collection is `gold.jsonl`, one article a line: `file` (a text beside it),
//! `passages` (each with `span`, `scoring`: required, none or anything else for neither,
//! and `attribution`, an index) and `attributions` (each with `source`, spans, and
//! `name`). Spans count code points.

use std::collections::HashMap;
use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use pullquote::analysis::{Label, Lesson, Told, lessons};
use pullquote::ingest::{self, Hint};
use pullquote::model::{Article, Span};
use serde_json::Value;

/// An article with its labels, and what they teach.
pub struct Labelled {
    pub id: String,
    /// The language, or the collection that it belongs to.
    pub group: String,
    pub article: Article,
    pub labels: Vec<Label>,
    /// Through whom each labelled passage came, in the order of the labels; empty where
    /// nobody marked it.
    pub vias: Vec<Option<Through>>,
    pub lessons: Vec<Lesson>,
}

/// Through whom or in what the words came, as a reader marked it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Through {
    pub relation: String,
    pub name: String,
    /// The words that lead there.
    pub mentions: Vec<Span>,
}

/// Reads all labelled articles of `folder`, in the order of their names.
pub fn read(folder: &Path) -> Result<Vec<Labelled>, Error> {
    let collection = folder.join("gold.jsonl");
    let mut all = if collection.exists() {
        read_collection(folder, &collection)?
    } else {
        read_files(folder)?
    };
    all.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(all)
}

fn read_collection(folder: &Path, list: &Path) -> Result<Vec<Labelled>, Error> {
    let mut all = Vec::new();
    for line in fs::read_to_string(list)?.lines() {
        let record: Value = serde_json::from_str(line)?;
        let text = words(&record["file"]);
        let article = article(&folder.join(text), 0)?;
        let raw = fs::read_to_string(folder.join(text))?;
        if article.text != raw {
            eprintln!("train: {text} is read as another text, and is left out");
            continue;
        }
        let (labels, vias) = collection_labels(&record, &Bytes::of(&raw));
        let labels = (labels, vias);
        all.push(made(text.to_owned(), "collection".into(), article, labels));
    }
    Ok(all)
}

/// Labels, and beside each through whom the words came.
type Labels = (Vec<Label>, Vec<Option<Through>>);

fn collection_labels(record: &Value, bytes: &Bytes) -> Labels {
    let attributions = list(&record["attributions"]);
    let through = |passage: &Value| {
        let said = passage["scoring"] == "required";
        let source = attributions.get(passage["attribution"].as_u64()? as usize)?;
        let via = Some(&source["via"]).filter(|via| said && via.is_object())?;
        Some(Through {
            relation: words(&via["relation"]).to_owned(),
            name: words(&via["name"]).to_owned(),
            mentions: bytes.span(&via["span"]).into_iter().collect(),
        })
    };
    let label = |passage: &Value| {
        let speaker = match words(&passage["scoring"]) {
            "none" => None,
            "required" => {
                let source = &attributions[passage["attribution"].as_u64()? as usize];
                let spans = list(&source["source"]).iter();
                Some(Told {
                    mentions: spans.filter_map(|span| bytes.span(span)).collect(),
                    name: words(&source["name"]).to_owned(),
                })
            }
            // Left out of all scores: a reader could not tell.
            _ => return None,
        };
        let via = through(passage);
        let passage = bytes.span(&passage["span"])?;
        Some((Label { passage, speaker }, via))
    };
    list(&record["passages"]).iter().filter_map(label).unzip()
}

fn read_files(folder: &Path) -> Result<Vec<Labelled>, Error> {
    let samples = folder.join("../../sample-data");
    let files: Result<Vec<PathBuf>, Error> =
        fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect();
    let mut all = Vec::new();
    for file in files?
        .iter()
        .filter(|file| file.extension().is_some_and(|end| end == "json"))
    {
        let record: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
        let part = record["part"].as_u64().unwrap_or(0) as usize;
        // The text stands among the sample articles, or beside its labels.
        let sample = samples.join(words(&record["file"]));
        let text = match sample.exists() {
            true => sample,
            false => folder.join(words(&record["file"])),
        };
        let article = article(&text, part)?;
        let quotes = list(&record["quotes"]).iter();
        let labels: Labels = quotes
            .filter_map(|quote| file_label(quote, &article))
            .unzip();
        let id = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        all.push(made(id, words(&record["language"]).into(), article, labels));
    }
    Ok(all)
}

fn file_label(quote: &Value, article: &Article) -> Option<(Label, Option<Through>)> {
    let text = words(&quote["text"]);
    let nth = quote["nth"].as_u64().unwrap_or(1) as usize;
    let (start, _) = article.text.match_indices(text).nth(nth.checked_sub(1)?)?;
    let passage = Span::new(start, start + text.len());
    let speaker = quote["speaker"].as_str().map(|name| Told {
        mentions: mentions(article, passage, words(&quote["mention"])),
        name: name.to_owned(),
    });
    let via = Some(&quote["via"]).filter(|via| via.is_object());
    let via = via.map(|via| Through {
        relation: words(&via["relation"]).to_owned(),
        name: words(&via["name"]).to_owned(),
        mentions: mentions(article, passage, words(&via["mention"])),
    });
    Some((Label { passage, speaker }, via))
}

/// Where the words stand in the block of the passage, outside of it.
fn mentions(article: &Article, passage: Span, words: &str) -> Vec<Span> {
    let block = article
        .blocks
        .iter()
        .find(|block| block.span.overlaps(passage));
    let Some(block) = block.filter(|_| !words.is_empty()) else {
        return Vec::new();
    };
    let found = block.span.of(&article.text).match_indices(words);
    let spans = found.map(|(at, _)| Span::new(at, at + words.len()).shift(block.span.start));
    let whole = |span: &Span| {
        let edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        edge(article.text[..span.start].chars().next_back())
            && edge(article.text[span.end..].chars().next())
    };
    spans
        .filter(|span| whole(span) && !span.overlaps(passage))
        .collect()
}

fn made(id: String, group: String, article: Article, (labels, vias): Labels) -> Labelled {
    let lessons = lessons(&article, &labels);
    Labelled {
        id,
        group,
        article,
        labels,
        vias,
        lessons,
    }
}

fn article(path: &Path, part: usize) -> Result<Article, Error> {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let read = ingest::read(&fs::read(path)?, &Hint { name });
    let parts = read.map_err(|error| Error::new(ErrorKind::InvalidData, error.to_string()))?;
    let part = parts.into_iter().nth(part).map(|ingested| ingested.article);
    part.ok_or_else(|| {
        Error::new(
            ErrorKind::InvalidData,
            format!("{}: too few parts", path.display()),
        )
    })
}

/// From code points, in which collections count, to bytes.
struct Bytes(HashMap<u64, usize>);

impl Bytes {
    fn of(text: &str) -> Self {
        let starts = text.char_indices().map(|(at, _)| at);
        Self((0..).zip(starts.chain([text.len()])).collect())
    }

    fn span(&self, pair: &Value) -> Option<Span> {
        let at = |index: usize| self.0.get(&pair[index].as_u64()?).copied();
        Some(Span::new(at(0)?, at(1)?))
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
