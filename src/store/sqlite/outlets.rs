//! Outlets that some articles give by name and others by web address alone.
//!
//! Only the library itself is asked: an address is an outlet when every article from there
//! that gives a name gives the same one.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What articles say of outlets whose address is the source of others.
pub(super) struct Outlets {
    /// Sources that are addresses, without `www.`, as they are written.
    hosts: HashMap<String, Vec<Arc<str>>>,
    /// The names that articles from there give.
    names: HashMap<String, HashSet<Arc<str>>>,
}

impl Outlets {
    /// Begins with all sources of a library.
    pub fn new<'a>(sources: impl Iterator<Item = &'a Arc<str>>) -> Self {
        let mut hosts: HashMap<String, Vec<Arc<str>>> = HashMap::new();
        for source in sources.filter(|source| is_host(source)) {
            hosts
                .entry(bare(source))
                .or_default()
                .push(Arc::clone(source));
        }
        Self {
            hosts,
            names: HashMap::new(),
        }
    }

    /// Takes what an article says of itself.
    pub fn see(&mut self, source: Option<&Arc<str>>, url: Option<&str>) {
        // Most libraries have no such source, and nothing is looked at.
        if self.hosts.is_empty() {
            return;
        }
        let named = source.filter(|source| !is_host(source));
        if let Some((name, host)) = named.zip(url.and_then(host))
            && self.hosts.contains_key(&host)
        {
            self.names.entry(host).or_default().insert(Arc::clone(name));
        }
    }

    /// The name of each address, as it is written, that has one.
    pub fn known(self) -> HashMap<Box<str>, Arc<str>> {
        let mut known = HashMap::new();
        for (host, names) in &self.names {
            let mut names = names.iter();
            let (Some(name), None) = (names.next(), names.next()) else {
                continue;
            };
            for written in self.hosts.get(host).into_iter().flatten() {
                known.insert(Box::from(&**written), Arc::clone(name));
            }
        }
        known
    }
}

/// Whether a source is an address: a dot and no blank.
fn is_host(source: &str) -> bool {
    let is_of_host = |letter: char| letter.is_alphanumeric() || ".-".contains(letter);
    let inner = source.trim_matches('.');
    inner.len() == source.len() && source.contains('.') && source.chars().all(is_of_host)
}

fn bare(host: &str) -> String {
    let host = host.to_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).to_owned()
}

/// The host of an address.
fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    (!host.is_empty()).then(|| bare(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(articles: &[(&str, &str)], expected: &[(&str, &str)]) {
        let sources: Vec<Arc<str>> = articles
            .iter()
            .map(|(source, _)| (*source).into())
            .collect();
        let mut outlets = Outlets::new(sources.iter());
        for (source, (_, url)) in sources.iter().zip(articles) {
            outlets.see(Some(source), Some(url));
        }
        let known = outlets.known();
        let mut known: Vec<_> = known
            .iter()
            .map(|(host, name)| (&**host, &**name))
            .collect();
        known.sort_unstable();
        assert_eq!(known, expected);
    }

    #[test]
    fn an_address_has_the_name_that_articles_from_there_give() {
        check(
            &[
                ("Quay Post", "https://www.quay.example/a"),
                ("quay.example", "https://quay.example/b"),
                ("www.quay.example", "https://www.quay.example/c"),
                ("dock.example", "https://dock.example/d"),
            ],
            &[
                ("quay.example", "Quay Post"),
                ("www.quay.example", "Quay Post"),
            ],
        );
    }

    #[test]
    fn two_names_at_one_address_are_no_evidence() {
        check(
            &[
                ("Quay Post", "https://quay.example/a"),
                ("Meridian Wire", "https://quay.example/b"),
                ("quay.example", "https://quay.example/c"),
            ],
            &[],
        );
    }
}
