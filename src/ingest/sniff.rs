//! What kind of file bytes are, by themselves and then by their name.

use super::charset;

/// Which reader takes a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// No bytes, or only blank ones.
    Empty,
    /// Not text; what it seems to be.
    Binary(&'static str),
    /// Text.
    Text,
    /// One JSON value.
    Json,
    /// One JSON record a line.
    Jsonl,
}

/// Tells what `bytes`, not compressed, are.
pub fn sniff(bytes: &[u8], name: &str) -> Kind {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Kind::Empty;
    }
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Kind::Binary(what);
    }
    let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if !marked && is_binary(bytes) && charset::unmarked_utf16(bytes).is_none() {
        return Kind::Binary("unknown bytes");
    }
    json(bytes, name).unwrap_or(Kind::Text)
}

/// The beginnings of files that people keep beside articles.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"SQLite format 3\0", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"{\\rtf", "an RTF document"),
    (b"OggS", "sound"),
    (b"ID3", "sound"),
    (b"\0\0\x01\0", "a picture"),
];

/// Whether control characters that no text has make up a part of it.
fn is_binary(bytes: &[u8]) -> bool {
    const LOOK_AT: usize = 8192;
    // One in thirty: an article with some escape sequences is still text.
    const RARE: usize = 30;
    let sample = &bytes[..bytes.len().min(LOOK_AT)];
    let control = |b: &u8| matches!(b, 0..=8 | 14..=26 | 28..=31);
    let zeros = sample.contains(&0);
    let found = sample.iter().filter(|b| control(b)).count();
    found * RARE > sample.len() || (zeros && found * 200 > sample.len())
}

/// JSON by its first character, and by its name where that leaves a doubt.
fn json(bytes: &[u8], name: &str) -> Option<Kind> {
    let (text, _) = charset::decode(&bytes[..bytes.len().min(1 << 16)]);
    let low = name.to_lowercase();
    let low = low.strip_suffix(".gz").unwrap_or(&low);
    let lines = [".jsonl", ".ndjson", ".jl"]
        .iter()
        .any(|end| low.ends_with(end));
    let body = text.trim_start();
    match body.chars().next()? {
        '{' if lines => Some(Kind::Jsonl),
        // "{Editor's note} …" is a text, unless its name says something else.
        '{' if !low.ends_with(".json") && !begins_object(body) => None,
        '{' => {
            let first = body.lines().next().unwrap_or_default();
            let whole = serde_json::from_str::<serde_json::Value>(first).is_ok();
            let next = body.lines().skip(1).find(|line| !line.trim().is_empty());
            let many = next.is_some_and(|line| line.trim_start().starts_with('{'));
            Some(if whole && many {
                Kind::Jsonl
            } else {
                Kind::Json
            })
        }
        '[' if low.ends_with(".json") || body[1..].trim_start().starts_with('{') => {
            Some(Kind::Json)
        }
        _ if lines => Some(Kind::Jsonl),
        _ => None,
    }
}

/// Whether a key or the end of an object follows the first brace.
fn begins_object(body: &str) -> bool {
    body[1..].trim_start().starts_with(['"', '}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_bytes() {
        assert_eq!(sniff(b" \n", "a.txt"), Kind::Empty);
        assert_eq!(sniff(b"%PDF-1.7 ...", "a.txt"), Kind::Binary("a PDF"));
        assert_eq!(
            sniff(&[1, 2, 0, 200, 7, 9], "a.txt"),
            Kind::Binary("unknown bytes")
        );
        assert_eq!(sniff(b"A line.", "a"), Kind::Text);
        assert_eq!(sniff(b"{\"text\": 1}", "a"), Kind::Json);
        assert_eq!(sniff(b"{\"a\": 1}\n{\"a\": 2}", "a.json"), Kind::Jsonl);
        assert_eq!(sniff(b"{\n \"a\": 1\n}", "a.json"), Kind::Json);
        assert_eq!(sniff(b"[{\"a\": 1}]", "a"), Kind::Json);
        assert_eq!(
            sniff("[Applause] “We won,” she said.".as_bytes(), "a.txt"),
            Kind::Text
        );
        assert_eq!(sniff(b"{Editor's note} A line.", "a.txt"), Kind::Text);
        assert_eq!(sniff(b"{broken", "a.json"), Kind::Json);
        assert_eq!(sniff(b"\xff\xfea\0b\0", "a.txt"), Kind::Text);
    }
}
