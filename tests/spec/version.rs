//! Stored analyses are made anew when the analysis finds something else: only if its
//! version was raised, which this test asks for.
//!
//! `UPDATE_GOLDEN=1 cargo test version::` writes what is found under the new version.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use pullquote::analysis::analyze;
use pullquote::ingest::{Hint, read};
use pullquote::model::ANALYSIS_VERSION;

/// What a sample file gave: a sum of its texts, and one of all that was found in them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sums {
    texts: String,
    found: String,
}

fn path(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

fn sums(bytes: &[u8], name: &str) -> Sums {
    let hint = Hint {
        name: name.to_owned(),
    };
    let (mut texts, mut found) = (blake3::Hasher::new(), blake3::Hasher::new());
    for ingested in read(bytes, &hint).unwrap_or_default() {
        let article = ingested.article;
        let shape = (&article.text, &article.blocks, &article.meta);
        texts.update(&postcard::to_stdvec(&shape).unwrap());
        found.update(&postcard::to_stdvec(&analyze(&article)).unwrap());
    }
    let short = |hasher: &blake3::Hasher| hasher.finalize().to_hex()[..12].to_owned();
    Sums {
        texts: short(&texts),
        found: short(&found),
    }
}

fn of_samples() -> BTreeMap<String, Sums> {
    let files = fs::read_dir(path("sample-data")).unwrap().flatten();
    files
        .filter(|file| file.path().is_file())
        .map(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            let sums = sums(&fs::read(file.path()).unwrap(), &name);
            (name, sums)
        })
        .collect()
}

/// The version and the sums that were written down.
fn written(golden: &str) -> (u32, BTreeMap<String, Sums>) {
    let mut lines = golden.lines();
    let version = lines.next().and_then(|line| line.strip_prefix("version "));
    let sums = lines.filter_map(|line| {
        let mut words = line.split('\t');
        let (name, texts, found) = (words.next()?, words.next()?, words.next()?);
        let sums = Sums {
            texts: texts.to_owned(),
            found: found.to_owned(),
        };
        Some((name.to_owned(), sums))
    });
    (
        version.and_then(|v| v.parse().ok()).unwrap_or(0),
        sums.collect(),
    )
}

/// The files whose texts are the same, and in which something else is found now.
fn changed<'a>(
    before: &BTreeMap<String, Sums>,
    now: &'a BTreeMap<String, Sums>,
) -> Vec<&'a String> {
    let differs =
        |before: &Sums, now: &Sums| before.texts == now.texts && before.found != now.found;
    now.iter()
        .filter(|(name, now)| before.get(*name).is_some_and(|before| differs(before, now)))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn the_version_is_raised_when_the_analysis_finds_something_else() {
    let golden = path("tests/golden/analyses.txt");
    let (version, before) = written(&fs::read_to_string(&golden).unwrap_or_default());
    let now = of_samples();
    let changed = changed(&before, &now);
    assert!(
        changed.is_empty() || ANALYSIS_VERSION > version,
        "something else is found in {changed:?}: raise ANALYSIS_VERSION above {version}, \
         then run UPDATE_GOLDEN=1 cargo test version::"
    );
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let mut text = format!("version {ANALYSIS_VERSION}\n");
        for (name, sums) in &now {
            writeln!(text, "{name}\t{}\t{}", sums.texts, sums.found).unwrap();
        }
        fs::write(&golden, text).unwrap();
        return;
    }
    assert_eq!(
        version, ANALYSIS_VERSION,
        "run UPDATE_GOLDEN=1 cargo test version::"
    );
}

#[test]
fn a_text_that_changed_tells_nothing_of_the_analysis() {
    let sums = |texts: &str, found: &str| {
        let (texts, found) = (texts.to_owned(), found.to_owned());
        BTreeMap::from([("a.txt".to_owned(), Sums { texts, found })])
    };
    assert_eq!(changed(&sums("1", "1"), &sums("1", "2")), ["a.txt"]);
    assert!(changed(&sums("1", "1"), &sums("2", "2")).is_empty());
    assert!(changed(&sums("1", "1"), &sums("1", "1")).is_empty());
}
