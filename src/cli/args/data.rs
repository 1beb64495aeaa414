//! In which form records are printed.

use clap::{Args, ValueEnum};

use crate::cli::output::Output;
use crate::cli::settings::citation;
use crate::error::Result;
use crate::export::{Cells, Form, Style};

/// In which form records are printed.
#[derive(Debug, Args)]
pub struct Data {
    #[command(flatten)]
    pub printed: Printed,
    /// At most this many rows
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// The same without a limit: of one article.
#[derive(Debug, Args)]
pub struct Printed {
    /// What is printed
    #[arg(long, value_enum, default_value = "text")]
    pub format: DataFormat,
    /// Leaves cells of CSV as they are, also those that a spreadsheet takes for formulas
    #[arg(long)]
    pub raw: bool,
    /// How Markdown cites: press, footnote, default, or one of the file of settings
    #[arg(long, value_name = "NAME")]
    pub cite: Option<String>,
}

impl Data {
    /// Rows at most.
    pub fn limit(&self) -> usize {
        self.limit.unwrap_or(usize::MAX)
    }

    /// How records are written; nothing for the lines of the command itself.
    ///
    /// # Errors
    /// When there is no such citation.
    pub fn style(&self, output: &mut Output) -> Result<Option<Style>> {
        self.printed.style(output)
    }
}

impl Printed {
    /// How records are written; nothing for the lines of the command itself.
    ///
    /// # Errors
    /// When there is no such citation.
    pub fn style(&self, output: &mut Output) -> Result<Option<Style>> {
        let cite = citation(self.cite.as_deref(), output)?;
        if cite.is_some() && self.format != DataFormat::Md {
            output.note("--cite counts with --format md; nothing is cited here");
        }
        let cells = match self.raw {
            true => Cells::Raw,
            false => Cells::Safe,
        };
        Ok(self.format.form().map(|form| Style { form, cells, cite }))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DataFormat {
    /// For people
    Text,
    /// One JSON object a line
    #[value(alias = "json")]
    Jsonl,
    /// For spreadsheets
    Csv,
    /// Markdown
    #[value(alias = "markdown")]
    Md,
    /// A table of Markdown: speaker, words, outlet, date, link
    #[value(alias = "md-table")]
    Table,
    /// The articles, for LaTeX and collections of references
    Bibtex,
    /// The articles as CSL-JSON, for pandoc and Zotero
    Csl,
}

impl DataFormat {
    /// The form of records; text is for each command to write.
    pub fn form(self) -> Option<Form> {
        match self {
            DataFormat::Text => None,
            DataFormat::Jsonl => Some(Form::Jsonl),
            DataFormat::Csv => Some(Form::Csv),
            DataFormat::Md => Some(Form::Markdown),
            DataFormat::Table => Some(Form::Table),
            DataFormat::Bibtex => Some(Form::Bibtex),
            DataFormat::Csl => Some(Form::Csl),
        }
    }
}
