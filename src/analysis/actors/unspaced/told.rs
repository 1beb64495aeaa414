//! Where names are told for sure in Chinese and Japanese.

use foldhash::HashSet;

use super::{Piece, last_part};
use crate::analysis::document::Script;
use crate::analysis::lexicon::speech::{Language, Lexicon, Tags};
use crate::analysis::lexicon::{
    CHINESE_FAMILY_NAMES, CHINESE_JOINING, JAPANESE_BODY_ENDINGS, JAPANESE_HONORIFICS,
    JAPANESE_NOT_NAMES, JAPANESE_SEAT_ENDINGS,
};
use crate::model::{ActorKind, Span};

/// A name that was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub name: Span,
    /// What it names.
    pub kind: ActorKind,
    /// The role beside it.
    pub role: Option<Span>,
}

/// Finds the names that are told where they stand.
pub fn told(text: &str, pieces: &[Piece], lexicon: &Lexicon) -> Vec<Told> {
    let foreign = pieces.iter().map(|piece| piece.span.of(text));
    let pairs = pieces
        .windows(2)
        .filter(|pair| pair[1].span.of(text) == "の");
    let reader = Reader {
        text,
        pieces,
        lexicon,
        owners: pairs.map(|pair| pair[0].span.of(text)).collect(),
        last_parts: foreign.filter_map(last_part).collect(),
    };
    let mut found: Vec<Told> = match lexicon.language {
        Language::Japanese => (0..pieces.len())
            .filter_map(|at| reader.before_title(at))
            .collect(),
        _ => (0..pieces.len())
            .filter_map(|at| reader.chinese(at))
            .collect(),
    };
    // Full names first: a family name alone leads to them.
    found.sort_by_key(|told| (usize::MAX - told.name.len(), told.name));
    found.extend((0..pieces.len()).filter_map(|at| reader.body(at)));
    found
}

struct Reader<'a> {
    text: &'a str,
    pieces: &'a [Piece],
    lexicon: &'a Lexicon,
    /// Foreign words that stand before の.
    owners: HashSet<&'a str>,
    /// What foreigners' names end with.
    last_parts: HashSet<&'a str>,
}

/// A Japanese name has at most so many characters, a foreign one so many.
const MAX_HAN: usize = 5;
const MAX_FOREIGN: usize = 14;

/// What parts the names of foreigners.
const DOTS: [char; 4] = ['·', '‧', '・', '•'];

impl Reader<'_> {
    fn printed(&self, at: usize) -> &str {
        self.pieces
            .get(at)
            .map_or("", |piece| piece.span.of(self.text))
    }

    /// 三崎春子市長, ノラ・ベック首相, 早川さん.
    fn before_title(&self, at: usize) -> Option<Told> {
        let title = self
            .pieces
            .get(at)
            .filter(|p| p.joined && p.known.tags.any(Tags::TITLE))?;
        let before = self.pieces.get(at.checked_sub(1)?)?;
        let last = before.span.of(self.text).chars().next_back()?;
        let script = Script::of(last);
        let most = match script {
            Script::Han => MAX_HAN,
            Script::Katakana => MAX_FOREIGN,
            _ => return None,
        };
        let start = self.run_back(title.span.start, script, most);
        let name = Span::new(
            self.without_place(start, title.span.start),
            title.span.start,
        );
        if script == Script::Katakana && self.is_country(name.of(self.text)) {
            return None;
        }
        self.may_name(name, script).then_some(Told {
            name,
            kind: ActorKind::Person,
            role: Some(title.span)
                .filter(|_| !JAPANESE_HONORIFICS.contains(title.span.of(self.text))),
        })
    }

    /// Where the characters of `script` before `end` begin.
    fn run_back(&self, end: usize, script: Script, most: usize) -> usize {
        let before = &self.text[..end];
        let run = before
            .chars()
            .rev()
            .take(most + 1)
            .take_while(|&c| Script::of(c) == script);
        end - run.map(char::len_utf8).sum::<usize>()
    }

    /// 東浜市三崎市長: the name begins behind the body.
    fn without_place(&self, start: usize, end: usize) -> usize {
        let name = &self.text[start..end];
        let is_seat = |end: &usize| {
            let mut seats = JAPANESE_SEAT_ENDINGS.iter();
            seats.any(|seat| name[..*end].ends_with(seat))
        };
        // A seat has a name of its own before what it ends with.
        let ends = name.char_indices().map(|(at, c)| at + c.len_utf8());
        let cut = ends.skip(1).filter(is_seat).last().unwrap_or(0);
        let rest = name[cut..].chars().count();
        if rest >= 2 { start + cut } else { start }
    }

    /// オルビア首相, where the article says オルビアの elsewhere and calls nobody so.
    fn is_country(&self, name: &str) -> bool {
        self.owners.contains(name) && !name.contains('・') && !self.last_parts.contains(name)
    }

    fn may_name(&self, name: Span, script: Script) -> bool {
        let printed = name.of(self.text);
        let length = printed.chars().count();
        let most = if script == Script::Han {
            MAX_HAN
        } else {
            MAX_FOREIGN
        };
        let listed = self.lexicon.known(printed).tags;
        let none = Tags::ROLE
            .or(Tags::ORGANIZATION)
            .or(Tags::PLACE)
            .or(Tags::NOT_NAME);
        let mut bodies = JAPANESE_BODY_ENDINGS.iter();
        let ends_as_body = length > 2 && bodies.any(|body| printed.ends_with(body));
        (2..=most).contains(&length)
            && !ends_as_body
            && !JAPANESE_NOT_NAMES.contains(printed)
            && !listed.any(none)
    }

    fn chinese(&self, at: usize) -> Option<Told> {
        self.behind_role(at).or_else(|| self.before_verb(at))
    }

    /// 市长周立明: the name stands behind the role.
    fn behind_role(&self, at: usize) -> Option<Told> {
        let role = self
            .pieces
            .get(at)
            .filter(|piece| piece.known.tags.any(Tags::ROLE))?;
        let name = self.name_at(role.span.end)?;
        Some(Told {
            name,
            kind: ActorKind::Person,
            role: Some(self.role_span(at)),
        })
    }

    /// 周立明说, at the start of a clause.
    fn before_verb(&self, at: usize) -> Option<Told> {
        let piece = self.pieces.get(at)?;
        let opens =
            !piece.joined || Script::of(self.printed(at - 1).chars().next()?) == Script::Mark;
        let name = self.name_at(piece.span.start).filter(|_| opens)?;
        let rest = &self.text[name.end..];
        let length = self.lexicon.longest(rest)?;
        let verb = self.lexicon.known(&rest[..length]).verb.is_some();
        verb.then_some(Told {
            name,
            kind: ActorKind::Person,
            role: None,
        })
    }

    /// The role with what stands before it in the same noun phrase.
    fn role_span(&self, at: usize) -> Span {
        let stops = Tags::NOT_NAME.or(Tags::PREPOSITION).or(Tags::ACCORDING);
        let mut first = at;
        while first > 0 && at - first < MAX_ROLE_PIECES && self.pieces[first].joined {
            let before = &self.pieces[first - 1];
            let mark = self
                .printed(first - 1)
                .chars()
                .next()
                .is_none_or(|c| Script::of(c) != Script::Han);
            if mark || before.known.verb.is_some() || before.known.tags.any(stops) {
                break;
            }
            first -= 1;
        }
        Span::new(self.pieces[first].span.start, self.pieces[at].span.end)
    }

    /// The name that begins at `at`: a family name and what follows it, or two parts
    /// with a dot between.
    fn name_at(&self, at: usize) -> Option<Span> {
        self.foreign(at).or_else(|| self.native(at))
    }

    fn native(&self, at: usize) -> Option<Span> {
        let rest = &self.text[at..];
        let ends: Vec<usize> = rest
            .char_indices()
            .take(4)
            .take_while(|&(_, c)| Script::of(c) == Script::Han)
            .map(|(at, c)| at + c.len_utf8())
            .collect();
        let double = ends
            .get(1)
            .is_some_and(|&end| CHINESE_FAMILY_NAMES.contains(&rest[..end]));
        let family = if double { 2 } else { 1 };
        if !CHINESE_FAMILY_NAMES.contains(&rest[..*ends.get(family - 1)?]) {
            return None;
        }
        // 梁小姐: she is called no more.
        let titled = self.lexicon.longest(&rest[ends[family - 1]..]);
        let title = titled.map(|length| &rest[ends[family - 1]..ends[family - 1] + length]);
        if title.is_some_and(|title| self.lexicon.known(title).tags.any(Tags::TITLE)) {
            return Some(Span::new(at, at + ends[family - 1] + titled?));
        }
        // A name needs a letter of its own behind the family name.
        let listed =
            |word: &str| word.chars().count() > 1 || self.lexicon.known(word).verb.is_some();
        if title.is_some_and(listed) {
            return None;
        }
        let bounded = |count: &usize| {
            let end = ends.get(count - 1);
            end.is_some_and(|&end| self.begins_word(&rest[end..]))
        };
        let most = (family + 2).min(ends.len());
        let count = [family + 1, family + 2]
            .into_iter()
            .find(bounded)
            .unwrap_or(most);
        (count > family).then(|| ends.get(count - 1).map(|&end| Span::new(at, at + end)))?
    }

    /// Whether no name goes on with `rest`: a listed word begins there, or no character.
    fn begins_word(&self, rest: &str) -> bool {
        let next = rest.chars().next();
        let han = next.is_some_and(|c| Script::of(c) == Script::Han);
        !han || self.lexicon.longest(rest).is_some()
    }

    /// 马可·贝拉尔迪.
    fn foreign(&self, at: usize) -> Option<Span> {
        let rest = &self.text[at..];
        // 记者·王明说: neither the dot nor the role belongs to the name.
        let role = self.lexicon.longest(rest).map(|length| &rest[..length]);
        let role = role.filter(|word| self.lexicon.known(word).tags.any(Tags::ROLE));
        if rest[role.map_or(0, str::len)..].starts_with(DOTS) {
            return None;
        }
        let mut dots = 0;
        let mut end = 0;
        let mut behind_dot = false;
        for (offset, c) in rest.char_indices().take(MAX_FOREIGN) {
            let dot = DOTS.contains(&c);
            let stop = dots > 0 && !behind_dot && self.stops_foreign(&rest[offset..]);
            if !(dot || Script::of(c) == Script::Han) || stop {
                break;
            }
            dots += usize::from(dot);
            behind_dot = dot;
            end = offset + c.len_utf8();
        }
        let whole = rest[..end].trim_end_matches(DOTS);
        (dots > 0 && whole.len() > "马·".len()).then(|| Span::new(at, at + whole.len()))
    }

    /// Whether a word that is no part of a foreigner's name begins `rest`. Many single
    /// characters that join sentences spell names too.
    fn stops_foreign(&self, rest: &str) -> bool {
        let Some(word) = self.lexicon.longest(rest).map(|length| &rest[..length]) else {
            return false;
        };
        let known = self.lexicon.known(word);
        word.chars().count() > 1
            || known.verb.is_some()
            || known.tags.any(Tags::PREPOSITION)
            || CHINESE_JOINING.contains(word)
    }

    /// 南方通讯社, 澜芯科技: a body with a name of its own.
    fn body(&self, at: usize) -> Option<Told> {
        let piece = self.pieces.get(at)?;
        let tags = piece.known.tags;
        let one = |name: Span, kind: ActorKind| {
            Some(Told {
                name,
                kind,
                role: None,
            })
        };
        if tags.any(Tags::PLACE) {
            return one(piece.span, ActorKind::Place);
        }
        if !tags.any(Tags::ORGANIZATION) {
            return None;
        }
        let owner = at
            .checked_sub(1)
            .filter(|_| piece.joined)
            .and_then(|at| self.pieces.get(at));
        let owner = owner.filter(|owner| self.may_own(owner));
        let goes_on = self
            .pieces
            .get(at + 1)
            .is_some_and(|next| next.joined && next.known.tags.any(Tags::ORGANIZATION));
        match owner {
            Some(_) if goes_on => None,
            Some(owner) => one(
                Span::new(owner.span.start, piece.span.end),
                ActorKind::Organization,
            ),
            None if tags.any(Tags::OUTLET) && self.printed(at).chars().count() > 2 => {
                one(piece.span, ActorKind::Organization)
            }
            None => None,
        }
    }

    /// Whether a word may be the own name of a body: 南方 of 南方通讯社.
    fn may_own(&self, owner: &Piece) -> bool {
        let printed = owner.span.of(self.text);
        let script = printed.chars().next().map(Script::of);
        let named = matches!(script, Some(Script::Han | Script::Katakana | Script::Latin));
        let plain = owner.known.verb.is_none() && !owner.known.tags.any(EVERY);
        named
            && plain
            && (2..=MAX_OWNER).contains(&printed.chars().count())
            && !printed.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// Any class at all: a word that is no part of a name.
const EVERY: Tags = Tags::NOT_NAME
    .or(Tags::ROLE)
    .or(Tags::ORGANIZATION)
    .or(Tags::PREPOSITION)
    .or(Tags::ACCORDING)
    .or(Tags::PRONOUN)
    .or(Tags::MEDIUM);

/// The name of a body has at most so many characters before what it ends with.
const MAX_OWNER: usize = 6;

/// A role is told with at most so many words before it.
const MAX_ROLE_PIECES: usize = 4;
