//! Why somebody is taken for the speaker, in one sentence of words.

use crate::model::{Attribution, Entry, Quote, Relation, Rule};

/// Why this quote has the speaker it has, or why it has none.
pub fn sentence(entry: &Entry, quote: &Quote) -> String {
    let Some(speaker) = &quote.speaker else {
        return "Nobody: neither a verb of saying nor a name near it leads to a speaker."
            .to_owned();
    };
    let text = &entry.article.text;
    let printed = speaker.mention.of(text);
    let who = match stands_for(&speaker.name, printed) {
        true if printed == speaker.name => "this name".to_owned(),
        true => format!("“{printed}”"),
        false => format!("“{printed}”, which stands for this name,"),
    };
    let cue = match speaker.cue {
        Some(cue) => format!("“{}”", cue.of(text)),
        None => "the verb".to_owned(),
    };
    let why = because(speaker.rule, &cue);
    let mut sentence = format!("{}, because {who} {why}.", speaker.name);
    if speaker.rule == Rule::User {
        sentence = format!("{}, because a person chose this speaker.", speaker.name);
    }
    sentence.push_str(&through(speaker));
    sentence
}

/// How often such a speaker is right, in one sentence.
pub fn sureness(speaker: &Attribution) -> String {
    // Nothing that a program weighs is certain.
    let of_hundred = ((speaker.confidence.thousandths() + 5) / 10).min(99);
    match (speaker.rule, speaker.confidence.is_guess()) {
        (Rule::User, _) => "A person's choice wins over the program's.".to_owned(),
        (_, true) => {
            format!("A guess: of 100 such speakers in labelled news {of_hundred} are right.")
        }
        (_, false) => format!("Of 100 such speakers in labelled news {of_hundred} are right."),
    }
}

// Part of the name, or the other way round: "Vael" needs no explanation.
fn stands_for(name: &str, printed: &str) -> bool {
    let (name, printed) = (name.to_lowercase(), printed.to_lowercase());
    name.contains(&printed) || printed.contains(&name)
}

fn because(rule: Rule, cue: &str) -> String {
    match rule {
        Rule::SubjectOfCue | Rule::Statement => format!("is the subject of {cue}"),
        Rule::Inverted => format!("stands behind {cue} as its subject"),
        Rule::SubjectWithApposition => {
            format!("is the subject of {cue}, with a description between them")
        }
        Rule::RelativeClause => format!("is described by the clause with {cue}"),
        Rule::Participle => format!("is what the added {cue} belongs to"),
        Rule::Infinitive => format!("is the subject of a verb that leads to {cue}"),
        Rule::SharedSubject => format!("is the subject of an earlier verb and of {cue}"),
        Rule::NounCue => format!("is named as the one whose words {cue} announces"),
        Rule::AccordingTo => format!("is named by {cue}"),
        Rule::Colon => "stands before the colon".to_owned(),
        Rule::Embedded => format!("is the inner subject of {cue}, which somebody else reports"),
        Rule::SameParagraph => "spoke earlier in this paragraph and nobody else does".to_owned(),
        Rule::PreviousParagraph => "is announced by the paragraph before".to_owned(),
        Rule::PreviousSpeaker => "spoke last, and this paragraph names nobody else".to_owned(),
        Rule::NearestMention => "is the one fitting name in the sentence".to_owned(),
        Rule::User => "was chosen by a person".to_owned(),
    }
}

fn through(speaker: &Attribution) -> String {
    let Some(via) = &speaker.via else {
        return String::new();
    };
    match via.relation {
        Relation::ReportedBy => format!(" The article has it from {}.", via.name),
        Relation::Told => format!(" It was told to {}.", via.name),
        Relation::Medium => format!(" It stands in {}.", via.name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActorRef, Article, Confidence, Meta, QuoteKind, Span};

    #[track_caller]
    fn check(rule: Rule, name: &str, expected: &str) {
        let text = "“We go,” he said.".to_owned();
        let find = |words: &str| {
            let at = text.find(words).unwrap();
            Span::new(at, at + words.len())
        };
        let quote = Quote {
            span: find("We go,"),
            block: 0,
            kind: QuoteKind::Direct,
            closed: true,
            continues: None,
            speaker: (!name.is_empty()).then(|| Attribution {
                actor: Some(ActorRef(0)),
                name: name.to_owned(),
                mention: find("he"),
                cue: Some(find("said")),
                via: None,
                rule,
                confidence: Confidence::from_thousandths(960),
            }),
        };
        let entry = Entry {
            article: Article::new(text.clone(), Vec::new(), Meta::default()),
            ..Entry::default()
        };
        assert_eq!(sentence(&entry, &quote), expected);
    }

    #[test]
    fn a_speaker_has_one_sentence_with_name_cue_and_rule() {
        check(
            Rule::SubjectOfCue,
            "Ana Ruiz",
            "Ana Ruiz, because “he”, which stands for this name, is the subject of “said”.",
        );
        check(
            Rule::Inverted,
            "he",
            "he, because this name stands behind “said” as its subject.",
        );
        check(
            Rule::User,
            "Ana Ruiz",
            "Ana Ruiz, because a person chose this speaker.",
        );
        check(
            Rule::Colon,
            "",
            "Nobody: neither a verb of saying nor a name near it leads to a speaker.",
        );
    }

    #[test]
    fn every_rule_ends_its_sentence_differently() {
        let mut all: Vec<String> = Rule::ALL.map(|rule| because(rule, "“said”")).to_vec();
        all.sort();
        all.dedup();
        // A statement is no quote: it shares the words of its rule.
        assert_eq!(all.len(), Rule::ALL.len() - 1);
    }
}
