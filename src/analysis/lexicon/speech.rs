//! What a word can do in a sentence that reports speech, by language.
//!
//! Closed classes and verbs of speech only: no tagger, no grammar.

mod read;
mod tags;

use foldhash::{HashMap, HashMapExt};

use super::{entries, is_compound_of};
use read::{CHINESE, ENGLISH, FRENCH, GERMAN, JAPANESE, KOREAN, SPANISH};
pub use tags::Tags;

/// A form of a speech verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb {
    /// The verb in its plain form.
    pub lemma: &'static str,
    /// Whether it takes the words themselves: "…," she said. Otherwise it only
    /// reports, judges or means: she called it "…".
    pub says: bool,
    /// Whether it is an -ing form.
    pub ing: bool,
}

/// What is known of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// Its classes.
    pub tags: Tags,
    /// The speech verb it is a form of.
    pub verb: Option<Verb>,
}

/// A language of which speech verbs are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Also used for every language without lists.
    English,
    /// Nouns begin with a capital.
    German,
    /// Verbs take their pronoun behind a hyphen.
    French,
    /// Verbs need no pronoun.
    Spanish,
    /// Particles tell the subject and the end of an utterance.
    Korean,
    /// Words stand side by side without a space, in both ways of writing.
    Chinese,
    /// The same, with particles behind nouns.
    Japanese,
}

impl Language {
    /// Whether words are printed without spaces between them.
    pub fn is_unspaced(self) -> bool {
        matches!(self, Language::Chinese | Language::Japanese)
    }
}

/// The words of one language.
#[derive(Debug)]
pub struct Lexicon {
    /// Which language it is.
    pub language: Language,
    words: HashMap<Box<str>, Known>,
    /// What a compound is by its last part, by the last letter of that.
    endings: HashMap<char, Vec<(&'static str, Tags)>>,
}

impl Lexicon {
    /// The lexicon of a language given by its ISO 639-1 code; English when there is none.
    pub fn of(code: Option<&str>) -> &'static Lexicon {
        match code.unwrap_or_default().get(..2).unwrap_or_default() {
            "de" => &GERMAN,
            "fr" => &FRENCH,
            "es" => &SPANISH,
            "ko" => &KOREAN,
            "zh" => &CHINESE,
            "ja" => &JAPANESE,
            _ => &ENGLISH,
        }
    }

    /// What is known of `word`, given in lower case; in German of a compound, what is
    /// known of its last part.
    pub fn known(&self, word: &str) -> Known {
        let listed = self.words.get(word).copied();
        listed.unwrap_or_else(|| Known {
            tags: self.by_ending(word),
            verb: None,
        })
    }

    /// The length of the longest listed word that `rest` begins with.
    pub fn longest(&self, rest: &str) -> Option<usize> {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.take(MAX_ENTRY)
            .filter(|&end| self.words.contains_key(&rest[..end]))
            .last()
    }

    /// What is known of a name without spaces by the listed body or outlet it ends with.
    pub fn by_last_word(&self, name: &str) -> Known {
        let starts = name.char_indices().map(|(at, _)| &name[at..]);
        let bodies = Tags::OUTLET.or(Tags::ORGANIZATION);
        let mut listed = starts.filter_map(|end| self.words.get(end));
        let found = listed.find(|known| known.tags.any(bodies));
        Known {
            tags: found.map_or(Tags::default(), |known| known.tags),
            verb: None,
        }
    }

    fn by_ending(&self, word: &str) -> Tags {
        let last = word.chars().next_back();
        let endings = last.and_then(|last| self.endings.get(&last));
        let mut endings = endings.into_iter().flatten();
        let found = endings.find(|(ending, _)| is_compound_of(word, ending));
        found.map_or(Tags::default(), |&(_, tags)| tags)
    }

    /// Words that are not what their endings say.
    fn with_none(mut self, list: &'static str) -> Self {
        entries(list).for_each(|word| self.tag(word, Tags::default()));
        self
    }

    fn with_endings(mut self, list: &'static str, tags: Tags) -> Self {
        for ending in entries(list) {
            if let Some(last) = ending.chars().next_back() {
                self.endings.entry(last).or_default().push((ending, tags));
            }
        }
        self
    }

    fn new(language: Language, lists: &[(&'static str, Tags)]) -> Self {
        let mut lexicon = Self {
            language,
            words: HashMap::new(),
            endings: HashMap::new(),
        };
        for &(list, tags) in lists {
            for word in entries(list) {
                lexicon.tag(word, tags);
            }
        }
        lexicon
    }

    fn tagged(mut self, lists: &[(&'static str, Tags)]) -> Self {
        for &(list, tags) in lists {
            entries(list).for_each(|word| self.tag(word, tags));
        }
        self
    }

    fn tag(&mut self, word: &str, tags: Tags) {
        let known = self.words.entry(word.into()).or_default();
        known.tags = known.tags.or(tags);
    }

    /// Adds verbs; forms given behind a verb replace its regular ones.
    fn with_verbs(
        mut self,
        list: &'static str,
        says: bool,
        forms: fn(&str) -> Vec<String>,
    ) -> Self {
        for line in entries(list) {
            let mut printed = line.split_whitespace();
            let Some(lemma) = printed.next() else {
                continue;
            };
            let made = forms(lemma);
            for form in made.into_iter().chain(printed.map(str::to_owned)) {
                let known = self.words.entry(form.as_str().into()).or_default();
                let ing = form.ends_with("ing") && language_has_ing(self.language);
                known.verb.get_or_insert(Verb { lemma, says, ing });
            }
        }
        self
    }

    fn without_verbs(mut self, list: &'static str) -> Self {
        for form in entries(list) {
            if let Some(known) = self.words.get_mut(form) {
                known.verb = None;
            }
        }
        self
    }
}

/// No word of the languages without spaces has more characters.
const MAX_ENTRY: usize = 8;

fn language_has_ing(language: Language) -> bool {
    language == Language::English
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<(&str, bool)>) {
        let verb = Lexicon::of(Some("en")).known(word).verb;
        assert_eq!(verb.map(|verb| (verb.lemma, verb.says)), expected, "{word}");
    }

    #[test]
    fn every_form_leads_to_its_verb() {
        check("said", Some(("say", true)));
        check("replied", Some(("reply", true)));
        check("quipped", Some(("quip", true)));
        check("admitting", Some(("admit", true)));
        check("criticised", Some(("criticise", false)));
        check("spoke", Some(("speak", false)));
        check("tells", Some(("tell", true)));
    }

    #[test]
    fn forms_that_are_mostly_nouns_lead_nowhere() {
        check("report", None);
        check("reported", Some(("report", true)));
        check("point", None);
        check("house", None);
    }

    #[test]
    fn other_languages_have_their_own_verbs() {
        assert!(Lexicon::of(Some("de")).known("sagte").verb.is_some());
        assert!(Lexicon::of(Some("fr")).known("déclaré").verb.is_some());
        assert!(Lexicon::of(Some("es")).known("dijo").verb.is_some());
        assert!(Lexicon::of(None).known("sagte").verb.is_none());
    }

    #[test]
    fn german_compounds_are_what_their_last_part_is() {
        let german = Lexicon::of(Some("de"));
        assert!(german.known("hafenministerin").tags.any(Tags::ROLE));
        assert!(german.known("küstenblatt").tags.any(Tags::OUTLET));
        assert!(!german.known("flugblatt").tags.any(Tags::OUTLET));
        assert!(
            !Lexicon::of(Some("en"))
                .known("hafenministerin")
                .tags
                .any(Tags::ROLE)
        );
    }
}
