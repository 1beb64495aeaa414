//! Statements of the sample articles in English: found, and by whom.
//!
//! Labelled are clauses only; the analysis also takes what somebody criticised, urged or
//! promised for a statement, so that precision here is lower than it reads.

use std::collections::BTreeSet;
use std::fs;

use pullquote::analysis;
use pullquote::model::{Analysis, Article, Span};
use serde_json::Value;

use super::{Count, article, labels, list, place, report, same_name, words};

/// Share of labelled statements that are found with their speaker, and F1 of that.
const FLOORS: [f64; 2] = [0.67, 0.58];

#[test]
fn statements_of_the_sample_articles_are_found_as_well_as_before() {
    let mut all = Count::default();
    for label in labels("tests/labelled") {
        let label: Value = serde_json::from_str(&fs::read_to_string(label).unwrap()).unwrap();
        if label["language"] == "en" {
            let article = article("tests/labelled", &label);
            all.add(count(&label, &article, &analysis::analyze(&article)));
        }
    }
    let recall = all.right as f64 / all.labelled as f64;
    println!("statements {all:?}: recall {recall:.3}, F1 {:.3}", all.f1());
    for (share, floor) in [recall, all.f1()].into_iter().zip(FLOORS) {
        assert!(share >= floor, "{share:.3} is below {floor}");
    }
}

fn count(label: &Value, article: &Article, analysis: &Analysis) -> Count {
    let labelled = list(&label["statements"]);
    let mut count = Count {
        labelled: labelled.len(),
        found: analysis.statements.len(),
        right: 0,
    };
    let mut matched = BTreeSet::new();
    for expected in labelled {
        let span = place(article, expected);
        let mut statements = analysis.statements.iter().enumerate();
        let found = statements.find(|(_, found)| agree(found.span, span));
        let right = found
            .is_some_and(|(_, found)| same_name(words(&expected["speaker"]), &found.speaker.name));
        count.right += usize::from(right);
        matched.extend(found.map(|(at, _)| at));
        if !right {
            let said = found.map(|(_, found)| found.speaker.name.clone());
            report("statements", label, expected, said.unwrap_or_default());
        }
    }
    for (at, found) in analysis.statements.iter().enumerate() {
        if !matched.contains(&at) {
            let said = format!("{}: {}", found.speaker.name, found.span.of(&article.text));
            report("statements", label, &Value::Null, said);
        }
    }
    count
}

/// Whether two spans share half of what they cover together.
fn agree(one: Span, other: Span) -> bool {
    let shared = one
        .end
        .min(other.end)
        .saturating_sub(one.start.max(other.start));
    let covered = one.len() + other.len() - shared;
    shared * 2 >= covered && shared > 0
}
