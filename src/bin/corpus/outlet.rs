//! Outlets: those of the samples, and invented ones to print instead.

use crate::lists::PLACES;
use crate::people::{Ending, Tail, hangul, place};
use crate::random::Random;

/// An outlet in the three forms in which it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// "The Calder Post"
    pub full: String,
    /// "Calder Post"
    pub bare: String,
    /// "Meridian" of the Meridian Wire; else the bare name.
    pub short: String,
    /// ISO 639-1.
    pub language: String,
}

const ARTICLES: [&str; 7] = ["The ", "Le ", "La ", "El ", "Der ", "Die ", "Das "];

impl Outlet {
    /// An outlet from its longest printed name.
    pub fn named(full: &str, language: &str) -> Self {
        let article = ARTICLES.iter().find(|article| full.starts_with(*article));
        let bare = &full[article.map_or(0, |article| article.len())..];
        let agency = PLACES.get("agency");
        let short = match bare.split_once(' ') {
            Some((short, kind)) if agency.contains(&kind) => short,
            _ => bare,
        };
        Self {
            full: full.to_owned(),
            bare: bare.to_owned(),
            short: short.to_owned(),
            language: language.to_owned(),
        }
    }

    /// The three forms, longest first.
    pub fn forms(&self) -> [&str; 3] {
        [&self.full, &self.bare, &self.short]
    }

    /// The index of [`Outlet::kind`] among the forms.
    pub const KIND: usize = 3;

    /// "Post" of the Calder Post.
    pub fn kind(&self) -> &str {
        self.bare.rsplit(' ').next().unwrap_or_default()
    }

    /// The form with this index; [`Outlet::KIND`] is the kind.
    pub fn form(&self, form: usize) -> &str {
        self.forms().get(form).copied().unwrap_or(self.kind())
    }

    /// What its pages' addresses begin with.
    pub fn domain(&self) -> String {
        let letters = self.bare.chars().filter(char::is_ascii_alphanumeric);
        let name: String = letters.map(|c| c.to_ascii_lowercase()).collect();
        match name.is_empty() {
            // A name in Hangul: its outlets have numbers for addresses.
            true => format!("n{}.example", crate::random::hash(0, &self.bare) % 10_000),
            false => format!("{name}.example"),
        }
    }

    /// Invents an outlet of the same kind and language as this one: a paper for a paper.
    pub fn invented(&self, random: &mut Random) -> Self {
        // A hundred of each kind and language, as a large archive has.
        let id = random.rank(16, 4);
        let mut random = Random::new(id, u64::from(self.is_agency()));
        if self.is_agency() && self.full.chars().all(char::is_uppercase) {
            return Self::named(
                &letters(&mut random, self.full.chars().count()),
                &self.language,
            );
        }
        if self.is_agency() {
            let kind = random.pick(PLACES.get("agency")).copied();
            let name = place(id + 10_000, Tail::Company, false);
            return Self::named(
                &format!("{name} {}", kind.unwrap_or("Wire")),
                &self.language,
            );
        }
        Self::named(&paper(id, &self.language, &mut random), &self.language)
    }

    fn is_agency(&self) -> bool {
        self.short != self.bare || self.full.chars().all(char::is_uppercase)
    }
}

/// So many capitals in a row.
pub fn letters(random: &mut Random, count: usize) -> String {
    let alphabet: Vec<char> = ('A'..='Z').collect();
    (0..count)
        .filter_map(|_| random.pick(&alphabet).copied())
        .collect()
}

fn paper(id: u64, language: &str, random: &mut Random) -> String {
    let kinds = PLACES.get(match language {
        "de" => "paper-de",
        "fr" => "paper-fr",
        "es" => "paper-es",
        "ko" => "paper-ko",
        _ => "paper-en",
    });
    let kind = random.pick(kinds).copied().unwrap_or("News");
    let town = place(id + 20_000, Tail::Town, false);
    match language {
        "de" => format!("{town}er {kind}"),
        "fr" => format!("Le {kind} de {town}"),
        "es" => format!("El {kind} de {town}"),
        "ko" => hangul(random, 2, Ending::Closed, true) + kind,
        _ if random.chance(40) => format!("The {town} {kind}"),
        _ => format!("{town} {kind}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_has_three_forms() {
        let check = |full: &str, forms: [&str; 3]| {
            assert_eq!(Outlet::named(full, "en").forms(), forms);
        };
        check("The Elm Post", ["The Elm Post", "Elm Post", "Elm Post"]);
        check("Alder Wire", ["Alder Wire", "Alder Wire", "Alder"]);
        check("ABC", ["ABC", "ABC", "ABC"]);
    }

    #[test]
    fn an_invented_outlet_is_of_the_same_kind() {
        let mut random = Random::new(5, 5);
        let agency = Outlet::named("Alder Wire", "en").invented(&mut random);
        assert_ne!(agency.short, agency.bare);
        let german = Outlet::named("Elmer Tageblatt", "de").invented(&mut random);
        assert!(german.full.contains("er "), "{german:?}");
        assert!(german.domain().ends_with(".example"));
    }
}
