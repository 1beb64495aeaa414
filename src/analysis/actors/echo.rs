//! What an article tells about its own words, beyond the place where they stand.

use foldhash::{HashMap, HashSet};

use super::form::Form;
use crate::analysis::lexicon::Facts;

/// Which form stands for another one: its own number for most, that of "Tarn" for
/// a shouted "TARN" where the article prints both.
pub fn quiet_forms(forms: &[Form]) -> Vec<u32> {
    let quiet: HashMap<&str, usize> = forms
        .iter()
        .enumerate()
        .filter(|(_, form)| form.capital && !form.acronym && form.inside > 0)
        .map(|(number, form)| (form.lower.as_ref(), number))
        .collect();
    let stands_for = |(number, form): (usize, &Form)| {
        let shouted = form.acronym && form.lower.chars().count() > 3 && !form.is_common();
        let quiet = quiet.get(form.lower.as_ref()).filter(|_| shouted);
        u32::try_from(quiet.copied().unwrap_or(number)).unwrap_or(u32::MAX)
    };
    forms.iter().enumerate().map(stands_for).collect()
}

/// Marks the peoples of countries that no list knows: "Karsavian" where the article
/// has "Karsavia".
pub fn mark_peoples(forms: &mut [Form]) {
    let names: HashSet<&str> = forms
        .iter()
        .filter(|form| form.capital && form.inside > 0 && form.lower.len() > 3)
        .map(|form| form.lower.as_ref())
        .collect();
    let peoples: Vec<usize> = forms
        .iter()
        .enumerate()
        .filter(|(_, form)| {
            may_be_people(form) && stems(&form.lower).any(|stem| names.contains(stem.as_str()))
        })
        .map(|(number, _)| number)
        .collect();
    for number in peoples {
        if let Some(form) = forms.get_mut(number) {
            form.facts = form.facts.with(Facts::PEOPLE);
        }
    }
}

fn may_be_people(form: &Form) -> bool {
    let names = Facts::GIVEN.with(Facts::FAMILY).with(Facts::ORGANIZATION);
    form.capital && !form.acronym && !form.facts.any(names) && !form.is_common()
}

/// The names that `lower` may be made of: "karsavia" of "karsavian" and "karsavians".
fn stems(lower: &str) -> impl Iterator<Item = String> {
    const ENDINGS: [(&str, &str); 8] = [
        ("n", ""),
        ("an", ""),
        ("an", "a"),
        ("ian", ""),
        ("ian", "a"),
        ("ese", ""),
        ("ese", "a"),
        ("i", ""),
    ];
    let singular = lower
        .strip_suffix('s')
        .filter(|word| word.ends_with(['n', 'i']))
        .unwrap_or(lower);
    ENDINGS.iter().filter_map(move |(end, instead)| {
        let stem = singular.strip_suffix(end)?;
        (stem.len() > 3).then(|| format!("{stem}{instead}"))
    })
}
