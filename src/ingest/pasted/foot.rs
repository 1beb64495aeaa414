//! Everything below the last paragraph, and page furniture between paragraphs.

use crate::ingest::byline::is_agency_line;
use crate::ingest::furniture::{Furniture, ends_sentence, words};
use crate::ingest::words::BYLINE;
use crate::model::BlockKind;

use super::{Sheet, caption};

/// Marks furniture of the body, lists of links, and the lines at the end.
pub fn mark(sheet: &mut Sheet<'_>) {
    let lines = sheet.body..sheet.lines.len();
    let last_prose = lines.clone().rev().find(|&i| is_prose(sheet.line(i)));
    for i in lines {
        if sheet.is_open(i) && sheet.furniture[i].is_some() {
            sheet.set(i, BlockKind::Furniture);
        }
        if sheet.furniture[i] == Some(Furniture::Links) && i > sheet.body {
            mark_links(sheet, i, last_prose);
        }
    }
    mark_end(sheet);
}

/// Marks the headlines that follow the heading of a list of links.
///
/// Between paragraphs the list ends with its group of lines; at the end of the
/// page it goes on over empty lines.
fn mark_links(sheet: &mut Sheet<'_>, heading: usize, last_prose: Option<usize>) {
    const MOST: usize = 12;
    for i in heading + 1..sheet.lines.len().min(heading + 1 + MOST) {
        let amid = last_prose.is_some_and(|last| i <= last);
        let parted = sheet.lines[i].apart && amid && i > heading + 1;
        if parted || is_prose(sheet.line(i)) || caption::closing(sheet.line(i)).is_some() {
            break;
        }
        if sheet.is_open(i) {
            sheet.set(i, BlockKind::Furniture);
        }
    }
}

/// A line with the look of a paragraph: long, or ended like a sentence.
fn is_prose(line: &str) -> bool {
    const LONGEST_LINK: usize = 22;
    let stopped = line.ends_with(['.', ',', ':', '…'])
        || (ends_sentence(line) && !line.ends_with(['?', '!']));
    words(line) > LONGEST_LINK || (stopped && words(line) > 3)
}

/// Walks up from the last line over what is no paragraph.
fn mark_end(sheet: &mut Sheet<'_>) {
    for i in (sheet.body..sheet.lines.len()).rev() {
        let line = sheet.line(i);
        let known = sheet.kinds[i];
        let kind = match known {
            Some(BlockKind::Furniture) => continue,
            Some(_) => return,
            None if take_address(sheet, line) => BlockKind::Furniture,
            None if is_whole_credit(line) => BlockKind::Credit,
            None if is_agency_line(line) => BlockKind::Byline,
            None if is_signature(sheet, line) => BlockKind::Byline,
            None if is_about_author(sheet, line) => BlockKind::Furniture,
            None if is_among_furniture(sheet, i) => BlockKind::Furniture,
            None => return,
        };
        sheet.set(i, kind);
    }
}

/// "Source: https://…" gives the address of the page.
fn take_address(sheet: &mut Sheet<'_>, line: &str) -> bool {
    const LABELS: &[&str] = &[
        "source:", "url:", "link:", "quelle:", "fuente:", "source :", "from:", "출처:", "출처 :",
        "원문:",
    ];
    let low = line.to_lowercase();
    let labelled = LABELS.iter().any(|label| low.starts_with(label));
    let address = line
        .split_whitespace()
        .find(|word| word.starts_with("http://") || word.starts_with("https://"));
    match address.filter(|_| labelled && words(line) <= 6) {
        Some(address) => {
            sheet.meta.url.get_or_insert_with(|| address.to_owned());
            true
        }
        None => false,
    }
}

fn is_whole_credit(line: &str) -> bool {
    caption::closing(line).is_some_and(|span| span.start == 0)
}

/// A short line right above furniture, without a full stop: another button.
fn is_among_furniture(sheet: &Sheet<'_>, i: usize) -> bool {
    const LONGEST: usize = 8;
    let line = sheet.line(i);
    let joined = sheet.lines.get(i + 1).is_some_and(|next| !next.apart);
    let below = sheet.kinds.get(i + 1) == Some(&Some(BlockKind::Furniture));
    // Where no empty line parts paragraphs, being joined says nothing.
    let parted = sheet.lines[i].apart
        || sheet.kinds.get(i.wrapping_sub(1)) == Some(&Some(BlockKind::Furniture));
    joined
        && below
        && parted
        && words(line) <= LONGEST
        && !ends_sentence(line)
        && !line.contains(['"', '“', '«', '‘'])
}

/// "Rachel Imhoff covers medicine for The Calder Post."
fn is_about_author(sheet: &Sheet<'_>, line: &str) -> bool {
    let low = after_author(sheet, line).to_lowercase();
    BYLINE.prefix("about", &low).is_some() && words(line) <= 40 && !line.contains(['"', '“', '«'])
}

/// The author's name again, alone or with a town.
fn is_signature(sheet: &Sheet<'_>, line: &str) -> bool {
    let rest = after_author(sheet, line);
    rest.len() < line.len() && words(rest) <= 5 && !ends_sentence(line)
}

/// What follows the name of an author of the article; `line` if none does.
fn after_author<'t>(sheet: &Sheet<'_>, line: &'t str) -> &'t str {
    let authors = sheet.meta.byline.as_deref().unwrap_or_default();
    let names = authors.split(", ").flat_map(|part| part.split(" and "));
    let rest = names.filter(|name| !name.is_empty()).find_map(|name| {
        line.get(..name.len())
            .filter(|l| l.eq_ignore_ascii_case(name))
            .map(|l| &line[l.len()..])
    });
    rest.map_or(line, str::trim_start)
}
