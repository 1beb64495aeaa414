//! Promises about the wire: a frame is one write, and no text of a stranger
//! becomes a sequence. What an action may cost stands with the screens.

use pullquote::app::keymap::Key;

use crate::wire::forbidden;
use crate::wired::Wired;

#[test]
fn every_frame_is_one_write() {
    let article = "Port shut\n\n“We wait,” said Ines Falk.\n\nThe quay is safe.\n";
    let files = [("a.txt".to_owned(), article.to_owned())];
    let mut wired = Wired::open(files.into_iter(), (80, 24));
    for key in [
        Key::Enter,
        Key::Down,
        Key::Char('f'),
        Key::Char('t'),
        Key::Esc,
    ] {
        let before = wired.writes();
        let bytes = wired.press(key);
        assert_eq!(wired.writes() - before, usize::from(bytes > 0), "{key}");
        wired.answer();
    }
}

/// What strangers may write: beginnings of sequences, whole ones, and letters
/// that turn a line around.
const PAYLOADS: [&str; 16] = [
    "\u{1b}]52;c;ZXZpbA==\u{7}",
    "\u{1b}]0;title\u{1b}\\",
    "\u{1b}]8;;http://a.example\u{1b}\\link",
    "\u{1b}]11;?\u{7}",
    "\u{1b}[6n",
    "\u{1b}[c",
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}[?1049l",
    "\u{1b}P$qm\u{1b}\\",
    "\u{1b}_Ga=q\u{1b}\\",
    "\u{9b}31m",
    "\u{9d}52;c;?\u{9c}",
    "\u{90}q\u{9c}",
    "a\u{8}\u{8}\r\u{b}\u{c}\u{7f}",
    "\u{202e}txt.exe\u{2066}\u{2069}",
    "\u{85}\u{2028}\u{2029}\u{feff}",
];

/// Every beginning of every payload.
fn pieces() -> impl Iterator<Item = &'static str> {
    PAYLOADS.iter().flat_map(|payload| {
        let ends = payload.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.map(move |end| &payload[..end])
    })
}

/// A record with `piece` in every field that it can have.
fn hostile(piece: &str) -> String {
    let record = serde_json::json!({
        "title": format!("Harbour {piece} closed"),
        "author": format!("Ann {piece} Lee"),
        "source": format!("Echo {piece}"),
        "url": format!("https://a.example/{piece}"),
        "date": format!("2025-11-20{piece}"),
        "language": format!("en{piece}"),
        "text": format!(
            "The {piece} port is shut.\n\n“We {piece} wait,” said Ines {piece} Falk, a {piece} pilot.\n\n\
             According to Mr{piece} Pell, the quay {piece} is safe."
        ),
    });
    record.to_string()
}

#[test]
fn no_text_of_a_stranger_becomes_a_sequence() {
    let files = pieces().enumerate().flat_map(|(number, piece)| {
        let name = piece.replace(['/', '\0'], "_");
        let article = (format!("{number:04}{name}.json"), hostile(piece));
        let page = (
            format!("{number:04}{name}.txt"),
            format!("Head {piece} line\n\n“One {piece} two,” said Ana {piece} Bo.\n"),
        );
        let refused = (format!("{number:04}{name}.bin"), "\0\0\0\0".to_owned());
        [article, page, refused]
    });
    let mut wired = Wired::open(files, (120, 30));
    let count = 2 * pieces().count();
    wired.frame();
    for _ in 0..count {
        wired.press(Key::Char('J'));
        wired.answer();
    }
    for keys in [
        "!",
        "Esc",
        "f harb",
        "Down Down Down",
        "Enter",
        "Tab",
        "Down",
        "yy",
        "Esc",
        "/ port Enter",
        ": mess Enter",
    ] {
        wired.keys(keys);
        wired.frame();
    }
    assert_eq!(forbidden(wired.sent()), Vec::<String>::new());
    let sent = String::from_utf8_lossy(wired.sent()).into_owned();
    assert!(
        sent.contains("Harbour") && sent.contains("Head"),
        "the articles were not shown"
    );
}
