//! Whether a line belongs to the page and not to the article.
//!
//! A line of the article taken for furniture loses its quotes, a line of
//! furniture taken for a paragraph costs a glance. So a line is furniture only
//! by its own words (a list) or its shape (a menu, a counter, an address), and
//! never when it is long or holds a quotation.

use super::words::FURNITURE;

/// What a line of furniture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Furniture {
    /// A button, a menu, a notice.
    Line,
    /// The heading of a list of links to other stories.
    Links,
}

/// Tells whether `line`, trimmed, is furniture wherever it stands.
pub fn furniture(line: &str) -> Option<Furniture> {
    let low = line.to_lowercase();
    let bare = low.trim_matches(|c: char| !c.is_alphanumeric());
    // "Comments (47)" is "Comments".
    let bare = match bare.rsplit_once(" (") {
        Some((word, number)) if number.bytes().all(|b| b.is_ascii_digit()) => word,
        _ => bare,
    };
    if FURNITURE.has("links", bare) {
        return Some(Furniture::Links);
    }
    // Lines and stars between parts; a lone mark may be that of a quotation.
    const MARKS: &[char] = &[
        '"', '\'', '“', '”', '„', '«', '»', '‘', '’', '「', '」', '『', '』',
    ];
    let blank = bare.is_empty() && !line.contains(MARKS);
    let plain = blank
        || FURNITURE.has("whole", bare)
        || begins(line, &low)
        || is_menu(line)
        || is_counter(&low)
        || is_address(line)
        || is_rights(&low);
    plain.then_some(Furniture::Line)
}

/// Words in `line`; for scripts without spaces every two letters are one.
pub fn words(line: &str) -> usize {
    let spaced = line
        .split_whitespace()
        .filter(|w| w.contains(char::is_alphanumeric))
        .count();
    let dense = line
        .chars()
        .filter(|c| matches!(c, '\u{3040}'..='\u{9fff}'))
        .count();
    spaced + dense / 2
}

/// Whether `line` ends as a sentence does, marks and brackets aside.
pub fn ends_sentence(line: &str) -> bool {
    const CLOSING: &[char] = &[
        '"', '”', '’', '\'', '»', '“', '‘', ')', ']', '」', '』', ' ', '\u{a0}',
    ];
    line.trim_end_matches(CLOSING)
        .ends_with(['.', '!', '?', '…', '。', '！', '？', ':', ','])
}

fn begins(line: &str, low: &str) -> bool {
    // The longest notice seen in the wild had 40 words; lines that are meant
    // to be clicked have fewer than 20.
    const MOST: usize = 20;
    let Some(entry) = FURNITURE.prefix("begins", low) else {
        return false;
    };
    // A colon, or as many words as no sentence begins with by chance.
    let sure = !entry.ends_with(char::is_alphabetic) || words(entry) >= 5;
    let count = words(line);
    if sure {
        return count <= 2 * MOST;
    }
    count <= MOST && !line.contains(['"', '“', '„', '«'])
}

/// "Home | News | Weather", "City > Elections > Mayor 2026"
fn is_menu(line: &str) -> bool {
    // Slashes also part the roles of a caption.
    let longest = if line.contains('/') { 2 } else { 3 };
    let items: Vec<&str> = line.split(['|', '>', '›', '»', '•', '·', '/']).collect();
    let short = |item: &&str| {
        let count = item.split_whitespace().count();
        (1..=longest).contains(&count)
            && !item.trim_start().starts_with(char::is_lowercase)
            && !ends_sentence(item)
            && !has_date_figures(item)
    };
    let wide = line.split("  ").filter(|item| !item.trim().is_empty());
    let spread = wide.clone().count() >= 3 && wide.clone().all(|item| short(&item));
    let parted = items.len() >= 2 && items.iter().all(short) && line.contains([' ', '\u{a0}']);
    spread || (parted && (items.len() >= 3 || line.contains(['>', '›', '|'])))
}

/// Four figures or a time stand in a date line, which is kept.
fn has_date_figures(item: &str) -> bool {
    let digits = item.chars().filter(char::is_ascii_digit).count();
    digits > 4 || (digits > 0 && item.contains(':'))
}

/// "47 comments", "5 min read", "2 hours ago", "1.2k", "A- A+".
pub fn is_counter(low: &str) -> bool {
    // Four figures may be a year that heads a part of the article.
    let number = |c: char| c.is_ascii_digit() || ".,km".contains(c);
    let lone = low.len() <= 5 && low.starts_with(|c: char| c.is_ascii_digit());
    let digits = low.bytes().filter(u8::is_ascii_digit).count();
    let count = lone && low.chars().all(number) && (digits <= 3 || low.ends_with(['k', 'm']));
    let letters = (2..24).contains(&low.len()) && low.contains('a');
    let sizes = letters && low.chars().all(|c| "a+-| ".contains(c));
    count || sizes || (digits > 0 && FURNITURE.has("counted", &without_numbers(low)))
}

/// Every number as one 0.
fn without_numbers(low: &str) -> String {
    let mut out = String::with_capacity(low.len());
    let mut inside = false;
    for c in low.trim_end_matches('.').chars() {
        let number = c.is_ascii_digit() || (inside && ".,k".contains(c));
        if number && !inside {
            out.push('0');
        } else if !number {
            out.push(c);
        }
        inside = number;
    }
    out
}

/// A lone address of a page or a mailbox.
fn is_address(line: &str) -> bool {
    let line = line.trim_matches(['<', '>', '(', ')']);
    let one_word = !line.contains(char::is_whitespace);
    let mailbox = line
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    let handle = line.strip_prefix('@').is_some_and(|name| {
        name.len() > 1 && name.chars().all(|c| c.is_alphanumeric() || c == '_')
    });
    one_word && (mailbox || handle || line.starts_with("www.") || line.contains("://"))
}

/// "2025 Eastfold News Agency. All rights reserved."
fn is_rights(low: &str) -> bool {
    const RIGHTS: &[&str] = &[
        "all rights reserved",
        "alle rechte vorbehalten",
        "tous droits réservés",
        "todos los derechos reservados",
        "무단전재",
        "무단 전재",
        "재배포 금지",
        "저작권자",
    ];
    words(low) <= 40 && RIGHTS.iter().any(|rights| low.contains(rights))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_menus_and_notices_are_furniture() {
        for line in [
            "From",
            "Send to",
            "SHARE",
            "› Print ‹",
            "A- A+",
            "47 comments",
            "5 min read",
            "Home > World",
            "Home | News | Business | Sport",
            "News  Politics  Business  Coast",
            "Text size: A A A",
            "Read more: Who owns Canal Street?",
            "© 2025 The Echo. All rights reserved.",
            "Subscribe to our newsletter",
            "jian.seo@wire.example",
            "Teilen",
            "뉴스홈 | 국제 | 경제",
            "Lire aussi : Essais cliniques, comment se porter volontaire",
            "We use cookies to make this site work. You can change your settings at any time.",
        ] {
            assert_eq!(furniture(line), Some(Furniture::Line), "{line}");
        }
        assert_eq!(furniture("Related stories"), Some(Furniture::Links));
        assert_eq!(furniture("MORE ELECTION COVERAGE:"), Some(Furniture::Links));
    }

    #[test]
    fn lines_of_an_article_are_not() {
        for line in [
            "Share prices fell.",
            "Alderby votes on 7 May.",
            "‘In the end it was only me answering.’",
            "No.",
            "Ten",
            "Q: Did you print it?",
            "Print is dying, the editor said.",
            "From the harbour came no answer.",
            "Contact the man, she said: \"Call him.\"",
            "He asked to share.",
            "12-year-old | he said",
            "Either/or",
            "April 24, 2026 | Updated 11:05",
            "More and more people leave the coast.",
            "12 minutes later the bridge fell.",
        ] {
            assert_eq!(furniture(line), None, "{line}");
        }
    }
}
