//! How sure a rule is, before any calibration.

use crate::model::{Confidence, Rule};

use super::super::cue::Role;

/// The share of speakers that are right, in thousandths, measured for each
/// rule on labelled news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Share(u16);

const SUBJECT_OF_CUE: Share = Share(960);
const INVERTED: Share = Share(990);
const SUBJECT_WITH_APPOSITION: Share = Share(940);
const RELATIVE_CLAUSE: Share = Share(860);
const PARTICIPLE: Share = Share(800);
const INFINITIVE: Share = Share(670);
const SHARED_SUBJECT: Share = Share(700);
const NOUN_CUE: Share = Share(740);
const ACCORDING_TO: Share = Share(710);
const COLON: Share = Share(800);
const SAME_PARAGRAPH: Share = Share(970);
const PREVIOUS_PARAGRAPH: Share = Share(840);
const PREVIOUS_SPEAKER: Share = Share(500);
const NEAREST_MENTION: Share = Share(750);
/// Labelled by hand only: between the outer subject and a noun cue.
const EMBEDDED: Share = Share(850);
const STATEMENT: Share = Share(800);
const USER: Share = Share(1000);

/// The cue stands before the passage, with other words between.
pub(super) const BEFORE: Share = Share(760);
/// The same with "that" behind the cue.
pub(super) const BEFORE_WITH_THAT: Share = Share(870);
/// The cue stands after the passage, with other words between.
pub(super) const AFTER: Share = Share(880);
/// The cue stands before an earlier passage of the sentence.
pub(super) const SECOND_PIECE: Share = Share(790);
/// The cue stands inside the passage, which may be telling what others said.
pub(super) const INSIDE: Share = Share(850);
/// No verb is read, only particles.
pub(super) const PARTICLE: Share = Share(800);
/// The mood of the verb says that somebody speaks, not who.
pub(super) const MOOD: Share = Share(700);
/// The cue stands in the sentence before or after.
pub(super) const NEAR_SENTENCE: Share = Share(420);

/// From here on a rule reads a cue right beside the passage.
pub(super) const PLAIN: Confidence = Confidence::from_thousandths(930);

/// The rule that a noun phrase in this role follows.
pub(super) fn rule(role: Role) -> Rule {
    match role {
        Role::Subject | Role::Passive | Role::Agent => Rule::SubjectOfCue,
        Role::Inverted => Rule::Inverted,
        Role::Apposition => Rule::SubjectWithApposition,
        Role::Relative => Rule::RelativeClause,
        Role::Adjoining | Role::Participle => Rule::Participle,
        Role::Shared => Rule::SharedSubject,
        Role::Infinitive => Rule::Infinitive,
        Role::Owner | Role::Origin => Rule::NounCue,
        Role::According => Rule::AccordingTo,
        Role::Colon => Rule::Colon,
    }
}

/// How sure `rule` is; where the cue stands can only make it less so.
pub(super) fn of(rule: Rule, place: Option<Share>) -> Confidence {
    let share = match rule {
        Rule::SubjectOfCue => SUBJECT_OF_CUE,
        Rule::Inverted => INVERTED,
        Rule::SubjectWithApposition => SUBJECT_WITH_APPOSITION,
        Rule::RelativeClause => RELATIVE_CLAUSE,
        Rule::Participle => PARTICIPLE,
        Rule::Infinitive => INFINITIVE,
        Rule::SharedSubject => SHARED_SUBJECT,
        Rule::NounCue => NOUN_CUE,
        Rule::AccordingTo => ACCORDING_TO,
        Rule::Colon => COLON,
        Rule::Embedded => EMBEDDED,
        Rule::SameParagraph => SAME_PARAGRAPH,
        Rule::PreviousParagraph => PREVIOUS_PARAGRAPH,
        Rule::PreviousSpeaker => PREVIOUS_SPEAKER,
        Rule::NearestMention => NEAREST_MENTION,
        Rule::Statement => STATEMENT,
        Rule::User => USER,
    };
    let Share(thousandths) = place.map_or(share, |place| share.min(place));
    Confidence::from_thousandths(thousandths)
}
