//! The names of actors, put together as people have them.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::{Connection, Result};

use crate::model::{ActorKind, Who};
use crate::store::catalog::{Name, NameRef, Row};
use crate::store::question::NameCount;

/// The names of all actors; those of one name and kind are one name here, though
/// lone surnames are actors of their own in each article.
pub(super) struct Names {
    /// The names.
    pub names: Vec<Name>,
    /// How often each speaks and is named.
    pub counts: Vec<NameCount>,
    /// The name of each actor, by its number.
    pub by_number: HashMap<i64, NameRef>,
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
    let mut query = connection
        .prepare_cached("SELECT id, name, kind, quotes, mentions FROM actor ORDER BY id")?;
    let mut found = Names {
        names: Vec::new(),
        counts: Vec::new(),
        by_number: HashMap::new(),
    };
    let mut known: HashMap<(Arc<str>, Option<ActorKind>), NameRef> = HashMap::new();
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let mut text: Arc<str> = row.get(1)?;
        let mut kind = actor_kind(row.get(2)?);
        let mut spelling = None;
        if !others.is_empty() {
            let who = Who {
                name: text.to_string(),
                kind,
            };
            let is = others.resolve(&who);
            if is.name != who.name {
                spelling = Some(Box::from(&*text));
                text = is.name.as_str().into();
            }
            kind = is.kind;
        }
        let name = *known.entry((text.clone(), kind)).or_insert_with(|| {
            found.names.push(Name {
                text,
                kind,
                aliases: Vec::new(),
                articles: 0,
            });
            found.counts.push(NameCount::default());
            NameRef::new(found.names.len() - 1)
        });
        if let Some(count) = found.counts.get_mut(name.index()) {
            count.quotes += kept(row.get(3)?);
            count.mentions += kept(row.get(4)?);
        }
        if let (Some(spelling), Some(name)) = (spelling, found.names.get_mut(name.index()))
            && !name.aliases.contains(&spelling)
        {
            name.aliases.push(spelling);
        }
        found.by_number.insert(row.get(0)?, name);
    }
    let mut query = connection.prepare_cached("SELECT actor, name FROM alias")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let alias: Box<str> = row.get(1)?;
        let name = found.by_number.get(&row.get(0)?);
        if let Some(name) = name.and_then(|name| found.names.get_mut(name.index()))
            && !name.aliases.contains(&alias)
        {
            name.aliases.push(alias);
        }
    }
    Ok(found)
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
