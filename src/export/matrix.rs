//! Tags as columns: one row for each quote or article, and for each tag a 0 or a 1.

use super::grid::Cell;
use super::record::Record;
use crate::model::{ArticleId, Mark, Marks};

/// Before the name of a tag, so that no tag has the name of another column.
const TAG: &str = "tag:";

/// The columns of a record, then one for each of `tags`.
pub fn matrix_columns<T: Record>(tags: &[String]) -> Vec<String> {
    let columns = T::COLUMNS.iter().map(|column| (*column).to_owned());
    let tags = tags.iter().map(|tag| format!("{TAG}{tag}"));
    columns.chain(tags).collect()
}

/// The cells of `record`, then for each of `tags` whether it is among `its`.
pub fn matrix_row<T: Record>(record: &T, its: &[String], tags: &[String]) -> Vec<Cell> {
    let cells = record.cells().into_iter().map(Cell::Text);
    let marks = tags
        .iter()
        .map(|tag| Cell::Number(usize::from(its.contains(tag))));
    cells.chain(marks).collect()
}

/// The tags on an article and on anything in it.
pub fn article_tags(marks: &Marks, article: ArticleId) -> Vec<String> {
    let tags = marks.of(article).filter_map(|mark| match mark {
        Mark::Tagged { tag, .. } => Some(tag.clone()),
        _ => None,
    });
    let mut tags: Vec<String> = tags.collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}
