//! `pullquote remove`: articles that shall no longer be in the library.

use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, Remove};
use crate::cli::library;
use crate::cli::output::Output;
use crate::cli::place::articles;
use crate::config::today;
use crate::error::Result;
use crate::export::row_text;
use crate::model::{ArticleId, Mark};
use crate::search::{Query, run as run_query};
use crate::store::{Catalog, Library};

/// Hexadecimal digits from which on a word is taken for an id rather than searched.
const DIGITS: usize = 8;

/// Removes the articles that are named or found, a line each. What people decided about
/// them stays, and counts again when the same text comes back.
pub fn run(asked: &Remove, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let mut library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let found = found((&catalog, &library), &asked.what, output)?;
    if found.is_empty() {
        output.complain("no article is meant; `pullquote search` shows what a query finds");
        return Ok(Outcome::Nothing);
    }
    let mut marked = 0;
    for id in &found {
        if let Some(row) = catalog.position(*id).and_then(|at| catalog.get(at)) {
            output.print(&row_text(row));
        }
        let mut marks = catalog.marks().all().iter();
        marked += usize::from(marks.any(|mark| is_told(mark, *id)));
    }
    if !asked.dry_run {
        for id in &found {
            library.remove(*id)?;
        }
        library.tidy()?;
    }
    output.complain(&summary(found.len(), marked, asked.dry_run));
    Ok(Outcome::Done)
}

/// What is removed, and what becomes of the marks.
fn summary(found: usize, marked: usize, dry: bool) -> String {
    let articles = match found {
        1 => "1 article".to_owned(),
        _ => format!("{found} articles"),
    };
    let done = match dry {
        true => format!("{articles} would be removed"),
        false => {
            format!("{articles} removed; the files stay, and `pullquote add` reads them again")
        }
    };
    match marked {
        0 => done,
        _ => format!("{done}; {marked} of them marked by you: the marks stay in the library"),
    }
}

/// Whether a person did more with the article than read it.
fn is_told(mark: &Mark, id: ArticleId) -> bool {
    mark.article() == Some(id) && !matches!(mark, Mark::Seen { .. })
}

fn found(
    (catalog, library): (&Catalog, &Library),
    words: &[String],
    output: &mut Output,
) -> Result<Vec<ArticleId>> {
    if words.iter().all(|word| is_id(word)) {
        return Ok(words
            .iter()
            .flat_map(|word| articles(catalog, word))
            .collect());
    }
    let hits = run_query(catalog, library, &Query::parse(&words.join(" ")), &today())?;
    hits.notes.iter().for_each(|note| output.complain(note));
    let rows = hits.positions.iter().filter_map(|&at| catalog.get(at));
    Ok(rows.map(|row| row.id).collect())
}

fn is_id(word: &str) -> bool {
    let (sign, digits) = match word.strip_prefix("b3:") {
        Some(digits) => (true, digits),
        None => (false, word),
    };
    let enough = sign || digits.len() >= DIGITS;
    enough && !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_an_id_by_its_sign_or_its_length() {
        assert!(is_id("b3:6f1e") && is_id("6f1ed002ab"));
        assert!(!is_id("dam") && !is_id("added") && !is_id("b3:") && !is_id("facade of steel"));
    }

    #[test]
    fn it_is_told_what_becomes_of_files_and_marks() {
        assert_eq!(summary(1, 0, true), "1 article would be removed");
        assert!(summary(2, 1, false).contains("1 of them marked by you"));
    }
}
