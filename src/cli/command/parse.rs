//! `pullquote parse`: reads articles without any library and prints what is found.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::cli::Outcome;
use crate::cli::args::{Parse, ParseFormat};
use crate::cli::output::Output;
use crate::error::{Error, ErrorKind, Result};
use crate::export::{Origin, parse_json, parse_text};
use crate::import::{Analysed, Refused, analyse_bytes, analyse_file, list_files};
use crate::model::Entry;

/// The path that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Prints every article of every file; a file that cannot be read is one line
/// on standard error, and the others go on.
pub fn run(parse: &Parse, output: &mut Output) -> Result<Outcome> {
    let (reads_input, paths) = split_input(&parse.paths);
    let listing = list_files(&paths);
    let mut printer = Printer {
        format: parse.format,
        printed: 0,
        failed: false,
        output,
    };
    listing
        .refused
        .iter()
        .for_each(|refused| printer.complain(refused));
    if reads_input {
        printer.print(read_input());
    }
    for file in &listing.files {
        if printer.output.is_closed() {
            break;
        }
        printer.print(analyse_file(file));
    }
    let outcome = printer.outcome();
    if outcome == Outcome::Nothing {
        output.complain("no articles found");
    }
    Ok(outcome)
}

/// Tells whether `paths` name standard input, and gives the others.
pub(super) fn split_input(paths: &[PathBuf]) -> (bool, Vec<PathBuf>) {
    let (input, files): (Vec<_>, Vec<_>) = paths
        .iter()
        .cloned()
        .partition(|path| path.as_os_str() == STANDARD_INPUT);
    (!input.is_empty(), files)
}

/// Reads and analyses standard input.
pub(super) fn read_input() -> Result<Analysed> {
    let path = Path::new(STANDARD_INPUT);
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    read.map_err(|cause| Error::because(ErrorKind::Read, path, cause))?;
    analyse_bytes(&bytes, path)
}

struct Printer<'a> {
    format: ParseFormat,
    printed: usize,
    failed: bool,
    output: &'a mut Output,
}

impl Printer<'_> {
    fn print(&mut self, analysed: Result<Analysed>) {
        match analysed {
            Ok(analysed) => {
                analysed
                    .refused
                    .iter()
                    .for_each(|refused| self.complain(refused));
                analysed.entries.iter().for_each(|entry| self.entry(entry));
            }
            Err(error) => self.complain(&error.into()),
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let Entry {
            article,
            analysis,
            provenance,
        } = entry;
        match self.format {
            ParseFormat::Json => {
                let origin = Origin {
                    path: &provenance.path,
                    part: provenance.part,
                };
                self.output.print(&parse_json(origin, article, analysis));
            }
            ParseFormat::Text => {
                let gap = if self.printed == 0 { "" } else { "\n" };
                let text = parse_text(&provenance.path, article, analysis);
                self.output.print(&format!("{gap}{}", text.trim_end()));
            }
        }
        self.printed += 1;
    }

    fn complain(&mut self, refused: &Refused) {
        self.output.complain(&refused.to_string());
        self.failed = true;
    }

    fn outcome(&self) -> Outcome {
        match (self.failed, self.printed) {
            (true, _) => Outcome::Failed,
            (false, 0) => Outcome::Nothing,
            (false, _) => Outcome::Done,
        }
    }
}
