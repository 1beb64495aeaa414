//! Weights that make the right candidates likely: conditional likelihood by L-BFGS.
//!
//! Single-threaded and in a fixed order, so that the sums are the same each time.

use std::collections::{BTreeMap, HashMap};

use pullquote::analysis::Lesson;

/// A feature and its weight, by name.
pub type Fitted = BTreeMap<String, f64>;

/// Steps after which nothing moves any more on collections of this size.
const STEPS: usize = 150;

/// How many earlier steps tell the shape of the slope.
const MEMORY: usize = 10;

/// One passage, its features by number.
struct Case {
    candidates: Vec<Vec<u32>>,
    right: Vec<bool>,
}

/// Finds the weights under which the right candidates of `lessons` are likeliest,
/// held near nothing by `hold` times half their squares. Features seen fewer than
/// `seen` times are left out.
pub fn fit(lessons: &[&Lesson], hold: f64, seen: usize) -> Fitted {
    let names = names(lessons, seen);
    let numbers: HashMap<&str, u32> = names
        .iter()
        .zip(0..)
        .map(|(name, at)| (*name, at))
        .collect();
    let cases: Vec<Case> = lessons
        .iter()
        .map(|lesson| case(lesson, &numbers))
        .collect();
    let weights = descend(&cases, names.len(), hold);
    let named = names.into_iter().map(str::to_owned);
    named.zip(weights).collect()
}

fn names<'a>(lessons: &[&'a Lesson], seen: usize) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for features in lessons.iter().flat_map(|lesson| &lesson.candidates) {
        for name in features {
            *counts.entry(name).or_default() += 1;
        }
    }
    let often = counts.into_iter().filter(|&(_, count)| count >= seen);
    often.map(|(name, _)| name).collect()
}

fn case(lesson: &Lesson, numbers: &HashMap<&str, u32>) -> Case {
    let known = |features: &Vec<String>| {
        let known = features
            .iter()
            .filter_map(|name| numbers.get(name.as_str()));
        known.copied().collect()
    };
    Case {
        candidates: lesson.candidates.iter().map(known).collect(),
        right: lesson.right.clone(),
    }
}

/// The shares of a case's candidates under `weights`.
fn shares(case: &Case, weights: &[f64]) -> Vec<f64> {
    let score = |features: &Vec<u32>| features.iter().map(|&at| weights[at as usize]).sum();
    let scores: Vec<f64> = case.candidates.iter().map(score).collect();
    let highest = scores.iter().copied().fold(f64::MIN, f64::max);
    let raised: Vec<f64> = scores.iter().map(|score| (score - highest).exp()).collect();
    let all: f64 = raised.iter().sum();
    raised.into_iter().map(|share| share / all).collect()
}

/// How unlikely the right candidates are, and where that rises.
fn loss(cases: &[Case], weights: &[f64], hold: f64) -> (f64, Vec<f64>) {
    let mut slope: Vec<f64> = weights.iter().map(|weight| hold * weight).collect();
    let mut loss = 0.5 * hold * dot(weights, weights);
    for case in cases {
        let shares = shares(case, weights);
        let right = |share: (&f64, &bool)| if *share.1 { *share.0 } else { 0.0 };
        let likely: f64 = shares
            .iter()
            .zip(&case.right)
            .map(right)
            .sum::<f64>()
            .max(1e-300);
        loss -= likely.ln();
        for ((features, share), is_right) in case.candidates.iter().zip(&shares).zip(&case.right) {
            let pull = share - if *is_right { share / likely } else { 0.0 };
            for &at in features {
                slope[at as usize] += pull;
            }
        }
    }
    (loss, slope)
}

fn descend(cases: &[Case], features: usize, hold: f64) -> Vec<f64> {
    let mut weights = vec![0.0; features];
    let (mut now, mut slope) = loss(cases, &weights, hold);
    let mut memory: Vec<(Vec<f64>, Vec<f64>)> = Vec::new();
    for _ in 0..STEPS {
        let way = direction(&slope, &memory);
        let fall = dot(&slope, &way);
        let mut length = if memory.is_empty() { 0.05 } else { 1.0 };
        let next = loop {
            let tried: Vec<f64> = weights
                .iter()
                .zip(&way)
                .map(|(w, d)| w + length * d)
                .collect();
            let (then, rise) = loss(cases, &tried, hold);
            if then <= now + 1e-4 * length * fall {
                break Some((tried, then, rise));
            }
            length *= 0.5;
            if length < 1e-8 {
                break None;
            }
        };
        let Some((tried, then, rise)) = next else {
            break;
        };
        let moved = minus(&tried, &weights);
        let bent = minus(&rise, &slope);
        if dot(&moved, &bent) > 1e-12 {
            memory.push((moved, bent));
        }
        if memory.len() > MEMORY {
            memory.remove(0);
        }
        let done = now - then < 1e-7 * now.abs();
        (weights, now, slope) = (tried, then, rise);
        if done {
            break;
        }
    }
    weights
}

/// Downhill, with the shape of the slope taken into account.
fn direction(slope: &[f64], memory: &[(Vec<f64>, Vec<f64>)]) -> Vec<f64> {
    let mut way = slope.to_vec();
    let mut parts = Vec::new();
    for (moved, bent) in memory.iter().rev() {
        let part = dot(moved, &way) / dot(moved, bent);
        add(&mut way, bent, -part);
        parts.push(part);
    }
    if let Some((moved, bent)) = memory.last() {
        let scale = dot(moved, bent) / dot(bent, bent);
        way.iter_mut().for_each(|value| *value *= scale);
    }
    for ((moved, bent), part) in memory.iter().zip(parts.iter().rev()) {
        let back = dot(bent, &way) / dot(moved, bent);
        add(&mut way, moved, part - back);
    }
    way.iter_mut().for_each(|value| *value = -*value);
    way
}

/// How unlikely the right candidates of `lesson` are under `weights` at a temperature.
pub fn surprise(lesson: &Lesson, weights: &Fitted, temperature: f64) -> f64 {
    let weight = |name: &String| weights.get(name).copied().unwrap_or_default();
    let score = |features: &Vec<String>| features.iter().map(weight).sum::<f64>() / temperature;
    let scores: Vec<f64> = lesson.candidates.iter().map(score).collect();
    let highest = scores.iter().copied().fold(f64::MIN, f64::max);
    let raised = scores.iter().map(|score| (score - highest).exp());
    let (mut all, mut likely) = (0.0, 0.0);
    for (share, right) in raised.zip(&lesson.right) {
        all += share;
        likely += if *right { share } else { 0.0 };
    }
    -(likely / all).max(1e-12).ln()
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

fn minus(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(a, b)| a - b).collect()
}

fn add(to: &mut [f64], what: &[f64], times: f64) {
    to.iter_mut().zip(what).for_each(|(a, b)| *a += times * b);
}
