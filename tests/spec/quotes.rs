//! Promises about quotes: which passages are found, who said them, and through whom.
//!
//! Each trap that reading news by rules falls into has a sentence here.

mod languages;
mod names;
mod via;

use pullquote::analysis::analyze;
use pullquote::model::{Article, Block, BlockKind, Format, Meta, NoteKind, QuoteKind, Span};

/// An article whose every line is a paragraph; a line that begins with `# ` is a headline.
fn article(text: &str) -> Article {
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let mut span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        let headline = line.starts_with("# ");
        if headline {
            span.start += 2;
        }
        if !span.is_empty() {
            let kind = if headline {
                BlockKind::Headline
            } else {
                BlockKind::Paragraph
            };
            blocks.push(Block {
                kind,
                span,
                credit: None,
            });
        }
    }
    let meta = Meta {
        format: Format::Plain,
        language: Some("en".into()),
        ..Meta::default()
    };
    Article::new(text.into(), blocks, meta)
}

/// Compares the passages (their first words are enough) and the names of their speakers.
#[track_caller]
fn check(text: &str, expected: &[(&str, Option<&str>)]) {
    check_in("en", text, expected);
}

#[track_caller]
fn check_in(language: &str, text: &str, expected: &[(&str, Option<&str>)]) {
    let mut article = article(text);
    article.meta.language = Some(language.into());
    let quotes = analyze(&article).quotes;
    let found: Vec<(&str, Option<&str>)> = quotes
        .iter()
        .zip(
            expected
                .iter()
                .map(|(words, _)| words.len())
                .chain(std::iter::repeat(usize::MAX)),
        )
        .map(|(quote, length)| {
            let words = quote.span.of(text);
            let name = quote.speaker.as_ref().map(|speaker| speaker.name.as_str());
            (words.get(..length).unwrap_or(words), name)
        })
        .collect();
    assert_eq!(found, expected);
}

/// Compares the first passage's speaker, and whom and how it came through.
#[track_caller]
fn check_via(text: &str, speaker: &str, via: Option<(&str, &str)>) {
    let analysis = analyze(&article(text));
    let found = analysis.quotes[0].speaker.as_ref().expect("a speaker");
    let through = found.via.as_ref();
    assert_eq!(found.name, speaker);
    assert_eq!(
        through.map(|via| (via.name.as_str(), via.relation.word())),
        via
    );
}

#[track_caller]
fn check_kind(text: &str, expected: QuoteKind) {
    assert_eq!(analyze(&article(text)).quotes[0].kind, expected);
}

#[test]
fn a_passage_closed_by_another_kind_of_mark_ends_there() {
    check(
        "“The bridge will open in May,\" Ana Holt said. \"We have the money.”",
        &[
            ("The bridge", Some("Ana Holt")),
            ("We have", Some("Ana Holt")),
        ],
    );
}

#[test]
fn a_thing_speaks_only_where_a_verb_of_saying_lends_it_a_voice() {
    check(
        "The lunch menu celebrates “eel from the harbour” on Fridays.",
        &[("eel from", None)],
    );
    check(
        "Nobody called it “a good year for eels” in public.",
        &[("a good year", None)],
    );
    check(
        "The residents called it “a good year for eels” in public.",
        &[("a good year", Some("residents"))],
    );
}

#[test]
fn what_is_done_is_not_said() {
    check(
        "The supper menu offers “eel, while the river has any” to every guest.",
        &[("eel,", None)],
    );
    check(
        "The wardens go “door by door” after dark.",
        &[("door by door", None)],
    );
    check(
        "Unrest has made the market “a quiet place” since June.",
        &[("a quiet place", None)],
    );
    check(
        "The fever was called “the boatman's cough” for a century.",
        &[("the boatman's cough", None)],
    );
    check(
        "The plan was called “a slow flood” by Ana Holt on Monday.",
        &[("a slow flood", Some("Ana Holt"))],
    );
    check(
        "Critics of the plan called it “a slow flood” on Monday.",
        &[("a slow flood", Some("Critics of the plan"))],
    );
}

#[test]
fn a_noun_for_speech_has_its_source_behind_it() {
    check(
        "The plan drew a dry answer from Ms. Holt: “We had no rope to spare.”",
        &[("We had no rope", Some("Holt"))],
    );
    check(
        "“We had no rope to spare,” Holt answered.",
        &[("We had no rope", Some("Holt"))],
    );
}

#[test]
fn a_mark_without_a_partner_does_not_turn_the_rest_inside_out() {
    check(
        "Ana Holt said ropes would be there for all,\" For example, boats may bring their own\". \
         People were asked to come. Holt called it \"a fair plan\" on Monday.",
        &[("a fair plan", Some("Ana Holt"))],
    );
    check(
        "People asked about the \" rope and left. Ana Holt called it \"a bad day\" for all.",
        &[("a bad day", Some("Ana Holt"))],
    );
}

#[test]
fn a_stray_mark_behind_a_headline_is_noted_and_nobody_speaks() {
    let text = "# Holt asks for calm against 'loose ropes' all-day repairs'\n";
    check(text, &[("loose ropes", None)]);
    let notes = analyze(&article(text)).notes;
    let stray = notes.iter().find(|note| note.kind == NoteKind::StrayQuote);
    assert_eq!(stray.map(|note| note.span.of(text)), Some("'"));
}

#[test]
fn a_sentence_that_says_that_somebody_spoke_leads_to_what_follows() {
    check(
        "“It was a long pull,” Holt said. “[It was] a heavy sea this afternoon.”",
        &[("It was", Some("Holt")), ("[It was]", Some("Holt"))],
    );
    check(
        "Peter Lund said. “We had no rope to spare.”",
        &[("We had no rope", Some("Peter Lund"))],
    );
}

#[test]
fn two_apostrophes_are_a_mark() {
    check(
        "''I've seen the cracks,'' Ana Holt said.",
        &[("I've seen the cracks,", Some("Ana Holt"))],
    );
}

#[test]
fn a_question_does_not_end_its_sentence_when_somebody_asked_it() {
    check(
        "\"Is this the last train?\" she told the guard, Peter Lund.\n\"Is it gone?\" Lund asked.",
        &[
            ("Is this", Some("she")),
            ("Is it gone?", Some("Peter Lund")),
        ],
    );
}

#[test]
fn the_subject_may_stand_after_the_passage() {
    check(
        "Conceding that the plan “costs a great deal of money,” though, Ana Holt did defend it.",
        &[("costs", Some("Ana Holt"))],
    );
    check(
        "Describing himself as “the only man here with nothing to sell,” Peter Lund left.",
        &[("the only man", Some("Peter Lund"))],
    );
}

#[test]
fn participles_and_relative_clauses_have_subjects() {
    check(
        "The row went on, with Peter Lund tweeting that the deal was a “disaster for farmers.”",
        &[("disaster", Some("Peter Lund"))],
    );
    check(
        "Ana Holt, who claims that “the river is clean,” lives there.",
        &[("the river", Some("Ana Holt"))],
    );
}

#[test]
fn a_title_after_a_cue_is_nobodys_words() {
    check(
        "“I will run again,” Lund said on Channel 4's “This Week in Town,” a show.",
        &[("I will run", Some("Lund")), ("This Week", None)],
    );
    check(
        "The hacker is known online as “Greywing.”",
        &[("Greywing.", None)],
    );
    check_kind(
        "She starred in the film “The Long Road Home” in 2019.",
        QuoteKind::Term,
    );
}

#[test]
fn a_name_behind_a_dash_signs_the_passage() {
    check(
        "“Nobody asked the people who live here.”\n― Dora Pell",
        &[("Nobody", Some("Dora Pell"))],
    );
    check(
        "“Nobody asked the people who live here.” — Dora Pell, teacher",
        &[("Nobody", Some("Dora Pell"))],
    );
}

#[test]
fn transcripts_name_their_speakers() {
    let text = "Mayor Ana Holt met Peter Lund on Monday.\nHOLT: “Where did the money go?”\nLUND: “Into the road.”\nMODERATOR (Dora Pell): “Thank you both.”";
    check(
        text,
        &[
            ("Where did", Some("Ana Holt")),
            ("Into the", Some("Peter Lund")),
            ("Thank you", Some("Dora Pell")),
        ],
    );
}

#[test]
fn a_colon_paragraph_introduces_the_next() {
    check(
        "This is what Ana Holt told the board:\n“The road was never safe. We knew it in March.”",
        &[("The road", Some("Ana Holt"))],
    );
}

#[test]
fn headlines_name_their_speaker_with_a_colon_or_a_verb() {
    check(
        "# Holt: ‘We will not pay’\nAna Holt spoke.",
        &[("We will not pay", Some("Ana Holt"))],
    );
    check(
        "# Holt declares ‘victory’ in road vote\nAna Holt spoke.",
        &[("victory", Some("Ana Holt"))],
    );
    check(
        "# ‘We will not pay’: the mayor on the road\nMayor Ana Holt spoke.",
        &[("We will not pay", Some("Ana Holt"))],
    );
}

#[test]
fn a_headline_that_only_sums_up_names_nobody() {
    check(
        "# Holt calls for unity, patience with Norway against ‘dark forces’\nAna Holt spoke.",
        &[("dark forces", None)],
    );
}

#[test]
fn an_interrupted_utterance_is_one() {
    let text = "“We will win,” Ana Holt said, “and soon.” She called it “a start” and “a gift.”";
    let continues: Vec<Option<usize>> = analyze(&article(text))
        .quotes
        .iter()
        .map(|quote| quote.continues.map(|earlier| earlier.0))
        .collect();
    assert_eq!(continues, [None, Some(0), None, None]);
}

#[test]
fn a_passage_over_paragraphs_keeps_its_speaker() {
    check(
        "“We waited all night,” Ana Holt said. “Nobody came.\n“Then the water came.\n“And we left.”",
        &[
            ("We waited", Some("Ana Holt")),
            ("Nobody", Some("Ana Holt")),
            ("Then", Some("Ana Holt")),
            ("And we", Some("Ana Holt")),
        ],
    );
    check(
        "“We waited all night for them.\n“Nobody came,” Ana Holt said.",
        &[
            ("We waited", Some("Ana Holt")),
            ("Nobody", Some("Ana Holt")),
        ],
    );
}

#[test]
fn a_capital_inside_a_sentence_is_no_verb() {
    check(
        "Ana Holt said the United States was “late to the table.”",
        &[("late", Some("Ana Holt"))],
    );
}

#[test]
fn no_evidence_means_no_speaker() {
    check(
        "The sign over the door has “welcome, stranger” in red.",
        &[("welcome", None)],
    );
    check("The “fast lane” is slow.", &[("fast lane", None)]);
}

#[test]
fn a_term_has_no_speaker() {
    let text = "Lund is known as “the Fixer.” The “road to nowhere” is shut.";
    let quotes = analyze(&article(text)).quotes;
    assert_eq!(quotes.len(), 2);
    for quote in quotes {
        assert_eq!((quote.kind, quote.speaker), (QuoteKind::Term, None));
    }
}

#[test]
fn kinds_tell_utterances_from_fragments() {
    check_kind(
        "“We will rebuild the pier,” Ana Holt said.",
        QuoteKind::Direct,
    );
    check_kind(
        "Ana Holt called the pier “a ruin in waiting” on Monday.",
        QuoteKind::Partial,
    );
    // The capital that begins an utterance makes no title of it.
    check_kind(
        "“What is so sad for me”, Ana Holt said, “is the pier.”",
        QuoteKind::Direct,
    );
}

#[test]
fn every_word_of_an_analysis_lies_in_its_article() {
    for text in [
        "",
        "\"",
        "“”",
        "—",
        "Q: “",
        "\u{301}“a",
        "(D-",
        "“a” said",
        ": “a”",
        "’s “a”",
    ] {
        let analysis = analyze(&article(text));
        for quote in analysis.quotes {
            assert!(
                text.get(quote.span.start..quote.span.end).is_some(),
                "{text}"
            );
        }
    }
}
