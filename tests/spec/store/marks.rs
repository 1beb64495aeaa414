//! What people decide, and that it outlives everything else.

use pullquote::model::{
    ActorKind, Analysis, Change, Confidence, Entry, Mark, Place, QuoteKind, Rule, Who,
};
use pullquote::search::{Query, quotes};
use pullquote::store::Library;

use super::{Case, entry, full_entry};

/// The place of the first quote of `entry`.
fn place(entry: &Entry) -> Place {
    let span = entry.analysis.quotes[0].span;
    Place {
        article: entry.article.id,
        span,
        words: span.of(&entry.article.text).to_owned(),
    }
}

fn who(name: &str) -> Who {
    Who {
        name: name.into(),
        kind: Some(ActorKind::Person),
    }
}

fn tag(entry: &Entry, tag: &str) -> Mark {
    Mark::Tagged {
        on: place(entry),
        tag: tag.into(),
    }
}

fn speaker(entry: &Entry, speaker: Option<Who>) -> Change {
    Change::Set(Mark::Speaker {
        on: place(entry),
        speaker,
    })
}

fn library_of(case: &Case, entry: &Entry) -> Library {
    let mut library = case.open();
    library.add(std::slice::from_ref(entry)).unwrap();
    library
}

/// Who said the first quote, and by which rule.
fn said(library: &Library, entry: &Entry) -> Option<(String, Rule)> {
    let entry = library.entry(entry.article.id).unwrap().unwrap();
    let speaker = entry.analysis.quotes[0].speaker.clone()?;
    Some((speaker.name, speaker.rule))
}

/// How many quotes a query finds.
fn count(library: &Library, query: &str) -> usize {
    let catalog = library.catalog().unwrap();
    quotes(&catalog, library, (&Query::parse(query), 9), "2026-01-01")
        .unwrap()
        .found
}

#[test]
fn marks_are_kept_by_key_and_taken_back_one_deed_at_a_time() {
    let (case, entry) = (Case::new(), full_entry());
    let mut library = library_of(&case, &entry);
    let (a, b) = (tag(&entry, "a"), tag(&entry, "b"));
    let both = [Change::Set(a.clone()), Change::Set(b.clone())];
    library.change("two tags", &both).unwrap();
    library
        .change("untag", &[Change::Remove(a.clone())])
        .unwrap();
    let tags = |library: &Library| library.marks().unwrap().all().to_vec();
    assert_eq!(tags(&library), std::slice::from_ref(&b));
    assert_eq!(library.undo().unwrap().as_deref(), Some("untag"));
    assert_eq!(tags(&library), [a.clone(), b.clone()]);
    assert_eq!(library.undo().unwrap().as_deref(), Some("two tags"));
    assert_eq!((tags(&library), library.undo().unwrap()), (vec![], None));
    assert_eq!(library.redo().unwrap().as_deref(), Some("two tags"));
    assert_eq!(library.redo().unwrap().as_deref(), Some("untag"));
    assert_eq!((tags(&library), library.redo().unwrap()), (vec![b], None));
}

#[test]
fn a_mark_that_one_deed_changes_twice_is_taken_back_to_what_it_was() {
    let (case, entry) = (Case::new(), full_entry());
    let mut library = library_of(&case, &entry);
    library
        .change("jo", &[speaker(&entry, Some(who("Jo Lane")))])
        .unwrap();
    let twice = [
        Change::Remove(Mark::Speaker {
            on: place(&entry),
            speaker: None,
        }),
        speaker(&entry, None),
    ];
    library.change("nobody", &twice).unwrap();
    assert_eq!(said(&library, &entry), None);
    library.undo().unwrap();
    assert_eq!(said(&library, &entry).unwrap().0, "Jo Lane");
    library.redo().unwrap();
    assert_eq!(said(&library, &entry), None);
}

#[test]
fn a_new_deed_ends_what_could_be_done_again() {
    let (case, entry) = (Case::new(), full_entry());
    let mut library = library_of(&case, &entry);
    for name in ["a", "b"] {
        library
            .change(name, &[Change::Set(tag(&entry, name))])
            .unwrap();
    }
    library.undo().unwrap();
    library
        .change("c", &[Change::Set(tag(&entry, "c"))])
        .unwrap();
    assert_eq!(library.redo().unwrap(), None);
    // Nothing changes, and nothing is to be taken back.
    library
        .change("c again", &[Change::Set(tag(&entry, "c"))])
        .unwrap();
    assert_eq!(library.undo().unwrap().as_deref(), Some("c"));
}

#[test]
fn another_speaker_counts_wherever_quotes_are_shown_and_found() {
    let (case, entry) = (Case::new(), full_entry());
    let mut library = library_of(&case, &entry);
    assert_eq!(count(&library, "by:\"Jo Lane\""), 0);
    library
        .change("speaker", &[speaker(&entry, Some(who("Jo Lane")))])
        .unwrap();
    assert_eq!(said(&library, &entry), Some(("Jo Lane".into(), Rule::User)));
    assert_eq!(count(&library, "by:\"Jo Lane\""), 1);
    assert_eq!(count(&library, "by:brook"), 0);
    library.change("nobody", &[speaker(&entry, None)]).unwrap();
    assert_eq!(said(&library, &entry), None);
    assert_eq!(count(&library, "is:unattributed"), 1);
    library.undo().unwrap();
    library.undo().unwrap();
    assert_eq!(said(&library, &entry).unwrap().0, "Ada Brook");
    assert_eq!(count(&library, "by:brook"), 1);
    assert!(case.is_sound());
}

#[test]
fn a_correction_outlives_a_new_analysis_a_new_import_and_a_lost_article() {
    let (case, mut entry) = (Case::new(), full_entry());
    let mut library = library_of(&case, &entry);
    library
        .change("speaker", &[speaker(&entry, Some(who("Jo Lane")))])
        .unwrap();
    library.renew(std::slice::from_ref(&entry)).unwrap();
    assert_eq!(said(&library, &entry).unwrap().0, "Jo Lane");
    // A later analysis draws the quote a little wider and is less sure.
    let mut analysis = entry.analysis.clone();
    analysis.quotes[0].span.start -= "“".len();
    analysis.quotes[0].kind = QuoteKind::Partial;
    if let Some(speaker) = &mut analysis.quotes[0].speaker {
        speaker.confidence = Confidence::from_thousandths(1);
    }
    let renewed = Entry {
        analysis,
        ..entry.clone()
    };
    library.renew(&[renewed]).unwrap();
    assert_eq!(said(&library, &entry).unwrap().0, "Jo Lane");
    entry.provenance.stamp = Some("9 9".into());
    library.add(std::slice::from_ref(&entry)).unwrap();
    assert_eq!(said(&library, &entry).unwrap().0, "Jo Lane");
    library.remove(entry.article.id).unwrap();
    assert_eq!(library.marks().unwrap().all().len(), 1);
    library.add(std::slice::from_ref(&entry)).unwrap();
    assert_eq!(said(&library, &entry).unwrap().0, "Jo Lane");
    assert_eq!(count(&library, "by:\"Jo Lane\""), 1);
}

#[test]
fn two_names_of_one_person_are_one_name_and_apart_again() {
    let (case, entry) = (Case::new(), full_entry());
    let mut library = library_of(&case, &entry);
    let merge = Change::Set(Mark::Same {
        article: None,
        who: who("Ada Brook"),
        is: who("Adelaide Brook"),
    });
    library.change("merge", &[merge]).unwrap();
    assert_eq!(said(&library, &entry).unwrap().0, "Adelaide Brook");
    assert_eq!(count(&library, "by:adelaide"), 1);
    // What is printed still leads there.
    assert_eq!(count(&library, "by:\"Ada Brook\""), 1);
    let catalog = library.catalog().unwrap();
    let names: Vec<&str> = catalog.names().iter().map(|name| &*name.text).collect();
    assert!(
        names.contains(&"Adelaide Brook") && !names.contains(&"Ada Brook"),
        "{names:?}"
    );
    library.undo().unwrap();
    assert_eq!(said(&library, &entry).unwrap().0, "Ada Brook");
    assert_eq!(count(&library, "by:adelaide"), 0);
}

#[test]
fn names_that_lead_in_a_circle_do_not_hang() {
    let (case, entry) = (Case::new(), full_entry());
    let mut library = library_of(&case, &entry);
    let same = |a, b| {
        Change::Set(Mark::Same {
            article: None,
            who: who(a),
            is: who(b),
        })
    };
    let circle = [
        same("Ada Brook", "B"),
        same("B", "C"),
        same("C", "Ada Brook"),
    ];
    library.change("circle", &circle).unwrap();
    assert!(said(&library, &entry).is_some());
    assert_eq!(library.catalog().unwrap().len(), 1);
}

#[test]
fn in_one_article_a_name_may_be_somebody_else() {
    let (case, first) = (Case::new(), full_entry());
    let mut library = library_of(&case, &first);
    let mut second = full_entry();
    second.article = entry("b.txt", "x", &second.article.text).article;
    let by = second.article.text.find("“The").unwrap() - first.article.text.find("“The").unwrap();
    let Analysis {
        quotes,
        actors,
        statements,
        notes,
    } = &mut second.analysis;
    quotes.truncate(1);
    statements.clear();
    notes.clear();
    quotes[0].span = quotes[0].span.shift(by);
    let speaker = quotes[0].speaker.as_mut().unwrap();
    speaker.mention = speaker.mention.shift(by);
    (speaker.cue, speaker.via) = (None, None);
    for actor in actors {
        actor.roles.clear();
        actor
            .mentions
            .iter_mut()
            .for_each(|span| *span = span.shift(by));
    }
    second.provenance.path = "b.txt".into();
    library.add(std::slice::from_ref(&second)).unwrap();
    assert_eq!(count(&library, "by:\"Ada Brook\""), 2);
    let split = Change::Set(Mark::Same {
        article: Some(second.article.id),
        who: who("Ada Brook"),
        is: who("Ada Brook (poet)"),
    });
    library.change("split", &[split]).unwrap();
    assert_eq!(said(&library, &first).unwrap().0, "Ada Brook");
    assert_eq!(said(&library, &second).unwrap().0, "Ada Brook (poet)");
    assert_eq!(count(&library, "by:poet"), 1);
}
