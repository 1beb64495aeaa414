//! How good the analysis is on the sample articles, which were labelled by hand.
//!
//! Each floor lies just below what was reached. A change that falls below one is
//! worse on real prose than what it replaces, whatever it was meant to mend. The
//! weights for speakers were learned from these articles among others, so this is no
//! measure of quality; `train` prints one, over articles held back.
//! `PULLQUOTE_ERRORS=quotes,speakers,via,actors,statements cargo test accuracy -- --nocapture`
//! prints the mistakes.

mod statements;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use pullquote::analysis;
use pullquote::ingest::{self, Hint};
use pullquote::model::{Analysis, Article, Attribution, Quote, Span, Via};
use serde_json::Value;

/// The samples hold three German, two French and two Spanish articles: what mends real
/// prose of these languages may cost a passage here, as when 30 more articles were
/// labelled and the German floor fell by .06 while held back articles rose by .12.
///
/// Shares of 1 that may not be undercut, in the order of [`Scores::shares`].
const FLOORS: [(&str, [f64; 5]); 6] = [
    ("all", [0.99, 0.92, 0.83, 0.73, 0.86]),
    ("de", [0.99, 0.96, 0.74, 0.48, 0.64]),
    ("en", [0.99, 0.94, 0.84, 0.8, 0.88]),
    ("es", [0.99, 0.77, 0.85, 0.6, 0.75]),
    ("fr", [0.99, 0.88, 0.72, 0.88, 0.71]),
    ("ko", [0.99, 0.82, 0.94, 0.86, 0.95]),
];

/// The same for the articles of `tests/labelled/languages`, whose actors are not labelled.
/// Japanese and Chinese were labelled before the program read either; on first sight .82
/// and .79 of the mentions were right, before any mistake on them was read. The others are
/// learned from.
const LANGUAGE_FLOORS: [(&str, [f64; 5]); 5] = [
    ("de", [0.99, 0.85, 0.68, 0.52, 0.0]),
    ("es", [0.99, 0.77, 0.68, 0.32, 0.0]),
    ("fr", [0.99, 0.81, 0.68, 0.54, 0.0]),
    ("ja", [0.99, 0.89, 0.96, 0.95, 0.0]),
    ("zh", [0.99, 0.92, 0.92, 0.84, 0.0]),
];

#[test]
fn the_sample_articles_are_analysed_as_well_as_before() {
    check("tests/labelled", &FLOORS);
}

#[test]
fn articles_in_other_languages_are_analysed_as_well_as_before() {
    check("tests/labelled/languages", &LANGUAGE_FLOORS);
}

#[track_caller]
fn check(folder: &str, floors: &[(&str, [f64; 5])]) {
    let mut scores: BTreeMap<String, Scores> = BTreeMap::new();
    for label in labels(folder) {
        let label: Value = serde_json::from_str(&fs::read_to_string(label).unwrap()).unwrap();
        let article = article(folder, &label);
        let mut own = Scores::default();
        own.count(&label, &article, &analysis::analyze(&article));
        let language = words(&label["language"]).to_owned();
        scores.entry(language).or_default().add(&own);
        scores.entry("all".into()).or_default().add(&own);
    }
    for (language, score) in &scores {
        println!("{language:4} {}", score.line());
    }
    for &(language, floors) in floors {
        for ((name, share), floor) in scores[language].shares().into_iter().zip(floors) {
            assert!(
                share >= floor,
                "{name} in {language}: {share:.3} is below {floor}"
            );
        }
    }
}

/// How many were labelled, found and right of one kind of finding.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    labelled: usize,
    found: usize,
    right: usize,
}

impl Count {
    /// The harmonic mean of precision and recall.
    fn f1(self) -> f64 {
        match self.labelled + self.found {
            0 => 1.0,
            all => 2.0 * self.right as f64 / all as f64,
        }
    }

    fn add(&mut self, other: Count) {
        self.labelled += other.labelled;
        self.found += other.found;
        self.right += other.right;
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Scores {
    passages: Count,
    /// Kinds of passages that were found.
    kinds: Count,
    speakers: Count,
    via: Count,
    actors: Count,
}

impl Scores {
    fn shares(&self) -> [(&'static str, f64); 5] {
        [
            ("passages", self.passages.f1()),
            ("kinds", self.kinds.f1()),
            ("speakers", self.speakers.f1()),
            ("via", self.via.f1()),
            ("actors", self.actors.f1()),
        ]
    }

    fn line(&self) -> String {
        let shares = self
            .shares()
            .map(|(name, share)| format!("{name} {share:.3}"));
        format!(
            "{} ({} passages)",
            shares.join("  "),
            self.passages.labelled
        )
    }

    fn add(&mut self, other: &Scores) {
        self.passages.add(other.passages);
        self.kinds.add(other.kinds);
        self.speakers.add(other.speakers);
        self.via.add(other.via);
        self.actors.add(other.actors);
    }

    fn count(&mut self, label: &Value, article: &Article, analysis: &Analysis) {
        self.passages.found = analysis.quotes.len();
        let mut matched = BTreeSet::new();
        for labelled in list(&label["quotes"]) {
            self.passages.labelled += 1;
            let span = place(article, labelled);
            let found = analysis
                .quotes
                .iter()
                .position(|quote| agree(quote.span, span));
            if let Some(found) = found {
                self.passages.right += 1;
                matched.insert(found);
            } else {
                report("quotes", label, labelled, "not found".into());
            }
            self.quote(label, labelled, found.map(|at| &analysis.quotes[at]));
        }
        for (at, quote) in analysis.quotes.iter().enumerate() {
            if !matched.contains(&at) {
                report(
                    "quotes",
                    label,
                    &Value::Null,
                    quote.span.of(&article.text).into(),
                );
                self.speakers.found += usize::from(quote.speaker.is_some());
            }
        }
        self.actors(label, analysis);
    }

    fn quote(&mut self, label: &Value, labelled: &Value, found: Option<&Quote>) {
        if let Some(quote) = found {
            self.kinds.labelled += 1;
            self.kinds.found += 1;
            if labelled["kind"] == quote.kind.word() {
                self.kinds.right += 1;
            } else {
                report("kinds", label, labelled, quote.kind.word().into());
            }
        }
        let speaker = found.and_then(|quote| quote.speaker.as_ref());
        self.speaker(label, labelled, speaker);
        self.via(
            label,
            labelled,
            speaker.and_then(|speaker| speaker.via.as_ref()),
        );
    }

    fn speaker(&mut self, label: &Value, labelled: &Value, found: Option<&Attribution>) {
        let right = labelled["speaker"].as_str().zip(found);
        let right = right.is_some_and(|(name, found)| same_name(name, &found.name));
        self.speakers.labelled += usize::from(labelled["speaker"].is_string());
        self.speakers.found += usize::from(found.is_some());
        self.speakers.right += usize::from(right);
        if !right && (labelled["speaker"].is_string() || found.is_some()) {
            let said = found.map(|found| format!("{} ({})", found.name, found.rule.word()));
            report("speakers", label, labelled, said.unwrap_or_default());
        }
    }

    fn via(&mut self, label: &Value, labelled: &Value, found: Option<&Via>) {
        let expected = &labelled["via"];
        let right = found.is_some_and(|via| {
            expected["relation"] == via.relation.word()
                && same_name(words(&expected["name"]), &via.name)
        });
        self.via.labelled += usize::from(expected.is_object());
        self.via.found += usize::from(found.is_some());
        self.via.right += usize::from(right);
        if !right && (expected.is_object() || found.is_some()) {
            let said = found.map(|via| format!("{} ({})", via.name, via.relation.word()));
            report("via", label, labelled, said.unwrap_or_default());
        }
    }

    fn actors(&mut self, label: &Value, analysis: &Analysis) {
        let labelled = list(&label["actors"]);
        self.actors.labelled = labelled.len();
        self.actors.found = analysis.actors.len();
        for expected in labelled {
            let found = analysis.actors.iter().any(|actor| {
                expected["kind"] == actor.kind.word()
                    && same_name(words(&expected["name"]), &actor.name)
            });
            self.actors.right += usize::from(found);
            if !found {
                report("actors", label, expected, String::new());
            }
        }
    }
}

/// Prints a mistake, if its kind is asked for.
fn report(kind: &str, label: &Value, labelled: &Value, found: String) {
    let asked = std::env::var("PULLQUOTE_ERRORS").unwrap_or_default();
    if !asked.split(',').any(|word| word == kind) {
        return;
    }
    let expected = match kind {
        "quotes" => words(&labelled["text"]).to_owned(),
        "actors" => format!("{} {}", labelled["name"], labelled["kind"]),
        "via" => format!("{} — {}", labelled["via"], labelled["text"]),
        "kinds" => format!("{} — {}", labelled["kind"], labelled["text"]),
        _ => format!("{} — {}", labelled["speaker"], labelled["text"]),
    };
    println!(
        "{kind} {}: {expected} — found {found}",
        words(&label["file"])
    );
}

/// Whether two spans share four fifths of what they cover together.
fn agree(one: Span, other: Span) -> bool {
    let shared = one
        .end
        .min(other.end)
        .saturating_sub(one.start.max(other.start));
    let covered = one.len() + other.len() - shared;
    shared * 5 >= covered * 4 && shared > 0
}

/// Whether two names mean the same: the same words but for articles and titles, or,
/// of noun phrases, the words of the one among those of the other.
fn same_name(expected: &str, found: &str) -> bool {
    let (one, other) = (name_words(expected), name_words(found));
    let phrase = expected.starts_with(|c: char| c.is_lowercase());
    !other.is_empty()
        && (one == other || (phrase && (one.is_subset(&other) || other.is_subset(&one))))
}

fn name_words(name: &str) -> BTreeSet<String> {
    let small = [
        "the", "a", "an", "mr", "ms", "mrs", "dr", "of", "le", "la", "el", "der", "die", "das",
    ];
    name.to_lowercase()
        .replace(['’', '‘'], "'")
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty() && !small.contains(word))
        .map(str::to_owned)
        .collect()
}

/// Where the labelled passage stands.
fn place(article: &Article, labelled: &Value) -> Span {
    let text = words(&labelled["text"]);
    let nth = labelled["nth"].as_u64().unwrap_or(1) as usize;
    let start = article.text.match_indices(text).nth(nth - 1);
    let (start, _) = start.unwrap_or_else(|| panic!("{text:?} does not stand in the article"));
    Span::new(start, start + text.len())
}

/// The text of a label stands among the sample articles, or beside it.
fn article(folder: &str, label: &Value) -> Article {
    let name = words(&label["file"]).to_owned();
    let sample = root().join("sample-data").join(&name);
    let beside = root().join(folder).join(&name);
    let bytes = fs::read(if sample.exists() { sample } else { beside }).unwrap();
    let part = label["part"].as_u64().unwrap_or(0) as usize;
    let ingested = ingest::read(&bytes, &Hint { name: name.clone() });
    let mut articles = ingested.unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(part < articles.len(), "{name} has no part {part}");
    articles.swap_remove(part).article
}

fn labels(folder: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(root().join(folder)).unwrap();
    let mut labels: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    labels.retain(|path| path.extension().is_some_and(|end| end == "json"));
    labels.sort();
    labels
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
