//! Promises about all sample articles: speakers and actors are one.

use std::fs;
use std::path::Path;

use pullquote::analysis::analyze;
use pullquote::ingest::{self, Hint};
use pullquote::model::{Analysis, Article, Attribution, BlockKind};

/// Every sample article and what is found in it.
fn samples() -> Vec<(Article, Analysis)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("README.md"))
        .collect();
    files.sort();
    files.iter().flat_map(|path| read(path)).collect()
}

fn read(path: &Path) -> Vec<(Article, Analysis)> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let articles = ingest::read(&fs::read(path).unwrap(), &Hint { name }).unwrap();
    let articles = articles.into_iter().map(|one| one.article);
    articles
        .map(|article| {
            let analysis = analyze(&article);
            (article, analysis)
        })
        .collect()
}

fn speakers(analysis: &Analysis) -> impl Iterator<Item = &Attribution> {
    let quotes = analysis.quotes.iter();
    let statements = analysis.statements.iter();
    let quoted = quotes.filter_map(|quote| quote.speaker.as_ref());
    quoted.chain(statements.map(|statement| &statement.speaker))
}

#[test]
fn whoever_speaks_is_called_as_an_actor_or_as_the_article_prints_it() {
    let (mut actors, mut others) = (0, 0);
    for (article, analysis) in samples() {
        for speaker in speakers(&analysis) {
            match speaker.actor {
                Some(actor) => {
                    assert_eq!(speaker.name, analysis.actors[actor.0].name);
                    actors += 1;
                }
                None => {
                    let (name, text) = (&speaker.name, &article.text);
                    assert!(text.contains(name.as_str()), "{name} is not printed");
                    others += 1;
                }
            }
        }
    }
    assert!(actors > 300 && others > 30, "{actors}, {others}");
}

#[test]
fn a_byline_makes_nobody_an_actor() {
    let mut seen = 0;
    for (article, analysis) in samples() {
        let apart = |kind| matches!(kind, BlockKind::Byline | BlockKind::Furniture);
        for block in article.blocks.iter().filter(|block| apart(block.kind)) {
            for actor in &analysis.actors {
                let inside = actor
                    .mentions
                    .iter()
                    .find(|&&mention| block.span.covers(mention));
                assert!(inside.is_none(), "{} in a byline", actor.name);
            }
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen}");
}
