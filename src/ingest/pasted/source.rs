//! The outlet, as far as the page names it.

use crate::ingest::byline::{byline, is_name};
use crate::ingest::furniture::words;
use crate::model::{BlockKind, Span};

use super::{Sheet, caption};

/// Sets the source: the closing credit, the masthead, the holder of the
/// rights, the piece beside the date, the agency of the dateline; in this
/// order, because an agency's story is the agency's wherever it is printed.
pub fn name(sheet: &mut Sheet<'_>) {
    let found = credit(sheet)
        .or_else(|| sheet.masthead.map(|span| span.of(sheet.text)))
        .or_else(|| rights(sheet))
        .or_else(|| beside_date(sheet))
        .or_else(|| dateline(sheet));
    sheet.meta.source = found.map(str::to_owned);
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

/// "GHENT, March 11 (Meridian) - …", "(브렌하벤=한결통신) …"
fn dateline<'t>(sheet: &Sheet<'t>) -> Option<&'t str> {
    const FURTHEST: usize = 60;
    let first = (sheet.body..sheet.lines.len()).find(|&i| sheet.is_open(i))?;
    let line = sheet.line(first);
    let (open, close) = (line.find('(')?, line.find(')')?);
    let inside = line.get(open + 1..close)?;
    let rest = line.get(close + 1..)?.trim_start();
    if open == 0
        && let Some((_, agency)) = inside.split_once('=')
    {
        return Some(agency.trim());
    }
    let before = line.get(..open)?;
    let city = before.split([',', ' ']).next().unwrap_or_default();
    let capitals = city.chars().count() > 1 && city.chars().all(|c| !c.is_lowercase());
    let dashed = rest.starts_with(['-', '–', '—']);
    (open > 0 && open <= FURTHEST && capitals && dashed && is_name(inside)).then_some(inside)
}
