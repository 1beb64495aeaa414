//! Pictures of every screen and overlay, kept in `tests/golden/screens`.
//!
//! `UPDATE_GOLDEN=1 cargo test` writes them anew; the difference is reviewed.

use std::fs;
use std::path::PathBuf;

use pullquote::app::Action;
use pullquote::config::{Frames, Speech};
use pullquote::model::Entry;

use ratatui::buffer::Buffer;
use ratatui::style::Color;

use super::world::{
    Desk, echoes, library, over_months, picture, picture_with, screen_text, themed,
};

const SIZES: [(u16, u16); 6] = [(160, 48), (120, 30), (80, 24), (60, 20), (44, 12), (20, 4)];

/// Draws what `reach` leads to at every size and compares.
#[track_caller]
fn check(name: &str, reach: impl Fn(&mut Desk)) {
    check_with(library, name, reach);
}

/// The same with another library.
#[track_caller]
fn check_with(library: fn() -> Vec<Entry>, name: &str, reach: impl Fn(&mut Desk)) {
    let mut wrong = Vec::new();
    let mut others = [String::new(), String::new()];
    let ascii = themed(Speech::Full, Frames::Ascii);
    for (columns, rows) in SIZES {
        let mut desk = Desk::new(library(), columns, rows);
        reach(&mut desk);
        let found = screen_text(&picture(&desk.app));
        wrong.extend(compare(&format!("{name}-{columns}x{rows}.txt"), &found));
        let mut plain = Desk::plain(library(), columns, rows);
        reach(&mut plain);
        let drawn = [picture_with(&desk.app, &ascii), picture(&plain.app)];
        for (all, drawn) in others.iter_mut().zip(&drawn) {
            let words = screen_text(drawn);
            assert_eq!(words.find(is_drawing), None, "{name}:\n{words}");
            all.push_str(&format!("== {columns}x{rows}\n{words}"));
        }
        assert!(is_without_colour(&drawn[1]), "{name}");
    }
    for (folder, found) in ["ascii", "plain"].iter().zip(others) {
        wrong.extend(compare(&format!("{folder}/{name}.txt"), &found));
    }
    assert!(wrong.is_empty(), "other pictures:\n{}", wrong.join("\n"));
}

/// Compares a picture with the one that is kept, or keeps it; gives a word on each that
/// differs.
fn compare(file: &str, found: &str) -> Option<String> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/screens"));
    let path = folder.join(file);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, found).unwrap();
        return None;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    (kept != found).then(|| format!("{file}:\n{found}"))
}

/// Whether a letter is part of a frame or a block.
fn is_drawing(letter: char) -> bool {
    matches!(letter, '\u{2500}'..='\u{259f}')
}

fn is_without_colour(drawn: &Buffer) -> bool {
    let mut cells = drawn.content().iter();
    cells.all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset)
}

#[test]
fn the_list_looks_like_this() {
    check("list", |_| {});
}

#[test]
fn the_list_narrowed_by_a_query_looks_like_this() {
    check("narrowed", |desk| {
        desk.keys("/").typed("har");
    });
}

#[test]
fn the_text_looks_like_this() {
    check("reader", |desk| {
        desk.keys("Enter");
    });
}

#[test]
fn a_quote_one_stands_at_looks_like_this() {
    check("quote", |desk| {
        desk.keys("Enter ] ]");
    });
}

#[test]
fn the_rail_of_quotes_looks_like_this() {
    check("quotes", |desk| {
        desk.keys("Enter Tab j j j");
    });
}

#[test]
fn the_rail_of_actors_looks_like_this() {
    check("actors", |desk| {
        desk.keys("Enter Tab Tab j");
    });
}

#[test]
fn unfolded_furniture_looks_like_this() {
    check("unfolded", |desk| {
        desk.keys("Enter e");
    });
}

#[test]
fn the_finder_looks_like_this() {
    check("finder", |desk| {
        desk.keys("f").typed("dock");
    });
}

#[test]
fn the_finder_before_anything_is_typed_looks_like_this() {
    check("finder-empty", |desk| {
        desk.keys("f");
        desk.act(Action::Paste("zzz".into()));
        desk.keys("Ctrl-U");
    });
}

#[test]
fn the_palette_looks_like_this() {
    check("palette", |desk| {
        desk.keys(":").typed("quote");
    });
}

#[test]
fn the_list_of_keys_looks_like_this() {
    check("keys", |desk| {
        desk.keys("?");
    });
}

#[test]
fn the_choices_for_copying_look_like_this() {
    check("copy", |desk| {
        desk.keys("Enter ] y");
    });
}

#[test]
fn the_forms_of_a_file_look_like_this() {
    check("save", |desk| {
        desk.keys("2 s Down");
    });
}

#[test]
fn why_a_quote_has_its_speaker_looks_like_this() {
    check("why", |desk| {
        desk.keys("Enter ] ] ] ] w");
    });
}

#[test]
fn the_quotes_of_all_articles_look_like_this() {
    check_with(echoes, "all-quotes", |desk| {
        desk.keys("2 Enter j");
    });
}

#[test]
fn the_quotes_by_speaker_look_like_this() {
    check_with(echoes, "quotes-by-speaker", |desk| {
        desk.keys("2 S j j");
    });
}

#[test]
fn the_quotes_narrowed_by_a_query_look_like_this() {
    check_with(echoes, "quotes-narrowed", |desk| {
        desk.keys("2 /").typed("vael");
    });
}

#[test]
fn lanes_by_issue_look_like_this() {
    check_with(echoes, "compare-issue", |desk| {
        desk.keys("2 c j c G c 4 /").typed("sea, winter, ask");
        desk.keys("Enter j l");
    });
}

#[test]
fn lanes_of_the_same_words_look_like_this() {
    check_with(echoes, "compare-words", |desk| {
        desk.keys("c j c 4 = =");
    });
}

#[test]
fn a_screen_without_lanes_says_how_to_make_them() {
    check_with(echoes, "compare-empty", |desk| {
        desk.keys("4");
    });
}

#[test]
fn lanes_over_time_look_like_this() {
    check_with(over_months, "timeline", |desk| {
        desk.keys("5 h h");
    });
}

#[test]
fn lanes_day_by_day_look_like_this() {
    check_with(over_months, "timeline-days", |desk| {
        desk.keys("c 5 [ [ v h");
    });
}

#[test]
fn everybody_who_is_named_looks_like_this() {
    check_with(echoes, "all-actors", |desk| {
        desk.keys("3 j");
    });
}

#[test]
fn a_profile_looks_like_this() {
    check_with(echoes, "profile", |desk| {
        desk.keys("3 Enter j");
    });
}

#[test]
fn who_is_named_beside_somebody_looks_like_this() {
    check_with(echoes, "profile-with", |desk| {
        desk.keys("3 Enter Tab Tab j");
    });
}

#[test]
fn the_basket_looks_like_this() {
    check_with(echoes, "basket", |desk| {
        desk.keys("j j a 2 a j j a j x a 6 } j x");
    });
}

#[test]
fn a_basket_with_tags_and_notes_looks_like_this() {
    check_with(echoes, "basket-noted", |desk| {
        desk.keys("2 a t").typed("islanders, costs").keys("Enter i");
        desk.typed("ask the ferryman about the year")
            .keys("Enter j a j a 6");
    });
}

#[test]
fn tagging_a_quote_looks_like_this() {
    check("tag", |desk| {
        desk.keys("] t").typed("water, winter").keys("Enter ] ] t");
        desk.typed("w");
    });
}

#[test]
fn a_note_being_written_looks_like_this() {
    check("note", |desk| {
        desk.keys("] a i").typed("compare with last year");
    });
}

#[test]
fn the_saved_searches_look_like_this() {
    check("saved", |desk| {
        for query in ["har", "e"] {
            desk.keys("/ Ctrl-U").typed(query).keys("Enter :");
            desk.typed("save-search").keys("Enter Enter");
        }
        desk.keys("F Down");
    });
}

#[test]
fn articles_that_were_seen_look_like_this() {
    check("seen", |desk| {
        desk.keys("j r j j r");
    });
}

#[test]
fn another_speaker_being_chosen_looks_like_this() {
    check("speaker", |desk| {
        desk.keys("] ] ] W Down");
    });
}

#[test]
fn a_name_being_merged_looks_like_this() {
    check_with(echoes, "merge", |desk| {
        desk.keys("3 j Enter m").typed("a");
    });
}

#[test]
fn a_corrected_profile_looks_like_this() {
    check_with(echoes, "profile-corrected", |desk| {
        desk.keys("3 j m").typed("vael").keys("Enter k Enter");
    });
}

#[test]
fn an_empty_basket_says_how_to_fill_it() {
    check_with(echoes, "basket-empty", |desk| {
        desk.keys("6");
    });
}

#[test]
fn an_article_beside_the_quotes_has_half_and_all_of_the_screen() {
    check_with(echoes, "all-quotes-article", |desk| {
        desk.keys("2 j Tab +");
    });
    check_with(echoes, "all-quotes-zoomed", |desk| {
        desk.keys("2 j z");
    });
    check_with(echoes, "basket-article", |desk| {
        desk.keys("2 j a 6 Tab");
    });
    check_with(echoes, "profile-narrowed", |desk| {
        desk.keys("3 Enter < <");
    });
}

#[test]
fn marked_words_look_like_this() {
    check("marked-words", |desk| {
        desk.keys("Enter v w w");
    });
}

#[test]
fn a_zoomed_text_looks_like_this() {
    check("zoomed", |desk| {
        desk.keys("Enter z");
    });
}

#[test]
fn an_import_that_refused_files_looks_like_this() {
    check("messages", |desk| {
        use pullquote::import::{Refused, Report};
        let refused = |path: &str, message: &str| Refused {
            path: path.into(),
            message: message.into(),
        };
        desk.act(Action::Imported(Report {
            added: 3,
            known: 8,
            refused: vec![
                refused(
                    "clips/noise.bin",
                    "is not text; convert it to text or JSON first",
                ),
                refused(
                    "clips/\u{1b}[31mred.txt",
                    "cannot be read (permission denied)",
                ),
            ],
            ..Report::default()
        }));
        desk.keys("!");
    });
}

#[test]
fn an_empty_library_says_what_to_do() {
    check("empty", |desk| {
        *desk = Desk::shown(Vec::new(), desk.app.size(), desk.app.look());
    });
}
