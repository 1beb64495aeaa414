//! What may go over the wire to a terminal: everything else is a fault.

use vte::{Params, Parser, Perform};

/// Names every sequence in `bytes` that is not on the allow list.
///
/// Allowed are colours and attributes, cursor moves, erasing, moving rows inside
/// a region, the modes that are put back on every way out, and copying to the
/// clipboard. Nothing that asks the terminal is among them.
pub fn forbidden(bytes: &[u8]) -> Vec<String> {
    let mut check = Check::default();
    Parser::new().advance(&mut check, bytes);
    check.found
}

/// Modes that may be set and reset.
const MODES: [u16; 7] = [25, 1000, 1002, 1006, 1049, 2004, 2026];

/// Whether these are the bytes of an address of a page, as a link may hold them.
fn is_page(bytes: &[u8]) -> bool {
    let scheme = bytes.to_ascii_lowercase();
    let scheme = scheme.starts_with(b"http://") || scheme.starts_with(b"https://");
    scheme && bytes.len() <= 2083 && bytes.iter().all(|byte| (0x21..=0x7e).contains(byte))
}

#[derive(Default)]
struct Check {
    found: Vec<String>,
    /// An operating system command has just come, whose end is an escape of its own.
    ends: bool,
}

impl Check {
    fn unless(&mut self, allowed: bool, what: impl FnOnce() -> String) {
        if !allowed {
            self.found.push(what());
        }
    }
}

impl Perform for Check {
    fn print(&mut self, c: char) {
        let bidi = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        self.unless(!c.is_control() && !bidi, || format!("character {c:?}"));
    }

    fn execute(&mut self, byte: u8) {
        self.unless(matches!(byte, b'\r' | b'\n' | 0x08), || {
            format!("control {byte:#04x}")
        });
    }

    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], ignore: bool, action: char) {
        let first = params
            .iter()
            .next()
            .and_then(|param| param.first().copied())
            .unwrap_or(0);
        let allowed = match (intermediates, action) {
            ([], 'm' | 'H' | 'C' | 'D' | 'K' | 'L' | 'M' | 'r') => true,
            ([], 'J') => first == 2,
            ([b'?'], 'h' | 'l') => params
                .iter()
                .all(|param| param.len() == 1 && MODES.contains(&param[0])),
            _ => false,
        };
        self.unless(allowed && !ignore, || {
            format!(
                "CSI {:?} {params:?} {action}",
                String::from_utf8_lossy(intermediates)
            )
        });
    }

    fn esc_dispatch(&mut self, intermediates: &[u8], _ignore: bool, byte: u8) {
        let end_of_string = intermediates.is_empty() && byte == b'\\';
        let allowed = end_of_string && std::mem::take(&mut self.ends);
        self.unless(allowed, || {
            format!("ESC {intermediates:?} {}", byte as char)
        });
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], bell: bool) {
        self.ends = true;
        let copies = matches!(params, [b"52", b"c", text] if !text.is_empty()
            && text.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(byte)));
        let links = match params {
            // A link whose address holds a semicolon has more parts.
            [b"8", b"", b""] => true,
            [b"8", id, page @ ..] => id.starts_with(b"id=") && is_page(&page.join(&b';')),
            _ => false,
        };
        self.unless((copies || links) && !bell, || {
            format!(
                "OSC {:?}",
                params
                    .iter()
                    .map(|p| String::from_utf8_lossy(p))
                    .collect::<Vec<_>>()
            )
        });
    }

    fn hook(&mut self, _: &Params, intermediates: &[u8], _: bool, action: char) {
        self.found.push(format!("DCS {intermediates:?} {action}"));
    }
}
