//! Names in headlines, where every word has a capital: "Ana Duarte Joins Growing
//! List", "Debating Duarte". The text below tells where the name begins and ends.

use std::ops::Range;

use foldhash::{HashSet, HashSetExt};

use super::mention::Mentions;
use super::reading::Reading;
use crate::analysis::lexicon::Facts;
use crate::model::ActorKind;

/// A headline's name of more words than this is left as it is.
const MAX_WORDS: usize = 12;

/// Takes from the persons of headlines what the text does not take for their name.
pub fn trim(reading: &Reading, mentions: &mut Mentions) {
    let known = Known::of(reading, mentions);
    let trimmed: Vec<(Range<usize>, Range<usize>)> = mentions
        .iter()
        .filter(|mention| mention.kind == ActorKind::Person)
        .map(|mention| mention.words.clone())
        .filter(|words| (2..=MAX_WORDS).contains(&words.len()) && in_title_case(reading, words))
        .filter_map(|words| Some((words.clone(), known.name_in(reading, &words)?)))
        .collect();
    for (words, name) in trimmed.into_iter().filter(|(words, name)| words != name) {
        mentions.remove(words.start);
        mentions.add(name, ActorKind::Person);
    }
}

fn in_title_case(reading: &Reading, words: &Range<usize>) -> bool {
    reading.sentence(words.start).title_case
}

/// The names of persons in the text, where capitals tell something.
struct Known<'a> {
    names: HashSet<&'a [u32]>,
    /// The last words of names of several words.
    family: HashSet<u32>,
}

impl<'a> Known<'a> {
    fn of(reading: &'a Reading, mentions: &Mentions) -> Self {
        let mut known = Self {
            names: HashSet::new(),
            family: HashSet::new(),
        };
        let persons = mentions.iter().filter(|m| m.kind == ActorKind::Person);
        for mention in persons.filter(|mention| !in_title_case(reading, &mention.words)) {
            let key = reading.key(mention.words.clone());
            if key.len() > 1 {
                known.family.extend(key.last());
            }
            known.names.insert(key);
        }
        known
    }

    /// The name that the text knows in `words`, with the given names before it.
    fn name_in(&self, reading: &Reading, words: &Range<usize>) -> Option<Range<usize>> {
        let key = reading.key(words.clone());
        let mut runs = (1..=key.len()).rev().flat_map(|len| {
            let starts = 0..=key.len() - len;
            starts.map(move |start| start..start + len)
        });
        let run = runs.find(|run| {
            self.names
                .contains(key.get(run.clone()).unwrap_or_default())
        })?;
        let whole = run.len() > 1;
        let given = |at: usize| {
            let short = reading.printed(at).trim_end_matches('.').chars().count() == 1;
            short || reading.facts(at).any(Facts::GIVEN)
        };
        // "Dennis Prager Tells": the text says Prager, and Dennis is a given name.
        let before = (0..run.start).rev();
        let given_names = before
            .take_while(|&at| !whole && given(words.start + at))
            .count();
        let ends_name = key[run.clone()]
            .last()
            .is_some_and(|last| self.family.contains(last));
        let tail = words.start + run.end..words.end;
        let common = tail.clone().all(|at| reading.form(at).is_common());
        let end = if whole || ends_name || given_names > 0 || common {
            tail.start
        } else {
            words.end
        };
        Some(words.start + run.start - given_names..end)
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::actors;
    use crate::model::{Article, Block, BlockKind, Meta, Span};

    #[track_caller]
    fn check(headline: &str, text: &str, name: &str, aliases: &[&str]) {
        let whole = format!("{headline}\n\n{text}");
        let block = |kind, span| Block {
            kind,
            span,
            credit: None,
        };
        let blocks = vec![
            block(BlockKind::Headline, Span::new(0, headline.len())),
            block(
                BlockKind::Paragraph,
                Span::new(headline.len() + 2, whole.len()),
            ),
        ];
        let article = Article::new(whole, blocks, Meta::default());
        let cast = actors::find(&article, &[]);
        let found = cast.actors.iter().find(|actor| actor.name == name);
        let found = found.unwrap_or_else(|| panic!("{name} in {:?}", cast.actors));
        assert_eq!(found.aliases, aliases);
    }

    #[test]
    fn a_name_in_a_headline_ends_where_the_text_ends_it() {
        check(
            "Ines Duarte Joins Growing List Of Critics",
            "The ferry is late, Ines Duarte said. Duarte left in May.",
            "Ines Duarte",
            &["Duarte"],
        );
        check(
            "Martin Tolland Tells Harbour Board To Resign",
            "The board has failed, Tolland said on Monday. Tolland will stand again.",
            "Martin Tolland",
            &["Tolland"],
        );
    }
}
