//! The classes that words of a lexicon belong to.

/// The classes a word belongs to, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tags(u32);

impl Tags {
    /// Stands between a subject and its verb.
    pub const AUXILIARY: Tags = Tags(1);
    /// A preposition.
    pub const PREPOSITION: Tags = Tags(1 << 1);
    /// A preposition that hangs a noun phrase on the one before.
    pub const LINKING: Tags = Tags(1 << 2);
    /// A conjunction or a word that opens a clause.
    pub const CONJUNCTION: Tags = Tags(1 << 3);
    /// A determiner or a number in words.
    pub const DETERMINER: Tags = Tags(1 << 4);
    /// A pronoun that can speak.
    pub const PRONOUN: Tags = Tags(1 << 5);
    /// A possessive that can own a speech noun.
    pub const POSSESSIVE: Tags = Tags(1 << 6);
    /// What people are.
    pub const ROLE: Tags = Tags(1 << 7);
    /// A title before a name.
    pub const TITLE: Tags = Tags(1 << 8);
    /// No name, though a sentence begins with it.
    pub const NOT_NAME: Tags = Tags(1 << 9);
    /// A noun for speech.
    pub const SPEECH_NOUN: Tags = Tags(1 << 10);
    /// Makes a capitalised run an organization.
    pub const ORGANIZATION: Tags = Tags(1 << 11);
    /// Takes the next name by "of" or "for".
    pub const JOINED_BY_OF: Tags = Tags(1 << 12);
    /// In the names of those who relay.
    pub const OUTLET: Tags = Tags(1 << 13);
    /// A thing one says something in or on.
    pub const MEDIUM: Tags = Tags(1 << 14);
    /// A bare plural before it is its subject.
    pub const TAKES_BARE: Tags = Tags(1 << 15);
    /// A plural without an s.
    pub const PLURAL: Tags = Tags(1 << 16);
    /// Names who has it: "according to", "laut", "selon".
    pub const ACCORDING: Tags = Tags(1 << 17);
    /// Joins two parts of a name in lower case: "de", "van", "bin".
    pub const NAME_PARTICLE: Tags = Tags(1 << 18);
    /// A form of "to be", which makes a passive.
    pub const BE: Tags = Tags(1 << 19);
    /// An article, which belongs to no mention.
    pub const ARTICLE: Tags = Tags(1 << 20);

    /// An auxiliary that makes a clause of what stands before it.
    pub const FINITE: Tags = Tags(1 << 21);
    /// A verb that judges or shows without a word being said.
    pub const SILENT: Tags = Tags(1 << 23);

    /// Ends in -ly and is no adverb.
    pub const NOT_ADVERB: Tags = Tags(1 << 22);

    /// The press as those who are told.
    pub const LISTENER: Tags = Tags(1 << 24);
    /// A country or the seat of a government.
    pub const PLACE: Tags = Tags(1 << 25);

    /// Whether the word is in at least one class of `other`.
    pub fn any(self, other: Tags) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub const fn or(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }
}
