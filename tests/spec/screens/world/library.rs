//! The small library of the pictures, and the large one of the measurements.

use std::fmt::Write as _;

use pullquote::model::{ActorKind, BlockKind, Confidence, Entry, Relation, Span, Via};

use super::{Draft, Random};

/// The library of the pictures.
pub fn library() -> Vec<Entry> {
    let mut library = vec![ferry(), korean(), german(), undated()];
    let others = [
        (
            "2026-02-28",
            "Calder Post",
            "Lighthouse keepers win their case against the coast agency",
        ),
        (
            "2026-02-27T18:40",
            "Meridian Wire",
            "Storm closes three passes",
        ),
        (
            "2026-02-27",
            "Northmoor Gazette",
            "Old mill to become a library, says mayor",
        ),
        ("2025-11-03", "Efna", "Kelp harvest doubles in a year"),
        (
            "2025-06-18",
            "Harbour Courier",
            "School meals: a look back at ten years of arguments over who pays",
        ),
        ("2024-12-31", "Calder Post", "The year in pictures"),
    ];
    for (date, source, headline) in others {
        let mut body = String::new();
        write!(
            body,
            "{headline}. There was little to add to that on the day itself."
        )
        .unwrap();
        let blocks = [
            (BlockKind::Headline, headline),
            (BlockKind::Paragraph, &*body),
        ];
        library.push(Draft::new(source, date, &blocks).entry());
    }
    library
}

/// The library of the pictures, and an article that prints two of its quotes again.
pub fn echoes() -> Vec<Entry> {
    use BlockKind::{Headline, Paragraph};
    let blocks = [
        (Headline, "Saltmere ferry: what was said in the hall"),
        (
            Paragraph,
            "“Nobody asked us,” ferryman Joss Penhale told the council. Chair Ingrid Vael answered that “the sea does not ask either”.",
        ),
        (
            Paragraph,
            "A new dock would stand “where the water is kind”, Vael said later.",
        ),
    ];
    let again = Draft::new("Calder Post", "2026-03-03", &blocks)
        .actor(ActorKind::Person, &["Joss Penhale"], Some("ferryman"))
        .actor(ActorKind::Person, &["Ingrid Vael", "Vael"], Some("Chair"))
        .quote("Nobody asked us,", Some(0), "told")
        .quote("the sea does not ask either", Some(1), "answered")
        .quote("where the water is kind", Some(1), "said")
        .entry();
    let mut library = library();
    library.push(again);
    library
}

fn ferry() -> Entry {
    use BlockKind::{Byline, Caption, Deck, Furniture, Headline, Paragraph};
    let blocks = [
        (Furniture, "Share this story"),
        (Furniture, "Save for later"),
        (
            Headline,
            "Harbour council votes to close the old ferry dock",
        ),
        (Deck, "Islanders say nobody asked them"),
        (Byline, "By Tamsin Orrell"),
        (
            Caption,
            "The dock at Saltmere on Sunday, a day before the vote. (Meridian Wire)",
        ),
        (
            Paragraph,
            "The harbour council of Saltmere voted on Monday to close the old ferry dock by the end of the year, after a debate that lasted into the night.",
        ),
        (
            Paragraph,
            "“We cannot mend a dock that the sea has already taken,” council chair Ingrid Vael said. “Every winter we would pay again.”",
        ),
        (
            Paragraph,
            "Islanders filled the hall. “Nobody asked us,” said Joss Penhale, who has run the ferry for thirty-one years, and the room rose to its feet.",
        ),
        (
            Paragraph,
            "The council’s engineers, according to a report seen by Meridian Wire, had called the pilings “beyond repair” as early as last spring.",
        ),
        (
            Paragraph,
            "Vael told Radio Skerry that a new dock would be built “where the water is kind”.",
        ),
        (
            Paragraph,
            "“That is what they said about the bridge,” an islander called from the back.",
        ),
        (
            Paragraph,
            "The vote was nine to four. Work is to begin in May.",
        ),
        (Furniture, "More from Meridian Wire"),
    ];
    let guess = Confidence::from_thousandths(400);
    let draft = Draft::new("Meridian Wire", "2026-03-02T21:15", &blocks).byline("Tamsin Orrell");
    let radio = draft.span("Radio Skerry");
    let wire = draft.span("Meridian Wire, had");
    let wire = Span::new(wire.start, wire.start + "Meridian Wire".len());
    draft
        .actor(
            ActorKind::Person,
            &["Ingrid Vael", "Vael"],
            Some("council chair"),
        )
        .actor(ActorKind::Person, &["Joss Penhale"], None)
        .actor(
            ActorKind::Organization,
            &["harbour council", "council"],
            None,
        )
        .actor(ActorKind::Organization, &["council’s engineers"], None)
        .actor(ActorKind::Place, &["Saltmere"], None)
        .actor(ActorKind::Organization, &["Radio Skerry"], None)
        .quote(
            "We cannot mend a dock that the sea has already taken,",
            Some(0),
            "said",
        )
        .quote("Every winter we would pay again.", Some(0), "said")
        .quote("Nobody asked us,", Some(1), "said")
        .quote("beyond repair", Some(3), "called")
        .but(|speaker| {
            speaker.confidence = guess;
            speaker.via = Some(via(wire, "Meridian Wire", Relation::ReportedBy));
        })
        .quote("where the water is kind", Some(0), "told")
        .but(|speaker| {
            speaker.via = Some(via(radio, "Radio Skerry", Relation::Told));
        })
        .quote("That is what they said about the bridge,", None, "")
        .entry()
}

fn via(mention: Span, name: &str, relation: Relation) -> Via {
    Via {
        actor: None,
        name: name.into(),
        mention,
        relation,
    }
}

fn korean() -> Entry {
    use BlockKind::{Headline, Paragraph};
    let blocks = [
        (
            Headline,
            "항구 도시들, 새 여객선 항로를 두고 다시 마주 앉다",
        ),
        (
            Paragraph,
            "세 항구 도시의 대표들이 월요일 다시 만나 새 항로를 논의했다. 윤서하 대표는 “배는 사람을 기다려야 한다”고 말했다.",
        ),
        (Paragraph, "다음 회의는 사월에 열린다."),
    ];
    Draft::new("한결통신", "2026-03-02", &blocks)
        .actor(ActorKind::Person, &["윤서하"], Some("대표"))
        .quote("배는 사람을 기다려야 한다", Some(0), "말했다")
        .entry()
}

fn german() -> Entry {
    use BlockKind::{Headline, Paragraph};
    let blocks = [
        (
            Headline,
            "Hafenstädte streiten über Donaudampfschifffahrtsgesellschaftskapitänspatente",
        ),
        (
            Paragraph,
            "Die Verhandlungen dauern an. „Wir reden, solange geredet wird“, sagte Jörg Ahlers am Abend.",
        ),
    ];
    Draft::new("Küstenbote", "2026-03-01", &blocks)
        .actor(ActorKind::Person, &["Jörg Ahlers"], None)
        .quote("Wir reden, solange geredet wird", Some(0), "sagte")
        .entry()
}

fn undated() -> Entry {
    use BlockKind::{Headline, Paragraph};
    let blocks = [
        (Headline, "Notes found in a drawer"),
        (Paragraph, "Nobody signed them, and nobody is quoted."),
    ];
    Draft::new("", "", &blocks).entry()
}

/// Words of no meaning, so that neighbouring lines are as unlike as in print.
const WORDS: &str = "harbour wall council spring evening map table clerk winter survey bill \
    storm room voice paper letter question answer ferry bridge island morning street window \
    ledger budget engineer captain teacher kitchen station witness signature promise delay \
    before after against beneath within without because although nobody somebody everyone \
    argued counted walked refused agreed remembered promised closed opened carried measured";

/// A hundred articles of forty paragraphs, with a quote in each third one.
pub fn long_library() -> Vec<Entry> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut random = Random(0x5eed_0002);
    let mut sentence = |length: usize| {
        let mut picked = Vec::new();
        picked.resize_with(length, || words[random.below(words.len())]);
        picked.join(" ")
    };
    let mut article = |nth: usize| {
        let headline = format!("{nth} {}", sentence(9));
        let mut blocks = vec![(BlockKind::Headline, headline)];
        let mut spoken = Vec::new();
        for at in 0..40 {
            let quoted = format!("{} {nth} {at},", sentence(8));
            let words = match at % 3 {
                0 => format!("“{quoted}” a clerk said, and {}.", sentence(18)),
                _ => format!("{}. {}.", sentence(14), sentence(20)),
            };
            blocks.push((BlockKind::Paragraph, words));
            spoken.extend((at % 3 == 0).then_some(quoted));
        }
        let blocks: Vec<_> = blocks
            .iter()
            .map(|(kind, words)| (*kind, words.as_str()))
            .collect();
        let day = format!("2026-01-{:02}", nth % 28 + 1);
        let mut draft = Draft::new(
            ["Meridian Wire", "Efna", "Calder Post"][nth % 3],
            &day,
            &blocks,
        );
        for quoted in &spoken {
            draft = draft.quote(quoted, None, "");
        }
        draft.entry()
    };
    (0..100).map(&mut article).collect()
}
