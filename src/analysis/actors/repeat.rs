//! A name found once is found everywhere in its article.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::mention::Mentions;
use super::reading::Reading;
use crate::analysis::lexicon::Facts;
use crate::model::ActorKind;

/// Adds the further places of all names found, and of the family names of people.
pub fn find_again(reading: &Reading, mentions: &mut Mentions) {
    let forms = Forms::of(reading, mentions);
    let mut at = 0;
    while at < reading.len() {
        let found = forms
            .at(reading, at)
            .filter(|(words, _)| mentions.is_free(words) && stands_alone(reading, mentions, words));
        at = match found {
            Some((words, kind)) => {
                let end = words.end;
                mentions.add(words, kind);
                end
            }
            None => at + 1,
        };
    }
}

/// Which word sequences are names, by the number of their first word, longest first.
struct Forms<'a>(Vec<Vec<(&'a [u32], ActorKind)>>);

impl<'a> Forms<'a> {
    fn of(reading: &'a Reading, mentions: &Mentions) -> Self {
        let mut votes: HashMap<&[u32], [usize; 3]> = HashMap::new();
        for mention in mentions.iter() {
            let words = &mention.words;
            if words.len() > 1 || may_repeat(reading, words.start) {
                vote(&mut votes, reading.key(words.clone()), mention.kind);
            }
        }
        for mention in mentions.iter().filter(|m| m.kind == ActorKind::Person) {
            for part in family_names(reading, &mention.words) {
                // A place or body of that name keeps its kind where both are found.
                votes.entry(reading.key(part)).or_insert([1, 0, 0]);
            }
        }
        for mention in mentions
            .iter()
            .filter(|m| m.kind == ActorKind::Organization)
        {
            if let Some(part) = short_body(reading, &mention.words) {
                votes.entry(reading.key(part)).or_insert([0, 1, 0]);
            }
        }
        let mut forms = vec![Vec::new(); reading.forms()];
        for (key, votes) in votes {
            let first = key.first().and_then(|&first| forms.get_mut(first as usize));
            if let Some(same_first) = first {
                same_first.push((key, most(votes)));
            }
        }
        for same_first in &mut forms {
            same_first.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(b.0)));
        }
        Self(forms)
    }

    fn at(&self, reading: &Reading, at: usize) -> Option<(Range<usize>, ActorKind)> {
        let same_first = self.0.get(reading.form_number(at) as usize)?;
        if same_first.is_empty() {
            return None;
        }
        let end = reading.sentence(at).words.end;
        same_first.iter().find_map(|(key, kind)| {
            let words = at..at + key.len();
            let same = words.end <= end
                && key
                    .iter()
                    .zip(words.clone())
                    .all(|(&form, at)| reading.form_number(at) == form);
            same.then_some((words, *kind))
        })
    }
}

fn vote<'a>(votes: &mut HashMap<&'a [u32], [usize; 3]>, key: &'a [u32], kind: ActorKind) {
    votes.entry(key).or_default()[kind as usize] += 1;
}

/// The kind with most votes; the earlier one when two have as many.
fn most(votes: [usize; 3]) -> ActorKind {
    let kinds = [ActorKind::Person, ActorKind::Organization, ActorKind::Place];
    let best = votes.iter().copied().max().unwrap_or(0);
    let index = votes.iter().position(|&votes| votes == best).unwrap_or(0);
    kinds[index.min(2)]
}

/// Common words are names again only where the article never prints them in lower case.
fn may_repeat(reading: &Reading, at: usize) -> bool {
    let form = reading.form(at);
    let common = form.is_common() && (form.inside < 2 || form.lowered > 0);
    form.lower.len() > 1 && !common && !form.facts.any(Facts::PEOPLE)
}

/// "Tarnlight" of "Tarnlight Health": the first word of a body's name when only it
/// tells the body from others.
fn short_body(reading: &Reading, words: &Range<usize>) -> Option<Range<usize>> {
    let first = reading.form(words.start);
    let names = Facts::GIVEN.with(Facts::FAMILY).with(Facts::PEOPLE);
    let telling =
        !first.is_common() && !first.facts.any(names) && reading.known(words.start).is_none();
    let plain = |at: usize| {
        let generic = Facts::ORGANIZATION.with(Facts::PLACE);
        reading.form(at).is_common() || reading.facts(at).any(generic)
    };
    let short = words.start..words.start + 1;
    let rest = words.start + 1..words.end;
    (telling && !rest.is_empty() && rest.clone().all(plain)).then_some(short)
}

/// The parts of a person's name that stand for it alone: "Duarte", "de la Cruz"; the
/// first one too when family names are printed first.
pub fn family_names(reading: &Reading, words: &Range<usize>) -> Vec<Range<usize>> {
    if words.len() < 2 {
        return Vec::new();
    }
    let usable = |at: usize| {
        let form = reading.form(at);
        let common = form.is_common() && form.lowered > 0 || form.facts.any(Facts::OPENER);
        let title = form.facts.any(Facts::DATE) && !form.facts.any(Facts::GIVEN);
        form.capital && form.lower.chars().count() > 1 && !common && !title
    };
    let numeral = |at: usize| {
        matches!(
            reading.lower(at),
            "jr" | "jr." | "sr" | "sr." | "ii" | "iii" | "iv"
        )
    };
    let last = words
        .clone()
        .rev()
        .find(|&at| !numeral(at))
        .unwrap_or(words.start);
    let mut start = last;
    while start > words.start + 1 && reading.facts(start - 1).any(Facts::PARTICLE) {
        start -= 1;
    }
    let mut parts = Vec::new();
    if start < last {
        parts.push(start..last + 1);
    }
    if usable(last) && last > words.start {
        parts.push(last..last + 1);
    }
    let family_first =
        reading.facts(words.start).any(Facts::FAMILY_FIRST) || reading.printed(last).contains('-');
    if family_first && usable(words.start) {
        parts.push(words.start..words.start + 1);
    }
    parts
}

/// Whether no capitalised word beside `words` makes them a part of another name.
fn stands_alone(reading: &Reading, mentions: &Mentions, words: &Range<usize>) -> bool {
    let free = |at: usize| reading.is_capital(at) && mentions.at(at).is_none();
    let behind = Facts::TITLE
        .with(Facts::ROLE)
        .with(Facts::OPENER)
        .with(Facts::DATE);
    // "Danish Lindgren" names Lindgren, but "North Korean" does not name the North.
    let aside = behind.with(Facts::PEOPLE);
    let left = reading.previous(words.start).is_some_and(|at| {
        free(at)
            && !reading.facts(at).any(aside)
            && !reading.is_first(at)
            && !reading.sentence(at).title_case
    });
    let right = reading.next(words.end - 1).is_some_and(|at| {
        free(at) && !reading.facts(at).any(behind) && !reading.sentence(at).title_case
    });
    !left && !right
}
