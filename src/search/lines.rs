//! What can be searched as one line each, packed for speed: a blob of bytes, where
//! each line begins, and which letters it holds.

use std::cell::OnceCell;

use rayon::prelude::*;

use super::class::{PART, mask};
use super::searchable::searchable;
use super::story::stories;
use crate::store::{Catalog, Name, Row};

/// Lines in one blob: less than four gigabytes of it, so that a place takes four bytes.
const LINES_A_CHUNK: usize = 1 << 16;
/// Bytes of a line at most. A headline of a megabyte is no headline.
const LONGEST: usize = (1 << 16) - 1;

/// Many lines of searchable text.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    chunks: Vec<Chunk>,
    len: usize,
}

#[derive(Debug, Clone, Default)]
struct Chunk {
    blob: Vec<u8>,
    ends: Vec<u32>,
    masks: Vec<u64>,
}

impl Lines {
    /// Makes a line of each row: headline, source, and every name as `names` has it.
    pub fn of_rows(catalog: &Catalog, names: &Lines) -> Self {
        Self::of(catalog.rows(), |row, line| push_row(row, names, line))
    }

    /// Makes a line of each name with its other names.
    pub fn of_names(catalog: &Catalog) -> Self {
        Self::of(catalog.names(), push_name)
    }

    /// Makes a line of each item, chunks side by side.
    fn of<T: Sync>(items: &[T], write: impl Fn(&T, &mut String) + Sync) -> Self {
        let chunks = items.par_chunks(LINES_A_CHUNK).map(|items| {
            let mut chunk = Chunk::default();
            let mut line = String::new();
            for item in items {
                line.clear();
                write(item, &mut line);
                chunk.push(&line);
            }
            chunk
        });
        Self {
            chunks: chunks.collect(),
            len: items.len(),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// The line at `at`, and its mask; empty beyond the last.
    pub fn get(&self, at: usize) -> (&[u8], u64) {
        let Some(chunk) = self.chunks.get(at / LINES_A_CHUNK) else {
            return (&[], 0);
        };
        let at = at % LINES_A_CHUNK;
        let end = |at: usize| chunk.ends.get(at).map_or(0, |end| *end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        let line = chunk.blob.get(start..end(at)).unwrap_or_default();
        (line, chunk.masks.get(at).copied().unwrap_or(0))
    }

    /// The line at `at` as text.
    pub fn text(&self, at: usize) -> &str {
        std::str::from_utf8(self.get(at).0).unwrap_or_default()
    }

    /// Bytes that all of it takes.
    pub fn bytes(&self) -> usize {
        let bytes = |chunk: &Chunk| chunk.blob.len() + 4 * chunk.ends.len() + 8 * chunk.masks.len();
        self.chunks.iter().map(bytes).sum()
    }
}

impl Chunk {
    fn push(&mut self, line: &str) {
        let mut end = line.len().min(LONGEST);
        while !line.is_char_boundary(end) {
            end -= 1;
        }
        let cut = &line.as_bytes()[..end];
        self.blob.extend_from_slice(cut);
        let end = u32::try_from(self.blob.len()).unwrap_or(u32::MAX);
        self.ends.push(end);
        self.masks.push(mask(cut));
    }
}

fn push_row(row: &Row, names: &Lines, line: &mut String) {
    line.push_str(&searchable(&row.headline).text);
    line.push(PART.into());
    if let Some(source) = &row.source {
        line.push_str(&searchable(source).text);
    }
    let known = row.names.iter().filter(|name| name.index() < names.len());
    for name in known {
        line.push(PART.into());
        line.push_str(names.text(name.index()));
    }
}

/// A name and its other names, each a part.
fn push_name(name: &Name, line: &mut String) {
    line.push_str(&searchable(&name.text).text);
    for alias in &name.aliases {
        line.push(PART.into());
        line.push_str(&searchable(alias).text);
    }
}

/// The lines of a catalog, each kind made when it is looked at first: many questions
/// look at none of them.
#[derive(Debug, Default)]
pub struct CatalogLines {
    rows: OnceCell<Lines>,
    names: OnceCell<Lines>,
    stories: OnceCell<Vec<usize>>,
}

impl CatalogLines {
    /// A line of each row of `catalog`, which must be the same at every call.
    pub fn rows(&self, catalog: &Catalog) -> &Lines {
        let make = || Lines::of_rows(catalog, self.names(catalog));
        self.rows.get_or_init(make)
    }

    /// A line of each name of `catalog`, which must be the same at every call.
    pub fn names(&self, catalog: &Catalog) -> &Lines {
        self.names.get_or_init(|| Lines::of_names(catalog))
    }

    /// The number of the story of each row of `catalog`, which must be the same at every
    /// call.
    pub fn stories(&self, catalog: &Catalog) -> &[usize] {
        let all = || (0..catalog.len()).collect::<Vec<_>>();
        self.stories.get_or_init(|| stories(catalog, &all()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::NameRef;

    #[test]
    fn a_line_holds_headline_source_and_names() {
        let name = Name {
            text: "Korean Central News Agency".into(),
            kind: None,
            aliases: vec!["KCNA".into()],
            articles: 1,
        };
        let row = |headline: &str| Row {
            headline: headline.into(),
            source: Some("The Post".into()),
            names: [NameRef::new(0)].into(),
            ..Row::default()
        };
        let catalog = Catalog::with_names(vec![row("“One” thing"), row("Two")], vec![name]);
        let both = CatalogLines::default();
        let lines = both.rows(&catalog);
        assert_eq!(lines.len(), 2);
        let text = lines.text(0);
        assert_eq!(
            text,
            "\"one\" thing\nthe post\nkorean central news agency\nkcna"
        );
        assert_eq!(lines.text(2), "");
        assert_eq!(
            both.names(&catalog).text(0),
            "korean central news agency\nkcna"
        );
    }
}
