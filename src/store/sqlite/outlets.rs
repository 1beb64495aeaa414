//! Outlets that some articles give by name and others by web address alone.
//!
//! Only the library itself is asked: an address is an outlet when every article from there
//! that gives a name gives the same one. One article alone tells it only if the address
//! reads like the name: whoever reprints an article of an agency is not that agency.

use std::collections::HashMap;
use std::sync::Arc;

use crate::text::fold::fold;

/// Articles that must agree on a name that cannot be read in the address.
const AGREEING: usize = 2;
/// Letters of an address that tell a name at least.
const TELLING: usize = 3;
/// What stands before the end of an address in many countries: `post.co.uk`.
const OF_ENDINGS: [&str; 7] = ["ac", "co", "com", "edu", "gov", "net", "org"];

/// What articles say of outlets whose address is the source of others.
pub(super) struct Outlets {
    /// Sources that are addresses, without `www.`, as they are written.
    hosts: HashMap<String, Vec<Arc<str>>>,
    /// The names that articles from there give, and how many of them.
    names: HashMap<String, HashMap<Arc<str>, usize>>,
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
            let names = self.names.entry(host).or_default();
            *names.entry(Arc::clone(name)).or_default() += 1;
        }
    }

    /// The name of each address, as it is written, that has one.
    pub fn known(self) -> HashMap<Box<str>, Arc<str>> {
        let mut known = HashMap::new();
        for (host, names) in &self.names {
            let mut names = names.iter();
            let (Some((name, articles)), None) = (names.next(), names.next()) else {
                continue;
            };
            if *articles < AGREEING && !reads_like(host, name) {
                continue;
            }
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

/// Whether the part of an address that its owner chose is in the name, or the name in it:
/// `quay.example` is the Quay Post.
fn reads_like(host: &str, name: &str) -> bool {
    let letters = |text: &str| {
        let mut text = fold(text).text;
        text.retain(char::is_alphanumeric);
        text
    };
    let parts = host.rsplit('.').skip(1).map(letters);
    let mut chosen = parts.filter(|part| !OF_ENDINGS.contains(&&**part));
    let part = chosen.next().unwrap_or_default();
    let name = letters(name);
    part.len() >= TELLING && (name.contains(&part) || part.contains(&name))
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
    fn one_reprinted_article_renames_nobody_and_two_that_agree_do() {
        let mut articles = vec![
            ("hub.example", "https://hub.example/a"),
            ("Wire Agency", "https://www.hub.example/b"),
        ];
        check(&articles, &[]);
        articles.push(("Wire Agency", "https://hub.example/c"));
        check(&articles, &[("hub.example", "Wire Agency")]);
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
