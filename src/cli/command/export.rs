//! `pullquote export`: quotes, articles, actors or the basket for other programs.

use crate::cli::Outcome;
use crate::cli::args::{Export, ExportOf, LibraryArgument};
use crate::cli::library;
use crate::cli::output::Output;
use crate::cli::printer::Printer;
use crate::cli::settings::citation;
use crate::config::today;
use crate::error::Result;
use crate::export::{
    Cells, Counts, Form, Grid, QuoteRecord, Record, Records, Style, actor_records, article_tags,
    matrix_columns, matrix_row,
};
use crate::search::{self, Query};
use crate::store::{Catalog, Library, QuoteSketch};
use crate::study::{ActorOrder, actor_rows};

/// Keys of counts at most.
const KEYS: usize = 2;

/// Writes what is asked for; says what does not go together.
pub fn run(asked: &Export, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    if let Some(refusal) = refusal(asked) {
        output.complain(refusal);
        return Ok(Outcome::Failed);
    }
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let mut export = Exporting {
        asked,
        catalog: &catalog,
        library: &library,
        output,
    };
    match asked.of {
        ExportOf::Quotes => export.quotes(),
        ExportOf::Articles => export.articles(),
        ExportOf::Actors => export.actors(),
        ExportOf::Basket => export.basket(),
    }
}

/// Why this cannot be written.
fn refusal(asked: &Export) -> Option<&'static str> {
    let table = asked.matrix.is_some() || !asked.by.is_empty();
    let form = asked.form();
    let references = form.is_of_references();
    let actors = asked.of == ExportOf::Actors;
    let of_quotes = asked.by.iter().any(|key| key.is_of_quotes());
    match () {
        () if asked.by.len() > KEYS => Some("--by takes one or two keys"),
        () if actors && table => {
            Some("actors have no tags and are counted already; leave --matrix and --by out")
        }
        () if actors && references => {
            Some("actors are no references; --format text, jsonl, csv or md writes them")
        }
        () if table && references => {
            Some("a table is no reference; --format csv, jsonl, md or text writes it")
        }
        () if asked.matrix.is_some() && form == Form::Plain => {
            Some("so wide a table is no text; --format csv, jsonl or md writes it")
        }
        () if asked.of == ExportOf::Articles && of_quotes => {
            Some("articles have no speaker and no kind; --of quotes counts by them")
        }
        () if asked.of == ExportOf::Basket && !asked.query.is_empty() => {
            Some("the basket is written whole; `pullquote export QUERY is:picked` narrows it")
        }
        () => None,
    }
}

struct Exporting<'a> {
    asked: &'a Export,
    catalog: &'a Catalog,
    library: &'a Library,
    output: &'a mut Output,
}

impl Export {
    fn form(&self) -> Form {
        let table = self.matrix.is_some() || !self.by.is_empty();
        match self.format {
            Some(format) => format.form().unwrap_or(Form::Plain),
            None if table => Form::Csv,
            None => Form::Jsonl,
        }
    }

    fn cells(&self) -> Cells {
        match self.raw {
            true => Cells::Raw,
            false => Cells::Safe,
        }
    }

    /// At most so many records are written. Counts are made of all of them, and so many
    /// rows of counts are printed.
    fn limit(&self) -> usize {
        match self.by.is_empty() {
            true => self.rows(),
            false => usize::MAX,
        }
    }

    fn rows(&self) -> usize {
        self.limit.unwrap_or(usize::MAX)
    }
}

impl Exporting<'_> {
    fn quotes(&mut self) -> Result<Outcome> {
        let query = Query::parse(&self.asked.query.join(" "));
        let limited = (&query, self.asked.limit());
        let found = search::quotes(self.catalog, self.library, limited, &today())?;
        self.complain(&found.notes);
        let mut records = Records::new(self.catalog, self.library);
        let quotes = found.quotes.iter();
        self.write_quotes(
            &mut quotes.filter_map(|quote: &QuoteSketch| records.found(quote).transpose()),
        )
    }

    fn basket(&mut self) -> Result<Outcome> {
        let mut basket = Records::new(self.catalog, self.library).basket()?;
        basket.truncate(self.asked.limit());
        self.write_quotes(&mut basket.into_iter().map(Ok))
    }

    fn write_quotes(
        &mut self,
        records: &mut dyn Iterator<Item = Result<QuoteRecord>>,
    ) -> Result<Outcome> {
        if !self.asked.by.is_empty() {
            let mut counts = Counts::of_quotes(&self.asked.by);
            for record in records {
                counts.quote(&record?);
            }
            return Ok(self.write_counts(&counts));
        }
        if self.asked.matrix.is_some() {
            let mut rows = records.map(|record| {
                let record = record?;
                let tags = record.tags.clone();
                Ok((record, tags))
            });
            return self.write_matrix(&mut rows);
        }
        self.write(records)
    }

    fn articles(&mut self) -> Result<Outcome> {
        let query = Query::parse(&self.asked.query.join(" "));
        let mut hits = search::run(self.catalog, self.library, &query, &today())?;
        self.complain(&hits.notes);
        hits.positions.truncate(self.asked.limit());
        let catalog = self.catalog;
        let reader = Records::new(catalog, self.library);
        let mut records = hits.positions.iter().filter_map(|&at| {
            let id = catalog.get(at)?.id;
            let record = reader.article(at).transpose()?;
            Some(record.map(|record| (record, article_tags(catalog.marks(), id))))
        });
        if !self.asked.by.is_empty() {
            let mut counts = Counts::of_articles(&self.asked.by);
            for record in records {
                let (record, tags) = record?;
                counts.article(&record, &tags);
            }
            return Ok(self.write_counts(&counts));
        }
        if self.asked.matrix.is_some() {
            return self.write_matrix(&mut records);
        }
        self.write(&mut records.map(|record| record.map(|(record, _)| record)))
    }

    fn actors(&mut self) -> Result<Outcome> {
        let query = Query::parse(&self.asked.query.join(" "));
        let found = search::actors(self.catalog, self.library, &query, &today())?;
        self.complain(&found.notes);
        let mut rows = actor_rows(self.catalog, self.library, &found, ActorOrder::Quotes)?;
        rows.truncate(self.asked.limit());
        let records = actor_records(self.catalog, &rows);
        self.write(&mut records.into_iter().map(Ok))
    }

    fn write<T: Record>(
        &mut self,
        records: &mut dyn Iterator<Item = Result<T>>,
    ) -> Result<Outcome> {
        let form = self.asked.form();
        let cite = citation(self.asked.cite.as_deref(), self.output)?;
        if cite.is_some() && !matches!(form, Form::Markdown | Form::Plain) {
            let note = "--cite counts with --format md and text; nothing is cited here";
            self.output.note(note);
        }
        let cells = self.asked.cells();
        let style = Style { form, cells, cite };
        let mut records = records.peekable();
        // Nothing found is no file with a head.
        if records.peek().is_none() {
            return Ok(self.output.nothing("nothing found"));
        }
        let mut printer = Printer::new(style, self.output);
        for record in records {
            if !printer.put(&record?) {
                break;
            }
        }
        Ok(printer.end())
    }

    fn write_matrix<T: Record>(
        &mut self,
        records: &mut dyn Iterator<Item = Result<(T, Vec<String>)>>,
    ) -> Result<Outcome> {
        let tags = self.catalog.marks().tags();
        let tags: Vec<String> = tags.iter().map(|(tag, _)| (*tag).to_owned()).collect();
        let columns = matrix_columns::<T>(&tags);
        let mut printed = Outcome::Nothing;
        let Some(grid) = Grid::new(columns, self.asked.form(), self.asked.cells()) else {
            return Ok(printed);
        };
        for record in records {
            let (record, its) = record?;
            if printed == Outcome::Nothing {
                grid.head().iter().for_each(|head| self.output.print(head));
            }
            printed = Outcome::Done;
            self.output
                .print(&grid.row(&matrix_row(&record, &its, &tags)));
            if self.output.is_closed() {
                break;
            }
        }
        Ok(match printed {
            Outcome::Nothing => self.output.nothing("nothing found"),
            printed => printed,
        })
    }

    fn write_counts(&mut self, counts: &Counts) -> Outcome {
        let mut rows = counts.rows();
        rows.truncate(self.asked.rows());
        let grid = Grid::new(counts.columns(), self.asked.form(), self.asked.cells());
        match grid.filter(|_| !rows.is_empty()) {
            Some(grid) => {
                self.output.print(&grid.all(&rows));
                Outcome::Done
            }
            None => self.output.nothing("nothing found"),
        }
    }

    fn complain(&mut self, notes: &[String]) {
        notes.iter().for_each(|note| self.output.note(note));
    }
}
