//! Which library a command works on.

use std::path::PathBuf;

use super::args::LibraryArgument;
use crate::config::Paths;
use crate::error::Result;
use crate::store::{Library, Location};

/// Opens the library that the arguments name, else the default one.
pub fn open(argument: &LibraryArgument) -> Result<Library> {
    Library::open(&Location::file(path(argument)?))
}

/// Where the library lies that the arguments name, else the default one.
pub fn path(argument: &LibraryArgument) -> Result<PathBuf> {
    match &argument.file {
        Some(path) => Ok(path.clone()),
        None => Ok(Paths::find()?.default_library()),
    }
}
