//! What marks say about a passage, and what they are after a change.

use std::mem::discriminant;

use super::{ArticleId, Change, Mark, Marks, Place, Span, Who};

impl Place {
    /// A whole article.
    pub fn whole(article: ArticleId) -> Self {
        Self {
            article,
            span: Span::default(),
            words: String::new(),
        }
    }

    /// Whether it is a whole article.
    pub fn is_whole(&self) -> bool {
        self.span.is_empty()
    }
}

impl Marks {
    /// The marks as they are after `changes`.
    pub fn with(&self, changes: &[Change]) -> Self {
        let mut all = self.all().to_vec();
        for change in changes {
            let (Change::Set(mark) | Change::Remove(mark)) = change;
            all.retain(|kept| !have_one_key(kept, mark));
            if let Change::Set(mark) = change {
                all.push(mark.clone());
            }
        }
        Self::new(all)
    }

    /// Whether the passage is in the basket; an empty span asks for the article.
    pub fn is_picked(&self, article: ArticleId, span: Span) -> bool {
        self.on(article, span)
            .any(|mark| matches!(mark, Mark::Picked { .. }))
    }

    /// How many passages and articles are in the basket.
    pub fn picked(&self) -> usize {
        let picked = self.all().iter();
        picked
            .filter(|mark| matches!(mark, Mark::Picked { .. }))
            .count()
    }

    /// The tags on the passage.
    pub fn tags_on(&self, article: ArticleId, span: Span) -> impl Iterator<Item = &str> {
        self.on(article, span).filter_map(|mark| match mark {
            Mark::Tagged { tag, .. } => Some(tag.as_str()),
            Mark::Picked { .. }
            | Mark::Noted { .. }
            | Mark::Seen { .. }
            | Mark::Saved { .. }
            | Mark::Speaker { .. }
            | Mark::Same { .. } => None,
        })
    }

    /// What a person said about the speaker of the quote there, also when another
    /// analysis has drawn the quote a little wider since.
    pub fn speaker_on(&self, on: &Place) -> Option<&Mark> {
        let said = |mark: &&Mark| match mark {
            Mark::Speaker { on: there, .. } => {
                there.span == on.span || there.span.overlaps(on.span)
            }
            Mark::Picked { .. }
            | Mark::Tagged { .. }
            | Mark::Noted { .. }
            | Mark::Seen { .. }
            | Mark::Saved { .. }
            | Mark::Same { .. } => false,
        };
        self.of(on.article).find(said)
    }

    /// The corrections by which other names count as this one, or its kind is another.
    pub fn counted_as(&self, who: &Who) -> Vec<&Mark> {
        let mut found: Vec<&Mark> = Vec::new();
        let mut names = vec![who];
        while let Some(name) = names.pop() {
            for mark in self.all() {
                if let Mark::Same { who, is, .. } = mark
                    && is == name
                    && !found.contains(&mark)
                {
                    found.push(mark);
                    names.push(who);
                }
            }
        }
        found
    }

    /// The note on the passage.
    pub fn note_on(&self, article: ArticleId, span: Span) -> Option<&str> {
        self.on(article, span).find_map(|mark| match mark {
            Mark::Noted { note, .. } => Some(note.as_str()),
            Mark::Picked { .. }
            | Mark::Tagged { .. }
            | Mark::Seen { .. }
            | Mark::Saved { .. }
            | Mark::Speaker { .. }
            | Mark::Same { .. } => None,
        })
    }
}

// The cheap halves of the key first: there may be many marks.
fn have_one_key(one: &Mark, other: &Mark) -> bool {
    discriminant(one) == discriminant(other)
        && one.article() == other.article()
        && one.key() == other.key()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> Place {
        Place {
            article: ArticleId::of_text("One."),
            span: Span::new(0, 3),
            words: "One".into(),
        }
    }

    fn tag(tag: &str) -> Mark {
        let (on, tag) = (place(), tag.to_owned());
        Mark::Tagged { on, tag }
    }

    #[test]
    fn changes_set_replace_and_remove_by_key() {
        let note = |note: &str| Mark::Noted {
            on: place(),
            note: note.into(),
        };
        let marks = Marks::default().with(&[Change::Set(tag("a")), Change::Set(note("x"))]);
        let marks = marks.with(&[Change::Set(tag("b")), Change::Set(note("y"))]);
        let on = place();
        let tags = |marks: &Marks| {
            let tags = marks.tags_on(on.article, on.span);
            tags.map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(tags(&marks), ["a", "b"]);
        assert_eq!(marks.note_on(on.article, on.span), Some("y"));
        let marks = marks.with(&[Change::Remove(tag("a")), Change::Remove(note(""))]);
        assert_eq!(tags(&marks), ["b"]);
        assert_eq!(marks.note_on(on.article, on.span), None);
    }

    #[test]
    fn names_count_as_another_over_several_steps() {
        let who = |name: &str| Who {
            name: name.into(),
            kind: None,
        };
        let same = |a: &str, b: &str| {
            Change::Set(Mark::Same {
                article: None,
                who: who(a),
                is: who(b),
            })
        };
        let marks = Marks::default().with(&[same("A", "B"), same("B", "C"), same("C", "A")]);
        assert_eq!(marks.counted_as(&who("C")).len(), 3);
        let marks = Marks::default().with(&[same("A", "B"), same("X", "Y")]);
        assert_eq!(marks.counted_as(&who("B")).len(), 1);
        assert_eq!(marks.counted_as(&who("A")).len(), 0);
    }

    #[test]
    fn an_article_and_its_passages_are_picked_apart() {
        let pick = |on| Change::Set(Mark::Picked { on, order: 0 });
        let id = place().article;
        let marks = Marks::default().with(&[pick(Place::whole(id))]);
        assert!(marks.is_picked(id, Span::default()) && !marks.is_picked(id, place().span));
        assert_eq!(marks.with(&[pick(place())]).picked(), 2);
    }
}
