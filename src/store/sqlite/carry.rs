//! Marks of an article whose file holds a changed text of it now.
//!
//! A mark is kept by what the text is, so that a corrected typing error would lose
//! it. Where most of the old text stands in the new one, what a person decided about
//! the article and about words that are still there goes along, and so does what can
//! be taken back. Everything else stays with the old text, as a record.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, Result, params};

use super::marks::{Step, packed, put, read};
use super::write::Writer;
use crate::model::{Article, BlockKind, Mark, MarkKey, Place, Span};

/// Carries the marks of `before` over to `after`, if it is the same story.
///
/// Where a mark stands already, it stays, and the other one stays with the old text.
pub(super) fn carry(writer: &mut Writer, before: &Article, after: &Article) -> Result<()> {
    let marks = marks_of(writer.connection, before)?;
    let deeds = deeds_of(writer.connection, before)?;
    if (marks.is_empty() && deeds.is_empty()) || !is_same_story(before, after) {
        return Ok(());
    }
    let mut corrected = false;
    let mut carried = Carried::new();
    for mark in &marks {
        let Some(moved) = moved(mark, before, after) else {
            continue;
        };
        let (from, to) = (mark.key(), moved.key());
        if is_taken(writer.connection, &to)? {
            continue;
        }
        corrected |= moved.is_correction();
        put(writer.connection, &from, None)?;
        put(writer.connection, &to, Some(&moved))?;
        carried.insert(to, from);
    }
    for (id, steps) in deeds {
        carry_deed(writer.connection, (id, steps), &carried, (before, after))?;
    }
    match corrected {
        true => writer.index_again(after.id),
        false => Ok(()),
    }
}

/// The new keys of marks that went along, each with its old one.
type Carried = HashMap<MarkKey, MarkKey>;

/// Whether there is a mark, also one that a later version made.
fn is_taken(connection: &Connection, key: &MarkKey) -> Result<bool> {
    connection
        .prepare_cached(
            r#"SELECT 1 FROM mark
               WHERE key = ?1 AND start = ?2 AND "end" = ?3 AND what = ?4 AND name = ?5"#,
        )?
        .exists(params![
            key.article,
            key.span.start,
            key.span.end,
            key.what,
            key.name
        ])
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

/// The deeds about an article that can be taken back or done again. One with a step
/// that a later version made is left alone.
fn deeds_of(connection: &Connection, article: &Article) -> Result<Vec<(i64, Vec<Step>)>> {
    let mut query =
        connection.prepare_cached("SELECT id, steps FROM deed WHERE instr(steps, ?1) > 0")?;
    let mut rows = query.query([article.id.to_string()])?;
    let mut deeds = Vec::new();
    while let Some(row) = rows.next()? {
        if let Ok(steps) = serde_json::from_str(&row.get::<_, String>(1)?) {
            deeds.push((row.get(0)?, steps));
        }
    }
    Ok(deeds)
}

/// What can be taken back, and done again, is about the new text as well; not where
/// another mark stands, which nobody would want to be changed.
fn carry_deed(
    connection: &Connection,
    (id, mut steps): (i64, Vec<Step>),
    carried: &Carried,
    (before, after): (&Article, &Article),
) -> Result<()> {
    for step in &mut steps {
        let there = |side: &Option<Mark>| side.as_ref().and_then(|it| moved(it, before, after));
        let (old, new) = (there(&step.before), there(&step.after));
        let all = old.is_some() == step.before.is_some() && new.is_some() == step.after.is_some();
        let Some(key) = old.as_ref().or(new.as_ref()).filter(|_| all).map(Mark::key) else {
            continue;
        };
        let is_free = match carried.get(&key) {
            Some(from) => *from == step.key,
            None => !is_taken(connection, &key)?,
        };
        if is_free {
            (step.key, step.before, step.after) = (key, old, new);
        }
    }
    connection
        .prepare_cached("UPDATE deed SET steps = ?2 WHERE id = ?1")?
        .execute(params![id, packed(&steps)?])?;
    Ok(())
}

/// What ends a sentence, nearly enough to tell whether a text is the same.
const STOPS: [char; 5] = ['.', '!', '?', '。', '\n'];

/// Whether most of the sentences, by their length, stand in the other text as they are.
fn is_same_story(before: &Article, after: &Article) -> bool {
    let there: HashSet<&str> = after.text.split(STOPS).map(str::trim).collect();
    let (mut all, mut kept) = (0, 0);
    let blocks = before.blocks.iter();
    let blocks = blocks.filter(|block| block.kind == BlockKind::Paragraph);
    for words in blocks.flat_map(|block| block.span.of(&before.text).split(STOPS)) {
        let words = words.trim();
        all += words.len();
        if there.contains(words) {
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
