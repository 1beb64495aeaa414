//! How often each name speaks and is named: kept, and always what counting gives.

use std::collections::BTreeMap;

use pullquote::analysis::analyze;
use pullquote::import::{rebuild, renew};
use pullquote::model::{ActorKind, Change, Entry, Mark, Place, QuoteKind, Span, Who};
use pullquote::store::{Library, Positions};

use super::{Case, entry};

const WEIR: &str = "“The weir must be raised,” said Orla Quist, the mayor. “Not this year,” \
    Pavel Brandt told her. Orla Quist shook her head.";
const FERRY: &str = "“The ferry is late,” a porter said. Orla Quist waited. “It is always late,” \
    Orla Quist said.";
const LATER: &str = "“The weir stays as it is,” said Pavel Brandt on Friday.";

/// By name and kind: quotes, and places where an article names it.
type Counts = BTreeMap<(String, Option<&'static str>), (u32, u32)>;

fn analysed(path: &str, headline: &str, text: &str) -> Entry {
    let mut entry = entry(path, headline, text);
    entry.analysis = analyze(&entry.article);
    entry
}

/// The counts that are kept, as the list of names reads them.
fn kept(library: &Library) -> Counts {
    let catalog = library.catalog().unwrap();
    let all = Positions::all(catalog.len());
    let counts = library.name_counts(&catalog, &all).unwrap();
    let names = catalog.names().iter().zip(counts);
    let named = names.map(|(name, count)| {
        let kind = name.kind.map(ActorKind::word);
        (
            (name.text.to_string(), kind),
            (count.quotes, count.mentions),
        )
    });
    named.filter(|(_, counts)| *counts != (0, 0)).collect()
}

/// The same, counted in every article as it is read.
fn counted(library: &Library) -> Counts {
    let mut counts = Counts::new();
    for row in library.catalog().unwrap().rows() {
        let analysis = library.entry(row.id).unwrap().unwrap().analysis;
        for actor in &analysis.actors {
            let name = (actor.name.clone(), Some(actor.kind.word()));
            counts.entry(name).or_default().1 += actor.mentions.len() as u32;
        }
        let spoken = analysis
            .quotes
            .iter()
            .filter(|quote| quote.kind != QuoteKind::Term);
        for said in spoken.filter_map(|quote| quote.speaker.as_ref()) {
            let actor = said.actor.and_then(|actor| analysis.actors.get(actor.0));
            let name = match actor {
                Some(actor) => (actor.name.clone(), Some(actor.kind.word())),
                None => (said.name.clone(), None),
            };
            counts.entry(name).or_default().0 += 1;
        }
    }
    counts
}

#[track_caller]
fn check(case: &Case, library: &Library) -> Counts {
    let kept = kept(library);
    assert_eq!(kept, counted(library));
    let wrong: i64 = case.ask(
        "SELECT count(*) FROM actor WHERE
           quotes != (SELECT count(*) FROM quote WHERE quote.actor = actor.id) OR
           mentions != (SELECT coalesce(sum(count), 0) FROM mention WHERE mention.actor = actor.id)",
    );
    assert_eq!(wrong, 0);
    kept
}

fn person(name: &str) -> Who {
    Who {
        name: name.into(),
        kind: Some(ActorKind::Person),
    }
}

fn quotes_of(counts: &Counts, name: &str) -> u32 {
    let found = counts.iter().find(|((text, _), _)| text == name);
    found.map_or(0, |(_, (quotes, _))| *quotes)
}

#[test]
fn kept_counts_are_the_counted_ones_whatever_is_added_replaced_and_removed() {
    let case = Case::new();
    let mut library = case.open();
    let weir = analysed("weir.txt", "Weir", WEIR);
    let ferry = analysed("ferry.txt", "Ferry", FERRY);
    let (weir_id, all) = (weir.article.id, [weir, ferry]);
    library.add(&all).unwrap();
    assert_eq!(quotes_of(&check(&case, &library), "Orla Quist"), 2);
    // The same once more, then with another analysis, then with another text.
    library.add(&all).unwrap();
    check(&case, &library);
    let mut bare = all[0].clone();
    bare.analysis = Default::default();
    library.add(&[bare]).unwrap();
    assert_eq!(quotes_of(&check(&case, &library), "Orla Quist"), 1);
    library
        .add(&[analysed("weir.txt", "Weir stays", LATER)])
        .unwrap();
    assert_eq!(quotes_of(&check(&case, &library), "Pavel Brandt"), 1);
    library.add(&[analysed("again.txt", "Weir", WEIR)]).unwrap();
    assert_eq!(quotes_of(&check(&case, &library), "Pavel Brandt"), 2);
    library.remove(weir_id).unwrap();
    check(&case, &library);
    rebuild(&mut library, &mut |_, _| {}).unwrap();
    assert_eq!(quotes_of(&check(&case, &library), "Pavel Brandt"), 1);
}

#[test]
fn kept_counts_follow_whatever_a_person_corrects_and_takes_back() {
    let case = Case::new();
    let mut library = case.open();
    let weir = analysed("weir.txt", "Weir", WEIR);
    let words = "The weir must be raised,";
    let start = weir.article.text.find(words).unwrap();
    let on = Place {
        article: weir.article.id,
        span: Span::new(start, start + words.len()),
        words: words.into(),
    };
    library
        .add(&[weir, analysed("ferry.txt", "Ferry", FERRY)])
        .unwrap();
    let before = check(&case, &library);
    let same = |article| Mark::Same {
        article,
        who: person("Pavel Brandt"),
        is: person("Orla Quist"),
    };
    let speaker = |speaker| Mark::Speaker {
        on: on.clone(),
        speaker,
    };
    let deeds = [
        Change::Set(same(None)),
        Change::Remove(same(None)),
        Change::Set(same(Some(on.article))),
        Change::Set(speaker(Some(person("Tove Lunde")))),
        Change::Set(speaker(None)),
    ];
    for change in &deeds {
        library
            .change("corrected", std::slice::from_ref(change))
            .unwrap();
        check(&case, &library);
    }
    rebuild(&mut library, &mut |_, _| {}).unwrap();
    let after = check(&case, &library);
    for _ in &deeds {
        library.undo().unwrap();
        check(&case, &library);
    }
    assert_eq!(check(&case, &library), before);
    while library.redo().unwrap().is_some() {
        check(&case, &library);
    }
    assert_eq!(check(&case, &library), after);
}

#[test]
fn a_library_from_before_they_were_kept_is_counted_when_it_is_opened() {
    let case = Case::new();
    let mut library = case.open();
    library.add(&[analysed("weir.txt", "Weir", WEIR)]).unwrap();
    let before = check(&case, &library);
    drop(library);
    case.sql(
        "ALTER TABLE actor DROP COLUMN quotes; ALTER TABLE actor DROP COLUMN mentions;
         PRAGMA user_version = 3",
    );
    assert_eq!(check(&case, &case.open()), before);
}

#[test]
fn a_count_below_nothing_locks_nobody_out_and_is_counted_again() {
    let case = Case::new();
    let mut library = case.open();
    library.add(&[analysed("weir.txt", "Weir", WEIR)]).unwrap();
    let before = check(&case, &library);
    // As a version does that adds without counting, before this one removes.
    case.sql("UPDATE actor SET quotes = -1, mentions = -7");
    assert_eq!(quotes_of(&kept(&library), "Pavel Brandt"), 0);
    renew(&mut library).unwrap();
    assert_eq!(check(&case, &library), before);
}

#[test]
fn kept_counts_follow_a_correction_that_goes_along_to_a_changed_text() {
    let case = Case::new();
    let mut library = case.open();
    let weir = analysed("weir.txt", "Weir", WEIR);
    let span = weir.analysis.quotes[0].span;
    let on = Place {
        article: weir.article.id,
        span,
        words: span.of(&weir.article.text).into(),
    };
    let speaker = Some(person("Tove Lunde"));
    library.add(&[weir]).unwrap();
    library
        .change("corrected", &[Change::Set(Mark::Speaker { on, speaker })])
        .unwrap();
    let longer = format!("{WEIR} Then it rained.");
    library
        .add(&[analysed("weir.txt", "Weir", &longer)])
        .unwrap();
    assert_eq!(quotes_of(&check(&case, &library), "Tove Lunde"), 1);
}
