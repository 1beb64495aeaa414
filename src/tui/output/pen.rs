//! From one look to another in one SGR sequence.

use ratatui::style::{Color, Modifier};

use super::glyph::Look;

/// What switches an attribute on, and what off.
///
/// Bold and dim share their off, which is why it stands twice.
const ATTRIBUTES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// The shortest sequence that makes the terminal print like `to`; `from` is
/// how it prints now, `None` when nobody knows.
pub(super) fn change(from: Option<Look>, to: Look) -> String {
    if from == Some(to) {
        return String::new();
    }
    let anew = from_nothing(to);
    match from.map(|from| from_there(from, to)) {
        Some(step) if step.len() < anew.len() => format!("\x1b[{step}m"),
        _ => format!("\x1b[{anew}m"),
    }
}

/// Parameters that begin with a reset.
fn from_nothing(to: Look) -> String {
    if to == Look::default() {
        return String::new();
    }
    format!("0;{}", from_there(Look::default(), to))
}

/// Parameters for the differences only.
fn from_there(from: Look, to: Look) -> String {
    let mut parameters = Vec::new();
    let mut have = from.modifier;
    for (attribute, _, off) in ATTRIBUTES {
        if have.contains(attribute) && !to.modifier.contains(attribute) {
            parameters.push(off.to_string());
            for (other, _, same) in ATTRIBUTES {
                if same == off {
                    have.remove(other);
                }
            }
        }
    }
    for (attribute, on, _) in ATTRIBUTES {
        if to.modifier.contains(attribute) && !have.contains(attribute) {
            parameters.push(on.to_string());
        }
    }
    if from.fg != to.fg {
        parameters.push(colour(to.fg, Ground::Fore));
    }
    if from.bg != to.bg {
        parameters.push(colour(to.bg, Ground::Back));
    }
    parameters.join(";")
}

#[derive(Clone, Copy)]
enum Ground {
    Fore,
    Back,
}

fn colour(colour: Color, ground: Ground) -> String {
    let back = match ground {
        Ground::Fore => 0,
        Ground::Back => 10,
    };
    match colour {
        Color::Reset => (39 + back).to_string(),
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", 38 + back),
        Color::Indexed(n @ 0..=7) => (30 + n + back).to_string(),
        Color::Indexed(n @ 8..=15) => (82 + n + back).to_string(),
        Color::Indexed(n) => format!("{};5;{n}", 38 + back),
        named => (code(named) + back).to_string(),
    }
}

/// The foreground code of one of the sixteen colours. The long form through
/// the table of 256 costs five bytes more and is unknown to old terminals.
fn code(named: Color) -> u8 {
    match named {
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => 39,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(fg: Color, modifier: Modifier) -> Look {
        Look {
            fg,
            modifier,
            ..Look::default()
        }
    }

    #[track_caller]
    fn check(from: Option<Look>, to: Look, expected: &str) {
        assert_eq!(change(from, to), expected);
    }

    #[test]
    fn only_differences_are_sent() {
        let plain = Look::default();
        check(Some(plain), plain, "");
        check(Some(plain), look(Color::Cyan, Modifier::BOLD), "\x1b[1;36m");
        check(
            Some(look(Color::Cyan, Modifier::BOLD)),
            look(Color::Red, Modifier::BOLD),
            "\x1b[31m",
        );
        check(Some(look(Color::Cyan, Modifier::BOLD)), plain, "\x1b[m");
        let back = Look {
            bg: Color::LightBlue,
            ..plain
        };
        check(Some(plain), back, "\x1b[104m");
    }

    #[test]
    fn from_an_unknown_look_everything_is_reset() {
        check(None, Look::default(), "\x1b[m");
        check(None, look(Color::Green, Modifier::empty()), "\x1b[0;32m");
    }

    #[test]
    fn taking_bold_away_keeps_dim_and_the_colour() {
        let both = look(Color::Rgb(1, 2, 3), Modifier::BOLD | Modifier::DIM);
        check(
            Some(both),
            look(Color::Rgb(1, 2, 3), Modifier::DIM),
            "\x1b[22;2m",
        );
    }

    #[test]
    fn the_sixteen_colours_are_short_and_the_others_long() {
        check(
            Some(Look::default()),
            look(Color::Indexed(9), Modifier::empty()),
            "\x1b[91m",
        );
        check(
            Some(Look::default()),
            look(Color::Indexed(99), Modifier::empty()),
            "\x1b[38;5;99m",
        );
    }
}
