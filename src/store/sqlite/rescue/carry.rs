//! What can be read of a damaged library, row by row, into a new one.

use std::collections::BTreeSet;

use rusqlite::{Connection, Result, params};

use crate::error;
use crate::model::{Analysis, Article, Entry, Provenance};
use crate::store::sqlite::{Database, read};

/// Articles that are carried over in one transaction.
const BATCH: usize = 200;

/// Where the numbers of articles stand: each may be readable where others are not.
const NUMBERS: [&str; 5] = [
    "SELECT id FROM article ORDER BY id",
    "SELECT id FROM article ORDER BY id DESC",
    "SELECT id FROM article INDEXED BY article_date ORDER BY published DESC, id DESC",
    "SELECT article FROM body ORDER BY article",
    "SELECT article FROM body ORDER BY article DESC",
];

/// The columns of the tables that hold what people decided, from both ends.
const MARKS: [&str; 2] = [
    r#"SELECT key, start, "end", what, name, value, at FROM mark"#,
    r#"SELECT key, start, "end", what, name, value, at FROM mark
       ORDER BY key DESC, start DESC, "end" DESC, what DESC, name DESC"#,
];
const DEEDS: [&str; 2] = [
    "SELECT id, label, at, undone, steps FROM deed ORDER BY id",
    "SELECT id, label, at, undone, steps FROM deed ORDER BY id DESC",
];

/// What could be carried over.
#[derive(Debug, Default)]
pub(super) struct Carried {
    articles: usize,
    /// As the old library counted them, if that can be read.
    of: Option<usize>,
    marks: usize,
}

impl Carried {
    pub(super) fn told(&self) -> String {
        let of = self.of.filter(|of| *of >= self.articles);
        let of = of.map(|of| format!(" of {of}")).unwrap_or_default();
        format!("{}{of} articles, {} marks", self.articles, self.marks)
    }
}

/// Marks go first: what a person corrected is written into the lists with its article.
pub(super) fn carry(old: &Connection, new: &mut Database) -> error::Result<Carried> {
    let mut carried = Carried {
        of: read::fact(old, "articles").ok(),
        ..Carried::default()
    };
    new.write(|new| {
        carried.marks = carry_marks(old, new, None)?;
        carry_deeds(old, new)
    })?;
    let numbers: Vec<i64> = numbers(old).into_iter().collect();
    for numbers in numbers.chunks(BATCH) {
        let mut entries = Vec::with_capacity(numbers.len());
        let mut outdated = Vec::new();
        let mut keys = vec![String::new()];
        for &number in numbers {
            // Its key is made of its text, so that no flipped letter goes unnoticed.
            let Some(article) = read::article(old, number).ok().filter(is_whole) else {
                continue;
            };
            keys.push(article.id.to_string());
            let analysis = read::analysis(old, number, &article).ok().flatten();
            if analysis.is_none() {
                outdated.push(article.id);
            }
            entries.extend(of_files(files(old, number), (article, analysis)));
        }
        // Between two damaged places no way leads but by the key of the article.
        carried.marks += new.write(|new| carry_marks(old, new, Some(&keys)))?;
        carried.articles += new.add(&entries, &[])?.added;
        for id in outdated {
            new.mark_outdated(id);
        }
    }
    Ok(carried)
}

/// The article once for each file that holds it. An analysis that cannot be read is made
/// anew at the next start.
fn of_files(
    files: Vec<Provenance>,
    (article, analysis): (Article, Option<Analysis>),
) -> impl Iterator<Item = Entry> {
    let analysis = analysis.unwrap_or_default();
    let files = match files.is_empty() {
        true => vec![Provenance::default()],
        false => files,
    };
    files.into_iter().map(move |provenance| Entry {
        article: article.clone(),
        analysis: analysis.clone(),
        provenance,
    })
}

fn is_whole(article: &Article) -> bool {
    let same = Article::new(
        article.text.clone(),
        article.blocks.clone(),
        article.meta.clone(),
    );
    let inside = |span: crate::model::Span| article.text.get(span.start..span.end).is_some();
    let spans = article
        .blocks
        .iter()
        .flat_map(|block| std::iter::once(block.span).chain(block.credit));
    same.id == article.id && spans.chain(article.meta.headline).all(inside)
}

fn files(old: &Connection, number: i64) -> Vec<Provenance> {
    let sql = "SELECT path, part, stamp FROM provenance WHERE article = ?1 ORDER BY path, part";
    let Ok(mut query) = old.prepare_cached(sql) else {
        return Vec::new();
    };
    let rows = query.query_map([number], read::provenance);
    rows.map(|rows| rows.map_while(Result::ok).collect())
        .unwrap_or_default()
}

fn numbers(old: &Connection) -> BTreeSet<i64> {
    let mut numbers = BTreeSet::new();
    for sql in NUMBERS {
        rows(old, (sql, &[]), |row| {
            numbers.insert(row.get(0)?);
            Ok(())
        });
    }
    numbers
}

/// Hands every row to `each` until one cannot be read.
fn rows(
    old: &Connection,
    (sql, values): (&str, &[&dyn rusqlite::ToSql]),
    mut each: impl FnMut(&rusqlite::Row<'_>) -> Result<()>,
) {
    let Ok(mut query) = old.prepare_cached(sql) else {
        return;
    };
    let Ok(mut rows) = query.query(values) else {
        return;
    };
    while let Ok(Some(row)) = rows.next() {
        // A row that makes no sense is no reason to stop at it.
        let _ = each(row);
    }
}

/// Copies every mark that can be read, whatever version made it, or those on the articles
/// of `keys`; gives how many are new.
fn carry_marks(old: &Connection, new: &Connection, keys: Option<&[String]>) -> Result<usize> {
    let mut put = new.prepare_cached(
        r#"INSERT OR IGNORE INTO mark (key, start, "end", what, name, value, at)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"#,
    )?;
    let mut carried = 0;
    let mut copy = |row: &rusqlite::Row<'_>| {
        let value: String = row.get(5)?;
        if serde_json::from_str::<serde_json::Value>(&value).is_ok() {
            let (key, start, end): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (what, name, at): (String, String, String) =
                (row.get(3)?, row.get(4)?, row.get(6)?);
            carried += put.execute(params![key, start, end, what, name, value, at])?;
        }
        Ok(())
    };
    let Some(keys) = keys else {
        for sql in MARKS {
            rows(old, (sql, &[]), &mut copy);
        }
        return Ok(carried);
    };
    let one = format!("{} WHERE key = ?1", MARKS[0]);
    for key in keys {
        rows(old, (&one, &[key]), &mut copy);
    }
    Ok(carried)
}

fn carry_deeds(old: &Connection, new: &Connection) -> Result<()> {
    let mut put = new.prepare(
        "INSERT OR IGNORE INTO deed (id, label, at, undone, steps) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for sql in DEEDS {
        rows(old, (sql, &[]), |row| {
            let steps: String = row.get(4)?;
            if serde_json::from_str::<serde_json::Value>(&steps).is_ok() {
                let (id, undone): (i64, bool) = (row.get(0)?, row.get(3)?);
                let (label, at): (String, String) = (row.get(1)?, row.get(2)?);
                put.execute(params![id, label, at, undone, steps])?;
            }
            Ok(())
        });
    }
    Ok(())
}
