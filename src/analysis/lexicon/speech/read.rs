//! The lexicon of each language, from its word lists.

use std::sync::LazyLock;

use super::{Language, Lexicon, Tags};

macro_rules! list {
    ($language:literal, $name:literal) => {
        include_str!(concat!("../", $language, "/", $name, ".txt"))
    };
}

pub(super) static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(
        Language::English,
        &[
            (list!("english", "auxiliaries"), Tags::AUXILIARY),
            (list!("english", "prepositions"), Tags::PREPOSITION),
            (list!("english", "linking-prepositions"), Tags::LINKING),
            (list!("english", "conjunctions"), Tags::CONJUNCTION),
            (list!("english", "determiners"), Tags::DETERMINER),
            (list!("english", "articles"), Tags::ARTICLE),
            (list!("english", "pronouns"), Tags::PRONOUN),
            (list!("english", "possessives"), Tags::POSSESSIVE),
            (list!("english", "roles"), Tags::ROLE),
            (list!("english", "titles"), Tags::TITLE.or(Tags::ROLE)),
            (list!("english", "not-names"), Tags::NOT_NAME),
            (list!("english", "nouns"), Tags::SPEECH_NOUN),
            (
                list!("english", "organizations"),
                Tags::ORGANIZATION.or(Tags::JOINED_BY_OF),
            ),
            (list!("english", "joined-by-of"), Tags::JOINED_BY_OF),
            (list!("english", "outlets"), Tags::OUTLET),
            (list!("english", "media"), Tags::MEDIUM),
            (list!("english", "bare-verbs"), Tags::TAKES_BARE),
            (list!("english", "plurals"), Tags::PLURAL),
            (list!("english", "according"), Tags::ACCORDING),
            (list!("english", "be"), Tags::BE),
            (list!("english", "finite-auxiliaries"), Tags::FINITE),
            (list!("english", "not-adverbs"), Tags::NOT_ADVERB),
            (list!("english", "silent"), Tags::SILENT),
            (include_str!("../name-particles.txt"), Tags::NAME_PARTICLE),
        ],
    )
    .with_verbs(list!("english", "say"), true, english_forms)
    .with_verbs(list!("english", "act"), false, english_forms)
    .without_verbs(list!("english", "not-verbs"))
});

macro_rules! small_lexicon {
    ($language:expr, $folder:literal) => {
        Lexicon::new(
            $language,
            &[
                (list!($folder, "auxiliaries"), Tags::AUXILIARY),
                (
                    list!($folder, "prepositions"),
                    Tags::PREPOSITION.or(Tags::LINKING),
                ),
                (list!($folder, "conjunctions"), Tags::CONJUNCTION),
                (
                    list!($folder, "determiners"),
                    Tags::DETERMINER.or(Tags::NOT_NAME),
                ),
                (list!($folder, "articles"), Tags::ARTICLE),
                (list!($folder, "pronouns"), Tags::PRONOUN.or(Tags::NOT_NAME)),
                (
                    list!($folder, "finite-auxiliaries"),
                    Tags::FINITE.or(Tags::AUXILIARY),
                ),
                (list!($folder, "roles"), Tags::ROLE),
                (list!($folder, "titles"), Tags::TITLE.or(Tags::ROLE)),
                (list!($folder, "not-names"), Tags::NOT_NAME),
                (list!($folder, "outlets"), Tags::OUTLET),
                (list!($folder, "media"), Tags::MEDIUM),
                (list!($folder, "according"), Tags::ACCORDING),
                (include_str!("../name-particles.txt"), Tags::NAME_PARTICLE),
            ],
        )
        .with_verbs(list!($folder, "say"), true, form_as_listed)
        .with_verbs(list!($folder, "act"), false, form_as_listed)
    };
}

macro_rules! unspaced_lexicon {
    ($language:expr, $folder:literal) => {
        Lexicon::new(
            $language,
            &[
                (list!($folder, "roles"), Tags::ROLE),
                (list!($folder, "titles"), Tags::TITLE.or(Tags::ROLE)),
                (list!($folder, "listeners"), Tags::LISTENER.or(Tags::ROLE)),
                (list!($folder, "pronouns"), Tags::PRONOUN),
                (list!($folder, "bodies"), Tags::ORGANIZATION),
                (
                    list!($folder, "outlets"),
                    Tags::OUTLET.or(Tags::ORGANIZATION),
                ),
                (list!($folder, "media"), Tags::MEDIUM),
                (list!($folder, "according"), Tags::ACCORDING),
                (list!($folder, "places"), Tags::PLACE),
                (list!($folder, "not-cues"), Tags::NOT_NAME),
            ],
        )
        .with_verbs(list!($folder, "say"), true, form_as_listed)
    };
}

pub(super) static GERMAN: LazyLock<Lexicon> = LazyLock::new(|| {
    small_lexicon!(Language::German, "german")
        .with_none(list!("german", "not-compounds"))
        .with_endings(list!("german", "role-endings"), Tags::ROLE)
        .with_endings(list!("german", "outlet-endings"), Tags::OUTLET)
});
pub(super) static FRENCH: LazyLock<Lexicon> =
    LazyLock::new(|| small_lexicon!(Language::French, "french"));
pub(super) static KOREAN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(Language::Korean, &[(list!("korean", "roles"), Tags::ROLE)]));
pub(super) static CHINESE: LazyLock<Lexicon> = LazyLock::new(|| {
    unspaced_lexicon!(Language::Chinese, "chinese").tagged(&[
        (list!("chinese", "prepositions"), Tags::PREPOSITION),
        (list!("chinese", "function-words"), Tags::NOT_NAME),
        (list!("chinese", "relaying"), Tags::NOT_NAME),
    ])
});
pub(super) static JAPANESE: LazyLock<Lexicon> = LazyLock::new(|| {
    unspaced_lexicon!(Language::Japanese, "japanese").tagged(&[
        (list!("japanese", "topics"), Tags::NOT_NAME),
        (list!("japanese", "listening"), Tags::NOT_NAME),
        (list!("japanese", "in-media"), Tags::NOT_NAME),
        (list!("japanese", "quotatives"), Tags::NOT_NAME),
        (list!("japanese", "pointing"), Tags::NOT_NAME),
    ])
});
pub(super) static SPANISH: LazyLock<Lexicon> =
    LazyLock::new(|| small_lexicon!(Language::Spanish, "spanish"));

/// Every form an English verb may have, wrong ones too: nobody prints those.
fn english_forms(verb: &str) -> Vec<String> {
    let vowel = |c: u8| matches!(c, b'a' | b'e' | b'i' | b'o' | b'u');
    let letters = verb.as_bytes();
    let stem = &verb[..verb.len() - 1];
    let before_last = letters.len().checked_sub(2).map(|at| letters[at]);
    let mut forms = vec![verb.to_owned()];
    let mut add = |stem: &str, endings: [&str; 3]| {
        forms.extend(endings.iter().map(|ending| format!("{stem}{ending}")));
    };
    if verb.ends_with('e') {
        add(verb, ["s", "d", "s"]);
        add(stem, ["ing", "ing", "ing"]);
    } else if verb.ends_with('y') && !before_last.is_some_and(vowel) {
        add(stem, ["ies", "ied", "ying"]);
    } else if verb.ends_with(['s', 'x', 'z']) || verb.ends_with("ch") || verb.ends_with("sh") {
        add(verb, ["es", "ed", "ing"]);
    } else {
        add(verb, ["s", "ed", "ing"]);
    }
    if let [.., first, middle, last] = letters
        && letters.len() <= 6
        && !vowel(*first)
        && vowel(*middle)
        && b"bdgklmnprtv".contains(last)
    {
        let doubled = format!("{verb}{}", char::from(*last));
        add(&doubled, ["ed", "ing", "ing"]);
    }
    forms
}

/// For languages whose lists name every form that news prose uses.
fn form_as_listed(verb: &str) -> Vec<String> {
    vec![verb.to_owned()]
}
