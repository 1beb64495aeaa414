//! One value as one line of JSON that is harmless in a terminal.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

/// Writes `value` as one line of JSON, without the line end.
///
/// Control, C1, bidi and line-separator characters inside strings are written as
/// `\u` escapes: printing the line in a terminal is harmless, and reading it
/// gives back the exact text.
pub fn json_line<T: Serialize>(value: &T) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Escaping);
    // Our own values have string keys and cannot fail; an empty line would
    // show a mistake here at once.
    if value.serialize(&mut serializer).is_err() {
        bytes.clear();
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Puts one blank after commas and colons, and escapes what acts in a terminal.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|&(_, c)| acts(c)) {
            writer.write_all(&rest.as_bytes()[..at])?;
            write!(writer, "\\u{:04x}", u32::from(c))?;
            rest = &rest[at + c.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_array_value<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if first {
            Ok(())
        } else {
            writer.write_all(b", ")
        }
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if first {
            Ok(())
        } else {
            writer.write_all(b", ")
        }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

/// Whether a terminal, or a reader of lines, may take `c` for more than a letter.
fn acts(c: char) -> bool {
    matches!(c,
        '\u{7f}'..='\u{9f}'
        | '\u{2028}' | '\u{2029}'
        | '\u{061c}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_in_a_terminal_is_escaped_and_read_back_exactly() {
        let text = "a\u{1b}[2J\u{9b}b\u{202e}c\u{2028}d\u{7f}é한";
        let line = json_line(&text);
        assert!(
            line.chars().all(|c| !c.is_control() && !acts(c)),
            "{line:?}"
        );
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
    }
}
