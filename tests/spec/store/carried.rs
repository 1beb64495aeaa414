//! What people decided where a file holds a changed text.

use pullquote::model::{Change, Entry, Mark, Place, Span};
use pullquote::store::Library;

use super::{Case, entry};

const FIRST: &str = "The tide rose over the mole. “Yes,” she said. All went home.";
const SECOND: &str = "The tide rose over the mole. “Yes,” she said. All went home. “Yes,” he said.";

fn note(on: Place, note: &str) -> Change {
    let note = note.to_owned();
    Change::Set(Mark::Noted { on, note })
}

/// The place of the nth time that the words stand in the article.
fn place(entry: &Entry, words: &str, nth: usize) -> Place {
    let mut starts = entry.article.text.match_indices(words);
    let (start, _) = starts.nth(nth).unwrap();
    Place {
        article: entry.article.id,
        span: Span::new(start, start + words.len()),
        words: words.to_owned(),
    }
}

/// The notes, each with the article it is on.
fn notes(library: &Library) -> Vec<(String, String)> {
    let marks = library.marks().unwrap();
    let notes = marks.all().iter().filter_map(|mark| match mark {
        Mark::Noted { on, note } => Some((note.clone(), on.article.to_string())),
        _ => None,
    });
    let mut notes: Vec<_> = notes.collect();
    notes.sort();
    notes
}

#[test]
fn a_mark_on_an_article_outlives_another_that_becomes_the_same_text() {
    let case = Case::new();
    let (a, b) = (entry("a.txt", "A", FIRST), entry("b.txt", "B", FIRST));
    let (old, own) = (a.article.id, b.article.id);
    let mut library = case.open();
    library.add(&[a, b]).unwrap();
    library
        .change("own", &[note(Place::whole(own), "own")])
        .unwrap();
    library
        .change("old", &[note(Place::whole(old), "old")])
        .unwrap();
    library.add(&[entry("a.txt", "B", FIRST)]).unwrap();
    let both = [
        ("old".into(), old.to_string()),
        ("own".into(), own.to_string()),
    ];
    assert_eq!(notes(&library), both);
    // What is taken back is what was done, and nothing else.
    library.undo().unwrap();
    assert_eq!(notes(&library), both[1..]);
}

#[test]
fn of_two_marks_that_would_meet_one_goes_along_and_one_stays() {
    let case = Case::new();
    let (before, after) = (entry("a.txt", "A", SECOND), entry("a.txt", "A", FIRST));
    let mut library = case.open();
    library.add(std::slice::from_ref(&before)).unwrap();
    for (nth, words) in ["one", "two"].into_iter().enumerate() {
        let on = place(&before, "“Yes,”", nth);
        library.change(words, &[note(on, words)]).unwrap();
    }
    library.add(std::slice::from_ref(&after)).unwrap();
    let of = |words: &str, entry: &Entry| (words.to_owned(), entry.article.id.to_string());
    assert_eq!(
        notes(&library),
        [of("one", &after), of("two", &before)],
        "neither is lost"
    );
    library.undo().unwrap();
    assert_eq!(notes(&library), [of("one", &after)]);
    library.undo().unwrap();
    assert_eq!(notes(&library), []);
}

#[test]
fn a_deed_of_a_later_version_is_left_alone_and_told() {
    let case = Case::new();
    let before = entry("a.txt", "A", SECOND);
    let mut library = case.open();
    library.add(std::slice::from_ref(&before)).unwrap();
    let steps = format!(r#"[{{"later": "{}"}}]"#, before.article.id);
    case.sql(&format!(
        "INSERT INTO deed (label, at, steps) VALUES ('later', '', '{steps}')"
    ));
    assert!(library.undo().is_err());
    let on = Place::whole(before.article.id);
    library.change("now", &[note(on, "now")]).unwrap();
    library.add(&[entry("a.txt", "A", FIRST)]).unwrap();
    library.undo().unwrap();
    assert!(library.undo().is_err());
    let kept: String = case.ask("SELECT steps FROM deed WHERE label = 'later' AND NOT undone");
    assert_eq!(kept, steps);
}

#[test]
fn what_was_taken_away_comes_back_on_the_changed_text() {
    let case = Case::new();
    let (before, after) = (entry("a.txt", "A", SECOND), entry("a.txt", "A", FIRST));
    let mut library = case.open();
    library.add(std::slice::from_ref(&before)).unwrap();
    let on = Place::whole(before.article.id);
    let mark = note(on.clone(), "here");
    library.change("note", &[mark]).unwrap();
    let note = String::new();
    library
        .change("none", &[Change::Remove(Mark::Noted { on, note })])
        .unwrap();
    library.add(std::slice::from_ref(&after)).unwrap();
    library.undo().unwrap();
    assert_eq!(
        notes(&library),
        [("here".into(), after.article.id.to_string())]
    );
}
