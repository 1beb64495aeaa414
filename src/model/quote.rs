//! Quotes, statements and who said them.

use serde::{Deserialize, Serialize};

use super::{ActorRef, Span};

/// The index of a quote in [`super::Analysis::quotes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuoteRef(pub usize);

/// A passage that the article puts between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words without their marks.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
    /// How much of an utterance it is.
    pub kind: QuoteKind,
    /// Whether the closing mark is there.
    pub closed: bool,
    /// The earlier piece of the same utterance.
    pub continues: Option<QuoteRef>,
    /// Who said it, by the article.
    pub speaker: Option<Attribution>,
}

/// How much of an utterance a quote is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuoteKind {
    /// A whole clause or more.
    Direct,
    /// A fragment woven into the reporter's sentence.
    Partial,
    /// A title, a nickname, a word held at arm's length; nobody speaks.
    Term,
}

impl QuoteKind {
    /// The stable word used in data.
    pub fn word(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Partial => "partial",
            QuoteKind::Term => "term",
        }
    }
}

/// Reported speech without marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The reported content.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
    /// Who said it.
    pub speaker: Attribution,
}

/// Who said a passage, and how that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// The actor, when the mention belongs to one.
    pub actor: Option<ActorRef>,
    /// The fullest name of the actor in this article, or the noun phrase as printed.
    pub name: String,
    /// The words that lead to the speaker, without title, article or role.
    pub mention: Span,
    /// The speech verb or reporting phrase.
    pub cue: Option<Span>,
    /// Through whom the article has it.
    pub via: Option<Via>,
    /// Which rule found it.
    pub rule: Rule,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Through whom the article has somebody's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Via {
    /// The actor, when the mention belongs to one.
    pub actor: Option<ActorRef>,
    /// The fullest name in this article, or the noun phrase as printed.
    pub name: String,
    /// The words as printed.
    pub mention: Span,
    /// What the outlet, listener or medium did.
    pub relation: Relation,
}

/// How words came through somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Relation {
    /// An outlet or person relays: "according to KCNA".
    ReportedBy,
    /// The listener: "told Reuters".
    Told,
    /// The medium: "in a statement".
    Medium,
}

impl Relation {
    /// The stable word used in data.
    pub fn word(self) -> &'static str {
        match self {
            Relation::ReportedBy => "reported_by",
            Relation::Told => "told",
            Relation::Medium => "medium",
        }
    }
}

/// Which rule found a speaker; one stable word each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// Kim said "…".
    SubjectOfCue,
    /// "…," said Kim.
    Inverted,
    /// Kim, the leader, said "…".
    SubjectWithApposition,
    /// Kim, who said "…".
    RelativeClause,
    /// With Kim saying "…".
    Participle,
    /// Kim went on to say "…".
    Infinitive,
    /// Kim arrived and said "…".
    SharedSubject,
    /// Kim's claim that "…".
    NounCue,
    /// "…", according to Kim.
    AccordingTo,
    /// Kim: "…".
    Colon,
    /// KCNA said that Kim stressed "…".
    Embedded,
    /// A further passage of the same paragraph, no new cue.
    SameParagraph,
    /// "…" alone in its paragraph, introduced by the one before.
    PreviousParagraph,
    /// "…" alone in its paragraph, after somebody spoke.
    PreviousSpeaker,
    /// No cue, one fitting name in the sentence.
    NearestMention,
    /// Kim said that ….
    Statement,
    /// A person's correction.
    User,
}

impl Rule {
    /// Every rule, in the order of the manual.
    pub const ALL: [Rule; 17] = [
        Rule::SubjectOfCue,
        Rule::Inverted,
        Rule::SubjectWithApposition,
        Rule::RelativeClause,
        Rule::Participle,
        Rule::Infinitive,
        Rule::SharedSubject,
        Rule::NounCue,
        Rule::AccordingTo,
        Rule::Colon,
        Rule::Embedded,
        Rule::SameParagraph,
        Rule::PreviousParagraph,
        Rule::PreviousSpeaker,
        Rule::NearestMention,
        Rule::Statement,
        Rule::User,
    ];

    /// The stable word used in data.
    pub fn word(self) -> &'static str {
        match self {
            Rule::SubjectOfCue => "subject-of-cue",
            Rule::Inverted => "inverted",
            Rule::SubjectWithApposition => "subject-with-apposition",
            Rule::RelativeClause => "relative-clause",
            Rule::Participle => "participle",
            Rule::Infinitive => "infinitive",
            Rule::SharedSubject => "shared-subject",
            Rule::NounCue => "noun-cue",
            Rule::AccordingTo => "according-to",
            Rule::Colon => "colon",
            Rule::Embedded => "embedded",
            Rule::SameParagraph => "same-paragraph",
            Rule::PreviousParagraph => "previous-paragraph",
            Rule::PreviousSpeaker => "previous-speaker",
            Rule::NearestMention => "nearest-mention",
            Rule::Statement => "statement",
            Rule::User => "user",
        }
    }
}

/// A share of 1, kept in thousandths so that it compares and stores exactly.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Confidence(u16);

impl Confidence {
    /// Below this share the interface shows the speaker with a `?`.
    pub const GUESS: Confidence = Confidence(600);

    /// The share `thousandths / 1000`, at most 1.
    pub const fn from_thousandths(thousandths: u16) -> Self {
        Self(if thousandths > 1000 {
            1000
        } else {
            thousandths
        })
    }

    /// The share in thousandths.
    pub fn thousandths(self) -> u16 {
        self.0
    }

    /// Whether the interface shows a `?`.
    pub fn is_guess(self) -> bool {
        self < Self::GUESS
    }
}
