//! Addresses that may be handed on: to the terminal as a link, to a program that opens it.

/// The longest address that is handed on: what old browsers take.
const LONGEST: usize = 2083;

/// Letters and signs that stand in addresses as they are; all else is written as `%` and
/// its byte.
fn is_plain(byte: u8) -> bool {
    matches!(byte, 0x21..=0x7e)
}

/// The address of a page, with every byte that is no printable ASCII as `%` and its
/// number; none for another scheme than `http` and `https`, and for one that is too long.
pub fn page(stored: &str) -> Option<String> {
    let stored = stored.trim();
    let (scheme, rest) = stored.split_once("://")?;
    let is_page = ["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    if !is_page || rest.is_empty() {
        return None;
    }
    let mut address = String::with_capacity(stored.len());
    for byte in stored.bytes() {
        match is_plain(byte) {
            true => address.push(char::from(byte)),
            false => address.push_str(&format!("%{byte:02X}")),
        }
    }
    (address.len() <= LONGEST).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stored: &str, expected: Option<&str>) {
        assert_eq!(page(stored).as_deref(), expected);
    }

    #[test]
    fn pages_are_handed_on_and_nothing_else_is() {
        check(
            "https://a.example/x?y=1#z",
            Some("https://a.example/x?y=1#z"),
        );
        check(" HTTP://a.example/ ", Some("HTTP://a.example/"));
        check(
            "https://a.example/é b",
            Some("https://a.example/%C3%A9%20b"),
        );
        for other in [
            "",
            "a.example",
            "file:///etc/passwd",
            "javascript://x",
            "https://",
            "-x",
        ] {
            check(other, None);
        }
    }

    #[test]
    fn no_byte_leaves_the_link() {
        check(
            "https://a.example/\u{1b}\\\u{7}\u{9c}",
            Some("https://a.example/%1B\\%07%C2%9C"),
        );
        check(
            &format!("https://a.example/{}", "x".repeat(2065)),
            Some(&format!("https://a.example/{}", "x".repeat(2065))),
        );
        check(&format!("https://a.example/{}", "x".repeat(2066)), None);
    }
}
