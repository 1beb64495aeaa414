//! Speed of the analysis; the unit of work is an article of about two kilobytes,
//! made by the corpus maker, or a byte of one long article.

mod made;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use pullquote::analysis::{actors, analyze};
use pullquote::model::{Article, Block, BlockKind, Meta, Span};

const ARTICLES: usize = 500;

fn archive(c: &mut Criterion) {
    let all = made::articles(ARTICLES);
    let mut group = c.benchmark_group("analysis");
    group.sample_size(10);
    for language in ["en", "de", "fr", "es", "ko"] {
        let of = |article: &&Article| article.meta.language.as_deref() == Some(language);
        let articles: Vec<&Article> = all.iter().filter(of).collect();
        group.throughput(Throughput::Elements(articles.len() as u64));
        group.bench_function(format!("{} articles, {language}", articles.len()), |b| {
            b.iter(|| {
                articles
                    .iter()
                    .map(|a| analyze(black_box(a)))
                    .collect::<Vec<_>>()
            })
        });
    }
    let bytes = all.iter().map(|article| article.text.len() as u64).sum();
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function(format!("bytes of {ARTICLES} articles"), |b| {
        b.iter(|| {
            all.iter()
                .map(|a| analyze(black_box(a)))
                .collect::<Vec<_>>()
        })
    });
    group.bench_function(format!("bytes of {ARTICLES} articles, actors alone"), |b| {
        b.iter(|| {
            all.iter()
                .map(|a| actors::find(black_box(a), &[]))
                .collect::<Vec<_>>()
        })
    });
    group.finish();
}

// Twice the text may cost twice the time and not four times: compare the two.
fn long(c: &mut Criterion) {
    let mut group = c.benchmark_group("one article");
    group.sample_size(10);
    for kilobytes in [64, 128] {
        let article = joined(&made::articles(ARTICLES), kilobytes << 10);
        group.throughput(Throughput::Bytes(article.text.len() as u64));
        group.bench_function(format!("of {kilobytes} kB"), |b| {
            b.iter(|| analyze(black_box(&article)))
        });
    }
    group.finish();
}

/// One article of the paragraphs of many, about `size` bytes long.
fn joined(articles: &[Article], size: usize) -> Article {
    let mut text = String::new();
    let mut blocks: Vec<Block> = Vec::new();
    for article in articles {
        if text.len() >= size {
            break;
        }
        let moved = article.blocks.iter().map(|block| Block {
            span: block.span.shift(text.len()),
            credit: None,
            ..*block
        });
        blocks.extend(moved);
        text.push_str(&article.text);
        text.push_str("\n\n");
    }
    Article::new(text, blocks, Meta::default())
}

// One paragraph of the same few letters: every pass over it must stay linear.
fn hostile(c: &mut Criterion) {
    let mut group = c.benchmark_group("hostile paragraph");
    group.sample_size(10);
    for unit in ["\"", "‘a ", "A ", "of A ", "\"a,\" he said. ", "said "] {
        let article = one_paragraph(&unit.repeat((256 << 10) / unit.len()));
        group.throughput(Throughput::Bytes(article.text.len() as u64));
        group.bench_function(format!("{unit:?}"), |b| {
            b.iter(|| analyze(black_box(&article)))
        });
    }
    group.finish();
}

fn one_paragraph(text: &str) -> Article {
    let block = Block {
        kind: BlockKind::Paragraph,
        span: Span::new(0, text.len()).trimmed(text),
        credit: None,
    };
    Article::new(text.to_owned(), vec![block], Meta::default())
}

criterion_group!(benches, archive, long, hostile);
criterion_main!(benches);
