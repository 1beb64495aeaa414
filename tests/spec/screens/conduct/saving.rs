//! Writing lists into files: what is offered, what is asked for, what is told.

use pullquote::app::Effect;
use pullquote::app::effect::{Contents, Form};
use pullquote::study::{ActorOrder, ArticleOrder, Order};

use super::super::world::over_months;
use super::*;

/// Presses `keys`, then Enter in what they opened; gives what is asked for.
fn saved(keys: &str) -> (Contents, Form, String) {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys(keys);
    written(&mut desk)
}

fn written(desk: &mut Desk) -> (Contents, Form, String) {
    let enter = Action::Command(pullquote::app::Command::Open);
    match &desk.app.update(enter)[..] {
        [
            Effect::Save {
                contents,
                form,
                name,
            },
        ] => (contents.clone(), *form, name.clone()),
        other => panic!("nothing is written: {other:?}, {}", notice(&desk.app)),
    }
}

#[track_caller]
fn check(keys: &str, contents: Contents, form: Form, name: &str) {
    assert_eq!(saved(keys), (contents, form, name.to_owned()), "{keys}");
}

#[test]
fn every_list_is_written_as_it_is_narrowed_and_ordered() {
    let text = String::from;
    check(
        "s",
        Contents::Articles(text(""), ArticleOrder::Date),
        Form::Csv,
        "articles.csv",
    );
    check(
        "S s",
        Contents::Articles(text(""), ArticleOrder::Source),
        Form::Csv,
        "articles.csv",
    );
    check(
        "/ d o c k Enter s",
        Contents::Articles(text("dock"), ArticleOrder::Date),
        Form::Csv,
        "articles.csv",
    );
    check(
        "2 S / s e a Enter s Down",
        Contents::Quotes(text("sea"), Order::Speaker),
        Form::Jsonl,
        "quotes.jsonl",
    );
    check(
        "3 S s Tab Tab",
        Contents::Actors(text(""), ActorOrder::Mentions),
        Form::Markdown,
        "actors.md",
    );
}

#[test]
fn a_profile_writes_the_tab_that_is_shown() {
    let (contents, _, name) = saved("3 Enter s");
    assert!(matches!(contents, Contents::Said(who) if &*who.name == "Ingrid Vael"));
    assert_eq!(name, "said-ingrid-vael.csv");
    let (contents, _, name) = saved("3 Enter Tab Tab Tab s");
    let Contents::Text(table, what) = contents else {
        panic!("sources are no quotes");
    };
    assert_eq!(table.lines().next(), Some("source,quotes"), "{table}");
    assert!(what.ends_with("sources"), "{what}");
    assert_eq!(name, "sources-ingrid-vael.csv");
}

#[test]
fn the_quotes_of_the_article_one_reads_are_written() {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("Enter s");
    let id = desk.app.articles().entry().unwrap().article.id;
    assert_eq!(written(&mut desk).0, Contents::Article(id));
}

#[test]
fn lanes_over_time_are_written_with_every_row() {
    let mut desk = Desk::new(over_months(), 120, 30);
    desk.keys("5 ] s");
    let (contents, ..) = written(&mut desk);
    let Contents::Text(table, what) = contents else {
        panic!("counts are text");
    };
    assert_eq!(what, "4 rows");
    assert!(table.starts_with("time,Joss Penhale,Harbour"), "{table}");
    assert_eq!(table.lines().count(), 4, "{table}");
}

#[test]
fn the_name_is_typed_and_the_form_that_was_taken_last_is_offered_again() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 s Down Ctrl-U").typed("vael.json");
    let (_, form, name) = written(&mut desk);
    assert_eq!((form, name.as_str()), (Form::Jsonl, "vael.json"));
    desk.keys("s");
    assert!(shown(&desk.app).contains("quotes.jsonl"));
    desk.keys("Ctrl-U Enter");
    assert_eq!(notice(&desk.app), "a file needs a name");
}

#[test]
fn where_rows_are_marked_they_alone_are_written() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 x j x s");
    let screen = shown(&desk.app);
    assert!(
        screen.contains("write 2 marked quotes into a file"),
        "{screen}"
    );
    let (contents, _, name) = written(&mut desk);
    let Contents::Places(places) = contents else {
        panic!("{contents:?} is no list of passages");
    };
    assert_eq!((places.len(), name.as_str()), (2, "quotes.csv"));
    assert!(places[0].words.starts_with("Nobody asked us"));
    desk.keys("Esc s");
    assert!(matches!(written(&mut desk).0, Contents::Quotes(..)));
}

#[test]
fn nothing_is_offered_where_there_is_nothing() {
    let mut desk = Desk::new(Vec::new(), 80, 24);
    for keys in ["s", "2 s", "4 s", "5 s"] {
        desk.keys(keys);
        let expected = "there is nothing here that could be written";
        assert_eq!(notice(&desk.app), expected, "{keys}");
    }
}
