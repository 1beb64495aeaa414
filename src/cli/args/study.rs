//! The arguments of the commands that ask over many articles.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::Data;
use crate::search::Unit;
use crate::study::{ActorOrder, Measure, Order};

#[derive(Debug, Args)]
pub struct Quotes {
    /// What to search, in the grammar of the interface; several words are joined
    pub query: Vec<String>,
    /// What stands first
    #[arg(long, value_enum, default_value = "date")]
    pub sort: QuoteSort,
    #[command(flatten)]
    pub data: Data,
}

#[derive(Debug, Args)]
pub struct Actors {
    /// What to search, in the grammar of the interface; several words are joined
    pub query: Vec<String>,
    /// What stands first
    #[arg(long, value_enum, default_value = "quotes")]
    pub sort: ActorSort,
    #[command(flatten)]
    pub data: Data,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum QuoteSort {
    /// The newest first
    Date,
    /// By the name of the speaker
    Speaker,
    /// By the outlet
    Source,
    /// By the article
    Article,
    /// By the story, over articles of several outlets
    Story,
}

impl QuoteSort {
    /// The order meant.
    pub fn order(self) -> Order {
        match self {
            QuoteSort::Date => Order::Date,
            QuoteSort::Speaker => Order::Speaker,
            QuoteSort::Source => Order::Source,
            QuoteSort::Article => Order::Article,
            QuoteSort::Story => Order::Story,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ActorSort {
    /// Who speaks most
    Quotes,
    /// Who is named most
    Mentions,
    /// Who is in most articles
    Articles,
    /// Who was named last
    Last,
    /// By name
    Name,
}

impl ActorSort {
    /// The order meant.
    pub fn order(self) -> ActorOrder {
        match self {
            ActorSort::Quotes => ActorOrder::Quotes,
            ActorSort::Mentions => ActorOrder::Mentions,
            ActorSort::Articles => ActorOrder::Articles,
            ActorSort::Last => ActorOrder::Last,
            ActorSort::Name => ActorOrder::Name,
        }
    }
}

#[derive(Debug, Args)]
pub struct Compare {
    /// Queries, in the grammar of the interface
    #[arg(required = true, value_name = "LANE")]
    pub lanes: Vec<String>,
    /// What stands on one row
    #[arg(long, value_enum, default_value = "list")]
    pub by: AlignBy,
    /// Terms with commas between them: a row for each
    #[arg(long, value_name = "TERMS")]
    pub issues: Option<String>,
    /// How much time is one row, with --by date
    #[arg(long, value_enum, default_value = "day")]
    pub unit: TimeUnit,
    /// What is printed
    #[arg(long, value_enum, default_value = "md")]
    pub format: CompareFormat,
    /// At most this many rows
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Leaves cells of CSV as they are, also those that a spreadsheet takes for formulas
    #[arg(long)]
    pub raw: bool,
    /// How Markdown cites: press, footnote, default, or one of the file of settings
    #[arg(long, value_name = "NAME")]
    pub cite: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AlignBy {
    /// Nothing: the quotes of each lane in their order
    List,
    /// A term, see --issues
    Issue,
    /// Time, see --unit
    Date,
    /// Quotes of one utterance
    SameWords,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CompareFormat {
    /// A table of Markdown
    #[value(alias = "markdown")]
    Md,
    /// For people
    Text,
    /// One JSON object a line
    #[value(alias = "json")]
    Jsonl,
    /// For spreadsheets, a line for each quote
    Csv,
}

#[derive(Debug, Args)]
pub struct Timeline {
    /// Queries, in the grammar of the interface
    #[arg(required = true, value_name = "QUERY")]
    pub queries: Vec<String>,
    /// How much time is one row
    #[arg(long, value_enum, default_value = "month")]
    pub by: TimeUnit,
    /// What is counted
    #[arg(long, value_enum, default_value = "quotes")]
    pub count: Counting,
    /// What is printed
    #[arg(long, value_enum, default_value = "text")]
    pub format: TimelineFormat,
    /// Leaves cells of CSV as they are, also those that a spreadsheet takes for formulas
    #[arg(long)]
    pub raw: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TimelineFormat {
    /// For people
    Text,
    /// For spreadsheets
    Csv,
    /// One JSON object a line
    #[value(alias = "json")]
    Jsonl,
    /// A table of Markdown
    #[value(alias = "markdown")]
    Md,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TimeUnit {
    /// 2026-08-14
    Day,
    /// 2026-W33
    Week,
    /// 2026-08
    Month,
    /// 2026
    Year,
}

impl TimeUnit {
    /// The unit meant.
    pub fn unit(self) -> Unit {
        match self {
            TimeUnit::Day => Unit::Day,
            TimeUnit::Week => Unit::Week,
            TimeUnit::Month => Unit::Month,
            TimeUnit::Year => Unit::Year,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Counting {
    /// Quotes
    Quotes,
    /// Words inside of quotes
    Words,
    /// Articles with such a quote
    Articles,
}

impl Counting {
    /// The measure meant.
    pub fn measure(self) -> Measure {
        match self {
            Counting::Quotes => Measure::Quotes,
            Counting::Words => Measure::Words,
            Counting::Articles => Measure::Articles,
        }
    }
}

#[derive(Debug, Args)]
pub struct Corrections {
    #[command(subcommand)]
    pub action: CorrectionsAction,
}

#[derive(Debug, Subcommand)]
pub enum CorrectionsAction {
    /// Prints every correction, one JSON object a line
    Export,
    /// Takes over the corrections of a file, all or none
    Import(CorrectionsImport),
}

#[derive(Debug, Args)]
pub struct CorrectionsImport {
    /// The file; - reads standard input
    #[arg(value_name = "FILE")]
    pub corrections: PathBuf,
}
