//! The arguments of `pullquote export`.

use clap::{Args, ValueEnum};

use super::DataFormat;
use crate::export::Key;

#[derive(Debug, Args)]
pub struct Export {
    /// What to search, in the grammar of the interface; several words are joined
    pub query: Vec<String>,
    /// What is written
    #[arg(long, value_enum, default_value = "quotes")]
    pub of: ExportOf,
    /// In which form; tables are CSV unless you say otherwise, records JSON lines
    #[arg(long, value_enum)]
    pub format: Option<DataFormat>,
    /// A row for each quote or article and a column of 0 and 1 for each tag
    #[arg(long, value_enum, value_name = "WHAT", conflicts_with = "by")]
    pub matrix: Option<MatrixOf>,
    /// Counts by one or two of source, speaker, day, week, month, year, language, kind, tag
    #[arg(long, value_name = "KEYS", value_delimiter = ',', value_parser = key, num_args = 1)]
    pub by: Vec<Key>,
    /// At most this many quotes, articles or actors
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Leaves cells of CSV as they are, also those that a spreadsheet takes for formulas
    #[arg(long)]
    pub raw: bool,
    /// How Markdown and text cite: press, footnote, default, or one of the file of settings
    #[arg(long, value_name = "NAME")]
    pub cite: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportOf {
    /// Every quote that the query finds
    Quotes,
    /// Every article that it finds
    Articles,
    /// Everybody whom it finds
    Actors,
    /// What you picked, in your order
    Basket,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MatrixOf {
    /// Tags
    Tag,
}

fn key(word: &str) -> Result<Key, String> {
    let found = Key::ALL.into_iter().find(|(known, _)| *known == word);
    found.map(|(_, key)| key).ok_or_else(|| {
        let known: Vec<&str> = Key::ALL.iter().map(|(word, _)| *word).collect();
        format!("there are {}", known.join(", "))
    })
}
