//! The outlet, as far as the page names it.

use crate::ingest::author::{is_name, korean_author};
use crate::ingest::byline::byline;
use crate::ingest::date;
use crate::ingest::furniture::words;
use crate::model::{BlockKind, Span};

use super::{Sheet, caption};

/// Sets the source, and what the dateline adds.
///
/// The source is the closing credit, the masthead, the holder of the rights,
/// the piece beside the date, the agency of the dateline; in this order,
/// because an agency's story is the agency's wherever it is printed.
pub fn name(sheet: &mut Sheet<'_>) {
    let dateline = dateline(sheet);
    let found = credit(sheet)
        .or_else(|| sheet.masthead.map(|span| span.of(sheet.text)))
        .or_else(|| rights(sheet))
        .or_else(|| beside_date(sheet))
        .or(dateline.as_ref().and_then(|line| line.agency));
    sheet.meta.source = found.map(str::to_owned);
    if let Some(dateline) = dateline {
        take_from(dateline.head, sheet);
    }
}

/// Takes date and author of the dateline where the head has none.
fn take_from(head: &str, sheet: &mut Sheet<'_>) {
    if sheet.meta.published.is_none()
        && let Some(date) = date::dates(head).into_iter().next()
    {
        sheet.meta.published_text = Some(date.span.of(head).to_owned());
        sheet.meta.published = Some(date.iso);
    }
    if sheet.meta.byline.is_none() {
        let author = korean_author(head, Span::new(0, head.len()));
        sheet.meta.byline = author.map(|span| span.of(head).to_owned());
    }
}

fn credit<'t>(sheet: &Sheet<'t>) -> Option<&'t str> {
    let whole = (0..sheet.lines.len())
        .rev()
        .find(|&i| sheet.kinds[i] == Some(BlockKind::Credit));
    let i = whole.or_else(|| sheet.last_open())?;
    let line = sheet.line(i);
    caption::closing(line)?;
    caption::bracketed(line).map(|span| span.of(line))
}

/// "© 2025 The Calder Post. All rights reserved."
fn rights<'t>(sheet: &Sheet<'t>) -> Option<&'t str> {
    const SIGNS: &[&str] = &["©", "ⓒ", "(c)", "(C)", "Copyright", "COPYRIGHT"];
    const LONGEST: usize = 6;
    let is_furniture = |i: &usize| sheet.kinds[*i] == Some(BlockKind::Furniture);
    (0..sheet.lines.len())
        .rev()
        .filter(is_furniture)
        .find_map(|i| {
            let line = sheet.line(i);
            let at = SIGNS
                .iter()
                .filter_map(|s| line.rfind(s).map(|at| at + s.len()))
                .max()?;
            let rest = line
                .get(at..)?
                .trim_start_matches(|c: char| !c.is_alphabetic());
            let stop = rest
                .find([',', '|', '.', '>', ';', '(', ')'])
                .unwrap_or(rest.len());
            let name = rest[..stop].trim_end_matches(|c: char| !c.is_alphabetic());
            let fits = is_name(name) && words(name) <= LONGEST && name.chars().count() > 1;
            fits.then_some(name)
        })
}

fn beside_date<'t>(sheet: &Sheet<'t>) -> Option<&'t str> {
    let mut authors = (0..sheet.body).filter(|&i| sheet.kinds[i] == Some(BlockKind::Byline));
    authors.find_map(|i| {
        let line = sheet.line(i);
        let other: Span = byline(line)?.other?;
        Some(other.of(line))
    })
}

/// What the beginning of the first paragraph says, before its dash:
/// "GHENT, March 11 (Meridian) - …", "(브렌하벤=한결통신) 서지안 기자 = …".
struct Dateline<'t> {
    agency: Option<&'t str>,
    head: &'t str,
}

fn dateline<'t>(sheet: &Sheet<'t>) -> Option<Dateline<'t>> {
    const FURTHEST: usize = 120;
    let first = (sheet.body..sheet.lines.len()).find(|&i| sheet.is_open(i))?;
    let line = sheet.line(first);
    if let Some(rest) = line.strip_prefix('(') {
        let (inside, after) = rest.split_once(')')?;
        let (_, agency) = inside.split_once('=')?;
        let head = after.split_once('=').map_or("", |(head, _)| head);
        return Some(Dateline {
            agency: Some(agency.trim()),
            head,
        });
    }
    let city: String = line.chars().take_while(|c| c.is_alphabetic()).collect();
    let capitals = city.chars().count() > 1 && city.chars().all(|c| !c.is_lowercase());
    let dash = [" - ", " – ", " — ", " -- "]
        .iter()
        .filter_map(|dash| line.find(dash))
        .min()?;
    let head = line.get(..dash).filter(|_| capitals && dash <= FURTHEST)?;
    let agency = head
        .rsplit_once('(')
        .and_then(|(_, rest)| rest.strip_suffix(')'));
    Some(Dateline {
        agency: agency.filter(|name| is_name(name)),
        head,
    })
}
