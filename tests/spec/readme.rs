//! Promises about the README: its screen is the program's, its commands exist.

use std::fs;
use std::path::PathBuf;

use crate::case::Case;

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn readme() -> String {
    fs::read_to_string(path()).unwrap()
}

/// A screen of the README: the window, the keys that lead to it, and what is printed.
struct Screen<'a> {
    size: &'a str,
    keys: &'a str,
    printed: &'a str,
}

/// Every screen: `<!-- screen: KEYS -->`, or `<!-- screen 80x24: KEYS -->`.
fn screens(readme: &str) -> Vec<Screen<'_>> {
    let blocks = readme.split("<!-- screen").skip(1);
    blocks
        .map(|block| {
            let (head, after) = block
                .split_once(" -->\n```text\n")
                .expect("the keys, then the screen");
            let (size, keys) = head.split_once(": ").expect("the keys");
            let (printed, _) = after
                .split_once("```\n<!-- end of screen -->")
                .expect("an end");
            let size = match size.trim() {
                "" => "120x30",
                size => size,
            };
            Screen {
                size,
                keys,
                printed,
            }
        })
        .collect()
}

#[test]
fn the_screens_of_the_readme_are_drawn_by_the_key_player() {
    let whole = readme();
    let mut fresh = whole.clone();
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data");
    for Screen {
        size,
        keys,
        printed,
    } in screens(&whole)
    {
        let drawn = Case::new()
            .run(["--keys", keys, "--size", size, "--screen", samples])
            .exits(0)
            .out();
        let before = format!("{keys} -->\n```text\n{printed}```");
        let after = format!("{keys} -->\n```text\n{drawn}```");
        fresh = fresh.replace(&before, &after);
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path(), fresh).unwrap();
        return;
    }
    assert!(
        fresh == whole,
        "run UPDATE_GOLDEN=1 cargo test, and look at the difference"
    );
}

#[test]
fn the_pictures_of_the_readme_are_drawn_by_the_program() {
    let whole = readme();
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data");
    let mut seen = 0;
    for block in whole.split("<!-- picture ").skip(1) {
        let (head, after) = block
            .split_once(" -->\n")
            .expect("a head, then the picture");
        let (place, keys) = head.split_once(": ").expect("the keys");
        let (file, size) = place.split_once(' ').expect("a file and a size");
        assert!(after.starts_with("!["), "{file} is not shown");
        assert!(after.lines().next().is_some_and(|line| line.contains(file)));
        let drawn = Case::new()
            .run(["--keys", keys, "--size", size, "--svg", "-", samples])
            .exits(0)
            .out();
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, drawn).unwrap();
        } else {
            let kept = fs::read_to_string(&path).unwrap_or_default();
            assert!(
                kept == drawn,
                "{file}: run UPDATE_GOLDEN=1 cargo test, and look at it"
            );
        }
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn the_table_of_keys_is_what_the_program_prints() {
    const HEAD: &str = "<!-- keys -->\n";
    let whole = readme();
    let (before, rest) = whole.split_once(HEAD).expect("where the table begins");
    let (_, after) = rest.split_once("<!-- end of keys -->").expect("an end");
    let table = Case::new().run(["keys", "--markdown"]).exits(0).out();
    let fresh = format!("{before}{HEAD}{table}<!-- end of keys -->{after}");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path(), fresh).unwrap();
        return;
    }
    assert!(
        fresh == whole,
        "run UPDATE_GOLDEN=1 cargo test the_table_of_keys, and look at the difference"
    );
}

#[test]
fn every_command_of_the_readme_exists_and_every_command_is_in_it() {
    let help = Case::new().run(["--help"]).out();
    let commands = help
        .split("Commands:")
        .nth(1)
        .unwrap()
        .split("Arguments:")
        .next()
        .unwrap();
    let whole = readme();
    let mut seen = 0;
    for line in commands
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
    {
        let name = line.split_whitespace().next().unwrap();
        if name != "help" {
            assert!(
                whole.contains(&format!("`pullquote {name}")),
                "README.md does not tell of {name}"
            );
            seen += 1;
        }
    }
    assert!(seen >= 6, "{help}");
}

#[test]
fn the_two_commands_of_a_newcomer_stand_first() {
    let whole = readme();
    let head = whole.split("# Guide").next().unwrap();
    assert!(head.contains("cargo run --release -- sample-data"));
    assert!(head.lines().any(|line| line.starts_with("cargo test")));
}

/// What stands between back quotes in the README, outside of its blocks of code.
fn quoted() -> Vec<String> {
    let whole = readme();
    let prose = whole.split("```").step_by(2);
    let lines = prose.flat_map(str::lines);
    let words = lines.flat_map(|line| line.split('`').skip(1).step_by(2));
    words.map(str::to_owned).collect()
}

#[test]
fn every_command_that_the_readme_gives_is_understood() {
    let mut seen = 0;
    for command in quoted() {
        let mut words = command.split_whitespace();
        if words.next() != Some("pullquote") {
            continue;
        }
        let name = words
            .next()
            .filter(|word| word.chars().all(|c| c.is_ascii_lowercase()));
        if let Some(name) = name.filter(|name| *name != "sample-data") {
            Case::new().run([name, "--help"]).exits(0);
            seen += 1;
        }
    }
    assert!(seen >= 6);
}

#[test]
fn every_key_that_the_readme_teaches_is_in_the_table() {
    let keys = Case::new().run(["keys"]).out();
    let words = keys.split_whitespace();
    let known: Vec<&str> = words
        .map(|word| word.strip_suffix(',').unwrap_or(word))
        .collect();
    let is_key = |word: &str| {
        let named = ["Enter", "Esc", "Tab", "Space", "Backspace"].contains(&word);
        // A dash stands for standard input.
        named || word.starts_with("Ctrl-") || (word.chars().count() == 1 && word != "-")
    };
    let mut seen = 0;
    for word in quoted().iter().filter(|word| is_key(word)) {
        assert!(
            known.contains(&word.as_str()),
            "{word} is not in the table of keys"
        );
        seen += 1;
    }
    assert!(seen >= 15, "{seen}");
}
