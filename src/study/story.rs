//! Which articles tell the same story.
//!
//! Two articles do when they were printed within days of each other and share names
//! and words of the headline that few others have. Only the catalog is read, so that
//! a list of a hundred thousand can be grouped.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::store::{Catalog, Row};
use crate::text::fold::fold;

/// Days between two articles of one story: a story goes on as long as somebody writes.
const DAYS: i32 = 7;
/// How alike the newest article and the next must be, as the cosine of their weighted
/// names and words, in hundredths.
const ALIKE: f64 = 0.30;
/// What a name weighs beside a word of the headline: names are what stories turn on.
const NAME: f64 = 1.5;
/// The shortest word of a headline that counts; shorter ones are grammar.
const WORD: usize = 4;
/// Articles with one name that are looked at: further ones are older than its story.
const NEAR: usize = 60;

/// What an article is about: a name by its place in the catalog, or a word.
type Feature = u64;

/// The number of the story of each row of the catalog. Numbers count from 0 in list
/// order; rows of one story have one number.
pub fn stories(catalog: &Catalog) -> Vec<usize> {
    let features: Vec<Vec<(Feature, f64)>> = catalog.rows().iter().map(features).collect();
    let weights = weigh(&features);
    let days: Vec<Option<Date>> = catalog.rows().iter().map(day).collect();
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

/// How much each feature tells: the rarer, the more.
fn weigh(features: &[Vec<(Feature, f64)>]) -> HashMap<Feature, f64> {
    let mut counts: HashMap<Feature, f64> = HashMap::new();
    for (feature, _) in features.iter().flatten() {
        *counts.entry(*feature).or_default() += 1.0;
    }
    let all = features.len() as f64;
    for count in counts.values_mut() {
        *count = ((all + 1.0) / *count).ln();
    }
    counts
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
        assert_eq!(stories(&catalog).get(..expected.len()), Some(expected));
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
    fn an_empty_catalog_has_no_stories() {
        assert!(stories(&Catalog::default()).is_empty());
    }
}
