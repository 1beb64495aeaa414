//! From a noun phrase to the actor it means and the words that lead there.

mod bearer;
mod complement;
mod german;
mod korean;
mod pronoun;
mod title;
mod unspaced;

use std::cell::OnceCell;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use crate::model::{ActorKind, ActorRef, Span};

use super::super::actors::Cast;
use super::super::document::{Document, Paragraph, Token};
use super::super::lexicon::speech::{Language, Tags};
use super::super::phrase::{Phrase, PhraseKind};
use super::At;
use super::voice::is_capital_by_place;
use bearer::roles;
pub(super) use complement::complements_end;
use complement::with_complements;
use title::apposed_name;

/// Who a noun phrase means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub actor: Option<ActorRef>,
    /// The actor's fullest name, or the noun phrase as printed.
    pub name: String,
    /// The words that lead there, without title, article or role.
    pub mention: Span,
}

/// The names of an article's actors, by where they are mentioned.
pub(super) struct Names<'a> {
    document: &'a Document<'a>,
    cast: &'a Cast,
    /// The persons of each last name, in lower case, who have a given name too.
    surnames: HashMap<String, Vec<ActorRef>>,
    /// Mentions of actors by their end.
    mentions: Vec<(Span, ActorRef)>,
    pronouns: HashMap<Span, ActorRef>,
    /// Who bears a role, by its head word in lower case.
    roles: HashMap<String, Vec<ActorRef>>,
    /// Who each noun phrase means, by paragraph, as far as anybody asked.
    known: Vec<OnceCell<Vec<OnceCell<Named>>>>,
}

impl<'a> Names<'a> {
    pub fn new(document: &'a Document<'a>, cast: &'a Cast) -> Self {
        let mut mentions = Vec::new();
        for (index, actor) in cast.actors.iter().enumerate() {
            mentions.extend(actor.mentions.iter().map(|&span| (span, ActorRef(index))));
        }
        mentions.sort_by_key(|(span, _)| (span.end, usize::MAX - span.start));
        Self {
            document,
            cast,
            surnames: surnames(cast),
            mentions,
            pronouns: cast.pronouns.iter().copied().collect(),
            roles: roles(document, cast),
            known: vec![OnceCell::new(); document.paragraphs.len()],
        }
    }

    /// The document whose actors they are.
    pub fn document(&self) -> &'a Document<'a> {
        self.document
    }

    /// Who the noun phrase at `at` means.
    pub fn of(&self, at: At) -> &Named {
        let phrases = self.document.paragraphs[at.paragraph].phrases.len();
        let known = self.known[at.paragraph].get_or_init(|| vec![OnceCell::new(); phrases]);
        known[at.phrase].get_or_init(|| self.find(at))
    }

    /// Whether both noun phrases mean the same actor, or are the same words.
    pub fn same(&self, one: At, other: At) -> bool {
        let (one, other) = (self.of(one), self.of(other));
        match (one.actor, other.actor) {
            (None, None) => one.name == other.name,
            (one, other) => one == other,
        }
    }

    /// What kind of actor the noun phrase means, and how often the article names it.
    pub fn standing(&self, at: At) -> (Option<ActorKind>, usize) {
        let actor = self
            .of(at)
            .actor
            .and_then(|actor| self.cast.actors.get(actor.0));
        actor.map_or((None, 0), |actor| (Some(actor.kind), actor.mentions.len()))
    }

    fn find(&self, at: At) -> Named {
        let paragraph = &self.document.paragraphs[at.paragraph];
        let phrase = &paragraph.phrases[at.phrase];
        let unspaced = paragraph.tokens.language.is_unspaced();
        match phrase.kind {
            PhraseKind::Name | PhraseKind::Noun if unspaced => self.unspaced(paragraph, phrase),
            PhraseKind::Pronoun | PhraseKind::Possessive => self.pronoun(at),
            PhraseKind::Relative => self.relative(at),
            PhraseKind::Name if is_capital_by_place(paragraph, phrase) => {
                self.described(paragraph, phrase)
            }
            PhraseKind::Name => self.named(paragraph, phrase),
            PhraseKind::Noun | PhraseKind::Bare => self.described(paragraph, phrase),
        }
    }

    /// Whether the noun phrase is a person's name.
    pub fn is_person(&self, at: At) -> bool {
        self.kind(at) == Some(ActorKind::Person)
    }

    /// What kind of actor the noun phrase is, if it is one.
    pub fn kind(&self, at: At) -> Option<ActorKind> {
        let actor = self.of(at).actor?;
        self.cast.actors.get(actor.0).map(|actor| actor.kind)
    }

    /// What kind of actor was meant, if any was.
    pub fn actor_kind(&self, named: &Named) -> Option<ActorKind> {
        let actor = self.cast.actors.get(named.actor?.0);
        actor.map(|actor| actor.kind)
    }

    /// The organization that the words at `tokens` begin with, if somebody else is named
    /// behind it.
    pub fn first_body(&self, paragraph: &Paragraph, tokens: &Range<usize>) -> Option<Named> {
        let whole = paragraph.tokens.span(tokens);
        let from = self
            .mentions
            .partition_point(|(span, _)| span.end <= whole.start);
        let near = self.mentions[from..].iter().take(4);
        let mut inside =
            near.filter(|(span, _)| span.start >= whole.start && span.end <= whole.end);
        let (&(first, body), &(_, other)) = (inside.next()?, inside.next()?);
        let begins = first.start == whole.start && body != other;
        (begins && self.is_kind(body, &[ActorKind::Organization])).then(|| self.actor(body, first))
    }

    /// Who the words at `tokens` mean: an actor, or what is printed without its article.
    pub fn of_words(&self, paragraph: &Paragraph, tokens: Range<usize>) -> Named {
        let span = paragraph.tokens.span(&tokens);
        match self.actor_at_end(paragraph, &tokens) {
            Some((mention, actor)) => self.actor(actor, mention),
            None => self.printed(bare(paragraph, tokens, span)),
        }
    }

    fn named(&self, paragraph: &Paragraph, phrase: &Phrase) -> Named {
        let printed = paragraph.tokens.span(&phrase.name);
        // "RAMAN" in a transcript may stand as an actor of its own.
        if let Some(actor) = self.in_capitals(printed) {
            return self.actor(actor, printed);
        }
        let known = self.actor_at_end(paragraph, &phrase.name);
        // "Dean of the School" names what Ana Ruiz is, not whom.
        let titled = known.is_some_and(|(span, actor)| {
            let first = paragraph.tokens.get(phrase.name.start);
            span.len() > printed.len()
                && !self.is_kind(actor, &[ActorKind::Person])
                && first.is_some_and(|first| first.span.start == span.start && first.is(Tags::ROLE))
        });
        if let Some((mention, actor)) = known.filter(|_| !titled) {
            return self.actor(actor, mention);
        }
        if let Some((mention, actor)) = self.titled_person(paragraph, phrase) {
            return self.actor(actor, mention);
        }
        if let Some(actor) = self.bearer(paragraph, phrase) {
            return self.actor(actor, printed);
        }
        let tokens = paragraph.tokens.slice(phrase.name.clone());
        let roles = match paragraph.tokens.language {
            Language::German => german::before_given_name(tokens),
            _ => without_roles(tokens),
        };
        let name = phrase.name.start + roles..phrase.name.end;
        let span = paragraph.tokens.span(&name);
        self.printed(bare(paragraph, name, span))
    }

    fn is_kind(&self, actor: ActorRef, kinds: &[ActorKind]) -> bool {
        let known = self.cast.actors.get(actor.0);
        known.is_some_and(|actor| kinds.contains(&actor.kind))
    }

    /// The one person whom a name in capitals means: "RAMAN", "D. OKAFOR".
    fn in_capitals(&self, span: Span) -> Option<ActorRef> {
        let printed = self.words(span);
        let small = printed.chars().any(char::is_lowercase);
        if small || printed.chars().filter(|c| c.is_alphabetic()).count() < 3 {
            return None;
        }
        let printed: Vec<String> = printed
            .to_lowercase()
            .split(' ')
            .map(str::to_owned)
            .collect();
        let (surname, given) = printed.split_last()?;
        let means = |actor: &&ActorRef| {
            let actor = self.cast.actors.get(actor.0);
            actor.is_some_and(|actor| {
                let name = actor.name.to_lowercase();
                let mut given = given.iter().map(|given| given.trim_end_matches('.'));
                given.next().is_none_or(|given| name.starts_with(given))
            })
        };
        let mut found = self.surnames.get(surname)?.iter().filter(means);
        let only = found.next()?;
        found.next().is_none().then_some(*only)
    }

    /// A noun phrase without a name: the name in apposition to it, the one actor
    /// of that role, or its own words with what hangs on them.
    fn described(&self, paragraph: &Paragraph, phrase: &Phrase) -> Named {
        if let Some((mention, actor)) = self.actor_at_end(paragraph, &phrase.tokens) {
            return self.actor(actor, mention);
        }
        if let Some(name) = apposed_name(paragraph, phrase) {
            return self.named(paragraph, name);
        }
        if let Some((mention, actor)) = self.person_behind(paragraph, phrase) {
            return self.actor(actor, mention);
        }
        if paragraph.tokens.language == Language::Korean {
            return self.korean(paragraph, phrase);
        }
        let full = with_complements(paragraph, phrase);
        let span = paragraph.tokens.span(&full);
        let mention = bare(paragraph, full.clone(), span);
        let meant = self
            .bearer(paragraph, phrase)
            .or_else(|| self.german_bearer(paragraph, phrase));
        if let Some(actor) = meant.or_else(|| self.body(paragraph, phrase)) {
            return self.actor(actor, mention);
        }
        self.printed(mention)
    }

    /// The mention that ends with the last word of `tokens`.
    fn actor_at_end(
        &self,
        paragraph: &Paragraph,
        tokens: &Range<usize>,
    ) -> Option<(Span, ActorRef)> {
        let last = paragraph.tokens.get(tokens.end.checked_sub(1)?)?.span;
        let whole = paragraph.tokens.span(tokens);
        let from = self
            .mentions
            .partition_point(|(span, _)| span.end <= last.start);
        // A mention may reach beyond: "University of Ovar" where the phrase stops before "of".
        let near = self.mentions[from..].iter().take(4);
        near.filter(|(span, _)| span.overlaps(last) && span.start >= whole.start)
            .map(|&(span, actor)| (span, actor))
            .next()
    }

    fn actor(&self, actor: ActorRef, mention: Span) -> Named {
        let known = self.cast.actors.get(actor.0);
        Named {
            actor: known.map(|_| actor),
            name: known.map_or_else(|| self.words(mention), |known| known.name.clone()),
            mention,
        }
    }

    fn printed(&self, mention: Span) -> Named {
        Named {
            actor: None,
            name: self.words(mention),
            mention,
        }
    }

    fn words(&self, span: Span) -> String {
        span.of(&self.document.article.text).to_owned()
    }
}

/// The persons with a given name, by the last word of their name in lower case.
fn surnames(cast: &Cast) -> HashMap<String, Vec<ActorRef>> {
    let mut surnames: HashMap<String, Vec<ActorRef>> = HashMap::new();
    for (index, actor) in cast.actors.iter().enumerate() {
        let last = actor.name.rsplit_once(' ').map(|(_, last)| last);
        if let Some(last) = last.filter(|_| actor.kind == ActorKind::Person) {
            let bearers = surnames.entry(last.to_lowercase()).or_default();
            bearers.push(ActorRef(index));
        }
    }
    surnames
}

/// The span of `tokens` without a leading article or possessive pronoun.
fn bare(paragraph: &Paragraph, tokens: Range<usize>, span: Span) -> Span {
    let article = paragraph
        .tokens
        .get(tokens.start)
        .filter(|first| first.is(Tags::ARTICLE.or(Tags::POSSESSIVE)));
    match (article, paragraph.tokens.get(tokens.start + 1)) {
        (Some(_), Some(second)) if tokens.len() > 1 => Span::new(second.span.start, span.end),
        _ => span,
    }
}

/// How many words at the start of a name are titles and roles.
fn without_roles(name: &[Token]) -> usize {
    let Some((last, leading)) = name.split_last() else {
        return 0;
    };
    if last.is(Tags::ORGANIZATION) {
        return 0;
    }
    let role = leading.iter().rposition(|token| token.is(Tags::ROLE));
    role.map_or(0, |at| at + 1)
}
