//! Articles of eight months in which three people speak, each at times of her own.

use pullquote::model::{ActorKind, BlockKind, Entry};

use super::Draft;

/// The speaker, the day, and how many quotes the article of that day has.
const SPOKEN: [(&str, &str, usize); 14] = [
    ("Ingrid Vael", "2025-10-06", 1),
    ("Ingrid Vael", "2025-10-20", 2),
    ("Ingrid Vael", "2026-02-02", 7),
    ("Ingrid Vael", "2026-02-03", 5),
    ("Ingrid Vael", "2026-05-11", 3),
    ("Joss Penhale", "2025-12-29", 1),
    ("Joss Penhale", "2026-01-02", 2),
    ("Joss Penhale", "2026-05-11", 1),
    ("Joss Penhale", "2026-05-13", 4),
    ("Joss Penhale", "", 2),
    ("윤서하", "2026-03-01", 1),
    ("윤서하", "2026-03-31", 1),
    ("Harbour Authority of Saltmere", "2026-04-15", 9),
    ("Harbour Authority of Saltmere", "2026-05-12", 1),
];

/// One article for each day on which somebody speaks.
pub fn over_months() -> Vec<Entry> {
    let article = |(nth, &(speaker, day, count)): (usize, &(&str, &str, usize))| {
        let spoken: Vec<String> = (0..count)
            .map(|at| format!("word {at} of sitting {nth} on the sea wall,"))
            .collect();
        let mut blocks = vec![(
            BlockKind::Headline,
            format!("Sitting {nth} of the harbour board"),
        )];
        for words in &spoken {
            blocks.push((BlockKind::Paragraph, format!("“{words}” said {speaker}.")));
        }
        let blocks: Vec<_> = blocks
            .iter()
            .map(|(kind, words)| (*kind, words.as_str()))
            .collect();
        let source = ["Meridian Wire", "Calder Post"][nth % 2];
        let mut draft = Draft::new(source, day, &blocks).actor(ActorKind::Person, &[speaker], None);
        for words in &spoken {
            draft = draft.quote(words, Some(0), "said");
        }
        draft.entry()
    };
    SPOKEN.iter().enumerate().map(article).collect()
}
