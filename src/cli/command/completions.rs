//! `pullquote completions` and `pullquote manual`: what shells and `man` read, made from
//! the arguments as clap knows them.

use clap::CommandFactory;

use crate::cli::Outcome;
use crate::cli::args::{Arguments, Completions};
use crate::cli::output::Output;
use crate::error::{Error, ErrorKind, Result};

/// Prints what the shell completes by.
pub fn run(asked: &Completions, output: &mut Output) -> Result<Outcome> {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    clap_complete::generate(asked.shell, &mut command, "pullquote", &mut script);
    output.print(String::from_utf8_lossy(&script).trim_end());
    Ok(Outcome::Done)
}

/// Prints the page of the manual, with a section for every command.
pub fn manual(output: &mut Output) -> Result<Outcome> {
    let page = page().map_err(|error| Error::because(ErrorKind::Write, "", error))?;
    output.print(String::from_utf8_lossy(&page).trim_end());
    Ok(Outcome::Done)
}

fn page() -> std::io::Result<Vec<u8>> {
    let mut command = Arguments::command();
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for one in command.get_subcommands().filter(|one| !one.is_hide_set()) {
        let name = one.get_name();
        if name == "help" {
            continue;
        }
        page.extend_from_slice(format!(".SH \"PULLQUOTE {}\"\n", name.to_uppercase()).as_bytes());
        let man = clap_mangen::Man::new(one.clone());
        man.render_synopsis_section(&mut page)?;
        man.render_description_section(&mut page)?;
        man.render_options_section(&mut page)?;
        man.render_extra_section(&mut page)?;
    }
    Ok(below(page))
}

/// Heads of the parts of a command are of the second order: the first is its own.
fn below(page: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&page);
    let mut own = false;
    let lines = text.lines().map(|line| {
        own |= line.starts_with(".SH \"PULLQUOTE ");
        match (own, line.strip_prefix(".SH ")) {
            (true, Some(head)) if !head.starts_with("\"PULLQUOTE ") => format!(".SS {head}\n"),
            _ => format!("{line}\n"),
        }
    });
    lines.collect::<String>().into_bytes()
}
