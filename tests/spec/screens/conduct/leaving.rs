//! What leaves the program: links, articles for other programs, copies made again.

use pullquote::app::keymap::Mode;
use pullquote::app::{Effect, Outside, Preferences};

use super::*;

fn program(name: &str) -> Outside {
    Outside {
        name: name.to_owned(),
        words: vec!["true".to_owned()],
    }
}

/// A desk whose person named these programs.
fn with(programs: &[&str]) -> Desk {
    let mut desk = desk();
    let preferences = Preferences {
        programs: programs.iter().map(|name| program(name)).collect(),
        ..Preferences::default()
    };
    desk.app = desk.app.clone().with(preferences);
    desk
}

#[test]
fn a_link_that_is_not_known_is_said_and_nothing_is_opened() {
    let mut desk = desk();
    desk.keys("Enter o");
    assert_eq!(notice(&desk.app), "no address is known");
    assert!(
        !desk
            .done
            .iter()
            .any(|done| matches!(done, Effect::OpenLink { .. }))
    );
}

#[test]
fn an_article_goes_to_the_one_program_or_to_the_chosen_one() {
    let mut desk = with(&[]);
    desk.keys("|");
    assert!(notice(&desk.app).starts_with("no program is named: [commands]"));
    let mut desk = with(&["mail"]);
    desk.keys("Enter |");
    assert_eq!(notice(&desk.app), "mail took the article");
    let mut desk = with(&["mail", "print"]);
    desk.keys("Enter |");
    assert_eq!(desk.app.mode(), Mode::Choice);
    desk.slow = true;
    desk.keys("Down Enter");
    let Some(Effect::Pipe { program, id, text }) = desk.outstanding.last() else {
        panic!("{:?}", desk.outstanding);
    };
    assert_eq!(program.name, "print");
    assert!(text.contains(id) && text.starts_with('{') && text.ends_with("}\n"));
}

#[test]
fn an_earlier_copy_is_made_again() {
    let mut desk = desk();
    desk.keys("\"");
    assert_eq!(notice(&desk.app), "nothing has been copied yet: y copies");
    desk.keys("Enter ] y q ] y q");
    desk.slow = true;
    desk.keys("\" Down Enter");
    let Some(Effect::Copy { text }) = desk.outstanding.last() else {
        panic!("{:?}", desk.outstanding);
    };
    assert!(text.starts_with("We cannot mend"));
}
