//! Runs of capitalised words, with the small words that join them.

use std::ops::Range;

use super::reading::{Reading, Sentence};
use crate::analysis::lexicon::{Facts, KnownKind};
use crate::text::word::WordClass;

/// The words of a run.
pub type Run = Range<usize>;

/// Finds the runs of a sentence: the longest sequences of capitalised words and
/// what may stand inside of a name, from left to right.
pub fn runs(reading: &Reading, sentence: &Sentence) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        let end = run_end(reading, at, sentence.words.end);
        if end > at {
            found.push(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// Where the run that begins at `start` ends; `start` itself when none begins.
fn run_end(reading: &Reading, start: usize, end: usize) -> usize {
    let mut at = begin(reading, start, end);
    while at > start && at < end {
        let run = start..at;
        let step = if goes_on(reading, at) && !is_date(reading, at) && !is_date(reading, at - 1) {
            1
        } else {
            joint(reading, &run, end)
        };
        if step == 0 {
            break;
        }
        at += step;
    }
    at
}

/// A run begins with a capital, or with a known name that has none (eBay).
fn begin(reading: &Reading, at: usize, end: usize) -> usize {
    if is_part(reading, at) {
        return at + 1;
    }
    match reading.known(at) {
        Some(known) if at + known.words.len() <= end => at + known.words.len(),
        _ => at,
    }
}

/// Whether the word at `at` goes on the run before it. A word that opens sentences
/// begins something new: "the MS Our team", but not "Theresa May".
fn goes_on(reading: &Reading, at: usize) -> bool {
    let opens = reading.facts(at).any(Facts::OPENER) && !reading.form(at).acronym;
    let name = Facts::GIVEN.with(Facts::FAMILY).with(Facts::PARTICLE);
    let after_name = reading.facts(at - 1).any(Facts::GIVEN);
    let free = reading.sentence(at).title_case || after_name || reading.facts(at).any(name);
    is_part(reading, at) && (!opens || free)
}

fn is_part(reading: &Reading, at: usize) -> bool {
    let wordlike = match reading.class(at) {
        WordClass::Plain | WordClass::Letters | WordClass::Initial | WordClass::Abbreviation => {
            true
        }
        WordClass::Number
        | WordClass::Clitic
        | WordClass::Party
        | WordClass::Mark
        | WordClass::Other => false,
    };
    wordlike && reading.is_capital(at)
}

fn is_date(reading: &Reading, at: usize) -> bool {
    // "May" and "March" are names of people as well.
    reading.facts(at).any(Facts::DATE) && !reading.facts(at).any(Facts::COMMON.with(Facts::GIVEN))
}

/// How many words behind `run` join it to the next capital; 0 when the run ends.
fn joint(reading: &Reading, run: &Run, end: usize) -> usize {
    let at = run.end;
    // A known name of several words goes on over what would end a run: "Trinidad and Tobago".
    let known = run.clone().rev().take(4).find_map(|from| {
        let len = reading.known(from)?.words.len();
        (from + len > at && from + len <= end).then(|| from + len - at)
    });
    if let Some(len) = known {
        return len;
    }
    let capital = |at: usize| at < end && is_part(reading, at) && !is_date(reading, at);
    if let Some(len) = nickname(reading, run, end) {
        return len;
    }
    let past_article =
        if at + 1 < end && matches!(reading.lower(at + 1), "the" | "la" | "los" | "las") {
            2
        } else {
            1
        };
    let next = at + past_article;
    let joins = match reading.lower(at) {
        "of" | "for" if capital(next) => takes_of(reading, run, next),
        "at" if past_article == 1 && capital(next) => reading.lower(run.start) == "university",
        "on" | "to" if past_article == 1 && capital(next) => {
            heads_body(reading, run) && reading.form(next).is_common()
        }
        "and" if past_article == 1 && capital(next) => takes_and(reading, run, next, end),
        "&" if past_article == 1 => capital(next),
        "'s" | "’s" | "'" | "’" if past_article == 1 && capital(next) => {
            takes_possessive(reading, run, next, end)
        }
        _ if reading.facts(at).any(Facts::PARTICLE) => return particles(reading, at, end),
        _ => false,
    };
    if joins { past_article + 1 } else { 0 }
}

/// The length of `"Bud" Tarn` behind a given name.
fn nickname(reading: &Reading, run: &Run, end: usize) -> Option<usize> {
    let at = run.end;
    let mark = |at: usize| reading.class(at) == WordClass::Mark;
    let named = at + 3 < end && reading.facts(run.start).any(Facts::GIVEN);
    let inside = named && mark(at) && is_part(reading, at + 1) && mark(at + 2);
    let tight = inside && reading.touches_next(at) && reading.touches_next(at + 1);
    (tight && is_part(reading, at + 3) && !reading.touches_next(at + 2)).then_some(4)
}

/// The length of particles and the capital behind them: `de la Cruz`.
fn particles(reading: &Reading, at: usize, end: usize) -> usize {
    let count = (at..end)
        .take_while(|&at| !reading.is_capital(at) && reading.facts(at).any(Facts::PARTICLE))
        .count();
    let name = at + count;
    let wordlike = name < end && is_part(reading, name);
    // "y" and "e" alone join too much outside of Spanish and Portuguese names.
    if wordlike && count < 3 { count + 1 } else { 0 }
}

/// "University of", "Gulf of", "Minister of": what takes an "of".
fn takes_of(reading: &Reading, run: &Run, next: usize) -> bool {
    // "Congress of the WPK" is the party's, not a name.
    if reading.form(next).acronym
        && reading
            .known(next)
            .is_none_or(|known| known.kind == KnownKind::Organization)
    {
        return false;
    }
    let heads = Facts::ORGANIZATION.with(Facts::PLACE).with(Facts::THING);
    let last = reading.facts(run.end - 1);
    if run
        .clone()
        .any(|at| reading.facts(at).any(Facts::ORGANIZATION))
        || last.any(heads)
    {
        return true;
    }
    // "Secretary of State" is a title; "President of Chile" is one and a place.
    last.any(Facts::TITLE.with(Facts::ROLE))
        && reading.form(next).is_common()
        && reading.known(next).is_none()
}

fn heads_body(reading: &Reading, run: &Run) -> bool {
    reading.facts(run.end - 1).any(Facts::ORGANIZATION)
}

/// "Health and Human Services", "Food and Drug Administration": a body's own "and".
fn takes_and(reading: &Reading, run: &Run, next: usize, end: usize) -> bool {
    // "Centre for Peace and Centre for Law" are two.
    let another = reading.facts(next).any(Facts::ORGANIZATION)
        && reading
            .next(next)
            .is_some_and(|at| matches!(reading.lower(at), "of" | "for"));
    let common = |at: usize| {
        reading.form(at).is_common() && reading.known(at).is_none_or(|known| known.words.len() == 1)
    };
    let titled = reading.facts(next).any(Facts::TITLE);
    if another || titled || !common(run.end - 1) || !common(next) {
        return false;
    }
    let inside = run
        .clone()
        .any(|at| matches!(reading.lower(at), "of" | "for" | "on"))
        && run
            .clone()
            .any(|at| reading.facts(at).any(Facts::ORGANIZATION));
    let rest = (next..end).take_while(|&at| is_part(reading, at));
    let body_follows = rest
        .last()
        .is_some_and(|last| last > next && reading.facts(last).any(Facts::ORGANIZATION));
    let body_before = reading.facts(run.end - 1).any(Facts::ORGANIZATION);
    inside || (body_follows && !body_before)
}

/// "Workers' Party", "People's Army", "Fishers' Hall": the owner is a common word.
fn takes_possessive(reading: &Reading, run: &Run, next: usize, end: usize) -> bool {
    let owner = run.end - 1;
    let plural = matches!(reading.printed(run.end), "'" | "’");
    let body = (next..end)
        .take_while(|&at| is_part(reading, at))
        .any(|at| reading.facts(at).any(Facts::ORGANIZATION));
    let form = reading.form(owner);
    let common = form.is_common() || form.facts.any(Facts::ROLE);
    let names = Facts::FAMILY.with(Facts::GIVEN);
    let listed = reading.known(owner).is_some() || form.facts.any(names);
    let inside = !reading.is_first(owner) || run.len() > 1 || plural;
    // "St Brannoc's Hospital".
    let saint = matches!(reading.lower(run.start), "st" | "st." | "saint") && run.len() > 1;
    let joins = if saint {
        body
    } else if plural {
        let thing = reading.facts(next).any(Facts::THING);
        form.lower.ends_with('s') && (common || thing || body)
    } else {
        common && body
    };
    reading.touches_next(owner) && joins && inside && (saint || !listed)
}

#[cfg(test)]
mod tests {
    use crate::analysis::actors;
    use crate::analysis::sample;

    #[test]
    fn a_run_may_go_on_behind_a_known_name() {
        let text = "They joined the Toronto Walking Society in May.";
        let article = sample::paragraph(text);
        let actors = actors::find(&article, &[]).actors;
        assert!(actors.iter().any(|actor| actor.name.contains("Toronto")));
    }
}
