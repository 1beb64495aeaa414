//! The language of an article, by its paragraphs.

use std::sync::LazyLock;

use crate::model::Block;

/// The ISO 639-1 code of the language of the analysed blocks; `None` when it
/// cannot be told.
pub fn of_blocks(text: &str, blocks: &[Block]) -> Option<String> {
    // More text makes it slower and no surer.
    const ENOUGH: usize = 1_200;
    let mut sample = String::new();
    for block in blocks.iter().filter(|block| block.kind.is_analysed()) {
        let room = ENOUGH.saturating_sub(sample.chars().count());
        sample.extend(block.span.of(text).chars().take(room));
        sample.push('\n');
        if room == 0 {
            break;
        }
    }
    detect(&sample).map(str::to_owned)
}

fn detect(sample: &str) -> Option<&'static str> {
    // Below this length a guess among Latin languages is as often wrong as right.
    const SHORTEST: usize = 50;
    let info = DETECTOR.detect(sample)?;
    let latin = info.script() == whatlang::Script::Latin;
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let enough = if latin { SHORTEST } else { 8 };
    (letters >= enough).then(|| code(info.lang()))?
}

/// Without the languages that whatlang takes short English and Spanish texts
/// for and in which few newspapers are printed.
static DETECTOR: LazyLock<whatlang::Detector> = LazyLock::new(|| {
    use whatlang::Lang;
    whatlang::Detector::with_denylist(vec![
        Lang::Epo,
        Lang::Lat,
        Lang::Jav,
        Lang::Tgl,
        Lang::Zul,
        Lang::Sna,
        Lang::Aka,
        Lang::Tuk,
        Lang::Cym,
        Lang::Yid,
    ])
});

/// Two letters for the three that whatlang gives.
fn code(lang: whatlang::Lang) -> Option<&'static str> {
    let both = include_str!("words/languages.txt").lines();
    let three = lang.code();
    both.filter_map(|line| line.split_once(' '))
        .find_map(|(code, two)| (code == three).then_some(two))
}

/// The two-letter code that a record's own field means: "en-GB" is `en`.
pub fn of_record(field: &str) -> Option<String> {
    let low = field.trim().to_lowercase();
    let first = low.split(['-', '_']).next().unwrap_or_default();
    let two = first.len() == 2 && first.chars().all(|c| c.is_ascii_lowercase());
    let three = || {
        whatlang::Lang::from_code(first)
            .and_then(code)
            .map(str::to_owned)
    };
    if two { Some(first.to_owned()) } else { three() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        assert_eq!(
            detect("The ferry struck a barge in thick fog on Tuesday, the harbour master said."),
            Some("en")
        );
        assert_eq!(
            detect(
                "Die Fähre ist am Dienstag im dichten Nebel mit einem Frachter zusammengestoßen."
            ),
            Some("de")
        );
        assert_eq!(detect("배부터 먼저 돌아가야 한다고 말했다"), Some("ko"));
        assert_eq!(detect("Hm."), None);
    }

    #[test]
    fn a_records_own_word_counts() {
        assert_eq!(of_record("en-GB").as_deref(), Some("en"));
        assert_eq!(of_record("kor").as_deref(), Some("ko"));
        assert_eq!(of_record("English"), None);
    }
}
