//! What a frame costs: time to draw and encode it, and bytes on the wire.
//!
//! The unit of work of the times is a frame; the table counts bytes an action
//! and needs no clock.

use std::hint::black_box;

use criterion::{Criterion, criterion_group};
use pullquote::app::keymap::Key;

#[path = "../spec/press.rs"]
mod press;
#[path = "../spec/wired.rs"]
mod wired;

use wired::Wired;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 30), (200, 60)];

fn reports(bytes_of_first: usize) -> Vec<String> {
    let first = press::report(1, bytes_of_first);
    std::iter::once(first)
        .chain((2..200).map(|number| press::report(number, 2_000)))
        .collect()
}

fn frames(c: &mut Criterion) {
    let mut group = c.benchmark_group("frame");
    for bytes in [10_000, 1_000_000] {
        for (columns, rows) in SIZES {
            let mut wired = open(&[press::report(1, bytes)], (columns, rows));
            wired.keys("Enter");
            group.bench_function(
                format!("drawn, {columns}x{rows}, article of {bytes} bytes"),
                |b| {
                    b.iter(|| black_box(wired.draw()));
                },
            );
            wired.frame();
            let mut there = false;
            group.bench_function(
                format!("drawn and sent, a page on, {columns}x{rows}, {bytes} bytes"),
                |b| {
                    b.iter(|| {
                        there = !there;
                        wired.press(if there { Key::PageDown } else { Key::PageUp })
                    });
                },
            );
        }
    }
    group.finish();
}

fn open(reports: &[String], size: (u16, u16)) -> Wired {
    Wired::open(reports, size)
}

/// Bytes an action, one line each, for every size.
fn table() {
    let rows = SIZES.map(|size| bytes(&mut Wired::open(&reports(20_000), size)));
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
    rows
}

criterion_group!(benches, frames);

fn main() {
    table();
    benches();
    Criterion::default().configure_from_args().final_summary();
}
