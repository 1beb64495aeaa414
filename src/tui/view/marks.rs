//! Signs and words of what people decided about a passage.

use super::paint::Pen;
use crate::model::{ArticleId, Mark, Marks, Place, Span};

/// Whether lists need a column for signs: only once there is something to sign.
pub fn has_signs(marks: &Marks) -> bool {
    marks.all().iter().any(|mark| mark.place().is_some())
}

/// Writes the sign of a passage: in the basket, else tagged or noted, else nothing.
pub fn sign(marks: &Marks, (article, span): (ArticleId, Span), pen: &mut Pen) {
    let (signs, theme) = (*pen.signs(), pen.theme());
    let mut tagged = false;
    for mark in marks.on(article, span) {
        match mark {
            Mark::Picked { .. } => {
                pen.own(signs.picked, theme.mark);
                return;
            }
            Mark::Tagged { .. } | Mark::Noted { .. } => tagged = true,
            Mark::Speaker { .. } | Mark::Seen { .. } | Mark::Saved { .. } | Mark::Same { .. } => {}
        }
    }
    match tagged {
        true => pen.own(signs.tagged, theme.mark),
        false => pen.skip(1),
    };
}

/// Whether the list of articles needs a column for signs: once one was read, or
/// something else is to be signed.
pub fn has_article_signs(marks: &Marks) -> bool {
    marks.all().iter().any(|mark| match mark {
        Mark::Seen { .. } => true,
        mark => mark.place().is_some_and(Place::is_whole),
    })
}

/// Whether anybody tells which articles were read.
pub fn tells_read(marks: &Marks) -> bool {
    let seen = |mark: &Mark| matches!(mark, Mark::Seen { .. });
    marks.all().iter().any(seen)
}

/// Writes the sign of an article: that of a passage, else that it was not read yet,
/// where that is told of `reads`.
pub fn article_sign((marks, reads): (&Marks, bool), article: ArticleId, pen: &mut Pen) {
    let whole = Span::default();
    let marked = marks.on(article, whole).next().is_some();
    if marked || !reads || marks.is_seen(article) {
        return sign(marks, (article, whole), pen);
    }
    let (unseen, style) = (pen.signs().unseen, pen.theme().text);
    pen.own(unseen, style);
}

/// The tags and the note of a passage in one line: `#water #cost  ask the ministry`.
pub fn told(marks: &Marks, (article, span): (ArticleId, Span)) -> String {
    let tags = marks.tags_on(article, span).map(|tag| format!("#{tag}"));
    let tags: Vec<String> = tags.collect();
    let note = marks.note_on(article, span).map(str::to_owned);
    let parts = [Some(tags.join(" ")), note].into_iter().flatten();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("  ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Change;

    #[test]
    fn tags_stand_before_the_note() {
        let on = Place::whole(ArticleId::of_text("x"));
        let tag = |tag: &str| Mark::Tagged {
            on: on.clone(),
            tag: tag.into(),
        };
        let note = Mark::Noted {
            on: on.clone(),
            note: "ask again".into(),
        };
        let all = [note, tag("water"), tag("cost")].map(Change::Set);
        let marks = Marks::default().with(&all);
        assert_eq!(
            told(&marks, (on.article, on.span)),
            "#water #cost  ask again"
        );
        assert_eq!(told(&marks, (on.article, Span::new(0, 1))), "");
    }
}
