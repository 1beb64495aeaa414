//! Arguments, output, exit codes.

mod args;
mod command;
mod library;
mod nearest;
mod output;
mod place;
mod printer;
mod settings;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind as Refusal;

use args::{Arguments, Command};
use output::Output;

use crate::config::Paths;
use crate::error::{ErrorKind, Result};
use crate::tui::guard;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Found, or done.
    Done,
    /// Nothing found.
    Nothing,
    /// Something failed; it has been said.
    Failed,
}

/// Runs the command line and returns the exit code: 0 found or done, 1 nothing
/// found, 2 something failed. A closed pipe is success.
pub fn main() -> ExitCode {
    guard::install(Paths::find().ok().map(|paths| paths.state().to_owned()));
    guard::run(answer)
}

fn answer() -> ExitCode {
    let mut output = Output::new();
    let outcome = match Arguments::try_parse() {
        Ok(arguments) => run(&arguments, &mut output),
        Err(refusal) => refuse(&refusal, &mut output),
    };
    let outcome = match output.finish() {
        Ok(()) => outcome,
        Err(error) => {
            output.complain(&format!("standard output cannot be written ({error})"));
            Outcome::Failed
        }
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::Nothing => ExitCode::from(1),
        Outcome::Failed => ExitCode::from(2),
    }
}

fn run(arguments: &Arguments, output: &mut Output) -> Outcome {
    let outcome = match perform(arguments, output) {
        // A library that is opened once more after that is mended.
        Err(error) if error.kind() == ErrorKind::Corrupt && !output.has_printed() => {
            perform(arguments, output)
        }
        outcome => outcome,
    };
    outcome.unwrap_or_else(|error| {
        output.complain(&error.to_string());
        Outcome::Failed
    })
}

fn perform(arguments: &Arguments, output: &mut Output) -> Result<Outcome> {
    let named = &arguments.library;
    match &arguments.command {
        Some(Command::Parse(parse)) => command::parse::run(parse, output),
        Some(Command::Add(add)) => command::add::run(add, named, output),
        Some(Command::List(list)) => command::list::run(list, named, output),
        Some(Command::Show(show)) => command::show::run(show, named, output),
        Some(Command::Search(search)) => command::search::run(search, named, output),
        Some(Command::Quotes(quotes)) => command::quotes::run(quotes, named, output),
        Some(Command::Actors(actors)) => command::actors::run(actors, named, output),
        Some(Command::Compare(compare)) => command::compare::run(compare, named, output),
        Some(Command::Timeline(timeline)) => command::timeline::run(timeline, named, output),
        Some(Command::Export(asked)) => command::export::run(asked, named, output),
        Some(Command::Basket(asked)) => command::basket::run(asked, named, output),
        Some(Command::Tag(asked)) => command::tag::run(asked, named, output),
        Some(Command::Saved(asked)) => command::saved::run(asked, named, output),
        Some(Command::Rebuild) => command::rebuild::run(named, output),
        Some(Command::Corrections(asked)) => command::corrections::run(asked, named, output),
        Some(Command::Verify(asked)) => command::verify::run(asked, named, output),
        Some(Command::Keys(keys)) => command::keys::run(keys, output),
        Some(Command::Config(config)) => command::config::run(config, output),
        Some(Command::Remove(remove)) => command::remove::run(remove, named, output),
        Some(Command::Doctor(doctor)) => command::doctor::run(doctor, named, output),
        Some(Command::Completions(asked)) => command::completions::run(asked, output),
        Some(Command::Manual) => command::completions::manual(output),
        None => command::browse::run(&arguments.browse, named, output),
    }
}

/// Prints help and version as asked for, and what was wrong with the arguments.
fn refuse(refusal: &clap::Error, output: &mut Output) -> Outcome {
    let words = refusal.to_string();
    match refusal.kind() {
        Refusal::DisplayHelp | Refusal::DisplayVersion => {
            output.print(words.trim_end());
            Outcome::Done
        }
        _ => {
            output.explain(words.trim_start_matches("error: ").trim_end());
            Outcome::Failed
        }
    }
}
