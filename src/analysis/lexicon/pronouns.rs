//! Words that stand for a name and are none.

use super::entries;

/// The pronouns of a language that can speak; none where no list is known.
fn pronouns(language: &str) -> &'static str {
    match language {
        "zh" => include_str!("chinese/pronouns.txt"),
        "en" => include_str!("english/pronouns.txt"),
        "fr" => include_str!("french/pronouns.txt"),
        "de" => include_str!("german/pronouns.txt"),
        "ja" => include_str!("japanese/pronouns.txt"),
        "es" => include_str!("spanish/pronouns.txt"),
        _ => "",
    }
}

/// Whether a speaker is a pronoun of this language (ISO 639-1) and nothing else: Ella is
/// a name in English. Capitals throughout are letters of a name: WHO, IT.
pub fn is_pronoun(speaker: &str, language: &str) -> bool {
    let letters = speaker.chars().count();
    let is_acronym =
        letters > 1 && speaker.is_ascii() && speaker.bytes().all(|byte| byte.is_ascii_uppercase());
    let speaker = speaker.to_lowercase();
    !is_acronym && entries(pronouns(language)).any(|pronoun| pronoun == speaker)
}
