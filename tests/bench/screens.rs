//! From a key to the screen that it asks for, in a large library: what the first visit
//! costs, and what another order does.
//!
//! `cargo bench --bench screens [ARTICLES | LIBRARY] [KEYS...]`. The unit of work is a key: the
//! question, its answer and the frame, one after the other on one thread, by a worker
//! that was asked nothing before. Made libraries are kept between runs.
#![allow(clippy::unwrap_used, reason = "a bench that cannot start may end")]

mod made;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use pullquote::app::Preferences;
use pullquote::app::keymap::Key;
use pullquote::config::Start;
use pullquote::import::{Files, Gone, import};
use pullquote::store::{Library, Location};
use pullquote::tui::Session;
use pullquote::tui::player::{Player, parse_keys};

/// Articles of a library when nothing else is asked for.
const ARTICLES: usize = 20_000;

/// First visits of each screen.
const VISITS: usize = 5;

/// What is timed: the last word is, the others come before it.
const KEYS: [&str; 9] = [
    "2",
    "3",
    "5",
    "f",
    "3 S",
    "3 S S",
    "3 S S S",
    "3 S S S S",
    "2 S",
];

fn main() {
    let mut arguments = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"));
    let asked = arguments.next().unwrap_or_default();
    let mut all: Vec<String> = arguments.collect();
    if all.is_empty() {
        all = KEYS.map(str::to_owned).to_vec();
    }
    let path = match asked.parse() {
        Ok(articles) => made_library(articles),
        Err(_) if asked.is_empty() => made_library(ARTICLES),
        Err(_) => PathBuf::from(asked),
    };
    let session = session(&path);
    println!(
        "{}: {} bytes",
        path.display(),
        path.metadata().unwrap().len()
    );
    for keys in &all {
        let mut times: Vec<Duration> = (0..VISITS).map(|_| visit(&session, keys)).collect();
        times.sort_unstable();
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        println!(
            "{keys:<10} key   p50 {:>7.1} ms   worst {:>7.1} ms",
            ms(times[VISITS / 2]),
            ms(times[VISITS - 1])
        );
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find(|line| line.starts_with("VmHWM"));
    println!("{}", peak.unwrap_or_default());
}

/// How long the last of `keys` takes, until its screen is drawn.
fn visit(session: &Session, keys: &str) -> Duration {
    let mut player = Player::open(session, (120, 40)).unwrap();
    let mut keys: Vec<Key> = parse_keys(keys).unwrap();
    let last = keys.pop().unwrap();
    for key in keys {
        player.press(key);
        player.perform();
    }
    let start = Instant::now();
    player.press(last);
    player.perform();
    player.draw();
    start.elapsed()
}

fn session(path: &Path) -> Session {
    Session {
        location: Location::file(path),
        files: Files {
            paths: Vec::new(),
            gone: Gone::Keep,
        },
        query: None,
        manner: pullquote::tui::manner::Manner::default(),
        preferences: Preferences::default(),
        folder: None,
        start: Start::Articles,
        history: false,
        complaints: Vec::new(),
        state: None,
        escape: None,
        fault: None,
    }
}

/// The library of so many made articles, made unless it is there.
fn made_library(articles: usize) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("bench-screens-{articles}.db"));
    let mut library = Library::open(&Location::file(&path)).unwrap();
    if library.count().unwrap() < articles {
        let records = folder.join("bench-screens.jsonl");
        std::fs::write(&records, made::records(articles)).unwrap();
        import(&[records], &mut library, Gone::Keep, &mut |_, _| true).unwrap();
    }
    path
}
