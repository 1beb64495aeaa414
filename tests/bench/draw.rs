//! What a frame costs: time to draw and encode it, and bytes on the wire.
//!
//! The unit of work of the times is a frame; the table counts bytes an action
//! and needs no clock.
#![allow(clippy::unwrap_used, reason = "a bench that cannot start may end")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group};
use pullquote::app::keymap::Key;

mod made;
#[path = "../spec/wired.rs"]
#[allow(dead_code, reason = "promises look at the bytes themselves")]
mod wired;

use wired::Wired;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 30), (200, 60)];

/// Made articles, as many as a list needs to scroll.
const ARTICLES: usize = 200;

/// The records of made articles, one JSON line each.
fn records() -> Vec<String> {
    let lines = String::from_utf8(made::records(ARTICLES)).unwrap();
    lines.lines().map(str::to_owned).collect()
}

/// An article of so many bytes that is newer than all others.
fn long(records: &[String], bytes: usize) -> String {
    let texts = records.iter().cycle().filter_map(|record| {
        let record: serde_json::Value = serde_json::from_str(record).ok()?;
        Some(record["text"].as_str()?.to_owned())
    });
    let mut whole = "The whole year in one text\n\n31 December 2049\n\n".to_owned();
    for text in texts {
        whole.push_str(&text);
        whole.push_str("\n\n");
        if whole.len() > bytes {
            break;
        }
    }
    whole
}

/// The interface on `records` and a long article, which is selected.
fn open(records: &[String], bytes: usize, size: (u16, u16)) -> Wired {
    let all = ("all.jsonl".to_owned(), records.join("\n"));
    let long = ("long.txt".to_owned(), long(records, bytes));
    Wired::open([all, long].into_iter(), size)
}

fn frames(c: &mut Criterion) {
    let records = records();
    let mut group = c.benchmark_group("frame");
    for bytes in [10_000, 1_000_000] {
        for size in SIZES {
            let mut wired = open(&records[..20], bytes, size);
            wired.keys("Enter PgDn");
            let name = format!("{}x{}, article of {bytes} bytes", size.0, size.1);
            group.bench_function(format!("drawn, {name}"), |b| {
                b.iter(|| black_box(wired.draw()));
            });
            wired.frame();
            let mut on = false;
            group.bench_function(format!("drawn and sent after a page, {name}"), |b| {
                b.iter(|| {
                    on = !on;
                    wired.press(if on { Key::PageDown } else { Key::PageUp })
                });
            });
        }
    }
    group.finish();
}

/// Bytes an action, one line each, for every size.
fn table() {
    let records = records();
    let rows = SIZES.map(|size| bytes(&mut open(&records, 20_000, size)));
    println!(
        "{:<36}{:>10}{:>10}{:>10}",
        "bytes an action", "80x24", "120x30", "200x60"
    );
    for (at, (name, _)) in rows[0].iter().enumerate() {
        let counts = rows.each_ref().map(|row| row[at].1);
        println!(
            "{name:<36}{:>10}{:>10}{:>10}",
            counts[0], counts[1], counts[2]
        );
    }
}

fn bytes(wired: &mut Wired) -> Vec<(&'static str, usize)> {
    let mut rows = vec![("first screen", wired.frame())];
    // The first key takes the message of the import away.
    wired.keys("Esc");
    wired.frame();
    rows.push(("nothing changed", wired.frame()));
    rows.push(("one row down, before the article", wired.press(Key::Down)));
    rows.push(("the article follows", wired.answer()));
    wired.keys("End Up");
    wired.keys(&"Up ".repeat(50));
    wired.frame();
    let mut scrolled = (0, 0);
    for _ in 0..60 {
        scrolled = scrolled.max((wired.press(Key::Up), wired.answer()));
    }
    rows.push(("list scrolls one row", scrolled.0));
    wired.keys("Home");
    wired.frame();
    rows.push(("open an article", wired.press(Key::Enter) + wired.answer()));
    rows.push(("page of text", wired.press(Key::PageDown)));
    rows.push(("one line of text", wired.press(Key::Down)));
    rows.push(("next quote", wired.press(Key::Char(']'))));
    rows.push(("finder opens", wired.press(Key::Char('f'))));
    rows.push((
        "finder, a letter",
        wired.press(Key::Char('h')) + wired.answer(),
    ));
    rows.push(("finder closes", wired.press(Key::Esc)));
    rows.extend(screens(wired));
    rows
}

/// The other screens: what it costs to come, to go one row down and to turn a page.
fn screens(wired: &mut Wired) -> Vec<(&'static str, usize)> {
    wired.keys("q");
    wired.frame();
    let mut rows = Vec::new();
    for (digit, come, row, page) in [
        ('2', "quotes", "quotes, one row down", "quotes, a page"),
        ('3', "actors", "actors, one row down", "actors, a page"),
        (
            '5',
            "timeline",
            "timeline, one row down",
            "timeline, a page",
        ),
    ] {
        rows.push((come, wired.press(Key::Char(digit)) + wired.answer()));
        rows.push((row, wired.press(Key::Down) + wired.answer()));
        rows.push((page, wired.press(Key::PageDown) + wired.answer()));
    }
    rows.push(("timeline, one time back", wired.press(Key::Char('h'))));
    // Two lanes of two speakers.
    wired.keys("2 S c PgDn c");
    wired.frame();
    rows.push(("compare", wired.press(Key::Char('4')) + wired.answer()));
    rows.push(("compare, one row down", wired.press(Key::Down)));
    rows.push(("compare, a page", wired.press(Key::PageDown)));
    rows.push(("compare, the next lane", wired.press(Key::Char('l'))));
    rows
}

criterion_group!(benches, frames);

fn main() {
    table();
    benches();
    Criterion::default().configure_from_args().final_summary();
}
