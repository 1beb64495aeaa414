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

/// The tags that are meant by what was typed: parted by commas, each with or without
/// the sign before it.
pub fn tags_of(typed: &str) -> Vec<&str> {
    let tags = typed.split(',');
    let tags = tags.map(|tag| tag.trim().trim_start_matches('#').trim());
    tags.filter(|tag| !tag.is_empty()).collect()
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

    /// The same change of the mark that is there already, where a later analysis has
    /// drawn the passage a little differently since.
    pub fn in_place(&self, change: Change) -> Change {
        let (Change::Set(mark) | Change::Remove(mark)) = &change;
        let Some(on) = mark.place() else {
            return change;
        };
        let is_it = |there: &&Mark| {
            discriminant(*there) == discriminant(mark) && there.key().name == mark.key().name
        };
        let there = self.on(on.article, on.span).find(is_it);
        let Some(there) = there.and_then(Mark::place).cloned() else {
            return change;
        };
        match change {
            Change::Set(mark) => Change::Set(mark.at(there)),
            Change::Remove(mark) => Change::Remove(mark.at(there)),
        }
    }

    /// Whether the passage is in the basket; an empty span asks for the article.
    pub fn is_picked(&self, article: ArticleId, span: Span) -> bool {
        self.on(article, span)
            .any(|mark| matches!(mark, Mark::Picked { .. }))
    }

    /// Whether exactly this passage is in the basket.
    pub fn is_picked_exactly(&self, on: &Place) -> bool {
        let picked =
            |mark: &Mark| matches!(mark, Mark::Picked { on: there, .. } if there.span == on.span);
        self.of(on.article).any(picked)
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
        // Of several the one on exactly these words.
        let exactly = |mark: &&Mark| mark.place().is_some_and(|place| place.span == on.span);
        let mut all = self.of(on.article).filter(said);
        let exact = self.of(on.article).filter(said).find(exactly);
        exact.or_else(|| all.next())
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
    fn a_mark_outlives_a_quote_that_is_drawn_a_little_wider() {
        let article = place().article;
        let wider = Place {
            span: Span::new(0, 4),
            ..place()
        };
        let note = |on: &Place, note: &str| {
            let (on, note) = (on.clone(), note.to_owned());
            Mark::Noted { on, note }
        };
        let pick = |on: &Place| {
            Change::Set(Mark::Picked {
                on: on.clone(),
                order: 0,
            })
        };
        let marks = Marks::default().with(&[
            pick(&place()),
            Change::Set(tag("a")),
            Change::Set(note(&place(), "x")),
        ]);
        assert!(marks.is_picked(article, wider.span));
        assert_eq!(
            marks.tags_on(article, wider.span).collect::<Vec<_>>(),
            ["a"]
        );
        assert_eq!(marks.note_on(article, wider.span), Some("x"));
        assert!(!marks.is_picked(article, Span::new(2, 9)));
        // What is changed or taken away is the mark that is there.
        let set = marks.in_place(Change::Set(note(&wider, "y")));
        assert_eq!(set, Change::Set(note(&place(), "y")));
        let marks = marks.with(&[set, marks.in_place(Change::Remove(note(&wider, "")))]);
        assert_eq!(marks.note_on(article, wider.span), None);
        let other = Change::Set(Mark::Tagged {
            on: wider,
            tag: "b".into(),
        });
        assert_eq!(marks.in_place(other.clone()), other);
    }

    #[test]
    fn of_several_speakers_the_one_of_exactly_these_words_counts() {
        let said = |start, end| Mark::Speaker {
            on: Place {
                span: Span::new(start, end),
                ..place()
            },
            speaker: None,
        };
        let marks = Marks::new(vec![said(0, 2), said(0, 3)]);
        assert_eq!(marks.speaker_on(&place()), Some(&said(0, 3)));
    }

    #[test]
    fn tags_are_parted_by_commas_and_need_no_sign() {
        assert_eq!(tags_of(" # sea, #a b,, ##c "), ["sea", "a b", "c"]);
        assert_eq!(tags_of("#, "), [""; 0]);
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
