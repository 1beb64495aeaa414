//! `pullquote show`: one stored article with its quotes and actors.

use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, Printed, Show};
use crate::cli::library;
use crate::cli::output::Output;
use crate::cli::place;
use crate::cli::printer::Printer;
use crate::error::Result;
use crate::export::{Form, Origin, Records, Style, escaped, listed, parse_json, parse_text};
use crate::model::{ArticleId, Quote, QuoteKind};
use crate::store::{Catalog, Library};

/// Prints the article whose id is given, or begins as given.
pub fn run(show: &Show, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    match place::article(&catalog, &show.id) {
        Ok(id) => print(id, &show.printed, (&catalog, &library), output),
        Err(why) => Ok(why.told(output)),
    }
}

fn print(
    id: ArticleId,
    printed: &Printed,
    (catalog, library): (&Catalog, &Library),
    output: &mut Output,
) -> Result<Outcome> {
    let Some(entry) = library.entry(id)? else {
        return Ok(Outcome::Nothing);
    };
    let Some(style) = printed.style(output)? else {
        output.print(entry.article.text.trim_end());
        output.print("");
        let path = &entry.provenance.path;
        output.print(parse_text(path, &entry.article, &entry.analysis).trim_end());
        return Ok(Outcome::Done);
    };
    let form = style.form;
    match form {
        Form::Jsonl | Form::Plain => {
            let origin = Origin {
                path: &entry.provenance.path,
                part: entry.provenance.part,
            };
            output.print(&parse_json(origin, &entry.article, &entry.analysis));
            return Ok(Outcome::Done);
        }
        Form::Markdown => {
            let title = escaped(entry.article.headline());
            output.print(&format!("# {title}\n"));
            print_article((catalog, library), id, style.clone(), output)?;
            output.print("");
        }
        Form::Bibtex | Form::Csl => {
            return print_article((catalog, library), id, style, output);
        }
        Form::Csv | Form::Table => {}
    }
    let mut printer = Printer::new(style, output);
    // Titles and nicknames are no words to cite.
    let cited = |quote: &&Quote| {
        !matches!(form, Form::Markdown | Form::Table) || quote.kind != QuoteKind::Term
    };
    let quotes = entry.analysis.quotes.iter().filter(cited);
    for quote in quotes {
        if !printer.put(&listed(catalog, &entry, quote)) {
            break;
        }
    }
    printer.end();
    Ok(Outcome::Done)
}

fn print_article(
    (catalog, library): (&Catalog, &Library),
    id: ArticleId,
    style: Style,
    output: &mut Output,
) -> Result<Outcome> {
    let mut printer = Printer::new(style, output);
    let position = catalog.position(id).unwrap_or(usize::MAX);
    if let Some(record) = Records::new(catalog, library).article(position)? {
        printer.put(&record);
    }
    Ok(printer.end())
}
