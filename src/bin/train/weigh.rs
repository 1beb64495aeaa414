//! From labelled articles to a file of weights.

use std::fmt::Write;

use pullquote::analysis::{Lesson, SEPARATOR, TEMPERATURE};

use super::Plan;
use super::fit::{self, Fitted};
use super::labelled::Labelled;

/// Smaller weights change nothing and are left out.
const LEAST: f64 = 0.005;

/// The weights learned from `articles`.
pub fn learn(articles: &[&Labelled], plan: Plan) -> Fitted {
    let lessons: Vec<&Lesson> = articles
        .iter()
        .flat_map(|article| &article.lessons)
        .collect();
    fit::fit(&lessons, plan.hold, plan.seen)
}

/// The file that the program reads, in the order of names.
pub fn file(weights: &Fitted, temperature: f64, notice: &str) -> String {
    let mut text = format!(
        "# Weights of the speaker model: features, their parts between {SEPARATOR}, and weights.\n\
         # Made by `train` (src/bin/train); do not edit.\n"
    );
    for line in notice.lines() {
        let _ = writeln!(text, "# {line}");
    }
    let _ = writeln!(text, "{TEMPERATURE}\t{temperature:.2}");
    for (name, weight) in weights.iter().filter(|(_, weight)| weight.abs() >= LEAST) {
        let _ = writeln!(text, "{name}\t{weight:.2}");
    }
    text
}

/// The temperature under which held-back articles surprise the least.
pub fn temperature(articles: &[Labelled], folds: &[u64], learned: &[Fitted]) -> f64 {
    let surprise = |temperature: f64| -> f64 {
        let held = articles.iter().zip(folds);
        held.flat_map(|(article, &fold)| {
            let weights = &learned[fold as usize];
            let lessons = article.lessons.iter();
            lessons.map(move |lesson| fit::surprise(lesson, weights, temperature))
        })
        .sum()
    };
    let tried = (10..=40).map(|step| f64::from(step) * 0.05);
    tried
        .map(|temperature| (temperature, surprise(temperature)))
        .min_by(|(_, one), (_, other)| one.total_cmp(other))
        .map_or(1.0, |(temperature, _)| temperature)
}

/// The fold that an article is dealt to: by its name, so that it stays there when others come.
pub fn fold(id: &str, plan: Plan) -> u64 {
    let mut hash = plan.seed ^ 0xcbf2_9ce4_8422_2325;
    for byte in id.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (hash >> 32) % plan.folds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence;

    const PLAN: Plan = Plan {
        seed: 7,
        folds: 3,
        hold: 1.0,
        seen: 3,
    };

    const SENTENCES: &str = "\
{Ana Holt} said, “We have the rope.”
“We have the rope,” said {Peter Lund}.
{Holt} told the board that the rope was “too thin.”
The boat is called “Patience.”
The film “Low Water” opens in June.
“Nobody asked us,” {she} said.";

    fn learned() -> String {
        let read = sentence::read(SENTENCES);
        let articles: Vec<&Labelled> = read.iter().collect();
        file(&learn(&articles, PLAN), 1.0, "Six sentences.")
    }

    #[test]
    fn the_same_sentences_give_the_same_bytes() {
        let text = learned();
        assert_eq!(text, learned());
        let golden = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src/bin/train/sentences.golden.tsv"
        );
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(golden, &text).unwrap();
        }
        assert_eq!(text, std::fs::read_to_string(golden).unwrap());
    }

    #[test]
    fn what_was_learned_tells_who_spoke() {
        let weights = pullquote::analysis::Weights::parse(&learned());
        let read = sentence::read("“The tide is late,” said {Ruth Alder}.");
        let score = crate::score::Score::of(&read[0], &weights);
        assert!(
            score.lines().contains("(1 right, 1 found, 1 said)"),
            "{}",
            score.lines()
        );
    }

    #[test]
    fn an_article_keeps_its_fold() {
        assert_eq!(fold("a.txt", PLAN), fold("a.txt", PLAN));
        let folds: Vec<u64> = ["a", "b", "c", "d", "e"].map(|id| fold(id, PLAN)).into();
        assert!(folds.iter().any(|&other| other != folds[0]), "{folds:?}");
    }
}
