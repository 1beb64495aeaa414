//! Candidates for names: where they may stand, not yet what they name.
//!
//! Works on capitals and lists, sentence by sentence. A trained tagger may take
//! this file's place: what follows needs [`Candidate`]s only.

use std::ops::Range;

use super::office::{holder, is_lone_title, title_phrase};
use super::reading::Reading;
use super::run::{Run, runs};
use crate::analysis::lexicon::{Facts, Known, KnownKind, facts, seated_in};

/// Longest run that is cut into names as a whole. No name is that long; a list or a
/// page of capitals may be, and each cut looks at all that is left of its run.
const LONGEST_RUN: usize = 64;

/// Words that may be a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The bare name: no article, no title, no possessive.
    pub words: Range<usize>,
    /// Whether a title or role stands right before it.
    pub titled: bool,
}

/// Finds the candidates of the article, in order, none overlapping.
pub fn candidates(reading: &Reading) -> Vec<Candidate> {
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        for run in runs(reading, sentence) {
            if sentence.title_case {
                in_title(reading, run, &mut found);
                continue;
            }
            for start in run.clone().step_by(LONGEST_RUN) {
                let end = run.end.min(start + LONGEST_RUN);
                in_run(reading, start..end, &mut found);
            }
        }
    }
    found
}

/// Cuts a run of capitalised words into names: titles off, neighbours apart.
fn in_run(reading: &Reading, run: Run, found: &mut Vec<Candidate>) {
    let Some(run) = trimmed(reading, run) else {
        return;
    };
    if reading.known_exactly(&run).is_some() {
        found.push(Candidate::new(run));
        return;
    }
    if let Some((body, person)) = holder(reading, &run) {
        in_run(reading, body, found);
        if !person.is_empty() {
            found.push(Candidate {
                words: person,
                titled: true,
            });
        }
        return;
    }
    if let Some((title, name)) = title_phrase(reading, &run) {
        in_run(reading, run.start..title.start, found);
        if !name.is_empty() {
            found.push(Candidate {
                words: name,
                titled: true,
            });
        }
        return;
    }
    if let Some(at) = seam(reading, &run) {
        in_run(reading, run.start..at, found);
        in_run(reading, at..run.end, found);
        return;
    }
    let words = without_people(reading, run);
    if !words.is_empty() && !is_lone_title(reading, &words) {
        found.push(Candidate::new(words));
    }
}

/// In a line where every word is capitalised only what the lists know counts:
/// known names, and a given name with the unknown word behind it. Names of the
/// body are found again later.
fn in_title(reading: &Reading, run: Run, found: &mut Vec<Candidate>) {
    let mut at = run.start;
    while at < run.end {
        let len = title_name(reading, at, run.end);
        if len > 0 {
            found.push(Candidate::new(at..at + len));
        }
        at += len.max(1);
    }
}

/// The length of the name that begins at `at` in a title; 0 for none.
fn title_name(reading: &Reading, at: usize, end: usize) -> usize {
    let others = Facts::TITLE
        .with(Facts::ROLE)
        .with(Facts::ORGANIZATION)
        .with(Facts::DATE)
        .with(Facts::PEOPLE);
    let is_name = |at: usize| {
        let named = at < end && reading.is_capital(at) && !reading.form(at).is_common();
        named && !reading.facts(at).any(others)
    };
    let given = |at: usize| is_name(at) && reading.facts(at).any(Facts::GIVEN);
    let hyphened = reading.printed(at + 1).contains('-') && is_name(at + 1);
    let body = reading.facts(at).any(Facts::ORGANIZATION) && is_name(at + 1);
    let two = is_name(at) && is_name(at + 1);
    let german_role = reading.nouns_are_capital && follows_a_role(reading, at);
    let listed = reading
        .known(at)
        .filter(|known| at + known.words.len() <= end);
    let listed = listed.filter(|known| !is_plain_noun(reading, at, known));
    match () {
        () if given(at) && given(at + 1) && is_name(at + 2) => 3,
        () if two && (given(at) || german_role) => 2,
        () if reading.facts(at).any(Facts::FAMILY_FIRST) && hyphened => 2,
        () if listed.is_some() => listed.map_or(0, |known| known.words.len()),
        () if body => 2,
        () if reading.nouns_are_capital && is_compound_body(reading, at) => 1,
        () => 0,
    }
}

/// Whether the word before is what a person is: "Wasserminister", one word in German.
fn follows_a_role(reading: &Reading, at: usize) -> bool {
    let roles = Facts::ROLE.with(Facts::TITLE);
    let before = reading.previous(at).map(|at| reading.lower(at));
    before.is_some_and(|word| {
        let ends = word.char_indices().map(|(from, _)| &word[from..]);
        ends.take_while(|end| end.len() > 4)
            .any(|end| facts(end).any(roles))
    })
}

/// Whether a known name may be a common word here: "Nice Try"; in German a noun is
/// taken for a lesser city only where a preposition says so.
fn is_plain_noun(reading: &Reading, at: usize, known: &Known) -> bool {
    let before = reading.previous(at).map(|at| reading.lower(at));
    let inside = matches!(before, Some("in" | "aus" | "nach" | "bei" | "von"));
    let city = known.kind == KnownKind::City && seated_in(known.name).is_empty();
    let noun = reading.nouns_are_capital && city && !inside;
    known.words.len() == 1 && (reading.form(at).is_common() || noun)
}

/// "Lindmark-Stiftung": a name and the kind of body, joined as German does.
fn is_compound_body(reading: &Reading, at: usize) -> bool {
    let end = reading.lower(at).rsplit_once('-').map(|(_, end)| end);
    end.is_some_and(|end| facts(end).any(Facts::ORGANIZATION))
}

impl Candidate {
    fn new(words: Range<usize>) -> Self {
        Self {
            words,
            titled: false,
        }
    }
}

/// Takes off what opens a sentence, articles, dates and loose ends.
fn trimmed(reading: &Reading, mut run: Run) -> Option<Run> {
    while !run.is_empty() && is_loose_end(reading, run.end - 1) {
        run.end -= 1;
    }
    let begins_known = |at: usize| reading.known(at).is_some_and(|known| known.words.len() > 1);
    while !run.is_empty() && !begins_known(run.start) && reading.known_exactly(&run).is_none() {
        let facts = reading.facts(run.start);
        let opener = facts.any(Facts::OPENER) && !reading.form(run.start).acronym;
        let loose = opener || facts.any(Facts::DATE) || !reading.is_capital(run.start);
        if !loose && !opens_sentence(reading, &run) {
            break;
        }
        run.start += 1;
    }
    (!run.is_empty()).then_some(run)
}

fn is_loose_end(reading: &Reading, at: usize) -> bool {
    let joint =
        !reading.is_capital(at) && reading.facts(at).any(Facts::PARTICLE.with(Facts::OPENER));
    joint
        || reading.facts(at).any(Facts::DATE) && reading.printed(at).len() > 3
        || matches!(reading.printed(at), "'s" | "’s" | "'" | "’" | "&")
}

/// Whether the first word of `run` is a common word that begins its sentence.
fn opens_sentence(reading: &Reading, run: &Run) -> bool {
    let form = reading.form(run.start);
    if reading.is_foreign && is_foreign_opening(reading, run) {
        return true;
    }
    if !reading.is_first(run.start) || form.acronym || !(form.is_common() || form.lowered > 0) {
        return false;
    }
    let names = Facts::TITLE.with(Facts::ROLE).with(Facts::PEOPLE);
    if run.len() == 1 {
        return form.inside == 0 && !form.facts.any(Facts::PEOPLE);
    }
    if reading
        .known(run.start)
        .is_some_and(|known| known.words.len() > 1)
    {
        return false;
    }
    if form.facts.any(Facts::GIVEN) {
        return false;
    }
    // "Police Federation", "Education Ministry": the run is one name.
    let adverb = form.lower.ends_with("ly") || form.lower.ends_with("ing");
    let body = reading.facts(run.end - 1).any(Facts::ORGANIZATION)
        || run.clone().any(|at| reading.lower(at) == "of");
    !form.facts.any(names) && (adverb || !body)
}

/// "Faillite de Pravia Athletic": no list has the common words of all languages, but
/// a first word that a particle follows is one, unless it heads a name.
fn is_foreign_opening(reading: &Reading, run: &Run) -> bool {
    let heads = Facts::GIVEN
        .with(Facts::FAMILY)
        .with(Facts::ORGANIZATION)
        .with(Facts::PLACE)
        .with(Facts::THING);
    let joined = run.len() > 2
        && !reading.is_capital(run.start + 1)
        && reading.facts(run.start + 1).any(Facts::PARTICLE);
    joined && reading.is_first(run.start) && !reading.facts(run.start).any(heads)
}

/// Where two neighbours part: a body or a place, then a person: "DAB Starry Lee".
fn seam(reading: &Reading, run: &Run) -> Option<usize> {
    let body = |at: usize| reading.facts(at).any(Facts::ORGANIZATION);
    (run.start + 1..run.end.saturating_sub(1)).find(|&at| {
        let given = reading.facts(at).any(Facts::GIVEN) && !body(at);
        given
            && reading.is_capital(at + 1)
            && !body(run.end - 1)
            && ends_a_name(reading, &(run.start..at))
    })
}

/// Whether `left` is a name by itself, so that a person may follow.
fn ends_a_name(reading: &Reading, left: &Run) -> bool {
    let named = Facts::GIVEN.with(Facts::FAMILY);
    let single = left.len() == 1 && !reading.facts(left.start).any(named);
    let known = reading
        .known_exactly(left)
        .is_some_and(|known| left.len() > 1 || (single && known.kind != KnownKind::Organization));
    let body = left.len() > 1 && reading.facts(left.end - 1).any(Facts::ORGANIZATION);
    // "Violinist Ana Duarte" at the start of a sentence or a caption.
    let role = single && reading.is_first(left.start) && reading.form(left.start).is_common();
    known || body || role || (single && reading.form(left.start).acronym)
}

/// "Chinese Huawei" is Huawei; "British Red Cross" stays.
fn without_people(reading: &Reading, mut run: Run) -> Run {
    let body = |run: &Run| {
        run.clone()
            .any(|at| reading.facts(at).any(Facts::ORGANIZATION))
    };
    while !run.is_empty()
        && reading.facts(run.start).any(Facts::PEOPLE)
        && !(run.len() > 1 && body(&run))
    {
        run.start += 1;
    }
    run
}
