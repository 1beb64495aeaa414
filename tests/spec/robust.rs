//! Damaged and hostile input: it costs a line of text, never the program.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::path::Path;
use std::time::{Duration, Instant};

use pullquote::analysis::analyze;
use pullquote::export::parse_text;
use pullquote::ingest::{Hint, read};
use pullquote::model::{Analysis, Span};
use pullquote::text::display::display;
use pullquote::text::fold::fold;
use pullquote::text::wrap::wrap;

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }
}

fn sample_files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    files
        .iter()
        .map(|path| (name(path), std::fs::read(path).unwrap()))
        .collect()
}

/// Reads and analyses `bytes`; every span must fit the text.
fn digest(bytes: &[u8], name: &str) {
    let Ok(articles) = read(
        bytes,
        &Hint {
            name: name.to_owned(),
        },
    ) else {
        return;
    };
    for article in articles.into_iter().map(|one| one.article) {
        let text = &article.text;
        let fits = |span: Span| text.get(span.start..span.end).is_some();
        let mut at = 0;
        for block in &article.blocks {
            assert!(fits(block.span) && block.span.start >= at, "{name}");
            assert!(
                block.credit.is_none_or(|credit| block.span.covers(credit)),
                "{name}"
            );
            at = block.span.end;
        }
        let analysis = analyze(&article);
        for span in spans(&analysis) {
            assert!(fits(span), "{name}: {span:?}");
        }
    }
}

/// Every span of an analysis.
fn spans(analysis: &Analysis) -> Vec<Span> {
    let quotes = analysis.quotes.iter();
    let statements = analysis.statements.iter();
    let speakers = quotes.clone().filter_map(|quote| quote.speaker.as_ref());
    let speakers = speakers.chain(statements.clone().map(|statement| &statement.speaker));
    let told = speakers.flat_map(|speaker| {
        let via = speaker.via.as_ref().map(|via| via.mention);
        [Some(speaker.mention), speaker.cue, via]
    });
    let actors = analysis.actors.iter();
    let named = actors.flat_map(|actor| actor.mentions.iter().chain(&actor.roles));
    let said = quotes.map(|quote| quote.span);
    let said = said.chain(statements.map(|statement| statement.span));
    let notes = analysis.notes.iter().map(|note| note.span);
    said.chain(told.flatten())
        .chain(named.copied())
        .chain(notes)
        .collect()
}

/// Runs `work`, which may take `seconds`: twenty times what it takes on a slow
/// machine without optimisation, so that only a wrong power fails.
fn within(seconds: u64, what: &str, work: impl FnOnce()) {
    let start = Instant::now();
    work();
    let taken = start.elapsed();
    assert!(
        taken < Duration::from_secs(seconds),
        "{what} took {taken:?}"
    );
}

#[test]
fn files_that_were_cut_are_read_or_refused() {
    let mut dice = Dice(1);
    for (name, bytes) in sample_files() {
        within(20, &name, || {
            for _ in 0..12 {
                digest(&bytes[..dice.below(bytes.len())], &name);
                digest(&bytes[dice.below(bytes.len())..], &name);
            }
        });
    }
}

/// A name that ends the article once was looked for behind its end.
#[test]
fn articles_that_end_after_any_word_are_digested() {
    let titles = [
        "Nach dem Sturm sagte gestern Anna",
        "More Reasons Why Many Voters Still Love Anna",
        "Why Mayor Anna Berg Left Oslo Police Behind",
        "Le maire de Lyon a dit hier Anna",
    ];
    for title in titles {
        let ends = title.match_indices(' ').map(|(at, _)| at);
        for end in ends.chain([title.len()]) {
            let cut = &title[..end];
            digest(cut.as_bytes(), "a.txt");
            for language in ["de", "en", "fr"] {
                let record = format!(r#"{{"text": "{cut}", "language": "{language}"}}"#);
                digest(record.as_bytes(), "a.json");
            }
        }
    }
}

#[test]
fn files_with_flipped_bits_are_read_or_refused() {
    let mut dice = Dice(2);
    for (name, bytes) in sample_files() {
        within(20, &name, || {
            for flips in [1, 3, 10, 100, 1_000] {
                let mut broken = bytes.clone();
                for _ in 0..flips {
                    let at = dice.below(broken.len());
                    broken[at] ^= 1 << dice.below(8);
                }
                digest(&broken, &name);
            }
        });
    }
}

#[test]
fn files_with_parts_moved_are_read_or_refused() {
    let mut dice = Dice(3);
    for (name, bytes) in sample_files() {
        let mut broken = bytes.clone();
        for _ in 0..8 {
            let (a, b) = (dice.below(broken.len()), dice.below(broken.len()));
            let part: Vec<u8> = broken.drain(a.min(b)..a.max(b)).collect();
            let at = dice.below(broken.len() + 1);
            broken.splice(at..at, part);
            digest(&broken, &name);
        }
    }
}

#[test]
fn a_megabyte_of_one_thing_is_digested_in_time() {
    const MEGABYTE: usize = 1 << 20;
    let units = [
        "\"",
        "“",
        "”",
        "'",
        "‘a",
        "«",
        "「",
        "\"a\" ",
        "“a” b ",
        "A",
        "A ",
        "Ab ",
        "Ann Lee ",
        "Mr Tarn ",
        "Oslo Police Anna Berg ",
        "a",
        "a ",
        ". ",
        "(",
        "(A)",
        "[",
        "\n",
        "a\n",
        "A.\n\n",
        "Share\n",
        "Related stories\n",
        "By A\n",
        "1 May 2025 ",
        "1 ",
        "1.",
        "12:30 ",
        "| ",
        "- ",
        "said ",
        "he said, ",
        "\u{301}",
        "\u{200b}",
        "\u{202e}",
        "한",
        "漢",
        "👩\u{200d}",
        "\u{1b}[",
        "\u{fffd}",
        "\u{a0}",
        "--",
        "according to ",
        "{",
        "[",
        "{\"text\":",
    ];
    for unit in units {
        grows_with_its_length(&format!("{unit:?}"), MEGABYTE / 4, |length| {
            unit.repeat(length / unit.len())
        });
    }
}

/// Here a square showed within a second only at this length.
#[test]
fn a_long_paragraph_in_the_languages_of_east_asia_takes_no_square_of_its_length() {
    const LENGTH: usize = 120_000;
    let units = [
        ("zh", "市长：“去”，"),
        ("zh", "他说：“去。”"),
        ("zh", "对记者说“去”，"),
        ("ja", "三崎氏は「去る」と、"),
        ("ja", "「去る」と三崎氏は述べ、"),
        ("ko", "노라 베크 시장은 “간다”고 말했다. 그는 "),
        ("ko", "그는 "),
        ("ko", "“간다”고 한빛통신에 "),
    ];
    for (language, unit) in units {
        grows_with_its_length(unit, LENGTH, |length| {
            let text = unit.repeat(length / unit.len());
            format!(r#"{{"text": "{text}", "language": "{language}"}}"#)
        });
    }
}

/// Digests a text and one of four times its length, which may take eight times as long:
/// a square takes sixteen. What is done within a second is not looked at, and a square
/// stays one however often it is taken: a machine that has other work to do does not.
fn grows_with_its_length(what: &str, length: usize, text: impl Fn(usize) -> String) {
    let time = |length| {
        let text = text(length);
        let name = match text.starts_with("{\"text\": \"") {
            true => "a.json",
            false => "a.txt",
        };
        let start = Instant::now();
        digest(text.as_bytes(), name);
        start.elapsed()
    };
    let mut taken = Vec::new();
    let square = (0..3).all(|_| {
        let (short, long) = (time(length), time(4 * length));
        taken.push((short, long));
        long > Duration::from_secs(1) && long > 8 * short
    });
    assert!(
        !square,
        "{what}, for a length and four times of it: {taken:?}"
    );
}

#[test]
fn many_speakers_and_open_marks_take_no_square_of_their_number() {
    let name = |n: usize| {
        let letters = [n % 26, n / 26 % 26, n / 676 % 26].map(|n| char::from(b'A' + n as u8));
        letters.iter().collect::<String>()
    };
    grows_with_its_length("names in capitals", 1_500, |count| {
        let shout = |n| format!("“We stay,” said ANA {}ORN.\n\n", name(n));
        (0..count).map(shout).collect()
    });
    grows_with_its_length("open marks", 10_000, |count| {
        (0..count).map(|n| format!("“The pier {n}.\n\n")).collect()
    });
}

#[test]
fn the_lines_of_many_notes_are_counted_once() {
    let text: String = (0..40_000)
        .map(|n| format!("A “pier {n} stays.\n\n"))
        .collect();
    let hint = Hint {
        name: "a.txt".to_owned(),
    };
    let article = read(text.as_bytes(), &hint).unwrap().remove(0).article;
    let analysis = analyze(&article);
    assert!(analysis.notes.len() > 10_000);
    within(10, "printing", || {
        let printed = parse_text("a.txt", &article, &analysis);
        assert!(printed.contains("line 79999: "), "the last line");
    });
}

#[test]
fn a_megabyte_of_one_thing_is_shown_in_time() {
    const MEGABYTE: usize = 1 << 20;
    for unit in [
        "a",
        "a ",
        "\u{301}",
        "\u{200b}",
        "\u{200d}",
        "\u{1b}",
        "한",
        "漢",
        "👩\u{200d}",
        "क्\u{200d}ष",
        "🇩",
        "\u{e000}",
    ] {
        let text = unit.repeat(MEGABYTE / unit.len());
        within(20, unit, || {
            let shown = display(&text);
            let folded = fold(&text);
            wrap(&text, Span::new(0, text.len()), 72);
            assert!(shown.as_str().len() <= 8 * text.len());
            folded.printed(Span::new(0, folded.text.len()));
        });
    }
}
