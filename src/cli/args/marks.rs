//! The arguments of the commands that mark.

use clap::{Args, Subcommand};

use super::{DataFormat, Listing};

#[derive(Debug, Args)]
pub struct Basket {
    #[command(subcommand)]
    pub action: Option<BasketAction>,
}

#[derive(Debug, Subcommand)]
pub enum BasketAction {
    /// Prints what is in it, a line each
    List,
    /// Puts articles or passages into it
    Add(Places),
    /// Takes articles or passages out of it
    #[command(alias = "remove")]
    Rm(Places),
    /// Writes it for other programs, as `export --of basket` does
    Export(BasketExport),
}

/// What is marked.
#[derive(Debug, Args)]
pub struct Places {
    /// Ids of articles, or enough of their beginning; with :12-34 the characters of a passage
    #[arg(required = true, value_name = "ID[:SPAN]")]
    pub places: Vec<String>,
}

#[derive(Debug, Args)]
pub struct BasketExport {
    /// In which form
    #[arg(long, value_enum)]
    pub format: Option<DataFormat>,
    /// Leaves cells of CSV as they are, also those that a spreadsheet takes for formulas
    #[arg(long)]
    pub raw: bool,
    /// How Markdown and text cite: press, footnote, default, or one of the file of settings
    #[arg(long, value_name = "NAME")]
    pub cite: Option<String>,
}

#[derive(Debug, Args)]
pub struct Tag {
    #[command(subcommand)]
    pub action: Option<TagAction>,
}

#[derive(Debug, Subcommand)]
pub enum TagAction {
    /// Prints every tag with how often it is used
    List,
    /// Tags articles or passages
    Add(TagAdd),
    /// Takes a tag from articles or passages, or from all of them
    #[command(alias = "remove")]
    Rm(TagRemove),
}

#[derive(Debug, Args)]
pub struct TagAdd {
    /// The tag
    pub tag: String,
    #[command(flatten)]
    pub places: Places,
}

#[derive(Debug, Args)]
pub struct TagRemove {
    /// The tag
    pub tag: String,
    /// Ids of articles with or without a passage; without any, everywhere
    #[arg(value_name = "ID[:SPAN]")]
    pub places: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Saved {
    #[command(subcommand)]
    pub action: Option<SavedAction>,
}

#[derive(Debug, Subcommand)]
pub enum SavedAction {
    /// Prints every saved search with how many articles it finds
    List,
    /// Saves a search
    Add(SavedAdd),
    /// Forgets a search
    #[command(alias = "remove")]
    Rm(SavedName),
    /// Prints the articles that a saved search finds
    Run(SavedRun),
}

#[derive(Debug, Args)]
pub struct SavedAdd {
    /// What it is called
    pub name: String,
    /// Takes the place of the search that is saved under this name
    #[arg(long)]
    pub force: bool,
    /// What to search, in the grammar of the interface; several words are joined
    #[arg(required = true)]
    pub query: Vec<String>,
}

#[derive(Debug, Args)]
pub struct SavedName {
    /// What it is called
    pub name: String,
}

#[derive(Debug, Args)]
pub struct SavedRun {
    /// What it is called
    pub name: String,
    #[command(flatten)]
    pub listing: Listing,
}
