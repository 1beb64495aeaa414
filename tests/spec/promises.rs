//! The table of promises in `tests/promises.md` names tests that exist.

use std::collections::BTreeSet;
use std::path::Path;

/// How many promises are numbered.
const PROMISES: usize = 40;

/// The code of all files below `folder`.
fn code(folder: &Path, all: &mut String) {
    for file in std::fs::read_dir(folder).unwrap().flatten() {
        let path = file.path();
        if path.is_dir() {
            code(&path, all);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            all.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_promise_is_shown_by_tests_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(root.join("tests/promises.md")).unwrap();
    let mut all = String::new();
    code(&root.join("src"), &mut all);
    code(&root.join("tests/spec"), &mut all);
    let tests: BTreeSet<&str> = all
        .split("#[test]\n")
        .skip(1)
        .filter_map(|after| after.split_once("fn "))
        .filter_map(|(_, named)| named.split('(').next())
        .collect();
    let mut numbers = Vec::new();
    for row in table.lines().filter(|line| line.starts_with("| R")) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, number, _, shown, _] = cells[..] else {
            panic!("not five cells: {row}");
        };
        numbers.push(number.to_owned());
        let names: Vec<&str> = shown.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "{number} is shown by nothing");
        for name in names {
            assert!(tests.contains(name), "{number}: there is no test {name}");
        }
    }
    let expected: Vec<String> = (1..=PROMISES).map(|number| format!("R{number}")).collect();
    assert_eq!(numbers, expected);
}
