//! Tags, notes, articles that were read, saved searches.

use pullquote::app::overlay::Overlay;
use pullquote::app::screen::Screen;
use pullquote::model::ArticleId;

use super::*;

/// What the box in front lists.
fn offered(desk: &Desk) -> Vec<&str> {
    match desk.app.overlays().last() {
        Some(Overlay::Picker(picker)) => {
            let listed = picker.listed().iter();
            listed.map(|offer| offer.words.as_str()).collect()
        }
        other => panic!("{other:?}"),
    }
}

/// The tags on the quote one stands at.
fn tags(desk: &Desk) -> Vec<String> {
    let reader = desk.app.articles().reader();
    let (id, span) = (reader.id().unwrap(), reader.quote().unwrap().span);
    let tags = desk.app.marks().tags_on(id, span);
    tags.map(str::to_owned).collect()
}

#[test]
fn a_quote_is_tagged_by_typing_and_untagged_by_choosing() {
    let mut desk = desk();
    desk.keys("] t").typed("water, #dock costs").keys("Enter");
    assert_eq!(
        notice(&desk.app),
        "tagged #water #dock costs: “We cannot mend a dock that…”"
    );
    assert_eq!(tags(&desk), ["water", "dock costs"]);
    desk.keys("T");
    assert_eq!(offered(&desk), ["dock costs", "water"]);
    desk.keys("Enter");
    assert_eq!(tags(&desk), ["water"]);
    desk.keys("U U");
    assert_eq!(tags(&desk), [""; 0]);
    desk.keys("T");
    assert_eq!(notice(&desk.app), "no tag is here; t puts one");
}

#[test]
fn a_saved_search_is_replaced_after_a_second_enter_only() {
    let saved = |desk: &Desk| {
        let marks = desk.app.marks();
        let searches = marks.searches().into_iter();
        searches
            .map(|(_, query)| query.to_owned())
            .collect::<Vec<_>>()
    };
    let mut desk = desk();
    desk.keys("/")
        .typed("dock")
        .keys("Enter Ctrl-S Ctrl-U")
        .typed("mine")
        .keys("Enter");
    assert_eq!(saved(&desk), ["dock"]);
    desk.keys("/ Ctrl-U")
        .typed("sea")
        .keys("Enter Ctrl-S Ctrl-U")
        .typed("mine")
        .keys("Enter");
    assert_eq!(saved(&desk), ["dock"]);
    assert!(shown(&desk.app).contains("mine is /dock: Enter replaces it"));
    desk.keys("Esc");
    assert_eq!(saved(&desk), ["dock"]);
    desk.keys("Ctrl-S Ctrl-U").typed("mine").keys("Enter Enter");
    assert_eq!(saved(&desk), ["sea"]);
}

#[test]
fn a_known_tag_is_completed_and_a_new_one_is_what_was_typed() {
    let mut desk = desk();
    desk.keys("] t").typed("water").keys("Enter ] t");
    assert_eq!(offered(&desk), ["water"]);
    desk.typed("wat");
    assert_eq!(offered(&desk), ["wat", "water"]);
    desk.keys("Tab Enter");
    assert_eq!(tags(&desk), ["water"]);
    desk.keys("] t").typed("wat").keys("Enter");
    assert_eq!(tags(&desk), ["wat"]);
    desk.keys("] t Down").typed("w").keys("Down Enter");
    assert_eq!(tags(&desk), ["water"]);
}

#[test]
fn all_marked_rows_get_the_tag() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 x x x t").typed("vote").keys("Enter");
    assert_eq!(notice(&desk.app), "tagged #vote: 3 quotes");
    assert_eq!(desk.app.marks().tags(), [("vote", 3)]);
}

#[test]
fn a_note_is_kept_changed_and_goes_when_it_is_empty() {
    let mut desk = desk();
    desk.keys("] i").typed("ask the mayor").keys("Enter");
    assert_eq!(notice(&desk.app), "note on “We cannot mend a dock that…”");
    assert!(shown(&desk.app).contains(" ask the mayor"));
    desk.keys("i Ctrl-U").typed("done").keys("Enter");
    assert!(shown(&desk.app).contains(" done"));
    desk.keys("i Ctrl-U Enter");
    assert!(notice(&desk.app).starts_with("no note any more"));
    assert_eq!(desk.app.marks().all(), []);
    desk.keys("i").typed("never mind").keys("Esc");
    assert_eq!(desk.app.marks().all(), []);
}

#[test]
fn tags_and_notes_stand_below_their_row_of_the_basket_and_beside_it_elsewhere() {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("] a t").typed("water").keys("Enter i");
    desk.typed("ask the mayor").keys("Enter");
    let screen = shown(&desk.app);
    assert!(screen.contains("+ Joss Penhale  told  #wat"), "{screen}");
    desk.keys("a a 6");
    assert!(shown(&desk.app).contains(" #water  ask the mayor"));
    desk.keys("j k");
    assert_eq!(notice(&desk.app), "first row");
}

#[test]
fn an_article_is_seen_or_not() {
    let mut desk = desk();
    assert!(!shown(&desk.app).contains('•'));
    desk.keys("r");
    assert!(notice(&desk.app).starts_with("seen: Harbour council votes"));
    let screen = shown(&desk.app);
    assert!(screen.contains("\n •2026"), "{screen}");
    assert!(screen.contains("Tamsin Orrell · seen"), "{screen}");
    desk.keys("Enter r");
    assert!(notice(&desk.app).starts_with("not seen: Harbour council"));
    assert!(!shown(&desk.app).contains('•'));
}

#[test]
fn a_search_is_saved_listed_with_its_count_run_and_forgotten() {
    let mut desk = desk();
    desk.keys(":").typed("save-search").keys("Enter");
    assert!(notice(&desk.app).starts_with("nothing to save: / narrows"));
    desk.keys("/").typed("har").keys("Enter F");
    assert!(shown(&desk.app).contains("no search is saved yet; Ctrl-S"));
    desk.keys("Ctrl-S Ctrl-U")
        .typed("the harbour")
        .keys("Enter");
    assert_eq!(notice(&desk.app), "search saved as the harbour; F lists it");
    desk.keys("Esc 2 F");
    assert_eq!(offered(&desk), ["the harbour"]);
    let screen = shown(&desk.app);
    assert!(
        screen.contains(">the harbour  har") && screen.contains(" 2│"),
        "{screen}"
    );
    desk.keys("Enter");
    assert_eq!(desk.app.screen(), Screen::Quotes);
    // As after `/har` and `2`.
    assert_eq!(desk.app.quotes().query(), "text:har");
    desk.keys("1");
    assert_eq!(desk.app.articles().listing().query(), "har");
    desk.keys("F Ctrl-X");
    assert_eq!(notice(&desk.app), "saved search forgotten: the harbour");
    desk.keys("U F");
    assert_eq!(offered(&desk), ["the harbour"]);
}

#[test]
fn a_search_saved_among_quotes_counts_and_lists_quotes() {
    let mut desk = desk();
    desk.keys("2 / w e Enter Ctrl-S");
    assert!(shown(&desk.app).contains("save /we of quotes as"));
    desk.keys("Enter 1 F");
    let found = desk.app.quotes().list().found().found;
    let screen = shown(&desk.app);
    assert!(screen.contains(&format!("{found} quotes")), "{screen}");
    desk.keys("Enter");
    assert_eq!(desk.app.screen(), Screen::Quotes);
    assert_eq!(desk.app.quotes().query(), "we");
    // With a field it means the same everywhere.
    desk.keys("/").typed("by:vael").keys("Enter Ctrl-S");
    assert!(shown(&desk.app).contains("save /by:vael as"));
}

#[test]
fn a_saved_search_opens_the_articles_where_nothing_is_narrowed() {
    let mut desk = desk();
    desk.keys("/").typed("har").keys("Enter :");
    desk.typed("save-search").keys("Enter Enter Esc 4 F Enter");
    assert_eq!(desk.app.screen(), Screen::Articles);
    assert_eq!(desk.app.articles().listing().query(), "har");
}

#[test]
fn a_search_for_marks_follows_them() {
    let mut desk = desk();
    desk.keys("/").typed("is:unseen").keys("Enter");
    let before = desk.done.len();
    desk.slow = true;
    desk.app.update(Action::Changed(
        pullquote::app::Ticket(0),
        pullquote::app::Changed {
            told: String::new(),
            marks: std::sync::Arc::new(desk.people.borrow().marks.with(&[
                pullquote::model::Change::Set(pullquote::model::Mark::Seen {
                    article: ArticleId::of_text("x"),
                }),
            ])),
            revision: 0,
            catalog: None,
        },
    ));
    assert_eq!(desk.done.len(), before);
    assert!(desk.app.articles().listing().is_waiting());
}

#[test]
fn names_that_answer_an_older_input_are_never_taken() {
    let mut desk = desk();
    desk.keys("2 W").typed("a");
    assert!(offered(&desk).len() > 2, "{:?}", offered(&desk));
    desk.slow = true;
    desk.typed("zq");
    assert_eq!(offered(&desk), ["azq"]);
    desk.keys("Ctrl-U");
    let choices = offered(&desk).len();
    for effect in std::mem::take(&mut desk.outstanding) {
        let answer = desk.answer(&effect).unwrap();
        desk.app.update(answer);
    }
    assert_eq!(offered(&desk).len(), choices);
}
