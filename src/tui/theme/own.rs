//! A theme of a person's own: the looks of roles in words.

use ratatui::style::{Color, Modifier, Style};

use super::Theme;
use super::chosen::Depth;

/// The roles that a look can be given to.
pub const ROLES: [&str; 19] = [
    "text",
    "faint",
    "head",
    "match",
    "hit",
    "hit-here",
    "selection",
    "suggested",
    "quote",
    "quote-here",
    "speaker",
    "cue",
    "person",
    "organization",
    "place",
    "guess",
    "mark",
    "error",
    "frame",
];

/// The look that has this name in a file of settings.
pub fn role<'a>(theme: &'a mut Theme, name: &str) -> Option<&'a mut Style> {
    Some(match name {
        "text" => &mut theme.text,
        "faint" => &mut theme.faint,
        "head" => &mut theme.head,
        "match" => &mut theme.matched,
        "hit" => &mut theme.hit,
        "hit-here" => &mut theme.hit_here,
        "selection" => &mut theme.selected,
        "suggested" => &mut theme.suggested,
        "quote" => &mut theme.quote,
        "quote-here" => &mut theme.quote_here,
        "speaker" => &mut theme.speaker,
        "cue" => &mut theme.cue,
        "person" => &mut theme.person,
        "organization" => &mut theme.organization,
        "place" => &mut theme.place,
        "guess" => &mut theme.guess,
        "mark" => &mut theme.mark,
        "error" => &mut theme.error,
        "frame" => &mut theme.frame,
        _ => return None,
    })
}

/// Reads `bold cyan`, `underline #aa3300`, `reverse`, `black on yellow`, `plain`.
///
/// # Errors
/// The word that is none of these, with what can be written.
pub fn look(words: &str, depth: Depth) -> Result<Style, String> {
    let mut style = Style::new();
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        style = match word {
            "plain" => style,
            "bold" => style.add_modifier(Modifier::BOLD),
            "italic" => style.add_modifier(Modifier::ITALIC),
            "underline" => style.add_modifier(Modifier::UNDERLINED),
            "reverse" => style.add_modifier(Modifier::REVERSED),
            "on" => {
                let word = words.next().unwrap_or_default();
                style.bg(colour(word, depth).ok_or_else(|| unknown(word))?)
            }
            word => style.fg(colour(word, depth).ok_or_else(|| unknown(word))?),
        };
    }
    Ok(style)
}

fn unknown(word: &str) -> String {
    format!(
        "\"{word}\" is no look; write bold, italic, underline, reverse, plain, a colour such as \
         cyan, bright-red, #aa3300 or 0 to 255, and on before the colour behind"
    )
}

/// The sixteen colours by their names.
const NAMED: [(&str, Color); 8] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
];

fn colour(word: &str, depth: Depth) -> Option<Color> {
    if let Some(name) = word.strip_prefix("bright-") {
        let at = NAMED.iter().position(|(known, _)| *known == name)?;
        return Some(Color::Indexed(8 + u8::try_from(at).ok()?));
    }
    if let Some((_, named)) = NAMED.iter().find(|(known, _)| *known == word) {
        return Some(*named);
    }
    if let Some(digits) = word.strip_prefix('#').filter(|digits| digits.len() == 6) {
        let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        return Some(depth.nearest([r, g, b]));
    }
    let number: u8 = word.parse().ok()?;
    Some(match depth {
        Depth::Sixteen if number > 15 => Color::Reset,
        Depth::Millions | Depth::Table | Depth::Sixteen => Color::Indexed(number),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_are_read_from_words() {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let read = |words| look(words, Depth::Millions);
        assert_eq!(read("bold cyan"), Ok(bold.fg(Color::Cyan)));
        assert_eq!(read("plain"), Ok(Style::new()));
        let behind = Style::new().fg(Color::Black).bg(Color::Indexed(11));
        assert_eq!(read("black on bright-yellow"), Ok(behind));
        let own = Style::new().fg(Color::Rgb(0xaa, 0x33, 0));
        assert_eq!(read("#aa3300"), Ok(own));
        let nearest = Style::new().fg(Color::Indexed(130));
        assert_eq!(look("#aa3300", Depth::Table), Ok(nearest));
        for wrong in ["bald", "#12345", "on", "256", "bright-pink"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_role_has_a_look() {
        let mut theme = Theme::mono();
        for name in ROLES {
            assert!(role(&mut theme, name).is_some(), "{name}");
        }
        assert!(role(&mut theme, "speakers").is_none());
    }
}
