//! Labelled articles: words with their tags, or texts with the spans of their actors.

use std::fs;
use std::path::Path;

use pullquote::ingest::{self, Hint};
use pullquote::model::{ActorKind, Article, Block, BlockKind, Meta, Span};
use serde_json::Value;

use super::Failure;

/// An article whose names were labelled by hand.
#[derive(Debug)]
pub struct Labelled {
    /// What it is called; parts are cut by it.
    pub name: String,
    /// Where it comes from.
    pub source: String,
    /// The article.
    pub article: Article,
    /// Its names.
    pub names: Vec<(Span, ActorKind)>,
}

/// Reads a source: a `.conll` file or a folder with `gold.jsonl`.
pub fn read(source: &Path) -> Result<Vec<Labelled>, Failure> {
    if source.is_dir() {
        return folder(source);
    }
    let text =
        fs::read_to_string(source).map_err(|error| format!("{}: {error}", source.display()))?;
    Ok(documents(&text))
}

/// The articles of a file of tagged words.
pub fn documents(text: &str) -> Vec<Labelled> {
    let mut documents: Vec<(String, Vec<&str>)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("# doc = "), documents.last_mut()) {
            (Some(name), _) => documents.push((name.to_owned(), Vec::new())),
            (None, Some((_, lines))) if !line.starts_with("# ") => lines.push(line),
            _ => {}
        }
    }
    let articles = documents.into_iter();
    articles.map(|(name, lines)| tagged(name, &lines)).collect()
}

/// An article of tagged words: each sentence becomes a paragraph.
fn tagged(name: String, lines: &[&str]) -> Labelled {
    let (mut text, mut blocks, mut names) = (String::new(), Vec::new(), Vec::new());
    for sentence in lines
        .split(|line| line.is_empty())
        .filter(|sentence| !sentence.is_empty())
    {
        let start = text.len();
        let mut open = false;
        let mut before = "";
        for (word, tag) in sentence.iter().filter_map(|line| line.split_once('\t')) {
            if text.len() > start && is_parted(before, word, open) {
                text.push(' ');
            }
            open ^= word == "\"";
            let from = text.len();
            text.push_str(word);
            name_word(&mut names, Span::new(from, text.len()), tag);
            before = word;
        }
        blocks.push(Block {
            kind: BlockKind::Paragraph,
            span: Span::new(start, text.len()),
            credit: None,
        });
        text.push('\n');
    }
    let source = name.split('_').take(2).collect::<Vec<_>>().join("_");
    let meta = Meta {
        language: Some("en".to_owned()),
        ..Meta::default()
    };
    Labelled {
        article: Article::new(text, blocks, meta),
        name,
        source,
        names,
    }
}

/// Whether a space stands between two words in print. `open`: a straight mark is open.
fn is_parted(before: &str, word: &str, open: bool) -> bool {
    let glued = matches!(
        word,
        "." | "," | ";" | ":" | "?" | "!" | ")" | "]" | "%" | "”" | "-" | "/"
    ) || word.starts_with(['\'', '’'])
        || word == "n't"
        || (word == "\"" && open);
    let glues =
        matches!(before, "(" | "[" | "$" | "“" | "‘" | "-" | "/" | "#") || (before == "\"" && open);
    !glued && !glues
}

fn name_word(names: &mut Vec<(Span, ActorKind)>, span: Span, tag: &str) {
    let Some((place, kind)) = tag.split_once('-') else {
        return;
    };
    let kind = match kind {
        "per" => ActorKind::Person,
        "org" => ActorKind::Organization,
        _ => ActorKind::Place,
    };
    match names.last_mut().filter(|_| place == "I") {
        Some((last, _)) => last.end = span.end,
        None => names.push((span, kind)),
    }
}

/// The texts of a folder with the spans that its `gold.jsonl` gives in characters.
fn folder(folder: &Path) -> Result<Vec<Labelled>, Failure> {
    let source = folder
        .parent()
        .and_then(Path::file_name)
        .unwrap_or_default();
    let mut found = Vec::new();
    for line in fs::read_to_string(folder.join("gold.jsonl"))?.lines() {
        let gold: Value = serde_json::from_str(line)?;
        let path = gold["path"].as_str().unwrap_or_default();
        let hint = Hint {
            name: path.to_owned(),
        };
        let bytes = fs::read(folder.join(path)).map_err(|error| format!("{path}: {error}"))?;
        let article = ingest::read(&bytes, &hint)?.swap_remove(0).article;
        let names = spans(&gold, &article.text);
        found.push(Labelled {
            name: gold["doc"].as_str().unwrap_or_default().to_owned(),
            source: source.to_string_lossy().into_owned(),
            article,
            names,
        });
    }
    Ok(found)
}

fn spans(gold: &Value, text: &str) -> Vec<(Span, ActorKind)> {
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let at = |value: &Value| bytes.get(usize::try_from(value.as_u64()?).ok()?).copied();
    let mut names = Vec::new();
    for entity in gold["entities"].as_array().into_iter().flatten() {
        let kind = match entity["kind"].as_str() {
            Some("person") => ActorKind::Person,
            Some("organization") => ActorKind::Organization,
            _ => ActorKind::Place,
        };
        for mention in entity["mentions"].as_array().into_iter().flatten() {
            let span = &mention["span"];
            if let (Some(start), Some(end)) = (at(&span[0]), at(&span[1])) {
                names.push((Span::new(start, end), kind));
            }
        }
    }
    names
}
