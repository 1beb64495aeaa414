//! The arguments, as clap reads them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::study::ArticleOrder;

mod data;
mod export;
mod marks;
mod study;

pub use data::{Data, DataFormat, Printed};
pub use export::{Export, ExportOf};
pub use marks::{
    Basket, BasketAction, BasketExport, Places, Saved, SavedAction, SavedAdd, SavedRun, Tag,
    TagAction, TagAdd, TagRemove,
};
pub use study::{
    Actors, AlignBy, Compare, CompareFormat, Corrections, CorrectionsAction, Quotes, Timeline,
    TimelineFormat,
};

/// A terminal browser for stored news articles: who said what, side by side.
#[derive(Debug, Parser)]
#[command(name = "pullquote", version)]
#[command(after_help = "Example: pullquote sample-data
A path that is also a command's name is written ./list.
Exit status: 0 found or done, 1 nothing found, 2 something failed.")]
pub struct Arguments {
    #[command(flatten)]
    pub browse: Browse,
    #[command(flatten)]
    pub library: LibraryArgument,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What the interface opens.
#[derive(Debug, Args)]
pub struct Browse {
    /// Files and folders to read; without any, the default library
    pub paths: Vec<PathBuf>,
    /// Opens with this search
    #[arg(long, value_name = "QUERY")]
    pub query: Option<String>,
    /// Plays these keys without a terminal, as in 'f border Enter ] y y'
    #[arg(long, value_name = "KEYS", requires = "drawn")]
    pub keys: Option<String>,
    /// Size of the screen that --keys plays on
    #[arg(long, value_name = "COLUMNSxROWS", default_value = "80x24", value_parser = window_size)]
    pub size: (u16, u16),
    /// Prints the last screen after --keys
    #[arg(long, group = "drawn")]
    pub screen: bool,
    /// Writes the last screen as a picture (SVG); - is standard output
    #[arg(long, value_name = "FILE", group = "drawn")]
    pub svg: Option<PathBuf>,
    /// Lines for a screen reader: no frames, no colours, names before values
    #[arg(long)]
    pub plain: bool,
    /// Whether there are colours
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: Colours,
    /// How long a lone Esc waits for the rest of a key, in milliseconds
    #[arg(long, value_name = "MS", hide = true)]
    pub escape_ms: Option<u64>,
    /// Panics after so many keys, to test that the terminal is put back
    #[arg(long, value_name = "N", hide = true)]
    pub panic_after: Option<usize>,
    /// Panics in a thread beside the interface
    #[arg(long, hide = true, requires = "panic_after")]
    pub panic_in_worker: bool,
}

/// Whether there are colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colours {
    /// Where the terminal has them and NO_COLOR is not set
    Auto,
    /// In any case
    Always,
    /// Never
    Never,
}

/// Reads `80x24`.
fn window_size(words: &str) -> Result<(u16, u16), String> {
    let parts = words.split_once(['x', 'X']);
    let numbers =
        parts.and_then(|(columns, rows)| Some((columns.parse().ok()?, rows.parse().ok()?)));
    match numbers {
        Some((columns @ 1..=1000, rows @ 1..=500)) => Ok((columns, rows)),
        _ => Err("a size is written as 80x24, at most 1000x500".to_owned()),
    }
}

/// Which library.
#[derive(Debug, Args)]
pub struct LibraryArgument {
    /// The library to use instead of the default one: a file, or a folder of articles that
    /// the browser has opened
    #[arg(long = "library", value_name = "FILE|FOLDER", global = true)]
    pub file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Reads articles without storing them and prints what is found
    #[command(after_help = "Example: pullquote parse --format json article.txt")]
    Parse(Parse),
    /// Reads, analyses and stores articles
    #[command(after_help = "Example: pullquote add ~/clippings")]
    Add(Add),
    /// Lists the stored articles, newest first
    #[command(after_help = "Example: pullquote list --format jsonl --limit 20")]
    List(List),
    /// Prints one stored article with its quotes and actors
    #[command(after_help = "Example: pullquote show b3:6f1ed002ab5595859014ebf0951522d9")]
    Show(Show),
    /// Lists the stored articles that a query finds
    #[command(after_help = "Example: pullquote search 'dam by:reiss date:2026-03..'
A query that begins with - stands after --, as in: pullquote search -- -dam ilva")]
    Search(Search),
    /// Lists the quotes that a query finds
    #[command(after_help = "Example: pullquote quotes by:reiss dam --format csv
What `basket add` and `tag add` take is the quote_id of --format csv and jsonl.
A query that begins with - stands after --, as in: pullquote quotes -- -dam")]
    Quotes(Quotes),
    /// Lists who is named and quoted, how often, since when
    #[command(after_help = "Example: pullquote actors date:2026 --sort articles --limit 20")]
    Actors(Actors),
    /// Prints the quotes of several lanes side by side
    #[command(
        after_help = "Example: pullquote compare 'Reiss = by:reiss' by:brandt --issues dam,river
A lane is a query; a title may stand before it with an equals sign between blanks."
    )]
    Compare(Compare),
    /// Counts the quotes of lanes over time
    #[command(
        after_help = "Example: pullquote timeline by:reiss by:brandt --by month --format csv"
    )]
    Timeline(Timeline),
    /// Writes quotes, articles, actors or the basket for other programs
    #[command(after_help = "Examples:
  pullquote export by:reiss --format csv > reiss.csv
  pullquote export dam --of articles --format bibtex > dam.bib
  pullquote export dam --by source,month
A query that begins with - stands after --, as in: pullquote export -- -dam")]
    Export(Export),
    /// What you picked: prints it, adds to it, takes from it, writes it
    #[command(after_help = "Example: pullquote basket add b3:6f1ed002ab:12-34")]
    Basket(Basket),
    /// Tags of articles and passages
    #[command(after_help = "Example: pullquote tag add water b3:6f1ed002ab:12-34")]
    Tag(Tag),
    /// Searches to come back to
    #[command(
        after_help = "Example: pullquote saved add 'Dam, this week' dam date:7d
A query that begins with - stands after --."
    )]
    Saved(Saved),
    /// Makes every analysis and index anew from the stored articles; what you marked stays
    #[command(after_help = "Example: pullquote rebuild --library clippings.db")]
    Rebuild,
    /// Prints or takes over what people corrected
    #[command(after_help = "Example: pullquote corrections export > corrections.jsonl")]
    Corrections(Corrections),
    /// Says whether the quotations of a text are in the library, or whether the library is
    /// as it was stored
    #[command(after_help = "Example: pullquote verify draft.md
Exit status: 0 all right, 1 something is altered, not found or no longer as stored, 2 something failed.")]
    Verify(Verify),
    /// Prints the keys of the interface
    #[command(after_help = "Example: pullquote keys --markdown")]
    Keys(Keys),
    /// The file of settings: checks it, tells where it is, prints one to begin with
    #[command(after_help = "Example: pullquote config default")]
    Config(Config),
    /// Removes articles by id, or all that a query finds; what you marked stays on record
    #[command(
        after_help = "Example: pullquote remove --dry-run source:gazette date:..2019
A word is an id when it begins with b3: or has eight hexadecimal digits or more."
    )]
    Remove(Remove),
    /// Prints what is known of terminal and files, without a word of any article
    #[command(after_help = "Example: pullquote doctor --probe")]
    Doctor(Doctor),
    /// Prints what a shell completes the arguments by
    #[command(
        after_help = "Example: pullquote completions bash > ~/.local/share/bash-completion/completions/pullquote"
    )]
    Completions(Completions),
    /// Prints the page of the manual
    #[command(after_help = "Example: pullquote manual > ~/.local/share/man/man1/pullquote.1")]
    Manual,
}

#[derive(Debug, Args)]
pub struct Verify {
    /// A text with quotations; - reads standard input; without one the library is checked
    #[arg(value_name = "FILE")]
    pub draft: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Remove {
    /// Ids of articles, or words of a query
    #[arg(required = true, value_name = "ID|QUERY")]
    pub what: Vec<String>,
    /// Only says what would be removed
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub struct Doctor {
    /// Asks the terminal what it is: nothing else in this program ever does
    #[arg(long)]
    pub probe: bool,
}

#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub struct Config {
    #[command(subcommand)]
    pub action: ConfigAction,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum ConfigAction {
    /// Says what in the file cannot be used, with its line and what to write
    Check,
    /// Prints a file that sets everything as it is without one
    Default,
    /// Prints where the file is looked for
    Path,
}

#[derive(Debug, Args)]
pub struct Parse {
    /// Files and folders; - reads standard input
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// What is printed
    #[arg(long, value_enum, default_value = "text")]
    pub format: ParseFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ParseFormat {
    /// For people
    Text,
    /// One JSON object a line
    #[value(alias = "jsonl")]
    Json,
}

#[derive(Debug, Args)]
pub struct Add {
    /// Files and folders; - reads standard input
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct List {
    #[command(flatten)]
    pub listing: Listing,
}

#[derive(Debug, Args)]
pub struct Search {
    /// What to search, in the grammar of the interface; several words are joined
    #[arg(required = true)]
    pub query: Vec<String>,
    #[command(flatten)]
    pub listing: Listing,
}

/// How articles are printed.
#[derive(Debug, Args)]
pub struct Listing {
    /// What stands first
    #[arg(long, value_enum, default_value = "date")]
    pub sort: ArticleSort,
    #[command(flatten)]
    pub data: Data,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ArticleSort {
    /// The newest first
    Date,
    /// By the outlet
    Source,
    /// By the headline
    Title,
    /// The one with most quotes first
    Quotes,
}

impl ArticleSort {
    /// The order of the list.
    pub fn order(self) -> ArticleOrder {
        match self {
            ArticleSort::Date => ArticleOrder::Date,
            ArticleSort::Source => ArticleOrder::Source,
            ArticleSort::Title => ArticleOrder::Title,
            ArticleSort::Quotes => ArticleOrder::Quotes,
        }
    }
}

#[derive(Debug, Args)]
pub struct Show {
    /// The article's id, or enough of its beginning
    pub id: String,
    #[command(flatten)]
    pub printed: Printed,
}

#[derive(Debug, Args)]
pub struct Keys {
    /// As a table for the manual
    #[arg(long)]
    pub markdown: bool,
}
