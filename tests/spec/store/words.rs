//! Finding articles and quotes by their words.

use pullquote::analysis::analyze;
use pullquote::model::{Actor, ActorKind, ActorRef, Confidence, Entry, Rule, Span};
use pullquote::store::{Catalog, Library, NameRef, Phrase, QuoteQuestion, QuoteTest};

use super::{Case, entry, quote, speaker};

/// A library of these articles, each a headline and a paragraph.
fn library(case: &Case, articles: &[(&str, &str)]) -> Library {
    let mut library = case.open();
    let entries: Vec<Entry> = articles
        .iter()
        .map(|(headline, paragraph)| entry(headline, headline, paragraph))
        .collect();
    library.add(&entries).unwrap();
    library
}

/// Checks that of all `texts` exactly those with a star are found.
#[track_caller]
fn check(phrase: &Phrase, texts: &[&str]) {
    let case = Case::new();
    let articles: Vec<(String, &str)> = (0..)
        .map(|n: i32| format!("No. {n}"))
        .zip(texts.iter().copied())
        .collect();
    let articles: Vec<(&str, &str)> = articles.iter().map(|(a, b)| (&**a, *b)).collect();
    let library = library(&case, &articles);
    let catalog = library.catalog().unwrap();
    let found = library.holding(&catalog, phrase).unwrap();
    let headline = |at: usize| catalog.get(at).unwrap().headline.to_string();
    let mut found: Vec<String> = found.iter().map(headline).collect();
    found.sort();
    let starred = articles.iter().filter(|(_, text)| text.ends_with('*'));
    let expected: Vec<&str> = starred.map(|(headline, _)| *headline).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_word_is_found_whole_and_a_beginning_only_when_asked() {
    let texts = [
        "The border opens. *",
        "The borders open.",
        "A boarder left.",
    ];
    check(&Phrase::whole("Border"), &texts);
    let texts = [
        "The border opens. *",
        "The borders open. *",
        "A boarder left.",
    ];
    check(&Phrase::beginning("bord"), &texts);
}

#[test]
fn words_in_order_are_found_across_marks() {
    let texts = [
        "The “border” talks go on. *",
        "Talks on the border.",
        "Border–talks *",
    ];
    check(&Phrase::whole("border talks"), &texts);
    check(&Phrase::whole("border,talks"), &texts);
}

#[test]
fn case_and_accents_do_not_count() {
    check(
        &Phrase::whole("CAFE"),
        &["Le café ferme. *", "cafés", "CAFÉ *"],
    );
}

#[test]
fn korean_chinese_and_japanese_are_found_inside_their_runs() {
    check(
        &Phrase::beginning("김정은"),
        &["김정은이 말했다. *", "김정일이 말했다.", "북한 김정은 *"],
    );
    check(&Phrase::beginning("京"), &["東京都 *", "京都 *", "大阪"]);
    check(&Phrase::whole("東京"), &["今日の東京都は *", "東と京"]);
}

#[test]
fn signs_without_letters_are_found_as_they_stand() {
    check(&Phrase::whole("€"), &["It cost 5 €. *", "It cost 5 euros."]);
}

#[test]
fn hostile_words_are_only_words() {
    let hostile = [
        "\"",
        "a\"b",
        "NEAR(a b)",
        "a AND",
        "OR",
        "NOT",
        "*",
        "a*b",
        "^a",
        "body:x",
        "{a b}:c",
        "-a",
        "a + b",
        "(",
        ")",
        "'",
        "\\",
        ";",
        "--",
        "\0",
        "a\0b",
        "%",
        "_",
        "x'00'",
        "\u{301}",
        "\u{202e}",
        "\u{fffd}",
        "a:b",
        "rowid",
        "article_fts",
        "#",
        "🙂",
        "ﬁ",
        "İ",
        "\n",
        "\t",
    ];
    let case = Case::new();
    let library = library(&case, &[("One", "Words of no harm.")]);
    let catalog = library.catalog().unwrap();
    for words in hostile {
        for prefix in [false, true] {
            let phrase = Phrase {
                words: words.into(),
                prefix,
            };
            let found = library.holding(&catalog, &phrase);
            assert!(found.is_ok(), "{words:?}: {found:?}");
            let all = vec![
                vec![(false, QuoteTest::Says(phrase.clone()))],
                vec![(true, QuoteTest::Says(phrase))],
            ];
            assert_eq!(
                library.quoted(&catalog, &QuoteQuestion { all }, 9).unwrap(),
                []
            );
        }
    }
}

#[test]
fn a_removed_or_replaced_text_is_not_found_any_more() {
    let case = Case::new();
    let mut library = library(
        &case,
        &[("One", "The pier burns."), ("Two", "The pier stays.")],
    );
    library
        .add(&[entry("One", "One", "The mole burns.")])
        .unwrap();
    let two = entry("Two", "Two", "The pier stays.");
    library.forget(&[two.provenance]).unwrap();
    let catalog = library.catalog().unwrap();
    let count = |word: &str| {
        library
            .holding(&catalog, &Phrase::whole(word))
            .unwrap()
            .count()
    };
    assert_eq!(["pier", "stays", "mole", "burns"].map(count), [0, 0, 1, 1]);
}

#[test]
fn an_article_that_came_after_the_catalog_is_left_out() {
    let case = Case::new();
    let mut library = library(&case, &[("One", "The pier burns.")]);
    let before = library.catalog().unwrap();
    library
        .add(&[entry("Two", "Two", "The pier stays.")])
        .unwrap();
    let found = library.holding(&before, &Phrase::whole("pier")).unwrap();
    assert_eq!(found.iter().collect::<Vec<_>>(), [0]);
}

/// Two people of one family name, and a third who is named by one of them.
fn speakers(case: &Case) -> Library {
    let text = "“Lee Oh must go,” Kim Ae said. “The pier stays,” said Kim Bo. “No,” it read.";
    let mut entry = entry("a.txt", "Pier", text);
    let article = &entry.article;
    let at = |words: &str| {
        let start = article.text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let actor = |name: &str| Actor {
        name: name.into(),
        kind: ActorKind::Person,
        roles: Vec::new(),
        aliases: vec!["Chair".into()],
        mentions: vec![at(name)],
    };
    entry.analysis.actors = ["Lee Oh", "Kim Ae", "Kim Bo"].map(actor).to_vec();
    let said = |words, by: usize, sure| {
        let name = &entry.analysis.actors[by].name;
        let mut said = speaker(name, at(name), Rule::SubjectOfCue);
        said.actor = Some(ActorRef(by));
        said.confidence = Confidence::from_thousandths(sure);
        quote(at(words), Some(said))
    };
    entry.analysis.quotes = vec![
        said("Lee Oh must go,", 1, 900),
        said("The pier stays,", 2, 300),
        quote(at("No,"), None),
    ];
    let mut library = case.open();
    library.add(&[entry]).unwrap();
    library
}

fn named(catalog: &Catalog, name: &str) -> Vec<NameRef> {
    let names = catalog.names().iter().enumerate();
    let hits = names.filter(|(_, known)| known.text.contains(name));
    hits.map(|(at, _)| NameRef::new(at)).collect()
}

#[test]
fn quotes_are_found_by_speaker_words_and_names_together() {
    let case = Case::new();
    let library = speakers(&case);
    let catalog = library.catalog().unwrap();
    let by = |name| QuoteTest::By(named(&catalog, name));
    let says = |words: &str| QuoteTest::Says(Phrase::whole(words));
    let names = |name| QuoteTest::Names(named(&catalog, name));
    let check = |all: Vec<Vec<(bool, QuoteTest)>>, expected: &[&str]| {
        let places = library.quoted(&catalog, &QuoteQuestion { all }, 9).unwrap();
        let hits = library.quotes(&catalog, &places).unwrap();
        let words: Vec<&str> = hits.iter().map(|hit| &*hit.words).collect();
        assert_eq!(words, expected);
    };
    let (go, stays, no) = ("Lee Oh must go,", "The pier stays,", "No,");
    check(vec![], &[go, stays, no]);
    check(vec![vec![(false, by("Kim"))]], &[go, stays]);
    check(
        vec![vec![(false, by("Kim"))], vec![(false, says("pier"))]],
        &[stays],
    );
    check(
        vec![vec![(false, by("Ae")), (false, says("no"))]],
        &[go, no],
    );
    check(vec![vec![(false, names("Lee"))]], &[go]);
    check(vec![vec![(true, by("Ae"))]], &[stays, no]);
    check(vec![vec![(false, QuoteTest::Unattributed)]], &[no]);
    check(vec![vec![(false, QuoteTest::Guess)]], &[stays]);
    check(vec![vec![(true, QuoteTest::Guess)]], &[go, no]);
    check(vec![vec![(false, by("Nobody"))]], &[]);
}

#[test]
fn a_name_knows_its_other_names() {
    let case = Case::new();
    let catalog = speakers(&case).catalog().unwrap();
    let name = named(&catalog, "Kim Ae")[0];
    assert_eq!(*catalog.name(name).unwrap().aliases, ["Chair".into()]);
}

#[test]
fn quotes_are_given_in_the_order_they_are_asked_for() {
    let case = Case::new();
    let mut library = case.open();
    library.add(&[gates(1), gates(2), gates(3)]).unwrap();
    let catalog = library.catalog().unwrap();
    let question = QuoteQuestion::default();
    let places = library.quoted(&catalog, &question, 9).unwrap();
    let [a, b, c] = places[..] else {
        panic!("{places:?}")
    };
    let asked = [c, a, b, a, c];
    let hits = library.quotes(&catalog, &asked).unwrap();
    let given: Vec<_> = hits.iter().map(|hit| hit.place).collect();
    assert_eq!(given, asked);
    assert_eq!(hits[1], hits[3]);
}

fn gates(n: usize) -> Entry {
    let words = format!("“The {n} gates stay shut,” said Orla Quist.");
    let mut entry = entry(&format!("{n}.txt"), &format!("Gate {n}"), &words);
    entry.analysis = analyze(&entry.article);
    entry
}
