//! One article of a list as a line.

use crate::store::Row;

/// Gives `row` as columns for a person: day, the beginning of the id, number of
/// quotes, headline, source.
///
/// The beginning of the id is what `pullquote show` takes.
pub fn row_text(row: &Row) -> String {
    let id = row.id.to_string();
    let day = row
        .published
        .as_deref()
        .and_then(|date| date.get(..10))
        .unwrap_or("undated");
    let source = row
        .source
        .as_deref()
        .map(|source| format!(" ({source})"))
        .unwrap_or_default();
    format!(
        "{day:<10}  {}  {:>3}  {}{source}",
        &id[..SHORT_ID],
        row.quotes,
        row.headline
    )
}

/// Characters of an id that tell articles apart in practice: `b3:` and 40 bits.
const SHORT_ID: usize = 13;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ArticleId;

    #[test]
    fn a_row_reads_as_columns() {
        let row = Row {
            id: ArticleId::of_text("One."),
            published: Some("2026-08-14T09:00".into()),
            headline: "Talks resume".into(),
            source: Some("Calder Post".into()),
            quotes: 5,
            ..Row::default()
        };
        let id = row.id.to_string();
        assert_eq!(
            row_text(&row),
            format!("2026-08-14  {}    5  Talks resume (Calder Post)", &id[..13])
        );
    }
}
