//! Speed of reading files and of preparing text; the unit of work is a byte of
//! text, or an article of about two kilobytes made by the corpus maker.

mod made;

use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use pullquote::ingest::{Hint, read};
use pullquote::model::Span;
use pullquote::text::display::display;
use pullquote::text::fold::fold;
use pullquote::text::wrap::wrap;

const PARAGRAPH: &str = "The harbour board said on Tuesday that “nobody on either vessel was \
    reckless, nobody was drunk and nobody was asleep,” and that the collision had been the end of \
    a chain of small silences, of which the radar at Gull Point was only the first.\n\n";

const KOREAN: &str = "총리는 이날 의회 연설에서 “이웃이라면 같은 날 순시선과 편지를 함께 보내지는 않는다”며 \
    “편지는 읽었고 대화할 준비도 돼 있다”고 강조했다.\n\n";

/// A pasted page of about two kilobytes.
fn page() -> String {
    format!(
        "Share\nPrint\n\nBoard blames ‘small silences’ for the collision\n\nBy Ann Lee | 20 November 2025, 08:30\n\n\
         Divers on the quay on Tuesday. (Meridian/Ana Ruiz)\n\n{}(Meridian)\n\nRelated stories\nThe captain speaks\n",
        PARAGRAPH.repeat(7)
    )
}

fn reading(c: &mut Criterion) {
    let mut group = c.benchmark_group("read");
    bytes(&mut group, "a pasted page", page().as_bytes());
    let record = serde_json::json!({ "title": "A ferry", "text": PARAGRAPH.repeat(7), "date": "2025-11-20" });
    let lines = format!("{record}\n").repeat(100);
    bytes(&mut group, "100 records, one a line", lines.as_bytes());
    let megabyte = PARAGRAPH.repeat((1 << 20) / PARAGRAPH.len());
    bytes(&mut group, "a megabyte of paragraphs", megabyte.as_bytes());
    let records = made::records(1_000);
    group.throughput(Throughput::Elements(1_000));
    group.bench_function("1000 articles of an archive", |b| {
        b.iter(|| read(black_box(&records), &Hint::default()))
    });
    group.finish();
}

fn bytes(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, bytes: &[u8]) {
    let hint = Hint::default();
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function(name, |b| b.iter(|| read(black_box(bytes), &hint)));
}

fn preparing(c: &mut Criterion) {
    let mut group = c.benchmark_group("text");
    for (name, paragraph) in [("English", PARAGRAPH), ("Korean", KOREAN)] {
        let text = paragraph.repeat((1 << 20) / paragraph.len());
        let whole = Span::new(0, text.len());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("wrap a megabyte, {name}"), |b| {
            b.iter(|| wrap(black_box(&text), whole, 72))
        });
        group.bench_function(format!("display a megabyte, {name}"), |b| {
            b.iter(|| display(black_box(&text)))
        });
        group.bench_function(format!("fold a megabyte, {name}"), |b| {
            b.iter(|| fold(black_box(&text)))
        });
    }
    group.finish();
}

criterion_group!(benches, reading, preparing);
criterion_main!(benches);
