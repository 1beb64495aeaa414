//! Marks of an article whose file holds a changed text of it now.
//!
//! A mark is kept by what the text is, so that a corrected typing error would lose
//! it. Where most of the old text stands in the new one, what a person decided about
//! the article and about words that are still there goes along, and so does what can
//! be taken back. Everything else stays with the old text, as a record.

use rusqlite::{Connection, Result, params};

use super::marks::{Step, packed, put, read};
use super::write::Writer;
use crate::model::{Article, BlockKind, Mark, Place, Span};

/// Carries the marks of `before` over to `after`, if it is the same story.
pub(super) fn carry(writer: &mut Writer, before: &Article, after: &Article) -> Result<()> {
    let marks = marks_of(writer.connection, before)?;
    if marks.is_empty() || !is_same_story(before, after) {
        return Ok(());
    }
    let mut corrected = false;
    for mark in &marks {
        let Some(moved) = moved(mark, before, after) else {
            continue;
        };
        corrected |= moved.is_correction();
        put(writer.connection, &mark.key(), None)?;
        put(writer.connection, &moved.key(), Some(&moved))?;
    }
    carry_deeds(writer.connection, before, after)?;
    match corrected {
        true => writer.index_again(after.id),
        false => Ok(()),
    }
}

fn marks_of(connection: &Connection, article: &Article) -> Result<Vec<Mark>> {
    let mut query = connection.prepare_cached("SELECT value FROM mark WHERE key = ?1")?;
    let mut rows = query.query([article.id.to_string()])?;
    let mut marks = Vec::new();
    while let Some(row) = rows.next()? {
        marks.extend(read(&row.get::<_, String>(0)?));
    }
    Ok(marks)
}

/// What can be taken back, and done again, is about the new text as well.
fn carry_deeds(connection: &Connection, before: &Article, after: &Article) -> Result<()> {
    let mut query =
        connection.prepare_cached("SELECT id, steps FROM deed WHERE instr(steps, ?1) > 0")?;
    let deeds = query.query_map([before.id.to_string()], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
    })?;
    for (id, steps) in deeds.collect::<Result<Vec<_>>>()? {
        let mut steps: Vec<Step> = serde_json::from_str(&steps).unwrap_or_default();
        for step in &mut steps {
            for side in [&mut step.before, &mut step.after] {
                if let Some(there) = side.as_ref().and_then(|mark| moved(mark, before, after)) {
                    step.key = there.key();
                    *side = Some(there);
                }
            }
        }
        connection
            .prepare_cached("UPDATE deed SET steps = ?2 WHERE id = ?1")?
            .execute(params![id, packed(&steps)?])?;
    }
    Ok(())
}

/// What ends a sentence, nearly enough to tell whether a text is the same.
const STOPS: [char; 5] = ['.', '!', '?', '。', '\n'];

/// Whether most of the sentences, by their length, stand in the other text as they are.
fn is_same_story(before: &Article, after: &Article) -> bool {
    let (mut all, mut kept) = (0, 0);
    let blocks = before.blocks.iter();
    let blocks = blocks.filter(|block| block.kind == BlockKind::Paragraph);
    for words in blocks.flat_map(|block| block.span.of(&before.text).split(STOPS)) {
        all += words.len();
        if after.text.contains(words) {
            kept += words.len();
        }
    }
    2 * kept > all
}

/// The same mark on the other text; none where its words are gone, and none for an
/// article that was read, since nobody has read the new text.
fn moved(mark: &Mark, before: &Article, after: &Article) -> Option<Mark> {
    let there = |on: &Place| place(on, before, after);
    match mark {
        Mark::Picked { on, order } => there(on).map(|on| Mark::Picked { on, order: *order }),
        Mark::Tagged { on, tag } => {
            let tag = tag.clone();
            there(on).map(|on| Mark::Tagged { on, tag })
        }
        Mark::Noted { on, note } => {
            let note = note.clone();
            there(on).map(|on| Mark::Noted { on, note })
        }
        Mark::Speaker { on, speaker } => {
            let speaker = speaker.clone();
            there(on).map(|on| Mark::Speaker { on, speaker })
        }
        Mark::Same { article, who, is } if *article == Some(before.id) => Some(Mark::Same {
            article: Some(after.id),
            who: who.clone(),
            is: is.clone(),
        }),
        Mark::Same { .. } | Mark::Seen { .. } | Mark::Saved { .. } => None,
    }
}

fn place(on: &Place, before: &Article, after: &Article) -> Option<Place> {
    if on.article != before.id {
        return None;
    }
    if on.is_whole() {
        return Some(Place::whole(after.id));
    }
    let words = match on.words.is_empty() {
        true => before.text.get(on.span.start..on.span.end)?,
        false => &on.words,
    };
    let starts = after.text.match_indices(words).map(|(at, _)| at);
    // Of several the one that stands most like it did.
    let start = starts.min_by_key(|at| at.abs_diff(on.span.start))?;
    Some(Place {
        article: after.id,
        span: Span::new(start, start + words.len()),
        words: words.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Meta};

    fn article(paragraphs: &[&str]) -> Article {
        let mut text = String::new();
        let mut blocks = Vec::new();
        for words in paragraphs {
            let span = Span::new(text.len(), text.len() + words.len());
            let kind = BlockKind::Paragraph;
            blocks.push(Block {
                kind,
                span,
                credit: None,
            });
            text.push_str(words);
            text.push_str("\n\n");
        }
        Article::new(text, blocks, Meta::default())
    }

    #[track_caller]
    fn check(words: &str, before: &[&str], after: &[&str], expected: Option<usize>) {
        let (before, after) = (article(before), article(after));
        let start = before.text.find(words).unwrap();
        let on = Place {
            article: before.id,
            span: Span::new(start, start + words.len()),
            words: words.into(),
        };
        let there = place(&on, &before, &after);
        let there = there.filter(|_| is_same_story(&before, &after));
        assert_eq!(there.map(|there| there.span.start), expected);
    }

    #[test]
    fn words_that_are_still_there_are_found_where_they_stand_now() {
        let before = ["A ferry left.", "“We go,” she said.", "Rain fell."];
        check(
            "We go",
            &before,
            &["A ferry left!", before[1], before[2]],
            Some(18),
        );
        check(
            "We go",
            &before,
            &["New.", before[0], before[1], before[2]],
            Some(24),
        );
        check("Rain", &before, &[before[0], before[1]], None);
    }

    #[test]
    fn another_story_in_the_same_file_takes_nothing_along() {
        check("go", &["They go.", "All of them."], &["We go on."], None);
    }
}
