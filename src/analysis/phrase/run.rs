//! Capitalised runs: where a name begins and ends.

use super::super::document::Token;
use super::super::lexicon::ATTRIBUTING_NOUNS;
use super::super::lexicon::speech::{Language, Tags};
use super::Finder;

impl Finder<'_> {
    /// The end of the capitalised run that begins at `at`.
    pub(super) fn run(&self, at: usize) -> usize {
        let mut end = at;
        while let Some(token) = self.tokens.get(end).filter(|token| token.passage.is_none()) {
            if end > at && !self.same_sentence(end, at) {
                break;
            }
            // "Mayor Says Bridge Is Safe": capitals do not tell names from verbs there.
            if self.tokens.title_case && token.known.verb.is_some() {
                break;
            }
            let goes_on = self.is_name(end) || self.is_title_before_name(end);
            let suffix = matches!(token.word, "jr." | "sr." | "jr" | "ii" | "iii");
            if !(goes_on || (end > at && (suffix || self.joins(end, at)))) {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether the lower-case word at `k` joins the run from `at` to a capital behind it.
    fn joins(&self, k: usize, at: usize) -> bool {
        let Some(next) = self.tokens.get(k + 1) else {
            return false;
        };
        if !next.is_capital() || next.is(Tags::NOT_NAME) || next.passage.is_some() {
            return false;
        }
        let (Some(token), Some(before)) = (self.tokens.get(k), self.tokens.before(k)) else {
            return false;
        };
        // "Sprecher der Polizei der Presse-Agentur": to whom he said it begins there.
        let listens = self
            .tokens
            .slice(k + 1..k + 3)
            .iter()
            .any(|next| next.is(Tags::OUTLET));
        let german = self.tokens.language == Language::German;
        // "nannte Ruiz den Plan": an article, but behind "van".
        let article = matches!(token.word, "den" | "dem" | "die" | "das" | "des");
        let particle = matches!(before.word, "van" | "von" | "op" | "auf");
        if german && ((article && !particle) || (listens && token.word == "der")) {
            return false;
        }
        let person = self.tokens.slice(at..k).iter().any(|t| {
            matches!(
                t.word.trim_end_matches('.'),
                "mr" | "mrs" | "ms" | "dr" | "sen" | "rep" | "gov"
            )
        });
        token.is(Tags::NAME_PARTICLE)
            || token.word == "&"
            || (matches!(token.word, "of" | "for") && before.is(Tags::JOINED_BY_OF) && !person)
    }

    fn is_title_before_name(&self, at: usize) -> bool {
        let capital = |k: usize| self.tokens.get(k).is_some_and(Token::is_capital);
        self.tokens.get(at).is_some_and(|t| t.is(Tags::TITLE)) && capital(at) && capital(at + 1)
    }

    /// Whether a title stands at `at` and a name or another title behind it.
    pub(super) fn is_titled(&self, at: usize) -> bool {
        let follows = self.tokens.get(at + 1).is_some_and(|next| {
            self.is_name(at + 1) || (next.is(Tags::TITLE) && next.is_capital())
        });
        self.tokens.get(at).is_some_and(|t| t.is(Tags::TITLE))
            && follows
            && self.same_sentence(at + 1, at)
    }

    /// The "Angaben" of German "nach Angaben der Polizei": no name begins with it.
    fn is_attributing(&self, at: usize) -> bool {
        let after = |back: usize| {
            at.checked_sub(back)
                .is_some_and(|at| self.word(at) == "nach")
        };
        self.tokens.language == Language::German
            && (after(1) || after(2))
            && ATTRIBUTING_NOUNS.contains(self.word(at))
    }

    pub(super) fn is_name(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.is_capital()) else {
            return false;
        };
        if self.is_attributing(at) {
            return false;
        }
        // "said Will Doyle": behind a verb a capital word before another is a name.
        let behind_verb = self
            .tokens
            .before(at)
            .is_some_and(|before| before.known.verb.is_some() && before.first.is_lowercase());
        let before_capital = self.tokens.get(at + 1).is_some_and(Token::is_capital);
        let name = token.named || token.is_initial() || (behind_verb && before_capital);
        name || !token.is(Tags::NOT_NAME)
    }
}
