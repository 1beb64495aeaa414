//! How long searching takes, with its unit of work and a peer from the same run.
//!
//! `cargo bench --bench search [NAME] [ARTICLES]`; names: `finder finder_rank
//! body_search quotes_by import open`. Every corpus is made up with a fixed seed.

#[path = "search/corpus.rs"]
mod corpus;

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use corpus::{Corpus, Random};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use pullquote::model::Entry;
use pullquote::search::{Finder, FindingKind, Query};
use pullquote::store::{Catalog, Library, Location};
use pullquote::text::fold::fold;
use rustix::time::{ClockId, clock_gettime};

const SEED: u64 = 20_260_815;
const TODAY: &str = "2026-08-15";

/// Runs over so many articles.
type Bench = fn(usize);

fn main() {
    let mut arguments = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"));
    let name = arguments.next().unwrap_or_default();
    let articles = arguments.next().and_then(|count| count.parse().ok());
    let benches: [(&str, Bench, usize); 6] = [
        ("finder", finder, 100_000),
        ("finder_rank", finder_rank, 29_000),
        ("import", import, 3_000),
        ("open", open, 20_000),
        ("body_search", body_search, 20_000),
        ("quotes_by", quotes_by, 20_000),
    ];
    for (bench, run, usual) in benches {
        if name.is_empty() || bench == name {
            run(articles.unwrap_or(usual));
        }
    }
}

/// Prints the middle and the worst of some times.
fn report(bench: &str, unit: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1e3;
    println!(
        "{bench:<36} {unit:<8} n {:>6}  p50 {:>8.3} ms  p90 {:>8.3} ms  p99 {:>8.3} ms",
        times.len(),
        at(50),
        at(90),
        at(99)
    );
}

/// The time that this thread computes; what else the machine does counts little.
fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let now = || {
        let now = clock_gettime(ClockId::ThreadCPUTime);
        Duration::new(
            now.tv_sec.unsigned_abs(),
            now.tv_nsec.try_into().unwrap_or(0),
        )
    };
    let start = now();
    black_box(work());
    now() - start
}

/// A library without articles, for what only needs a catalog.
fn empty_library() -> (tempfile::TempDir, Library) {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let location = Location::file(folder.path().join("library.db"));
    let library = Library::open(&location).expect("it can be made");
    (folder, library)
}

/// Forty queries as they are typed, key by key, some letters deleted again.
fn typed(catalog: &Catalog) -> Vec<String> {
    let mut random = Random::new(SEED);
    let mut keys = Vec::new();
    for n in 0..40 {
        let row = &catalog.rows()[random.below(catalog.len())];
        let query: Vec<char> = shortened(&row.headline, n % 7, &mut random)
            .chars()
            .collect();
        for end in 1..=query.len() {
            keys.push(query[..end].iter().collect());
        }
        if n % 3 == 0 {
            for end in (query.len() / 2..query.len())
                .rev()
                .chain(query.len() / 2..=query.len())
            {
                keys.push(query[..end.max(1)].iter().collect());
            }
        }
    }
    keys
}

/// A query that somebody who wants this headline may type, of one of seven kinds.
fn shortened(headline: &str, kind: usize, random: &mut Random) -> String {
    let words: Vec<&str> = headline.split(' ').collect();
    let first = random.below(words.len() - 2);
    let some = &words[first..first + 3];
    let cut = |word: &str| word.chars().take(4).collect::<String>();
    match kind {
        0 => some
            .iter()
            .map(|word| cut(word))
            .collect::<Vec<_>>()
            .join(" "),
        1 => some[..2].iter().map(|word| cut(word)).collect(),
        2 => some
            .iter()
            .map(|word| word.replace(['a', 'e', 'i', 'o', 'u'], ""))
            .collect::<Vec<_>>()
            .join(" "),
        3 => words
            .iter()
            .skip(first)
            .take(4)
            .filter_map(|word| word.chars().next())
            .collect::<String>()
            .to_lowercase(),
        4 => some
            .iter()
            .map(|word| {
                let gone = 1 + random.below(word.chars().count().saturating_sub(1).max(1));
                word.chars()
                    .enumerate()
                    .filter(|(at, _)| *at != gone)
                    .map(|(_, c)| c)
                    .collect::<String>()
            })
            .collect::<Vec<_>>()
            .join(" "),
        5 => some.join(" "),
        _ => [some[2], some[0]].join(" "),
    }
    .to_lowercase()
}

fn finder(articles: usize) {
    let (_folder, library) = empty_library();
    let catalog = Arc::new(Corpus::new(SEED).catalog(articles));
    let mut made = None;
    let building = time(|| {
        made = Finder::new(catalog.clone(), &library).ok();
        made.iter().for_each(Finder::prepare);
    });
    let mut finder = made.expect("the library is open");
    let lines: Vec<String> = catalog
        .rows()
        .iter()
        .map(|row| corpus::line(&catalog, row))
        .collect();
    let text: usize = lines.iter().map(String::len).sum();
    println!(
        "finder: {articles} items of {} B, built in {:.0} ms, {} B an item",
        text / articles,
        building.as_secs_f64() * 1e3,
        finder.bytes() / articles
    );
    let keys = typed(&catalog);
    let key = |finder: &mut Finder, key: &str, scope| {
        finder
            .find(&Query::parse(key), scope, 200, TODAY)
            .expect("the library is open")
    };
    let ours = keys
        .iter()
        .map(|typed| time(|| key(&mut finder, typed, Some(FindingKind::Article))));
    let ours = ours.collect();
    // The peer is dear: every ninth key will do.
    let skim = SkimMatcherV2::default().ignore_case();
    let folded: Vec<String> = lines.iter().map(|line| fold(line).text).collect();
    let naive = |typed: &str| {
        let mut scored: Vec<(i64, usize)> = folded
            .iter()
            .enumerate()
            .filter_map(|(at, line)| {
                let scores = typed.split(' ').filter(|word| !word.is_empty());
                let scores: Option<Vec<i64>> =
                    scores.map(|word| skim.fuzzy_match(line, word)).collect();
                Some((scores?.into_iter().sum(), at))
            })
            .collect();
        scored.sort_unstable_by(|a, b| b.cmp(a));
        scored.truncate(200);
        scored
    };
    let peer = keys
        .iter()
        .step_by(9)
        .map(|typed| time(|| naive(typed)))
        .collect();
    let all = keys
        .iter()
        .map(|typed| time(|| key(&mut finder, typed, None)))
        .collect();
    report("finder, headlines", "key", ours);
    report("finder, headlines and names", "key", all);
    report("peer: all lines scored by Skim", "key", peer);
    let list = keys
        .iter()
        .step_by(3)
        .map(|typed| time(|| finder.list(&Query::parse(typed), TODAY)));
    report("list narrowed", "key", list.collect());
}

/// How often the wanted headline comes first, and among the first three.
fn finder_rank(articles: usize) {
    let (_folder, library) = empty_library();
    let catalog = Arc::new(Corpus::new(SEED).catalog(articles));
    let mut finder = Finder::new(catalog.clone(), &library).expect("the library is open");
    let skim = SkimMatcherV2::default();
    let lines: Vec<String> = catalog
        .rows()
        .iter()
        .map(|row| fold(&row.headline).text)
        .collect();
    let mut random = Random::new(SEED + 1);
    let (mut ours, mut peer) = ([0; 2], [0; 2]);
    for n in 0..280 {
        let wanted = random.below(catalog.len());
        let row = &catalog.rows()[wanted];
        let query = shortened(&row.headline, n % 7, &mut random);
        let found = finder.find(
            &Query::parse(&query),
            Some(FindingKind::Article),
            200,
            TODAY,
        );
        let found = found.expect("the library is open").items;
        count(
            &mut ours,
            found.iter().position(|finding| finding.article == row.id),
        );
        let mut scored: Vec<(i64, usize)> = lines
            .iter()
            .enumerate()
            .filter_map(|(at, line)| {
                let scores: Option<Vec<i64>> = query
                    .split(' ')
                    .map(|word| skim.fuzzy_match(line, word))
                    .collect();
                Some((-scores?.into_iter().sum::<i64>(), at))
            })
            .collect();
        scored.sort_unstable();
        count(&mut peer, scored.iter().position(|(_, at)| *at == wanted));
    }
    let share = |count: usize| 100.0 * count as f64 / 280.0;
    println!(
        "finder_rank: {articles} headlines, 280 queries; wanted first {:.0} %, among three {:.0} %",
        share(ours[0]),
        share(ours[1])
    );
    println!(
        "peer: Skim by words; wanted first {:.0} %, among three {:.0} %",
        share(peer[0]),
        share(peer[1])
    );
}

fn count(counts: &mut [usize; 2], place: Option<usize>) {
    counts[0] += usize::from(place == Some(0));
    counts[1] += usize::from(place.is_some_and(|place| place < 3));
}

fn import(articles: usize) {
    let (_folder, mut library) = empty_library();
    let mut corpus = Corpus::new(SEED);
    let batches: Vec<Vec<Entry>> = (0..articles.div_ceil(1_000))
        .map(|n| corpus.entries(1_000.min(articles - 1_000 * n)))
        .collect();
    let bytes: usize = batches
        .iter()
        .flatten()
        .map(|entry| entry.article.text.len())
        .sum();
    let took = time(|| {
        for batch in &batches {
            library.add(batch).expect("it can be written");
        }
    });
    let seconds = took.as_secs_f64();
    println!(
        "import: {articles} articles of {} B with both indexes: {:.0} articles/s",
        bytes / articles,
        articles as f64 / seconds
    );
}

/// A library that is kept between runs, since making it takes longest.
fn kept(articles: usize) -> Library {
    let name = format!("bench-search-{articles}-{SEED}.db");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut library = Library::open(&Location::file(&path)).expect("it can be made");
    let there = library.count().expect("it can be read");
    let mut corpus = Corpus::new(SEED);
    let mut made = 0;
    while made < articles {
        let batch = corpus.entries(1_000.min(articles - made));
        made += batch.len();
        if made > there {
            library.add(&batch).expect("it can be written");
        }
    }
    library
}

fn open(articles: usize) {
    let library = kept(articles);
    report(
        "open again",
        "open",
        (0..50).map(|_| time(|| library.reader())).collect(),
    );
    report(
        "catalog",
        "catalog",
        (0..9).map(|_| time(|| library.catalog())).collect(),
    );
    let catalog = library.catalog().expect("it can be read");
    let mut random = Random::new(SEED);
    let entry = |_| {
        let row = &catalog.rows()[random.below(catalog.len())];
        time(|| library.entry(row.id))
    };
    report("entry", "article", (0..300).map(entry).collect());
}

fn body_search(articles: usize) {
    let library = kept(articles);
    let catalog = library.catalog().expect("it can be read");
    let mut finder = Finder::new(catalog.clone(), &library).expect("the library is open");
    let corpus = Corpus::new(SEED);
    for (name, queries) in corpus.body_queries() {
        let list = |query: &String| time(|| finder.list(&Query::parse(query), TODAY));
        let times: Vec<Duration> = queries.iter().map(list).collect();
        let hits = finder
            .list(&Query::parse(&queries[0]), TODAY)
            .expect("it can be read");
        report(
            &format!("list, {name} ({} hits)", hits.positions.len()),
            "query",
            times,
        );
        let times = queries.iter().map(|query| {
            let query = Query::parse(query);
            time(|| finder.find(&query, None, 200, TODAY))
        });
        report(&format!("finder, {name}"), "query", times.collect());
    }
}

fn quotes_by(articles: usize) {
    let library = kept(articles);
    let catalog = library.catalog().expect("it can be read");
    let mut finder = Finder::new(catalog.clone(), &library).expect("the library is open");
    let corpus = Corpus::new(SEED);
    let mut random = Random::new(SEED);
    let queries: Vec<String> = (0..60)
        .map(|_| {
            let name = corpus.name(&mut random);
            format!("by:\"{name}\" said:{} ", corpus.word(&mut random))
        })
        .collect();
    let list = queries
        .iter()
        .map(|query| time(|| finder.list(&Query::parse(query), TODAY)));
    report("list, quotes by X with Y", "query", list.collect());
    let find = queries.iter().map(|query| {
        let query = Query::parse(query);
        time(|| finder.find(&query, Some(FindingKind::Quote), 50, TODAY))
    });
    report("finder, quotes by X with Y", "query", find.collect());
}
