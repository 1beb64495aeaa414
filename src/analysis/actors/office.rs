//! Titles and offices before a name: "Foreign Minister Ana Duarte", "head of the
//! Harbour Board Ana Duarte".

use std::ops::Range;

use super::reading::Reading;
use super::run::Run;
use crate::analysis::lexicon::Facts;

/// The body and the person of "CEO of the Harbour Board Ana Duarte"; nobody behind
/// the body of "Dean of the School of Law".
pub fn holder(reading: &Reading, run: &Run) -> Option<(Range<usize>, Range<usize>)> {
    let of = run
        .clone()
        .skip(1)
        .find(|&at| matches!(reading.lower(at), "of" | "for") && is_title_head(reading, at - 1))?;
    let article = of + 1 < run.end && reading.lower(of + 1) == "the";
    let body = of + 1 + usize::from(article);
    let is_body = |at: usize| reading.facts(at).any(Facts::ORGANIZATION);
    let end = (body + 1..run.end.saturating_sub(1))
        .rev()
        .find(|&at| is_body(at - 1) && names_a_person(reading, &(at..run.end)));
    let alone = run.start + 1 == of && (body..run.end).any(is_body);
    match end {
        Some(end) => Some((body..end, end..run.end)),
        None => alone.then_some((body..run.end, run.end..run.end)),
    }
}

/// Two to four words of which none is a common one, unless people are called so.
fn names_a_person(reading: &Reading, words: &Range<usize>) -> bool {
    let other = Facts::ORGANIZATION.with(Facts::PLACE).with(Facts::THING);
    let named = Facts::GIVEN.with(Facts::FAMILY).with(Facts::PARTICLE);
    let fits = |at: usize| {
        let facts = reading.facts(at);
        facts.any(named) || (!facts.any(other) && !reading.form(at).is_common())
    };
    (2..5).contains(&words.len()) && words.clone().all(fits)
}

/// The last title or role in a run and the name behind it: "Foreign Minister" and
/// "Ana Duarte" of "Foreign Minister Ana Duarte". The name may be empty.
pub fn title_phrase(reading: &Reading, run: &Run) -> Option<(Range<usize>, Range<usize>)> {
    let head = run.clone().rev().find(|&at| {
        is_title_head(reading, at)
            && may_be_titled(reading, &(behind_office(reading, at + 1, run.end)..run.end))
            && !(at > run.start
                && reading.facts(at - 1).any(Facts::GIVEN)
                && is_unsure_title(reading, at))
    })?;
    let mut start = head;
    while start > run.start && goes_before_title(reading, run, start - 1) {
        start -= 1;
    }
    let name = behind_office(reading, head + 1, run.end)..run.end;
    // "First Minister" alone, "Chief of Staff": nobody is named. "Justice" alone may be a body.
    let nobody = name.is_empty() && (start > run.start && !is_title_part(reading, run.start));
    (!nobody || name.is_empty()).then_some((start..head + 1, last_person(reading, name)))
}

/// "Deputy Fisheries" before Minister: parts of titles, and a common word between two.
fn goes_before_title(reading: &Reading, run: &Run, at: usize) -> bool {
    let between = at > run.start && is_title_part(reading, at - 1) && reading.form(at).is_common();
    is_title_part(reading, at) || between
}

/// A word that makes a title: Minister, Mr, Captain; not Deputy or Foreign.
fn is_title_head(reading: &Reading, at: usize) -> bool {
    let facts = reading.facts(at);
    // "Coast Guard" is a body, though a guard is a man.
    facts.any(Facts::TITLE.with(Facts::ROLE))
        && !facts.any(Facts::MODIFIER.with(Facts::ORGANIZATION))
}

/// Titles that are family names too stand behind a given name: Tim Cook, Judith Butler.
fn is_unsure_title(reading: &Reading, at: usize) -> bool {
    reading.facts(at).any(Facts::FAMILY) || !reading.facts(at).any(Facts::TITLE)
}

fn is_title_part(reading: &Reading, at: usize) -> bool {
    reading.facts(at).any(
        Facts::TITLE
            .with(Facts::ROLE)
            .with(Facts::PEOPLE)
            .with(Facts::MODIFIER),
    )
}

/// Skips the office behind a title: "of State", "for Foreign Affairs".
fn behind_office(reading: &Reading, at: usize, end: usize) -> usize {
    if at >= end || !matches!(reading.lower(at), "of" | "for") {
        return at;
    }
    let office = |&at: &usize| {
        let form = reading.form(at);
        form.is_common() && !form.facts.any(Facts::GIVEN) || form.facts.any(Facts::PARTICLE)
    };
    at + (at..end).take_while(office).count()
}

/// Whether a title may stand before `name`: nobody at all, or words that are no body and no thing.
fn may_be_titled(reading: &Reading, name: &Range<usize>) -> bool {
    let Some(last) = name.clone().last() else {
        return true;
    };
    let facts = reading.facts(last);
    let other = Facts::ORGANIZATION.with(Facts::THING).with(Facts::PLACE);
    let person = name.len() > 1 && reading.facts(name.start).any(Facts::GIVEN);
    let common = name.clone().all(|at| {
        reading.form(at).is_common() && !reading.facts(at).any(Facts::FAMILY.with(Facts::GIVEN))
    });
    name.len() < 6
        && !common
        && (person || !facts.any(other) || facts.any(Facts::FAMILY))
        && !name
            .clone()
            .any(|at| matches!(reading.lower(at), "of" | "for"))
}

/// A name behind a title without what still belongs to the title: "Lt Gen" is cut
/// already, "House Speaker Republican John Doe" is not.
fn last_person(reading: &Reading, name: Range<usize>) -> Range<usize> {
    let start = name
        .clone()
        .find(|&at| !reading.facts(at).any(Facts::PEOPLE))
        .unwrap_or(name.start);
    start..name.end
}

/// "President", "Deputy Prime Minister": a title and nobody.
pub fn is_lone_title(reading: &Reading, run: &Run) -> bool {
    let name = |at: usize| reading.facts(at).any(Facts::FAMILY.with(Facts::GIVEN));
    // "Dean" is a name, "Dean of the School" is none.
    let of = reading
        .next(run.end - 1)
        .is_some_and(|at| reading.lower(at) == "of");
    run.clone()
        .all(|at| is_title_part(reading, at) || !reading.is_capital(at))
        && !(run.len() == 1 && name(run.start) && !of)
}
