//! Which library a command works on, and opening it.

use std::path::PathBuf;

use super::args::LibraryArgument;
use super::output::Output;
use crate::config::{Paths, tighten};
use crate::error::{Error, ErrorKind, Result};
use crate::store::{Library, Location};

/// The library that is named, else the one of `paths`, else the default one.
///
/// # Errors
/// When a folder is named for the articles of others, or there is no place for libraries.
pub fn locate(named: &LibraryArgument, paths: &[PathBuf]) -> Result<Location> {
    let path = match (&named.file, paths) {
        (Some(path), [_, ..]) if path.is_dir() => {
            let cause = "articles are added to a library file, and this is a folder";
            return Err(Error::because(ErrorKind::Read, path, cause));
        }
        // The one that the browser made for this folder.
        (Some(path), []) if path.is_dir() => Paths::find()?.library_of(std::slice::from_ref(path)),
        (Some(path), _) => path.clone(),
        (None, []) => Paths::find()?.default_library(),
        (None, paths) => Paths::find()?.library_of(paths),
    };
    Ok(Location::file(path))
}

/// Refuses a named library that is not there: making it would hide a mistyped name.
///
/// # Errors
/// When it is not there.
pub fn expect(named: &LibraryArgument) -> Result<()> {
    let Some(path) = &named.file else {
        return Ok(());
    };
    let Location::File(library) = locate(named, &[])?;
    let cause = match (library.exists(), path.is_dir()) {
        (true, _) => return Ok(()),
        (false, true) => "this folder has no library yet; `pullquote FOLDER` makes it",
        (false, false) => "there is no such library",
    };
    Err(Error::because(ErrorKind::Read, path, cause))
}

/// Opens a library, or makes it, and says what had to be done with it.
///
/// # Errors
/// When it cannot be made or read.
pub fn open_at(location: &Location, output: &mut Output) -> Result<Library> {
    tightened().iter().for_each(|told| output.complain(told));
    let library = Library::open(location)?;
    for notice in library.notices() {
        output.complain(notice);
    }
    Ok(library)
}

/// Takes away what others may do with what the program keeps; one line for each.
pub fn tightened() -> Vec<String> {
    let Ok(paths) = Paths::find() else {
        return Vec::new();
    };
    let mut told = tighten(paths.data());
    told.extend(tighten(paths.state()));
    told
}

/// Opens the library that is named, else the default one; makes it when there is none.
///
/// # Errors
/// When it cannot be made or read.
pub fn open(named: &LibraryArgument, output: &mut Output) -> Result<Library> {
    open_at(&locate(named, &[])?, output)
}

/// Opens a library for a command that only reads, and says so when it is empty.
///
/// # Errors
/// When it cannot be read, or a named one is not there.
pub fn open_to_read(named: &LibraryArgument, output: &mut Output) -> Result<Library> {
    expect(named)?;
    let library = open(named, output)?;
    if library.count()? == 0 {
        output.complain(
            "the library is empty; `pullquote add PATH` puts articles into it, and --library FOLDER names the one of a folder",
        );
    }
    Ok(library)
}
