//! What the file of settings says, for commands.

use super::output::Output;
use crate::config::{Paths, Settings};
use crate::error::{Error, ErrorKind, Result};
use crate::export::{Template, Templates};

/// The citation of this name, if one is named. What of the file of settings could not be
/// used is said.
///
/// # Errors
/// When there is no such citation.
pub fn citation(name: Option<&str>, output: &mut Output) -> Result<Option<Template>> {
    let Some(name) = name else {
        return Ok(None);
    };
    let file = Paths::find()?.settings();
    let (settings, notes) = Settings::read(&file);
    notes.iter().for_each(|note| output.complain(note));
    let (templates, faults) = Templates::new(&settings.cite);
    for fault in &faults {
        output.complain(&format!("{}: {fault}", file.display()));
    }
    // A mistake in the one that is asked for is no reason to cite in another way.
    let spoilt = faults.iter().any(|fault| fault.name == name);
    match templates.get(name).filter(|_| !spoilt) {
        Some(template) => Ok(Some(template.clone())),
        None => {
            let known = templates.names();
            let cause = format!("no citation {name} can be used; there are {known}");
            Err(Error::because(ErrorKind::Read, file, cause))
        }
    }
}
