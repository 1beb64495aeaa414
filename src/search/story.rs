//! Which articles tell the same story.
//!
//! Two articles do when they were printed within days of each other and share names
//! and words of the headline that few others have. Only the catalog is read, and of it
//! only the articles that are asked about.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::store::{Catalog, Row};
use crate::text::fold::fold;

/// Days between two articles of one story: a story goes on as long as somebody writes.
const DAYS: i32 = 7;
/// How alike two articles must be, as the cosine of their weighted names and words. In
/// the sample articles pairs of one story reach 0.12 to 0.66 and all others less than
/// 0.05; a large library has more that is alike by chance.
const ALIKE: f64 = 0.22;
/// Articles that a library is taken to have at least: in a small one the names of a story
/// seem common, because it is half of the library.
const LIBRARY: usize = 1_000;
/// What a name weighs beside a word of the headline: names are what stories turn on.
const NAME: f64 = 1.5;
/// The shortest word of a headline that counts; shorter ones are grammar.
const WORD: usize = 4;
/// Articles with one name that are looked at: further ones are older than its story.
const NEAR: usize = 60;

/// What an article is about: a name by its place in the catalog, or a word.
type Feature = u64;

/// The number of the story of each of these articles, given by their positions in the
/// catalog. Numbers count from 0 in the order given; articles of one story have one number.
pub fn stories(catalog: &Catalog, positions: &[usize]) -> Vec<usize> {
    let rows: Vec<&Row> = positions.iter().filter_map(|&at| catalog.get(at)).collect();
    let features: Vec<Vec<(Feature, f64)>> = rows.iter().map(|row| features(row)).collect();
    let weights = weigh(catalog, &rows, &features);
    let days: Vec<Option<Date>> = rows.iter().map(|row| day(row)).collect();
    let vectors: Vec<HashMap<Feature, f64>> =
        features.iter().map(|one| vector(one, &weights)).collect();
    let mut story: Vec<usize> = Vec::with_capacity(vectors.len());
    let mut known: HashMap<Feature, Vec<usize>> = HashMap::new();
    let mut count = 0;
    for (at, vector) in vectors.iter().enumerate() {
        let day = days.get(at).copied().flatten();
        let is_near = |other: &usize| {
            let other = days.get(*other).copied().flatten();
            matches!((day, other), (Some(a), Some(b)) if apart(a, b) <= DAYS)
        };
        let mut others: Vec<usize> = vector
            .keys()
            .filter_map(|feature| known.get(feature))
            .flat_map(|list| list.iter().rev().take(NEAR).copied())
            .filter(is_near)
            .collect();
        others.sort_unstable();
        others.dedup();
        let alike = others
            .into_iter()
            .filter_map(|other| Some((cosine(vector, vectors.get(other)?), other)))
            .filter(|(alike, _)| *alike >= ALIKE)
            .max_by(|(a, _), (b, _)| a.total_cmp(b));
        let number = alike.and_then(|(_, other)| story.get(other).copied());
        story.push(number.unwrap_or(count));
        count += usize::from(number.is_none());
        for &feature in vector.keys() {
            known.entry(feature).or_default().push(at);
        }
    }
    story
}

fn features(row: &Row) -> Vec<(Feature, f64)> {
    let names = row.names.iter().map(|name| (name.index() as u64, NAME));
    let folded = fold(&row.headline).text;
    let words: Vec<(Feature, f64)> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= WORD || !word.is_ascii())
        .filter(|word| !word.is_empty())
        .map(|word| (hash(word), 1.0))
        .collect();
    names.chain(words).collect()
}

/// A word as a number above those of all names.
fn hash(word: &str) -> Feature {
    let bytes = blake3::hash(word.as_bytes());
    let mut eight = [0; 8];
    eight.copy_from_slice(&bytes.as_bytes()[..8]);
    u64::from_le_bytes(eight) | 1 << 63
}

/// How much each feature tells: the rarer, the more. How rare a name is says the catalog,
/// how rare a word, the articles that are asked about.
fn weigh(
    catalog: &Catalog,
    rows: &[&Row],
    features: &[Vec<(Feature, f64)>],
) -> HashMap<Feature, f64> {
    let rarity = |all: usize, count: f64| ((all.max(LIBRARY) + 1) as f64 / count).ln();
    let mut weights: HashMap<Feature, f64> = HashMap::new();
    for (feature, _) in features.iter().flatten() {
        *weights.entry(*feature).or_default() += 1.0;
    }
    for weight in weights.values_mut() {
        *weight = rarity(features.len(), *weight);
    }
    for &name in rows.iter().flat_map(|row| &row.names) {
        let articles = catalog.name(name).map_or(1, |name| name.articles.max(1));
        let rarity = rarity(catalog.len(), f64::from(articles));
        weights.insert(name.index() as u64, rarity);
    }
    weights
}

fn vector(features: &[(Feature, f64)], weights: &HashMap<Feature, f64>) -> HashMap<Feature, f64> {
    let mut vector: HashMap<Feature, f64> = features
        .iter()
        .map(|(feature, weight)| (*feature, weight * weights.get(feature).unwrap_or(&0.0)))
        .collect();
    let length = vector
        .values()
        .map(|weight| weight * weight)
        .sum::<f64>()
        .sqrt();
    if length > 0.0 {
        vector.values_mut().for_each(|weight| *weight /= length);
    }
    vector
}

fn cosine(a: &HashMap<Feature, f64>, b: &HashMap<Feature, f64>) -> f64 {
    let shared = a
        .iter()
        .filter_map(|(feature, weight)| Some(weight * b.get(feature)?));
    shared.sum()
}

fn day(row: &Row) -> Option<Date> {
    row.published.as_deref()?.get(..10)?.parse().ok()
}

fn apart(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |span| span.get_days().abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ArticleId;
    use crate::store::{Name, NameRef};

    #[track_caller]
    fn check(articles: &[(&str, &str, &[usize])], expected: &[usize]) {
        let row = |day: &str, headline: &str, names: &[usize]| Row {
            id: ArticleId::of_text(headline),
            published: Some(day.into()).filter(|_| !day.is_empty()),
            headline: headline.into(),
            names: names.iter().map(|&name| NameRef::new(name)).collect(),
            ..Row::default()
        };
        let told = articles
            .iter()
            .map(|(day, line, names)| row(day, line, names));
        // Others, from before: what everybody has tells nothing.
        let others = (0..20).map(|n| row("2020-01-01", &format!("Other{n} thing{n}"), &[20 + n]));
        let name = |at: usize| Name {
            text: format!("Name {at}").into(),
            kind: None,
            aliases: Vec::new(),
            articles: 1,
        };
        let names = (0..40).map(name).collect();
        let catalog = Catalog::with_names(told.chain(others).collect(), names);
        let all: Vec<usize> = (0..catalog.len()).collect();
        let found = stories(&catalog, &all);
        assert_eq!(found.get(..expected.len()), Some(expected));
    }

    #[test]
    fn articles_of_some_days_that_share_rare_names_are_one_story() {
        check(
            &[
                ("2026-03-09", "Sluice keeper speaks out", &[1, 2, 3]),
                ("2026-03-08", "Who opened the sluice?", &[1, 2, 4]),
                ("2026-03-07", "Bakery wins a prize", &[5, 6]),
                ("2026-01-02", "Sluice keeper speaks out", &[1, 2, 3]),
            ],
            &[0, 0, 1, 2],
        );
    }

    #[test]
    fn in_a_small_library_the_names_of_a_story_still_tell_it() {
        let row = |day: &str, headline: &str, names: [usize; 4]| Row {
            id: ArticleId::of_text(headline),
            published: Some(day.into()),
            headline: headline.into(),
            names: names.iter().map(|&name| NameRef::new(name)).collect(),
            ..Row::default()
        };
        let rows = vec![
            row("2026-03-09", "Sluice keeper speaks out", [0, 1, 2, 3]),
            row("2026-03-08", "Bakery wins a prize", [4, 5, 6, 7]),
            row("2026-03-07", "Water board denies everything", [0, 1, 8, 9]),
        ];
        let name = |at: usize| Name {
            text: format!("Name {at}").into(),
            kind: None,
            aliases: Vec::new(),
            articles: if at < 2 { 2 } else { 1 },
        };
        let catalog = Catalog::with_names(rows, (0..10).map(name).collect());
        assert_eq!(stories(&catalog, &[0, 1, 2]), [0, 1, 0]);
    }

    #[test]
    fn an_empty_catalog_has_no_stories() {
        assert!(stories(&Catalog::default(), &[3]).is_empty());
    }
}
