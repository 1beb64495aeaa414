//! What can be searched as one line each, packed for speed: a blob of bytes, where
//! each line begins, and which letters it holds.

use rayon::prelude::*;

use super::class::{PART, mask};
use super::searchable::searchable;
use crate::store::{Catalog, Row};

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
    /// Makes a line of each row and a line of each name, as [`Lines::of_rows`] and
    /// [`Lines::of_names`] do, side by side.
    pub fn of(catalog: &Catalog) -> (Self, Self) {
        let names = name_lines(catalog);
        rayon::join(
            || Self::of_rows_with(catalog, &names),
            || {
                let mut lines = Self::default();
                names.iter().for_each(|name| lines.push(name));
                lines
            },
        )
    }

    /// Makes a line of each row: headline, source, and every name with its others.
    pub fn of_rows(catalog: &Catalog) -> Self {
        Self::of_rows_with(catalog, &name_lines(catalog))
    }

    fn of_rows_with(catalog: &Catalog, names: &[String]) -> Self {
        let mut lines = Self::default();
        let mut line = String::new();
        for row in catalog.rows() {
            line.clear();
            push_row(row, names, &mut line);
            lines.push(&line);
        }
        lines
    }

    /// Makes a line of each name with its other names.
    pub fn of_names(catalog: &Catalog) -> Self {
        let mut lines = Self::default();
        for at in 0..catalog.names().len() {
            lines.push(&name_line(catalog, at));
        }
        lines
    }

    fn push(&mut self, line: &str) {
        if self.len.is_multiple_of(LINES_A_CHUNK) {
            self.chunks.push(Chunk::default());
        }
        let chunk = self
            .chunks
            .last_mut()
            .expect("one was just pushed or is there");
        let mut end = line.len().min(LONGEST);
        while !line.is_char_boundary(end) {
            end -= 1;
        }
        let cut = &line.as_bytes()[..end];
        chunk.blob.extend_from_slice(cut);
        chunk
            .ends
            .push(u32::try_from(chunk.blob.len()).unwrap_or(u32::MAX));
        chunk.masks.push(mask(cut));
        self.len += 1;
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

fn push_row(row: &Row, names: &[String], line: &mut String) {
    line.push_str(&searchable(&row.headline).text);
    line.push(PART.into());
    if let Some(source) = &row.source {
        line.push_str(&searchable(source).text);
    }
    for name in row.names.iter().filter_map(|name| names.get(name.index())) {
        line.push(PART.into());
        line.push_str(name);
    }
}

/// Every name made searchable; it stands in many rows, and this is done once.
fn name_lines(catalog: &Catalog) -> Vec<String> {
    let all = (0..catalog.names().len()).into_par_iter();
    all.map(|at| name_line(catalog, at)).collect()
}

/// A name and its other names, each a part.
fn name_line(catalog: &Catalog, at: usize) -> String {
    let Some(name) = catalog.names().get(at) else {
        return String::new();
    };
    let mut line = searchable(&name.text).text;
    for alias in &name.aliases {
        line.push(PART.into());
        line.push_str(&searchable(alias).text);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Name, NameRef};

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
        let lines = Lines::of_rows(&catalog);
        assert_eq!(lines.len(), 2);
        let text = lines.text(0);
        assert_eq!(
            text,
            "\"one\" thing\nthe post\nkorean central news agency\nkcna"
        );
        assert_eq!(lines.text(2), "");
        assert_eq!(
            Lines::of_names(&catalog).text(0),
            "korean central news agency\nkcna"
        );
    }
}
