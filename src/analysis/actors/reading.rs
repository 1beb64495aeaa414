//! An article as its words are read: sentences, forms, and what the rest of the
//! article tells about a form.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::echo;
use super::form::Form;
use super::pair;
use crate::analysis::lexicon::{Facts, Known};
use crate::model::{Article, Block, BlockKind, Span};
use crate::text::sentence::sentences;
use crate::text::word::{Word, WordClass, words};

/// The analysed blocks of an article, cut into words.
pub struct Reading<'a> {
    /// The article's text.
    pub text: &'a str,
    /// Every sentence, in order; together they hold all words.
    pub sentences: Vec<Sentence>,
    /// Whether the article is in German, whose nouns are all capitalised.
    pub nouns_are_capital: bool,
    /// Whether it is in another language than English, whose common words the lists know.
    pub is_foreign: bool,
    words: Vec<Token>,
    /// For each word the form it is compared by: of "Tarn" for "TARN".
    names: Vec<u32>,
    forms: Vec<Form<'a>>,
    known: Vec<Option<&'static Known>>,
    /// The form of a word outside of the article: nothing is known of it.
    outside: Form<'a>,
}

/// The sentence of a word outside of the article.
static OUTSIDE: Sentence = Sentence {
    words: 0..0,
    block: 0,
    title_case: false,
};

/// A sentence, or a line that is none: a headline, a caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its words.
    pub words: Range<usize>,
    /// The index of its block.
    pub block: usize,
    /// Whether capitals tell nothing here: "Mayor Opens Bridge", and all of German.
    pub title_case: bool,
}

#[derive(Debug, Clone, Copy)]
struct Token {
    word: Word,
    form: u32,
    sentence: u32,
    first: bool,
}

impl<'a> Reading<'a> {
    /// Reads the analysed blocks of `article`.
    pub fn new(article: &'a Article) -> Self {
        let language = article.meta.language.as_deref();
        let mut reading = Self {
            text: &article.text,
            sentences: Vec::new(),
            nouns_are_capital: language == Some("de"),
            is_foreign: language.is_some_and(|language| language != "en"),
            words: Vec::with_capacity(article.text.len() / 5),
            names: Vec::new(),
            forms: Vec::with_capacity(article.text.len() / 12),
            known: Vec::new(),
            outside: Form::new("", WordClass::Other),
        };
        let mut ids = HashMap::with_capacity(article.text.len() / 12);
        let blocks = article.blocks.iter().enumerate();
        for (index, block) in blocks.filter(|(_, block)| block.kind.is_analysed()) {
            reading.add_block(index, block, &mut ids);
        }
        reading.count();
        reading.look_up();
        reading
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at `at` as printed; nothing outside of the article.
    pub fn printed(&self, at: usize) -> &'a str {
        self.words
            .get(at)
            .map_or("", |token| token.word.span.of(self.text))
    }

    /// The form of the word at `at`; of no word outside of the article.
    pub fn form(&self, at: usize) -> &Form<'a> {
        let token = self.words.get(at);
        token
            .and_then(|token| self.forms.get(token.form as usize))
            .unwrap_or(&self.outside)
    }

    /// What tells the forms of the words in `range` from those of others.
    pub fn key(&self, range: Range<usize>) -> &[u32] {
        self.names.get(range).unwrap_or_default()
    }

    /// The number of the form that the word at `at` is compared by.
    pub fn form_number(&self, at: usize) -> u32 {
        self.names.get(at).copied().unwrap_or(u32::MAX)
    }

    /// How many forms there are; their numbers are smaller.
    pub fn forms(&self) -> usize {
        self.forms.len()
    }

    /// What the lists know of the word at `at`.
    pub fn facts(&self, at: usize) -> Facts {
        self.form(at).facts
    }

    /// The word at `at` in lower case.
    pub fn lower(&self, at: usize) -> &str {
        &self.form(at).lower
    }

    /// The word at `at` as names are compared.
    pub fn bare(&self, at: usize) -> &str {
        &self.form(at).bare
    }

    /// The class of the word at `at`.
    pub fn class(&self, at: usize) -> WordClass {
        let token = self.words.get(at);
        token.map_or(WordClass::Other, |token| token.word.class)
    }

    /// The index of the sentence of the word at `at`.
    pub fn sentence_of(&self, at: usize) -> usize {
        let token = self.words.get(at);
        token.map_or(usize::MAX, |token| token.sentence as usize)
    }

    /// The sentence of the word at `at`.
    pub fn sentence(&self, at: usize) -> &Sentence {
        self.sentences.get(self.sentence_of(at)).unwrap_or(&OUTSIDE)
    }

    /// Whether the word at `at` stands where common words are capitalised too.
    pub fn is_first(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|token| token.first)
    }

    /// Whether the word at `at` begins like a name.
    pub fn is_capital(&self, at: usize) -> bool {
        self.form(at).capital
    }

    /// The word after `at` in the same sentence.
    pub fn next(&self, at: usize) -> Option<usize> {
        (at + 1 < self.sentence(at).words.end).then_some(at + 1)
    }

    /// The word before `at` in the same sentence.
    pub fn previous(&self, at: usize) -> Option<usize> {
        let words = &self.sentence(at).words;
        (at > words.start && at < words.end).then(|| at - 1)
    }

    /// Whether no space parts the words at `at` and `at + 1`.
    pub fn touches_next(&self, at: usize) -> bool {
        match (self.words.get(at), self.words.get(at + 1)) {
            (Some(left), Some(right)) => left.word.span.end == right.word.span.start,
            _ => false,
        }
    }

    /// The words that lie inside of `span`.
    pub fn words_in(&self, span: Span) -> Range<usize> {
        let start = |token: &Token| token.word.span.start < span.start;
        let inside = |token: &Token| token.word.span.end <= span.end;
        let from = self.words.partition_point(start);
        let to = self.words.partition_point(inside);
        from..to.max(from)
    }

    /// Where the words in `range` stand in the article.
    pub fn span(&self, range: &Range<usize>) -> Span {
        match (
            self.words.get(range.start),
            self.words.get(range.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) => Span::new(first.word.span.start, last.word.span.end),
            _ => Span::default(),
        }
    }

    /// The known name that begins at `at`, the longest there is.
    pub fn known(&self, at: usize) -> Option<&'static Known> {
        self.known.get(at).copied().flatten()
    }

    /// The known name that the words in `range` are, exactly.
    pub fn known_exactly(&self, range: &Range<usize>) -> Option<&'static Known> {
        let forms = self.form(range.start).known.iter();
        forms
            .filter(|known| known.words.len() == range.len())
            .find(|known| self.matches(range.start, known))
    }

    fn add_block(&mut self, index: usize, block: &Block, ids: &mut HashMap<&'a str, u32>) {
        let words = pair::split(self.text, words(self.text, credit_cut(block)));
        let start = self.words.len();
        for range in sentences(self.text, &words) {
            let number = u32::try_from(self.sentences.len()).unwrap_or(u32::MAX);
            let own = start + range.start..start + range.end;
            for word in &words[range] {
                let form = self.form_of(*word, ids);
                self.words.push(Token {
                    word: *word,
                    form,
                    sentence: number,
                    first: false,
                });
            }
            self.mark_first(&own);
            let title_case = self.nouns_are_capital || self.is_title_case(&own, block.kind);
            self.sentences.push(Sentence {
                words: own,
                block: index,
                title_case,
            });
        }
    }

    fn form_of(&mut self, word: Word, ids: &mut HashMap<&'a str, u32>) -> u32 {
        let printed = word.span.of(self.text);
        *ids.entry(printed).or_insert_with(|| {
            let mut form = Form::new(printed, word.class);
            if self.nouns_are_capital {
                form.take_for_compound();
            }
            self.forms.push(form);
            u32::try_from(self.forms.len() - 1).unwrap_or(0)
        })
    }

    fn mark_first(&mut self, sentence: &Range<usize>) {
        let mut begun = false;
        for at in sentence.clone() {
            let opened = at > sentence.start && {
                let before = &self.words[at - 1];
                let quoted = before.word.class == WordClass::Mark && self.touches_next(at - 1);
                quoted || before.word.span.of(self.text) == ":"
            };
            let wordlike = self.printed(at).starts_with(char::is_alphanumeric);
            self.words[at].first = wordlike && (!begun || opened);
            begun |= wordlike;
        }
    }

    /// Whether common words are capitalised all through the line.
    fn is_title_case(&self, sentence: &Range<usize>, kind: BlockKind) -> bool {
        let (mut capitals, mut lowers, mut common) = (0, 0, 0);
        for at in sentence.clone().filter(|&at| !self.is_first(at)) {
            let form = self.form(at);
            // Small words stay in lower case in titles too.
            let small = form.facts.any(Facts::OPENER.with(Facts::PARTICLE));
            if small || form.facts.any(Facts::DATE) || !form.lower.starts_with(char::is_alphabetic)
            {
                continue;
            }
            let named = Facts::ORGANIZATION.with(Facts::TITLE).with(Facts::PLACE);
            match form.capital {
                true => capitals += 1,
                false => lowers += 1,
            }
            common += usize::from(form.capital && form.is_common() && !form.facts.any(named));
        }
        let enough = if kind == BlockKind::Headline { 1 } else { 2 };
        common >= enough && lowers * 6 <= capitals
    }

    /// Counts what the article tells about its own words.
    fn count(&mut self) {
        let lowered: HashMap<&str, u32> = {
            let mut lowered = HashMap::with_capacity(self.forms.len());
            for token in &self.words {
                let form = &self.forms[token.form as usize];
                if !form.capital {
                    *lowered.entry(form.lower.as_ref()).or_default() += 1;
                }
            }
            lowered
        };
        let counts: Vec<u32> = self
            .forms
            .iter()
            .map(|form| lowered.get(form.lower.as_ref()).copied().unwrap_or(0))
            .collect();
        for (form, count) in self.forms.iter_mut().zip(counts) {
            form.lowered = count;
        }
        for token in &self.words {
            let told = !token.first && !self.sentences[token.sentence as usize].title_case;
            self.forms[token.form as usize].inside += u32::from(told);
        }
        echo::mark_peoples(&mut self.forms);
        let quiet = echo::quiet_forms(&self.forms);
        let name = |token: &Token| {
            let quiet = quiet.get(token.form as usize);
            quiet.copied().unwrap_or(token.form)
        };
        self.names = self.words.iter().map(name).collect();
    }

    fn look_up(&mut self) {
        self.known = (0..self.len())
            .map(|at| {
                let forms = self.form(at).known.iter();
                forms.into_iter().find(|known| self.matches(at, known))
            })
            .collect();
    }

    fn matches(&self, at: usize, known: &Known) -> bool {
        let end = at + known.words.len();
        if end > self.sentence(at).words.end {
            return false;
        }
        let same = known.words.iter().zip(at..end).all(|(word, at)| {
            let form = self.form(at);
            form.plain == *word
                || (form.acronym && word.len() > 3 && same_letters(&form.plain, word))
        });
        same && (!known.needs_the || self.has_its_the(at))
    }

    /// Whether "the" stands before `at`; "The" where the word is a common one or a
    /// people: The Sun and The Hindu are newspapers, "the Hindu" is a faithful one.
    fn has_its_the(&self, at: usize) -> bool {
        let Some(before) = self.previous(at) else {
            return false;
        };
        let form = self.form(at);
        let listed = Facts::ORGANIZATION.with(Facts::PLACE);
        let plain_word =
            form.facts.any(Facts::PEOPLE) || (form.is_common() && !form.facts.any(listed));
        match self.printed(before) {
            "The" => !plain_word || !self.is_first(before),
            "the" => !plain_word,
            _ => false,
        }
    }
}

/// Whether `capitals` is `word` in capitals: a dateline's "NEW DELHI".
fn same_letters(capitals: &str, word: &str) -> bool {
    capitals.len() == word.len() && capitals.eq_ignore_ascii_case(word)
}

/// The block without the credit of a caption, which is no part of what it tells.
fn credit_cut(block: &Block) -> Span {
    match block.credit {
        Some(credit) if !block.span.covers(credit) => block.span,
        Some(credit) if credit.start - block.span.start > block.span.end - credit.end => {
            Span::new(block.span.start, credit.start)
        }
        Some(credit) => Span::new(credit.end, block.span.end),
        None => block.span,
    }
}
