//! One kind for one name, all through the article.

use foldhash::{HashMap, HashMapExt, HashSet};

use super::mention::{Mention, Mentions};
use super::reading::Reading;
use super::repeat::family_names;
use crate::analysis::lexicon::{Facts, KnownKind, seated_in};
use crate::model::ActorKind;

/// Gives all mentions of the same words the kind that most of them have; the
/// family name of a person of the article is that person.
///
/// What the rules found before has votes as well.
pub fn unify(reading: &Reading, mentions: &mut Mentions, before: Option<&Mentions>) {
    let mut votes: HashMap<&[u32], [usize; 3]> = HashMap::new();
    for mention in mentions
        .iter()
        .chain(before.into_iter().flat_map(Mentions::iter))
    {
        let key = reading.key(mention.words.clone());
        votes.entry(key).or_default()[mention.kind as usize] += 1;
    }
    for mention in mentions.iter_mut() {
        let votes = votes.get(reading.key(mention.words.clone()));
        mention.kind = majority(votes.copied().unwrap_or_default(), mention.kind);
    }
    let borne = Borne::by(reading, mentions);
    for mention in mentions.iter_mut() {
        let key = reading.key(mention.words.clone());
        let family = borne.families.contains(key);
        let given = key.first().is_some_and(|first| borne.given.contains(first));
        mention.kind = match () {
            () if is_always_place(reading, mention, family) => ActorKind::Place,
            () if family => ActorKind::Person,
            () if !given && is_unborne_seat(reading, mention) => ActorKind::Place,
            () => mention.kind,
        };
    }
}

/// The names that persons of the article bear.
#[derive(Default)]
struct Borne<'a> {
    families: HashSet<&'a [u32]>,
    given: HashSet<u32>,
}

impl<'a> Borne<'a> {
    fn by(reading: &'a Reading, mentions: &Mentions) -> Self {
        let mut borne = Self::default();
        for mention in mentions.iter().filter(|m| m.kind == ActorKind::Person) {
            if mention.words.len() > 1 {
                borne.given.insert(reading.form_number(mention.words.start));
            }
            let parts = family_names(reading, &mention.words);
            let keys = parts.into_iter().map(|part| reading.key(part));
            borne.families.extend(keys);
        }
        borne
    }
}

fn majority(votes: [usize; 3], own: ActorKind) -> ActorKind {
    let best = votes.iter().copied().max().unwrap_or(0);
    let kinds = [ActorKind::Person, ActorKind::Organization, ActorKind::Place];
    let of_best = |kind: &ActorKind| votes[*kind as usize] == best;
    if of_best(&own) {
        return own;
    }
    kinds.into_iter().find(of_best).unwrap_or(own)
}

/// A capital or a country whose name people bear too, with no title before it. The
/// caller knows that nobody of the article is called so: "Washington said no".
fn is_unborne_seat(reading: &Reading, mention: &Mention) -> bool {
    let Some(known) = reading.known_exactly(&mention.words) else {
        return false;
    };
    let titled = reading.previous(mention.words.start).is_some_and(|at| {
        let titles = Facts::TITLE.with(Facts::ROLE);
        reading.facts(at).any(titles) && !reading.facts(at).any(Facts::OPENER)
    });
    let country = known.kind == KnownKind::Country;
    let seat = known.kind != KnownKind::Organization && !seated_in(known.name).is_empty();
    (country || seat) && !titled
}

/// Countries and states stay places; a city that is a person's name here too does
/// so behind "in".
fn is_always_place(reading: &Reading, mention: &Mention, is_family: bool) -> bool {
    let Some(known) = reading.known_exactly(&mention.words) else {
        return false;
    };
    if known.kind == KnownKind::Organization {
        return false;
    }
    let before = reading
        .previous(mention.words.start)
        .map(|at| reading.lower(at));
    let inside = matches!(before, Some("in" | "near" | "outside" | "across"));
    let name = reading
        .facts(mention.words.start)
        .any(Facts::FAMILY.with(Facts::GIVEN));
    let country = matches!(known.kind, KnownKind::Country | KnownKind::State);
    inside || (!is_family && country && !name)
}
