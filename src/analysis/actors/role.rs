//! What persons are called besides their names: "harbour master", "the mayor of X".

use std::ops::Range;

use super::cluster::Cluster;
use super::reading::Reading;
use crate::analysis::lexicon::{COURTESIES, Facts, ROLE_ATTRIBUTES};
use crate::model::{ActorKind, Span};
use crate::text::word::WordClass;

/// The descriptions of a person as printed, without articles, each once.
pub fn roles(reading: &Reading, cluster: &Cluster) -> Vec<Span> {
    if cluster.kind != ActorKind::Person {
        return Vec::new();
    }
    let mut roles: Vec<Span> = Vec::new();
    for mention in &cluster.mentions {
        let found = [
            before(reading, mention.words.start),
            after(reading, mention.words.end),
        ];
        for role in found.into_iter().flatten() {
            let span = reading.span(&role);
            let printed = span.of(reading.text);
            let known = |known: &Span| known.of(reading.text).eq_ignore_ascii_case(printed);
            if roles.len() < MOST && !roles.iter().any(known) {
                roles.push(span);
            }
        }
    }
    roles
}

/// Nobody is called more things in one article; hostile ones would be slow.
const MOST: usize = 16;

/// "North Korean leader" before a name, also with a comma: "the spokesman, X".
fn before(reading: &Reading, name: usize) -> Option<Range<usize>> {
    if let Some(office) = office_of_body(reading, name) {
        return Some(office);
    }
    let sentence = reading.sentence(name).words.start;
    let end = match reading.previous(name) {
        Some(at) if reading.printed(at) == "," => at,
        _ => name,
    };
    let mut start = end;
    while start > sentence
        && (is_role_part(reading, start - 1)
            || is_field(reading, start - 1, end)
            || part_of_known(reading, start - 1, sentence).is_some())
    {
        start = part_of_known(reading, start - 1, sentence).unwrap_or(start - 1);
    }
    if start < end {
        start = behind_article(reading, start, sentence).unwrap_or(start);
    }
    while start < end && (reading.printed(start) == "'s" || reading.printed(start) == "’s") {
        start += 1;
    }
    let role = start..end;
    let head = role.clone().last()?;
    let named = reading.facts(head).any(Facts::TITLE.with(Facts::ROLE))
        && !reading.facts(head).any(Facts::MODIFIER);
    (named && !role.clone().all(|at| is_courtesy(reading, at))).then_some(role)
}

/// "Transport" of "Transport Minister": a capital before a title with one.
fn is_field(reading: &Reading, at: usize, end: usize) -> bool {
    let capital = |at: usize| reading.is_capital(at) && !reading.facts(at).any(Facts::OPENER);
    at + 1 < end && capital(at) && capital(at + 1) && reading.form(at).is_common()
}

/// The word behind "the" in "the company's security chief": an article before a role
/// begins it, whatever stands between.
fn behind_article(reading: &Reading, role: usize, sentence: usize) -> Option<usize> {
    let from = sentence.max(role.saturating_sub(ATTRIBUTES + 1));
    let article = (from..role)
        .rev()
        .find(|&at| !is_attribute(reading, at))
        .filter(|&at| matches!(reading.lower(at), "the" | "a" | "an"))?;
    Some(article + 1)
}

/// So many words stand between an article and a role.
const ATTRIBUTES: usize = 3;

/// A noun, an adjective or an owner; no word that begins something new.
fn is_attribute(reading: &Reading, at: usize) -> bool {
    let owner = matches!(reading.lower(at), "'s" | "’s");
    let plain = reading.class(at) == WordClass::Plain
        && !reading
            .facts(at)
            .any(Facts::OPENER.with(Facts::SPEECH).with(Facts::PARTICLE));
    owner || plain
}

/// "CEO of the Refugee Council" before a name.
fn office_of_body(reading: &Reading, name: usize) -> Option<Range<usize>> {
    let end = reading.previous(name)? + 1;
    if !reading.facts(end - 1).any(Facts::ORGANIZATION) || !reading.is_capital(end - 1) {
        return None;
    }
    let sentence = reading.sentence(name).words.start;
    let joint = |at: usize| matches!(reading.lower(at), "of" | "the" | "for" | "and");
    let from = (sentence.max(end.saturating_sub(LONGEST_OFFICE))..end)
        .rev()
        .take_while(|&at| reading.is_capital(at) || joint(at))
        .last()?;
    let heads = Facts::TITLE.with(Facts::ROLE);
    let of = (from..end).find(|&at| {
        at > sentence && reading.lower(at) == "of" && reading.facts(at - 1).any(heads)
    })?;
    let mut start = of - 1;
    while start > sentence && is_role_part(reading, start - 1) && reading.lower(start - 1) != "of" {
        start -= 1;
    }
    Some(start..end)
}

/// No office has more words.
const LONGEST_OFFICE: usize = 10;

/// The start of a known name that ends with the word at `at`: "New York" mayor.
fn part_of_known(reading: &Reading, at: usize, sentence: usize) -> Option<usize> {
    let from = at.saturating_sub(4).max(sentence);
    (from..=at).find(|&start| {
        reading
            .known(start)
            .is_some_and(|known| start + known.words.len() == at + 1)
    })
}

fn is_role_part(reading: &Reading, at: usize) -> bool {
    let parts = Facts::TITLE
        .with(Facts::ROLE)
        .with(Facts::MODIFIER)
        .with(Facts::ORGANIZATION);
    let facts = reading.facts(at);
    let nation = facts.any(Facts::PEOPLE) && !facts.any(Facts::OPENER)
        || matches!(reading.printed(at), "North" | "South")
            && reading.facts(at + 1).any(Facts::PEOPLE);
    let adjective = reading.lower(at) == "of" || ROLE_ATTRIBUTES.contains(reading.lower(at));
    let joins_office = reading.lower(at) != "of"
        || at > 0 && reading.facts(at - 1).any(Facts::TITLE) && reading.is_capital(at - 1);
    let verb = facts.any(Facts::SPEECH);
    !verb && joins_office && (facts.any(parts) || nation || adjective || is_office(reading, at))
}

/// "State" of "Secretary of State".
fn is_office(reading: &Reading, at: usize) -> bool {
    at > 1
        && reading.is_capital(at)
        && reading.lower(at - 1) == "of"
        && reading.facts(at - 2).any(Facts::TITLE)
}

/// Mr and Mrs tell nothing about what a person does.
fn is_courtesy(reading: &Reading, at: usize) -> bool {
    COURTESIES.contains(reading.lower(at).trim_end_matches('.'))
}

/// The longest apposition: beyond it a comma belongs to something else.
const APPOSITION: usize = 14;

/// ", the mayor of X," behind a name.
fn after(reading: &Reading, name_end: usize) -> Option<Range<usize>> {
    let comma = reading.next(name_end.checked_sub(1)?)?;
    if reading.printed(comma) != "," {
        return None;
    }
    let mut start = reading.next(comma)?;
    // An age first: "X, 43, a teacher".
    if reading.class(start) == WordClass::Number {
        start = reading.next(reading.next(start)?)?;
    }
    while matches!(
        reading.lower(start),
        "the" | "a" | "an" | "his" | "her" | "their" | "its"
    ) {
        start = reading.next(start)?;
    }
    let sentence_end = reading.sentence(start).words.end;
    let limit = sentence_end.min(start + APPOSITION);
    let end = (start..limit)
        .find(|&at| ends_apposition(reading, at))
        .or((limit == sentence_end).then_some(limit))?;
    let head = (start..end).take(5).find(|&at| {
        reading.facts(at).any(Facts::TITLE.with(Facts::ROLE))
            && !reading.facts(at).any(Facts::MODIFIER)
    })?;
    let clean = (start..head).all(|at| {
        let begins = reading.facts(at).any(Facts::OPENER.with(Facts::SPEECH));
        (!begins || reading.facts(at).any(Facts::MODIFIER))
            && reading.class(at) != WordClass::Number
    });
    (clean && end > start).then_some(start..end)
}

fn ends_apposition(reading: &Reading, at: usize) -> bool {
    let stop = matches!(
        reading.printed(at),
        "," | "." | ";" | ":" | "(" | ")" | "—" | "–" | "-" | "?" | "!"
    );
    stop || matches!(
        reading.lower(at),
        "who" | "whose" | "said" | "says" | "told" | "and" | "which" | "was" | "is"
    ) || (reading.class(at) == WordClass::Mark && !is_owner(reading, at))
}

/// The apostrophe of "the Ilva Farmers' League".
fn is_owner(reading: &Reading, at: usize) -> bool {
    let plural = at
        .checked_sub(1)
        .is_some_and(|owner| reading.touches_next(owner) && reading.lower(owner).ends_with('s'));
    let body = reading.next(at).is_some_and(|at| reading.is_capital(at));
    matches!(reading.printed(at), "'" | "’") && plural && body
}
