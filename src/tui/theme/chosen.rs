//! Which theme is shown: what a person asked for, as far as the terminal can.

use ratatui::style::Color;

use super::own::{ROLES, look, role};
use super::{Signs, Theme, palette};
use crate::config::{Frames, Named, Written};
use crate::tui::detect::Abilities;
use crate::tui::manner::Manner;

/// How many colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Any of red, green and blue.
    Millions,
    /// The table of 256.
    Table,
    /// Sixteen, whatever the terminal has for them.
    Sixteen,
}

/// Themes that come with the program.
pub const NAMES: [&str; 5] = ["terminal", "mono", "light", "dark", "contrast"];

/// What comes with the program under this name.
fn named(name: &str, depth: Depth) -> Option<Theme> {
    Some(match name {
        "terminal" => Theme::terminal(),
        "mono" => Theme::mono(),
        "light" => palette::light(depth),
        "dark" => palette::dark(depth),
        "contrast" => palette::contrast(depth),
        _ => return None,
    })
}

/// The theme that is shown: what a person asked for, without colours where there are none,
/// with the frames that the terminal has.
pub fn choose(manner: &Manner, able: Abilities) -> Theme {
    let theme = match able.colour && !manner.is_plain() {
        true => wished(manner, able.depth),
        false => Theme::mono(),
    };
    let drawn = match able.frames {
        true => Signs::UNICODE,
        false => Signs::ASCII,
    };
    let signs = match manner.ui.frames {
        _ if manner.is_plain() => Signs::PLAIN,
        Frames::Auto | Frames::Unicode | Frames::Ascii => drawn,
        Frames::None => drawn.without_frames(),
    };
    Theme {
        signs,
        orders: !able.bidi,
        ..theme
    }
}

fn wished(manner: &Manner, depth: Depth) -> Theme {
    let name = manner.ui.theme.as_str();
    let own = manner.themes.iter().find(|own| own.name == name);
    let theme = match own {
        Some(own) => own_theme(own, depth).0,
        None => named(name, depth),
    };
    theme.unwrap_or(Theme::terminal())
}

/// A theme as the file of settings has it, and what of it cannot be used.
fn own_theme(own: &Named, depth: Depth) -> (Option<Theme>, Vec<String>) {
    let base = own.entries.iter().find(|entry| entry.name == "base");
    let name = base.map_or("terminal", |base| &base.text);
    let mut faults = Vec::new();
    if let Some(base) = base.filter(|base| named(&base.text, depth).is_none()) {
        faults.push(fault(
            base,
            &format!(
                "there is no theme \"{}\" to begin with; {}",
                base.text,
                one_of()
            ),
        ));
    }
    let mut theme = named(name, depth).unwrap_or(Theme::terminal());
    for entry in own.entries.iter().filter(|entry| entry.name != "base") {
        let style = look(&entry.text, depth);
        match (role(&mut theme, &entry.name), style) {
            (Some(role), Ok(style)) => *role = style,
            (Some(_), Err(wrong)) => faults.push(fault(entry, &wrong)),
            (None, _) => faults.push(fault(
                entry,
                &format!("{} is no role; there are {}", entry.name, ROLES.join(", ")),
            )),
        }
    }
    (Some(theme), faults)
}

fn fault(entry: &Written, words: &str) -> String {
    format!("line {}: {words}", entry.line)
}

fn one_of() -> String {
    format!("write one of {}", NAMES.join(", "))
}

/// What of the themes in the file of settings cannot be used, one line each.
pub fn faults(wanted: &str, own: &[Named]) -> Vec<String> {
    let mut faults: Vec<String> = own
        .iter()
        .flat_map(|own| own_theme(own, Depth::Millions).1)
        .collect();
    if named(wanted, Depth::Millions).is_none() && own.iter().all(|own| own.name != wanted) {
        faults.push(format!(
            "ui.theme: there is no theme \"{wanted}\"; {}, or name one of your own in [theme.{wanted}]",
            one_of()
        ));
    }
    faults
}

impl Depth {
    /// The nearest colour that there is.
    pub fn nearest(self, [r, g, b]: [u8; 3]) -> Color {
        match self {
            Depth::Millions => Color::Rgb(r, g, b),
            Depth::Table => {
                // The cube of the table has six steps a side, the first one larger.
                let step = |part: u8| match part {
                    0..48 => 0,
                    48..115 => 1,
                    _ => (part - 35) / 40,
                };
                Color::Indexed(16 + 36 * step(r) + 6 * step(g) + step(b))
            }
            Depth::Sixteen => {
                let bit = |part: u8, value| if part >= 128 { value } else { 0 };
                Color::Indexed(bit(r, 1) | bit(g, 2) | bit(b, 4))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;

    /// Reads a file of settings; gives what it cannot be used of its themes.
    #[track_caller]
    fn check(file: &str, expected: &[&str]) {
        let settings = Settings::parse(file).0;
        let found = faults(&settings.ui.theme, &settings.theme);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(expected), "{found}");
        }
    }

    #[test]
    fn faults_of_themes_are_told_with_their_lines_and_what_to_write() {
        check("", &[]);
        check(
            "[theme.mine]\nbase = \"dark\"\nspeaker = \"bold cyan\"",
            &[],
        );
        check(
            "[ui]\ntheme = \"mnie\"\n[theme.mine]\nbase = \"drak\"\ncue = \"bald\"\nwords = \"red\"",
            &[
                "line 4: there is no theme \"drak\"",
                "line 5: \"bald\" is no look",
                "line 6: words is no role; there are text",
                "ui.theme: there is no theme \"mnie\"; write one of terminal",
            ],
        );
    }

    #[test]
    fn a_theme_of_ones_own_changes_its_base() {
        let file = "[ui]\ntheme = \"mine\"\n[theme.mine]\nbase = \"mono\"\ncue = \"red\"";
        let settings = Settings::parse(file).0;
        let manner = Manner {
            ui: settings.ui,
            themes: settings.theme,
            ..Manner::default()
        };
        let theme = choose(&manner, Abilities::ALL);
        assert_eq!(theme.cue.fg, Some(Color::Red));
        assert_eq!(theme.speaker, Theme::mono().speaker);
        let without = Abilities {
            colour: false,
            ..Abilities::ALL
        };
        assert_eq!(choose(&manner, without), Theme::mono());
    }
}
