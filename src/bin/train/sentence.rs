//! Reads sentences in which the one who speaks stands in braces.

use pullquote::analysis::{Label, Told, lessons};
use pullquote::model::{Article, Block, BlockKind, Meta, Span};

use super::labelled::Labelled;

/// The sentences that come with the program.
pub const OWN: &str = include_str!("sentences.txt");

/// Reads a sentence a line; `#` begins a comment. Every passage of a sentence was
/// said by whoever stands in braces in it, or by nobody.
pub fn read(lines: &str) -> Vec<Labelled> {
    let lines = lines.lines().filter(|line| !line.starts_with('#'));
    lines.map(labelled).collect()
}

fn labelled(line: &str) -> Labelled {
    let (text, mentions) = without_braces(line);
    let block = Block {
        kind: BlockKind::Paragraph,
        span: Span::new(0, text.len()),
        credit: None,
    };
    let meta = Meta {
        language: Some("en".into()),
        ..Meta::default()
    };
    let name = mentions.last().map(|span| span.of(&text).to_owned());
    let speaker = name.map(|name| Told { mentions, name });
    let labels: Vec<Label> = passages(&text)
        .map(|passage| Label {
            passage,
            speaker: speaker.clone(),
        })
        .collect();
    let article = Article::new(text, vec![block], meta);
    Labelled {
        id: line.to_owned(),
        group: "sentences".into(),
        lessons: lessons(&article, &labels),
        article,
        vias: Vec::new(),
        labels,
    }
}

fn without_braces(line: &str) -> (String, Vec<Span>) {
    let mut text = String::with_capacity(line.len());
    let mut mentions = Vec::new();
    let mut start = 0;
    for c in line.chars() {
        match c {
            '{' => start = text.len(),
            '}' => mentions.push(Span::new(start, text.len())),
            other => text.push(other),
        }
    }
    (text, mentions)
}

/// Between each pair of marks.
fn passages(text: &str) -> impl Iterator<Item = Span> {
    text.match_indices('“').filter_map(|(open, mark)| {
        let start = open + mark.len();
        let length = text.get(start..)?.find('”')?;
        Some(Span::new(start, start + length))
    })
}
