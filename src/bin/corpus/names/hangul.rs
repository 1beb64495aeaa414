//! Names in Hangul: a particle follows each, so that a new name must end like the old.

use pullquote::model::ActorKind;

use super::{After, Names, Person, Script, Slot, plain};
use crate::lists::{HANGUL, PLACES};
use crate::people::Ending;
use crate::piece::Piece;
use crate::sample::LabelledActor;

impl Names {
    pub(super) fn add_hangul(&mut self, actor: &LabelledActor) {
        match (actor.kind, family_of(&actor.name)) {
            (ActorKind::Person, Some(family)) => self.add_korean(&actor.name, family),
            _ => self.add_foreign(&actor.name),
        }
    }

    fn add_korean(&mut self, name: &str, family: &str) {
        let given = &name[family.len()..];
        let family_slot = self.new_slot(Slot::OfPerson);
        let given_slot = self.new_slot(Slot::OfPerson);
        self.people.push(Person {
            script: Script::Hangul(given.chars().count(), Ending::of(given)),
            given: Some(given_slot),
            families: vec![family_slot],
        });
        let both = vec![plain(family_slot), plain(given_slot)];
        self.phrase(name, both, After::Anything);
        self.phrase(family, vec![plain(family_slot)], After::Blank);
    }

    fn add_foreign(&mut self, name: &str) {
        let known = PLACES.get("known-ko");
        let mut pieces = Vec::new();
        for token in name.split(' ').filter(|_| !known.contains(&name)) {
            if !pieces.is_empty() {
                pieces.push(Piece::Text(" ".to_owned()));
            }
            pieces.extend(self.hangul_token(token));
        }
        self.phrase(name, pieces, After::Anything);
    }

    fn hangul_token(&mut self, token: &str) -> Vec<Piece> {
        let kinds = HANGUL.get("kind");
        let kind = kinds.iter().find(|kind| token.ends_with(*kind));
        let (stem, kind) = token.split_at(token.len() - kind.map_or(0, |kind| kind.len()));
        let mut pieces = Vec::new();
        if !stem.is_empty() {
            let slot = self.slot(stem, Slot::Hangul(stem.chars().count(), Ending::of(stem)));
            if stem.chars().count() > 1 {
                self.phrase(stem, vec![plain(slot)], After::Anything);
            }
            pieces.push(plain(slot));
        }
        pieces.push(Piece::Text(kind.to_owned()));
        pieces
    }
}

/// Whether `name` is written in Hangul.
pub fn is_hangul(name: &str) -> bool {
    name.chars().any(is_syllable)
}

/// Whether `c` is a syllable of Hangul.
pub fn is_syllable(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

// A Korean's name is one syllable of the family and mostly two of the person.
fn family_of(name: &str) -> Option<&str> {
    let first = name.chars().next()?;
    let family = &name[..first.len_utf8()];
    let is_korean = !name.contains(' ') && matches!(name.chars().count(), 2..=4);
    (is_korean && HANGUL.get("family").contains(&family)).then_some(family)
}
