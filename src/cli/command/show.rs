//! `pullquote show`: one stored article with its quotes and actors.

use std::str::FromStr;

use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, ListFormat, Show};
use crate::cli::library;
use crate::cli::output::Output;
use crate::error::Result;
use crate::export::{Origin, parse_json, parse_text};
use crate::model::{ArticleId, Entry};
use crate::store::{Catalog, Library};

/// Prints the article whose id is given, or begins as given.
pub fn run(show: &Show, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    match &find(&catalog, &show.id)[..] {
        [] => {
            output.complain(&format!(
                "no article has the id {}; `pullquote list` shows them",
                show.id
            ));
            Ok(Outcome::Nothing)
        }
        [id] => print(*id, show.format, &library, output),
        [_, _, ..] => {
            output.complain(&format!(
                "several articles have an id that begins with {}; give more of it",
                show.id
            ));
            Ok(Outcome::Failed)
        }
    }
}

fn find(catalog: &Catalog, wanted: &str) -> Vec<ArticleId> {
    if let Ok(id) = ArticleId::from_str(wanted) {
        return catalog.position(id).map(|_| id).into_iter().collect();
    }
    let hex = wanted.strip_prefix("b3:").unwrap_or(wanted).to_lowercase();
    let begins =
        |id: &ArticleId| !hex.is_empty() && id.to_string()["b3:".len()..].starts_with(&hex);
    catalog
        .rows()
        .iter()
        .map(|row| row.id)
        .filter(begins)
        .collect()
}

fn print(
    id: ArticleId,
    format: ListFormat,
    library: &Library,
    output: &mut Output,
) -> Result<Outcome> {
    let Some(Entry {
        article,
        analysis,
        provenance,
    }) = library.entry(id)?
    else {
        return Ok(Outcome::Nothing);
    };
    match format {
        ListFormat::Jsonl => {
            let origin = Origin {
                path: &provenance.path,
                part: provenance.part,
            };
            output.print(&parse_json(origin, &article, &analysis));
        }
        ListFormat::Text => {
            output.print(article.text.trim_end());
            output.print("");
            output.print(parse_text(&provenance.path, &article, &analysis).trim_end());
        }
    }
    Ok(Outcome::Done)
}
