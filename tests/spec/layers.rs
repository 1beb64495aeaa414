//! Promises about the layers: files look only downwards, and text and bytes
//! reach the terminal through one door each.

use std::fs;
use std::path::{Path, PathBuf};

/// From the lowest to the highest; a line of several knows nothing of its own line.
const LAYERS: [&[&str]; 13] = [
    &["error"],
    &["model"],
    &["text"],
    &["ingest", "analysis"],
    &["config"],
    &["store"],
    &["search"],
    &["study"],
    &["export"],
    &["import"],
    &["app"],
    &["tui"],
    &["cli"],
];

/// What only some layers may name, and which.
const ONLY: [(&str, &[&str]); 11] = [
    ("ratatui", &["tui"]),
    ("crossterm", &["tui"]),
    ("rusqlite", &["store"]),
    ("fuzzy_matcher", &["search"]),
    ("clap", &["cli"]),
    ("std::thread", &["tui", "import"]),
    ("std::fs", &["import", "store", "config", "tui", "cli"]),
    ("Instant::now", &["tui", "import", "store"]),
    ("SystemTime::now", &["tui"]),
    ("Timestamp::now", &["store"]),
    ("Zoned::now", &["config"]),
];

struct Source {
    path: PathBuf,
    /// Without comments and tests, so that prose may say anything.
    code: String,
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut found,
    );
    assert!(
        found.len() > 20,
        "the sources are not where they are looked for"
    );
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            let whole = fs::read_to_string(&path).unwrap();
            let shipped = whole
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default();
            let code = shipped
                .lines()
                .map(without_comment)
                .collect::<Vec<_>>()
                .join("\n");
            found.push(Source { path, code });
        }
    }
}

fn without_comment(line: &str) -> &str {
    let trimmed = line.trim_start();
    if trimmed.starts_with("//") { "" } else { line }
}

/// The layer of a file: the first part of its path below `src`.
fn layer_of(path: &Path) -> Option<String> {
    let below = path
        .strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))
        .unwrap();
    let first = below
        .components()
        .next()?
        .as_os_str()
        .to_string_lossy()
        .replace(".rs", "");
    LAYERS
        .iter()
        .any(|line| line.contains(&first.as_str()))
        .then_some(first)
}

fn height(layer: &str) -> usize {
    LAYERS
        .iter()
        .position(|line| line.contains(&layer))
        .unwrap()
}

#[test]
fn every_file_uses_its_own_layer_and_lower_ones() {
    for Source { path, code } in sources() {
        let Some(own) = layer_of(&path) else { continue };
        for other in LAYERS.concat() {
            let beside = height(other) == height(&own) && other != own;
            if height(other) > height(&own) || beside {
                let names = code.contains(&format!("crate::{other}"));
                assert!(!names, "{} looks up to {other}", path.display());
            }
        }
    }
}

#[test]
fn what_is_used_is_named_whole() {
    // Else the promises of this file could not see it.
    for Source { path, code } in sources() {
        let hides = ["crate::{", "std::{", "pullquote::*"];
        for hiding in hides {
            assert!(!code.contains(hiding), "{} says {hiding}", path.display());
        }
    }
}

#[test]
fn what_belongs_to_one_layer_is_named_by_no_other() {
    for Source { path, code } in sources() {
        let Some(own) = layer_of(&path) else { continue };
        for (what, layers) in ONLY {
            let named = code.contains(what);
            assert!(
                !named || layers.contains(&own.as_str()),
                "{} names {what}",
                path.display()
            );
        }
    }
}

#[test]
fn text_becomes_cells_in_one_file() {
    let doors = [
        "ratatui::text",
        "Paragraph::new",
        "set_string",
        "set_symbol",
        "set_char",
        "set_line",
        "set_span",
        "Span::raw",
        "Line::from",
    ];
    for Source { path, code } in sources() {
        let is_door = path.ends_with("tui/view/paint.rs");
        if is_door || layer_of(&path).as_deref() != Some("tui") {
            continue;
        }
        for line in code.lines() {
            for door in doors {
                assert!(
                    !line.contains(door),
                    "{} makes cells itself: {}",
                    path.display(),
                    line.trim()
                );
            }
            let titled = line.find(".title(").map(|at| &line[at + 7..]);
            assert!(
                titled.is_none_or(|rest| rest.starts_with('"')),
                "{}: {}",
                path.display(),
                line.trim()
            );
        }
    }
}

#[test]
fn no_file_is_longer_than_six_hundred_lines() {
    for Source { path, .. } in sources() {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 600, "{} has {lines} lines", path.display());
    }
}

#[test]
fn nothing_asks_the_terminal() {
    // Each of these makes a crate send a question, whose late answer would be
    // taken for typed keys.
    let questions = [
        "cursor::position",
        "supports_keyboard_enhancement",
        "PushKeyboardEnhancementFlags",
        "EnableMouseCapture",
        "get_cursor_position",
    ];
    for Source { path, code } in sources() {
        for question in questions {
            let asked = code
                .lines()
                .any(|line| line.contains(question) && !line.contains("fn "));
            assert!(!asked, "{} uses {question}", path.display());
        }
    }
}
