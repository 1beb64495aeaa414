//! The names of actors, put together as people have them.
//!
//! Names of one kind that differ in accents and capitals alone are one actor, unless a
//! person keeps a spelling apart: outlets without accents write of the same people.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::{Connection, Result};

use crate::model::{ActorKind, Who};
use crate::store::catalog::{Name, NameRef, Row};
use crate::store::correct::Names as Others;
use crate::store::question::NameCount;
use crate::text::fold::fold;

/// The names of all actors; those of one name and kind are one name here, though
/// lone surnames are actors of their own in each article.
pub(super) struct Names {
    /// The names.
    pub names: Vec<Name>,
    /// How often each speaks and is named.
    pub counts: Vec<NameCount>,
    /// The name of each actor, by its number.
    pub by_number: HashMap<i64, NameRef>,
    /// Spellings other than the one that is shown, each with what it is.
    pub spelled: Vec<(Box<str>, Option<ActorKind>, NameRef)>,
}

/// How often somebody is written so.
struct Spelling {
    text: Arc<str>,
    count: NameCount,
}

impl Spelling {
    /// What makes one spelling of a name the one that is shown; never equal for two.
    fn weight(&self) -> (u32, u32, bool, usize, Reverse<&str>) {
        let shouted = !self.text.chars().any(char::is_lowercase);
        let accents = self.text.chars().filter(|letter| !letter.is_ascii());
        let NameCount { mentions, quotes } = self.count;
        (
            mentions,
            quotes,
            !shouted,
            accents.count(),
            Reverse(&self.text),
        )
    }
}

impl Names {
    /// Gives `row` the names that its packed list numbers, and counts them.
    pub fn give(&mut self, packed: &[u8], row: &mut Row) {
        let numbers: Vec<(i64, bool)> = postcard::from_bytes(packed).unwrap_or_default();
        let mut names = Vec::with_capacity(numbers.len());
        let mut speakers = Vec::new();
        for (number, speaks) in numbers {
            let Some(&name) = self.by_number.get(&number) else {
                continue;
            };
            names.push(name);
            if speaks {
                speakers.push(name);
            }
        }
        for list in [&mut names, &mut speakers] {
            list.sort_unstable();
            list.dedup();
        }
        for name in &names {
            if let Some(name) = self.names.get_mut(name.index()) {
                name.articles += 1;
            }
        }
        row.names = names.into();
        row.speakers = speakers.into();
    }
}

/// Reads every name as people have it.
pub(super) fn names(connection: &Connection) -> Result<Names> {
    let others = super::marks::names(connection)?;
    let mut found = Names {
        names: Vec::new(),
        counts: Vec::new(),
        by_number: HashMap::new(),
        spelled: Vec::new(),
    };
    let mut known: HashMap<(String, Option<ActorKind>), NameRef> = HashMap::new();
    let mut spellings: Vec<Vec<Spelling>> = Vec::new();
    let mut query = connection
        .prepare_cached("SELECT id, name, kind, quotes, mentions FROM actor ORDER BY id")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let printed = Who {
            name: row.get(1)?,
            kind: actor_kind(row.get(2)?),
        };
        let is = others.resolve(&printed);
        let name = *known.entry((key(is, &others), is.kind)).or_insert_with(|| {
            spellings.push(Vec::new());
            found.take(is)
        });
        let count = NameCount {
            quotes: kept(row.get(3)?),
            mentions: kept(row.get(4)?),
        };
        if is.name != printed.name {
            found.alias(name, &printed.name);
        }
        if let Some(spellings) = spellings.get_mut(name.index()) {
            write_so(spellings, &is.name, count);
        }
        found.count(name, count);
        found.by_number.insert(row.get(0)?, name);
    }
    found.spell(spellings);
    found.aliases(connection)?;
    Ok(found)
}

/// What is the same for all who are one. Noun phrases name nobody, and stay as they are.
fn key(who: &Who, others: &Others) -> String {
    match who.kind.is_some() && !others.is_apart(who) {
        true => fold(&who.name).text,
        false => who.name.clone(),
    }
}

fn write_so(spellings: &mut Vec<Spelling>, text: &str, more: NameCount) {
    match spellings.iter_mut().find(|one| *one.text == *text) {
        Some(one) => {
            one.count.quotes += more.quotes;
            one.count.mentions += more.mentions;
        }
        None => spellings.push(Spelling {
            text: text.into(),
            count: more,
        }),
    }
}

impl Names {
    fn take(&mut self, who: &Who) -> NameRef {
        self.names.push(Name {
            text: who.name.as_str().into(),
            kind: who.kind,
            aliases: Vec::new(),
            articles: 0,
        });
        self.counts.push(NameCount::default());
        NameRef::new(self.names.len() - 1)
    }

    fn count(&mut self, name: NameRef, more: NameCount) {
        if let Some(count) = self.counts.get_mut(name.index()) {
            count.quotes += more.quotes;
            count.mentions += more.mentions;
        }
    }

    fn alias(&mut self, name: NameRef, alias: &str) {
        if let Some(name) = self.names.get_mut(name.index())
            && *name.text != *alias
            && !name.aliases.iter().any(|known| **known == *alias)
        {
            name.aliases.push(alias.into());
        }
    }

    /// Shows each name in the spelling that is printed most; of equals in the one that
    /// is not all capitals, then in the one with the most accents, which is what takes
    /// care to write.
    fn spell(&mut self, spellings: Vec<Vec<Spelling>>) {
        for (at, spellings) in spellings.into_iter().enumerate() {
            let [_, _, ..] = &spellings[..] else {
                continue;
            };
            let most = spellings.iter().max_by_key(|one| one.weight());
            let Some((most, shown)) = most.zip(self.names.get_mut(at)) else {
                continue;
            };
            shown.text = Arc::clone(&most.text);
            let kind = shown.kind;
            shown.aliases.retain(|alias| **alias != *most.text);
            for other in spellings.iter().filter(|one| one.text != most.text) {
                let name = NameRef::new(at);
                self.spelled.push((Box::from(&*other.text), kind, name));
                self.alias(name, &other.text);
            }
        }
    }

    fn aliases(&mut self, connection: &Connection) -> Result<()> {
        let mut query = connection.prepare_cached("SELECT actor, name FROM alias")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(&name) = self.by_number.get(&row.get(0)?) {
                self.alias(name, row.get_ref(1)?.as_str()?);
            }
        }
        Ok(())
    }
}

/// A count that is kept. One below 0, which a version leaves that does not keep them, is no
/// reason to read nothing; whoever opens the library for writing counts again.
fn kept(count: i64) -> u32 {
    u32::try_from(count.max(0)).unwrap_or(u32::MAX)
}

/// Whether a count is kept that cannot be.
pub(super) fn are_wrong(connection: &Connection) -> Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM actor WHERE quotes < 0 OR mentions < 0")?
        .exists([])
}

fn actor_kind(code: i64) -> Option<ActorKind> {
    match code {
        0 => Some(ActorKind::Person),
        1 => Some(ActorKind::Organization),
        2 => Some(ActorKind::Place),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_spelling_is_shown_does_not_hang_on_the_order_of_files() {
        let check = |written: &[(&str, u32)], expected: &str| {
            let spelling = |&(text, mentions): &(&str, u32)| Spelling {
                text: text.into(),
                count: NameCount {
                    quotes: 0,
                    mentions,
                },
            };
            let forth: Vec<Spelling> = written.iter().map(spelling).collect();
            let back: Vec<Spelling> = written.iter().rev().map(spelling).collect();
            for all in [forth, back] {
                let shown = all.iter().max_by_key(|one| one.weight()).unwrap();
                assert_eq!(&*shown.text, expected);
            }
        };
        check(&[("Ruben Falk", 3), ("Rubén Falk", 2)], "Ruben Falk");
        check(&[("Ruben Falk", 2), ("Rubén Falk", 2)], "Rubén Falk");
        check(&[("RUBÉN FALK", 2), ("Rubén Falk", 2)], "Rubén Falk");
        check(&[("Rubén falk", 2), ("Rubén Falk", 2)], "Rubén Falk");
    }
}
