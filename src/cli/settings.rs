//! What the file of settings says, for commands and for the browser.

use std::path::PathBuf;

use super::output::Output;
use crate::app::keymap::{Keymap, Rebinding};
use crate::app::{Look, Outside, Preferences};
use crate::config::{Paths, Settings, Start};
use crate::error::{Error, ErrorKind, Result};
use crate::export::{Fault, Template, Templates};
use crate::tui::manner::Manner;
use crate::tui::theme;

/// The file as it was read.
struct Read {
    file: PathBuf,
    settings: Settings,
    templates: Templates,
    faults: Vec<Fault>,
    keys: Keymap,
    /// One line for everything that could not be used.
    notes: Vec<String>,
}

fn read() -> Result<Read> {
    let file = Paths::find()?.settings();
    let (settings, mut notes) = Settings::read(&file);
    let (templates, faults) = Templates::new(&settings.cite);
    let fault = |fault: &Fault| format!("{}: {fault}", file.display());
    notes.extend(faults.iter().map(fault));
    let looks = theme::faults(&settings.ui.theme, &settings.theme).into_iter();
    notes.extend(looks.map(|fault| format!("{}: {fault}", file.display())));
    let (keys, mut wrong) = Keymap::with(&rebindings(&settings));
    wrong.sort_by_key(|(line, _)| *line);
    let wrong = wrong.into_iter();
    notes.extend(wrong.map(|(line, note)| format!("{}: line {line}: {note}", file.display())));
    Ok(Read {
        file,
        settings,
        templates,
        faults,
        keys,
        notes,
    })
}

/// The keys of a person's own.
fn rebindings(settings: &Settings) -> Vec<Rebinding> {
    let places = settings.keys.iter();
    let keys = places.flat_map(|place| {
        place.entries.iter().map(|entry| Rebinding {
            place: place.name.clone(),
            key: entry.name.clone(),
            command: entry.text.clone(),
            line: entry.line,
        })
    });
    keys.collect()
}

/// Which key does what.
pub fn keymap() -> Keymap {
    read().map(|read| read.keys).unwrap_or_default()
}

/// What the browser follows.
#[derive(Debug)]
pub struct Wishes {
    /// What the screens follow.
    pub preferences: Preferences,
    /// How things are shown.
    pub manner: Manner,
    /// Where one begins.
    pub start: Start,
    /// Whether what was searched is kept.
    pub history: bool,
    /// Where files are written, if not in the folder one works in.
    pub folder: Option<PathBuf>,
    /// One line for everything that could not be used.
    pub complaints: Vec<String>,
}

/// What the browser follows.
pub fn wishes() -> Wishes {
    // Without a home folder there is no such file.
    let (settings, cite, keys, complaints) = match read() {
        Ok(read) => (read.settings, read.templates, read.keys, read.notes),
        Err(_) => (
            Settings::default(),
            Templates::default(),
            Keymap::default(),
            Vec::new(),
        ),
    };
    Wishes {
        start: settings.ui.start,
        history: settings.search.history,
        folder: settings.export.directory.clone(),
        manner: Manner::of(&settings),
        preferences: Preferences {
            look: Look::default(),
            programs: programs(&settings),
            saved: searches(settings),
            cite,
            keys,
        },
        complaints,
    }
}

/// One line for everything in the file of settings that cannot be used.
pub fn notes() -> Vec<String> {
    read().map(|read| read.notes).unwrap_or_default()
}

/// The searches of the file of settings, as names and queries.
pub fn saved(output: &mut Output) -> Vec<(String, String)> {
    let Ok(read) = read() else {
        return Vec::new();
    };
    read.notes.iter().for_each(|note| output.complain(note));
    searches(read.settings)
}

fn programs(settings: &Settings) -> Vec<Outside> {
    let programs = settings.commands.iter();
    let outside = programs.map(|one| Outside {
        name: one.name.clone(),
        words: one.words.clone(),
    });
    outside.collect()
}

fn searches(settings: Settings) -> Vec<(String, String)> {
    let saved = settings.saved.into_iter();
    saved.map(|one| (one.name, one.text)).collect()
}

/// The citation of this name, if one is named. What of the file of settings could not be
/// used is said.
///
/// # Errors
/// When there is no such citation.
pub fn citation(name: Option<&str>, output: &mut Output) -> Result<Option<Template>> {
    let Some(name) = name else {
        return Ok(None);
    };
    let read = read()?;
    read.notes.iter().for_each(|note| output.complain(note));
    // A mistake in the one that is asked for is no reason to cite in another way.
    let spoilt = read.faults.iter().any(|fault| fault.name == name);
    match read.templates.get(name).filter(|_| !spoilt) {
        Some(template) => Ok(Some(template.clone())),
        None => {
            let known = read.templates.names();
            let file = read.file.display();
            let cause = format!("there are {known}; [cite] in {file} adds more");
            let asked = format!("--cite {name}");
            Err(Error::because(ErrorKind::Unknown, asked, cause))
        }
    }
}
