//! Which library a command works on.

use super::args::LibraryArgument;
use super::output::Output;
use crate::config::Paths;
use crate::error::{Error, ErrorKind, Result};
use crate::store::{Library, Location};

/// Opens the library that the arguments name, else the default one, and makes
/// it when there is none.
///
/// # Errors
/// When it cannot be made or read.
pub fn open(argument: &LibraryArgument) -> Result<Library> {
    let path = match &argument.file {
        Some(path) if path.is_dir() => {
            return Err(Error::because(
                ErrorKind::Read,
                path,
                "a library is a file, and this is a folder",
            ));
        }
        Some(path) => path.clone(),
        None => Paths::find()?.default_library(),
    };
    Library::open(&Location::file(path))
}

/// Opens a library for a command that only reads, and says so when it is empty.
///
/// # Errors
/// When it cannot be read, or a named one is not there: making it would hide
/// a mistyped name.
pub fn open_to_read(argument: &LibraryArgument, output: &mut Output) -> Result<Library> {
    if let Some(path) = argument.file.as_ref().filter(|path| !path.exists()) {
        return Err(Error::because(
            ErrorKind::Read,
            path,
            "there is no such library",
        ));
    }
    let library = open(argument)?;
    for notice in library.notices() {
        output.complain(notice);
    }
    if library.count()? == 0 {
        output.complain("the library is empty; `pullquote add PATH` puts articles into it");
    }
    Ok(library)
}
