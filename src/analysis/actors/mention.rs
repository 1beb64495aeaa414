//! The mentions found so far; no word belongs to two of them.

use std::ops::Range;

use crate::model::ActorKind;

/// A name where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its words.
    pub words: Range<usize>,
    /// What it names.
    pub kind: ActorKind,
}

/// The mentions of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentions {
    all: Vec<Option<Mention>>,
    /// For each word of the article the number of its mention, from 1; 0 for none.
    of_word: Vec<u32>,
}

impl Mentions {
    /// No mention in an article of `words` words.
    pub fn new(words: usize) -> Self {
        Self {
            all: Vec::new(),
            of_word: vec![0; words],
        }
    }

    /// Adds a mention, unless one of its words belongs to another already.
    pub fn add(&mut self, words: Range<usize>, kind: ActorKind) -> bool {
        if words.is_empty() || !self.is_free(&words) {
            return false;
        }
        self.all.push(Some(Mention {
            words: words.clone(),
            kind,
        }));
        let number = u32::try_from(self.all.len()).unwrap_or(0);
        if let Some(of_words) = self.of_word.get_mut(words) {
            of_words.fill(number);
        }
        true
    }

    /// Adds a mention in the place of those that lie inside of it. Refused when
    /// one lies across its edge.
    pub fn replace(&mut self, words: Range<usize>, kind: ActorKind) -> bool {
        let inside: Vec<Range<usize>> = self.within(&words).map(|m| m.words.clone()).collect();
        if inside
            .iter()
            .any(|m| m.start < words.start || m.end > words.end)
        {
            return false;
        }
        inside.iter().for_each(|words| self.remove(words.start));
        self.add(words, kind)
    }

    /// Removes the mention that holds the word at `at`.
    pub fn remove(&mut self, at: usize) {
        let Some(number) = self.of_word.get(at).map(|&number| number as usize) else {
            return;
        };
        let mention = number
            .checked_sub(1)
            .and_then(|index| self.all.get_mut(index));
        let words = mention.and_then(Option::take).map(|mention| mention.words);
        if let Some(of_words) = words.and_then(|words| self.of_word.get_mut(words)) {
            of_words.fill(0);
        }
    }

    /// The mention that holds the word at `at`.
    pub fn at(&self, at: usize) -> Option<&Mention> {
        let number = *self.of_word.get(at)? as usize;
        self.all.get(number.checked_sub(1)?)?.as_ref()
    }

    /// Whether no mention holds any of `words`.
    pub fn is_free(&self, words: &Range<usize>) -> bool {
        self.of_word
            .get(words.clone())
            .is_some_and(|of_words| of_words.iter().all(|&number| number == 0))
    }

    /// The mentions that share a word with `words`, in order.
    pub fn within(&self, words: &Range<usize>) -> impl Iterator<Item = &Mention> {
        let mut last = 0;
        words.clone().filter_map(move |at| {
            let number = *self.of_word.get(at)?;
            let new = number != 0 && number != last;
            last = number;
            new.then(|| self.at(at)).flatten()
        })
    }

    /// Every mention, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Mention> {
        self.all.iter().flatten()
    }

    /// Every mention with its kind open to change, in no order.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Mention> {
        self.all.iter_mut().flatten()
    }

    /// Every mention, in text order.
    pub fn sorted(self) -> Vec<Mention> {
        let mut all: Vec<Mention> = self.all.into_iter().flatten().collect();
        all.sort_by_key(|mention| mention.words.start);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(mentions: Mentions, start: usize, end: usize) {
        let words: Vec<_> = mentions.sorted().into_iter().map(|m| m.words).collect();
        assert_eq!(words, std::iter::once(start..end).collect::<Vec<_>>());
    }

    #[test]
    fn a_word_belongs_to_one_mention() {
        let mut mentions = Mentions::new(6);
        assert!(mentions.add(2..4, ActorKind::Person));
        assert!(!mentions.add(3..5, ActorKind::Place));
        assert!(!mentions.add(5..7, ActorKind::Place));
        check(mentions, 2, 4);
    }

    #[test]
    fn a_longer_mention_takes_the_place_of_those_inside() {
        let mut mentions = Mentions::new(6);
        mentions.add(1..2, ActorKind::Place);
        mentions.add(3..4, ActorKind::Place);
        assert!(!mentions.replace(0..0, ActorKind::Place));
        assert!(mentions.replace(0..4, ActorKind::Organization));
        check(mentions, 0, 4);
    }

    #[test]
    fn a_mention_across_the_edge_stays() {
        let mut mentions = Mentions::new(6);
        mentions.add(3..5, ActorKind::Place);
        assert!(!mentions.replace(1..4, ActorKind::Organization));
        check(mentions, 3, 5);
    }
}
