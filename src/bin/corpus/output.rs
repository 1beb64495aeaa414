//! Where articles go: a folder of pages, or records a line.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use pullquote::error::{Error, ErrorKind, Result};
use serde::Serialize;

use crate::event::Made;

/// So many pages lie in one folder.
const PAGES_IN_A_FOLDER: usize = 1_000;

/// Takes articles one after the other.
pub enum Output {
    /// One text file for each article, in numbered folders below this one.
    Pages(PathBuf),
    /// One JSON record a line.
    Records(Box<dyn Write>, PathBuf),
}

// The keys are those of common scrapers, which `pullquote add` knows.
#[derive(Serialize)]
struct Record<'a> {
    title: &'a str,
    text: &'a str,
    date_publish: String,
    authors: &'a [String],
    source: &'a str,
    url: String,
    language: &'a str,
}

impl Output {
    /// Opens the folder or, for records, the file `path`; "-" is standard output.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(path: &Path, records: bool) -> Result<Self> {
        if !records {
            fs::create_dir_all(path).map_err(|cause| unwritable(path, cause))?;
            return Ok(Output::Pages(path.to_owned()));
        }
        let to: Box<dyn Write> = match path.to_str() {
            Some("-") => Box::new(io::stdout().lock()),
            _ => Box::new(File::create(path).map_err(|cause| unwritable(path, cause))?),
        };
        Ok(Output::Records(
            Box::new(BufWriter::with_capacity(1 << 18, to)),
            path.to_owned(),
        ))
    }

    /// Writes article number `number`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, number: usize, made: &Made) -> Result<()> {
        match self {
            Output::Pages(folder) => page(folder, number, made),
            Output::Records(to, path) => {
                record(to, number, made).map_err(|cause| unwritable(path, cause))
            }
        }
    }

    /// Writes what is still held back.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(self) -> Result<()> {
        match self {
            Output::Pages(_) => Ok(()),
            Output::Records(mut to, path) => to.flush().map_err(|cause| unwritable(&path, cause)),
        }
    }
}

fn page(folder: &Path, number: usize, made: &Made) -> Result<()> {
    let folder = folder.join(format!("{:04}", number / PAGES_IN_A_FOLDER));
    if number.is_multiple_of(PAGES_IN_A_FOLDER) {
        fs::create_dir_all(&folder).map_err(|cause| unwritable(&folder, cause))?;
    }
    let domain = made.outlet.domain();
    let outlet = domain.trim_end_matches(".example");
    let path = folder.join(format!("{}-{outlet}-{number:07}.txt", made.day));
    fs::write(&path, format!("{}\n", made.page)).map_err(|cause| unwritable(&path, cause))
}

fn record(to: &mut dyn Write, number: usize, made: &Made) -> io::Result<()> {
    let day = made.day.strftime("%Y/%m/%d");
    let record = Record {
        title: &made.title,
        text: &made.body,
        date_publish: format!("{} {}:00", made.day, made.time),
        authors: &made.authors,
        source: &made.outlet.full,
        url: format!("https://{}/{day}/{number}", made.outlet.domain()),
        language: &made.language,
    };
    serde_json::to_writer(&mut *to, &record)?;
    to.write_all(b"\n")
}

fn unwritable(path: &Path, cause: io::Error) -> Error {
    Error::because(ErrorKind::Write, path, cause)
}
