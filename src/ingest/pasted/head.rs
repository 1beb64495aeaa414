//! Everything above the first paragraph.

use crate::ingest::author::{bare_name, is_name, is_role};
use crate::ingest::byline::{Byline, byline, is_agency_line};
use crate::ingest::furniture::{ends_sentence, words};
use crate::ingest::words::{FURNITURE, OUTLETS};
use crate::model::{BlockKind, Span};

use super::{Sheet, caption};

/// Marks the lines of the head and sets where the body begins.
pub fn mark(sheet: &mut Sheet<'_>) {
    let zone = Zone::of(sheet);
    let known = known_headline(sheet);
    let headline = known.or_else(|| zone.headline(sheet));
    let authors: Vec<usize> = zone.authors.iter().map(|(i, _)| *i).collect();
    let last = authors.iter().copied().chain(headline).max();
    let below = last.filter(|i| authors.contains(i)).map(|i| i + 1);
    let below = below.filter(|&i| is_beside_author(sheet, i, &authors));
    let end = below.or(last).map_or(0, |i| i + 1);
    for i in 0..end {
        let kind = match (sheet.furniture[i].is_some(), headline) {
            _ if authors.contains(&i) => BlockKind::Byline,
            _ if Some(i) == headline => BlockKind::Headline,
            (true, _) => BlockKind::Furniture,
            (_, Some(headline)) if i < headline && is_masthead(outlet_name(sheet.line(i))) => {
                BlockKind::Furniture
            }
            _ if is_beside_author(sheet, i, &authors) => BlockKind::Byline,
            (_, Some(headline)) if i > headline => BlockKind::Deck,
            (_, Some(_)) => BlockKind::Furniture,
            (_, None) => BlockKind::Paragraph,
        };
        sheet.set(i, kind);
    }
    mark_captions(sheet, end);
    if let Some(headline) = headline {
        sheet.meta.headline = Some(sheet.lines[headline].span);
    }
    name_masthead(sheet, headline.unwrap_or(0));
    take_author(sheet, &zone, headline);
    sheet.body = after_head(sheet, end, headline.is_some() && !authors.is_empty());
}

/// The first lines, as far as an author line may still come.
struct Zone {
    /// Author and date lines.
    authors: Vec<(usize, Byline)>,
    /// Lines that may be headline, standfirst, masthead or section.
    open: Vec<usize>,
}

/// The longest line that may stand above an author line.
const LONGEST: usize = 60;

impl Zone {
    fn of(sheet: &Sheet<'_>) -> Self {
        const MOST_LINES: usize = 60;
        let mut zone = Self {
            authors: Vec::new(),
            open: Vec::new(),
        };
        let mut sentences = 0;
        for i in 0..sheet.lines.len().min(MOST_LINES) {
            let line = sheet.line(i);
            match zone.author_line(sheet, i) {
                // Prose between two author lines means that the second is of
                // another place: "By the numbers", a signature.
                Some(_) if sentences > 0 && !zone.authors.is_empty() => break,
                Some(found) => {
                    zone.authors.push((i, found));
                    sentences = 0;
                }
                None if sheet.furniture[i].is_some() => {}
                None => {
                    zone.open.push(i);
                    let long = words(line) >= 12 && ends_sentence(line);
                    sentences += usize::from(long && caption::sure(line).is_none());
                    if zone.is_over(sentences, words(line)) {
                        break;
                    }
                }
            }
        }
        zone
    }

    /// Whether no author line can follow: a page has a headline, a standfirst
    /// and at most one more sentence above it, and nothing between two.
    fn is_over(&self, sentences: usize, length: usize) -> bool {
        let first = self.authors.is_empty();
        let (most_sentences, most_lines) = if first { (3, 10) } else { (1, 14) };
        sentences >= most_sentences || self.open.len() > most_lines || length > LONGEST
    }

    fn author_line(&self, sheet: &Sheet<'_>, i: usize) -> Option<Byline> {
        let line = sheet.line(i);
        let joined = |i: usize| sheet.lines.get(i).is_some_and(|line| !line.apart);
        let role = |i: usize| joined(i) && is_role_line(sheet.line(i));
        byline(line).or_else(|| {
            let below = i > 0 && self.authors.last().is_some_and(|(above, _)| above + 1 == i);
            let told = is_agency_line(line) || (below && role(i));
            let named = bare_name(line).filter(|_| role(i + 1));
            let author = named.map(|author| Byline {
                author: Some(author),
                ..Byline::default()
            });
            author.or_else(|| told.then(Byline::default))
        })
    }

    /// The line that is the headline: the first of some length above the
    /// author line, else the longest there, else the first below it.
    fn headline(&self, sheet: &Sheet<'_>) -> Option<usize> {
        let first_author = self.authors.first().map_or(usize::MAX, |(i, _)| *i);
        let like = |i: &usize| is_like_headline(sheet, *i);
        let (above, below): (Vec<usize>, Vec<usize>) = self
            .open
            .iter()
            .copied()
            .filter(like)
            .partition(|&i| i < first_author);
        let masthead = |i: usize| is_masthead(outlet_name(sheet.line(i)));
        // An outlet's name is the headline only if nothing else can be.
        let others = above.len() > 1 || below.iter().any(|&i| !ends_sentence(sheet.line(i)));
        let fits = |i: &usize| !(others && masthead(*i));
        // Below a short headline and without an author line comes the body.
        let follows = |i: usize| {
            self.authors.is_empty() && above.first() != Some(&i) && ends_sentence(sheet.line(i))
        };
        let long = above
            .iter()
            .copied()
            .filter(|&i| is_long(sheet.line(i)) && !follows(i))
            .find(fits);
        long.or_else(|| self.short(sheet, &above).filter(fits))
            .or_else(|| below.first().copied())
    }

    /// Without an author line the first line stands for itself, above one the
    /// longest is the best guess.
    fn short(&self, sheet: &Sheet<'_>, above: &[usize]) -> Option<usize> {
        if self.authors.is_empty() {
            return above.first().copied();
        }
        above
            .iter()
            .copied()
            .max_by_key(|&i| (words(sheet.line(i)), i))
    }
}

/// Longer than the name of a section.
fn is_long(line: &str) -> bool {
    words(line) > 3 || line.chars().count() > 24
}

/// Whether line `i` may be a headline: not two sentences, not a whole
/// paragraph, and something follows it.
fn is_like_headline(sheet: &Sheet<'_>, i: usize) -> bool {
    const LONGEST: usize = 32;
    let line = sheet.line(i);
    let two = line.match_indices(". ").filter(|(at, _)| {
        let next = line[at + 2..].chars().next();
        next.is_some_and(|c| c.is_uppercase() || "\"“‘".contains(c))
    });
    let prose = two.count() > 0 && words(line) > 16;
    i + 1 < sheet.lines.len()
        && words(line) <= LONGEST
        && !prose
        && line.contains(char::is_alphabetic)
}

fn known_headline(sheet: &Sheet<'_>) -> Option<usize> {
    let span = sheet.meta.headline?;
    sheet.lines.iter().position(|line| line.span.overlaps(span))
}

/// "Transport correspondent, Port Ansel"
fn is_role_line(line: &str) -> bool {
    is_role(&line.to_lowercase()) && line.starts_with(char::is_uppercase) && !ends_sentence(line)
}

/// A name with its town, or a role, directly above or below an author line.
fn is_beside_author(sheet: &Sheet<'_>, i: usize, authors: &[usize]) -> bool {
    let joined = |i: usize| sheet.lines.get(i).is_some_and(|line| !line.apart);
    let above = authors.contains(&(i + 1)) && joined(i + 1);
    let below = i > 0 && authors.contains(&(i - 1)) && joined(i);
    (above || below) && bare_name(sheet.line(i)).is_some()
}

/// Captions between the lines of the head and right below it.
fn mark_captions(sheet: &mut Sheet<'_>, end: usize) {
    for i in 0..end {
        let line = sheet.line(i);
        let kind = sheet.kinds[i];
        if kind == Some(BlockKind::Deck)
            && let Some(credit) = caption::sure(line).or_else(|| caption::possible(line))
        {
            sheet.set(i, BlockKind::Caption);
            sheet.credits[i] = Some(sheet.within(i, credit));
        }
    }
}

/// Marks buttons and captions that follow the head; returns the first line of
/// the body. Below an author line a name in brackets is the credit of a picture.
fn after_head(sheet: &mut Sheet<'_>, end: usize, headed: bool) -> usize {
    let mut i = end;
    while i < sheet.lines.len() {
        let line = sheet.line(i);
        let below = || caption::possible(line).filter(|_| headed && i + 1 < sheet.lines.len());
        if sheet.furniture[i].is_some() {
            sheet.set(i, BlockKind::Furniture);
        } else if let Some(credit) = caption::sure(line).or_else(below) {
            sheet.set(i, BlockKind::Caption);
            sheet.credits[i] = Some(sheet.within(i, credit));
        } else if end > 0
            && i == end
            && !sheet.lines[i].apart
            && sheet.kinds[i - 1] == Some(BlockKind::Headline)
            && is_deck(sheet, i)
        {
            sheet.set(i, BlockKind::Deck);
        } else {
            break;
        }
        i += 1;
    }
    i
}

/// A line right below the headline, where paragraphs are parted by empty lines.
fn is_deck(sheet: &Sheet<'_>, i: usize) -> bool {
    let parted = sheet.lines.get(i + 1).is_some_and(|next| next.apart);
    parted && words(sheet.line(i)) <= 40
}

/// The outlet's name above the headline: "The Calder Post", "Echo | Coast".
fn name_masthead(sheet: &mut Sheet<'_>, headline: usize) {
    for i in 0..headline {
        let line = sheet.line(i);
        let name = outlet_name(line);
        if is_masthead(name) {
            let span = Span::new(0, name.len());
            sheet.masthead = Some(sheet.within(i, span));
            return;
        }
    }
}

/// The first part of a line such as "Echo | Coast".
fn outlet_name(line: &str) -> &str {
    let first = line.split(['|', '>', '›', '·']).next();
    first.unwrap_or_default().trim_end()
}

fn is_masthead(line: &str) -> bool {
    let low = line.to_lowercase();
    // "World News" is a section.
    if low
        .split_whitespace()
        .all(|word| FURNITURE.has("whole", word))
    {
        return false;
    }
    let tokens: Vec<&str> = low.split_whitespace().collect();
    let outlet = |word: Option<&&str>| word.is_some_and(|w| OUTLETS.has("", w));
    let article = tokens
        .first()
        .is_some_and(|w| ["the", "le", "la", "el", "die", "der", "das"].contains(w));
    let named = outlet(tokens.last())
        || (article && outlet(tokens.get(1)))
        || low.ends_with("통신")
        || low.ends_with("일보")
        || low.ends_with("신문");
    (2..=5).contains(&tokens.len().max(if low.is_ascii() { 0 } else { 2 }))
        && named
        && is_name(line)
}

fn take_author(sheet: &mut Sheet<'_>, zone: &Zone, headline: Option<usize>) {
    let dated = zone
        .authors
        .iter()
        .find_map(|(i, found)| found.date.as_ref().map(|d| (*i, d)));
    if let Some((i, date)) = dated {
        sheet.meta.published = Some(date.iso.clone());
        sheet.meta.published_text = Some(date.span.of(sheet.line(i)).to_owned());
    }
    let line_of = |i: usize, span: Span| span.of(sheet.line(i));
    let authors = || zone.authors.iter();
    let named = |only_by: bool| {
        let mut found = authors().filter(|(_, found)| found.by || !only_by);
        found.find_map(|(i, found)| found.author.map(|span| line_of(*i, span)))
    };
    let beside = || {
        let from = headline.unwrap_or(0);
        let mut lines = (from..sheet.lines.len().min(from + 12)).filter(|i| {
            let byline = sheet.kinds[*i] == Some(BlockKind::Byline);
            byline && authors().all(|(known, _)| known != i)
        });
        lines.find_map(|i| bare_name(sheet.line(i)).map(|span| line_of(i, span)))
    };
    let author = named(true).or_else(beside).or_else(|| named(false));
    sheet.meta.byline = author.map(str::to_owned);
}
