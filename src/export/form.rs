//! Forms of what leaves the program.

/// A form of records, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// For spreadsheets.
    Csv,
    /// One JSON object a line, with nothing lost.
    Jsonl,
    /// Block quotes with their citations, lists, tables.
    Markdown,
    /// A table of Markdown: who said what, where and when.
    Table,
    /// Wrapped lines, for mail.
    Plain,
    /// The articles, for LaTeX and collections of references.
    Bibtex,
    /// The articles as CSL-JSON, for pandoc and Zotero.
    Csl,
}

impl Form {
    /// How names of such files end.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Jsonl => "jsonl",
            Form::Markdown | Form::Table => "md",
            Form::Plain => "txt",
            Form::Bibtex => "bib",
            Form::Csl => "json",
        }
    }

    /// What it is, in a few words.
    pub fn words(self) -> &'static str {
        match self {
            Form::Csv => "CSV, for spreadsheets",
            Form::Jsonl => "JSON, an object on each line",
            Form::Markdown => "Markdown",
            Form::Table => "a table of Markdown: who said what, where and when",
            Form::Plain => "plain text",
            Form::Bibtex => "BibTeX, the articles as references",
            Form::Csl => "CSL-JSON, the articles for Zotero and pandoc",
        }
    }

    /// Whether it holds articles as references, and nothing else.
    pub fn is_of_references(self) -> bool {
        match self {
            Form::Bibtex | Form::Csl => true,
            Form::Csv | Form::Jsonl | Form::Markdown | Form::Table | Form::Plain => false,
        }
    }
}
