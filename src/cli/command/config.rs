//! `pullquote config`: where the file of settings is, what it may say, whether it is right.

use crate::cli::Outcome;
use crate::cli::args::{Config, ConfigAction};
use crate::cli::output::Output;
use crate::cli::settings;
use crate::config::{Paths, Settings};
use crate::error::Result;

/// Prints what is asked for; faults of the file are a failure.
pub fn run(config: &Config, output: &mut Output) -> Result<Outcome> {
    let file = Paths::find()?.settings();
    match config.action {
        ConfigAction::Path => output.print(&file.display().to_string()),
        ConfigAction::Default => output.print(&usual()),
        ConfigAction::Check => return Ok(check(&file, output)),
    }
    Ok(Outcome::Done)
}

fn check(file: &std::path::Path, output: &mut Output) -> Outcome {
    let notes = settings::notes();
    notes.iter().for_each(|note| output.complain(note));
    let name = file.display();
    match (notes.is_empty(), file.exists()) {
        (false, _) => return Outcome::Failed,
        (true, true) => output.print(&format!("{name}: everything in it can be used")),
        (true, false) => output.print(&format!(
            "{name}: there is no such file, and none is needed; \
             `pullquote config default` prints one to begin with"
        )),
    }
    Outcome::Done
}

/// A file to begin with: all settings as they are without one, and examples of what a
/// person names.
fn usual() -> String {
    format!("{}\n{EXAMPLES}", Settings::usual())
}

/// Sections whose names a person chooses, switched off.
const EXAMPLES: &str = r#"# Citations, chosen with --cite and by name after y; "default" is that of yy.
[cite]
# footnote = "{speaker}, quoted in “{title}”, {source}, {date}, {url}"

# Searches that F lists.
[saved]
# "Border, this week" = "border date:7d"

# Programs for |: run without a shell, the article as JSON on standard input.
[commands]
# mail = ["mail", "-s", "clipping", "desk@example.org"]

# Keys of a place and the command that they run; `pullquote keys` names both.
# [keys.text]
# "Ctrl-G" = "next-quote"

# A theme of your own: roles and how they look; ui.theme = "mine" takes it.
# [theme.mine]
# base = "terminal"
# speaker = "bold cyan""#;
