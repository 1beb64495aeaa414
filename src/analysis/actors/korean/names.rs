//! Where Korean names are told for sure: beside a role, by an ending, on a list.

use std::ops::Range;

use foldhash::HashSet;

use super::lists::{
    COMPANY_WORDS, FAMILY, NOT_NAMES, OUTLET_WORDS, PLACES, RELATIONS, STATE_ROLES, is_body,
    is_full_name, role_of,
};
use super::piece::Piece;
use crate::model::{ActorKind, Span};

/// A name that was told, by its pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The pieces; the particle of the last one is no part of the name.
    pub pieces: Range<usize>,
    /// What it names.
    pub kind: ActorKind,
    /// The role beside it.
    pub role: Option<Span>,
}

/// Finds the names that are told where they stand, in order.
pub fn told(pieces: &[Piece]) -> Vec<Told> {
    let mut found = bodies_and_places(pieces);
    let places = names_of(pieces, &found, ActorKind::Place);
    let bodies = names_of(pieces, &found, ActorKind::Organization);
    let others: HashSet<&str> = places.union(&bodies).copied().collect();
    let roles = (0..pieces.len()).filter(|&at| !is_reporter(pieces, at));
    let people: Vec<Told> = roles
        .filter_map(|at| {
            before_role(pieces, at, &others).or_else(|| behind_role(pieces, at, &others))
        })
        .collect();
    found.extend(people);
    found
}

fn names_of<'a>(pieces: &[Piece<'a>], told: &[Told], kind: ActorKind) -> HashSet<&'a str> {
    let of_kind = told
        .iter()
        .filter(|told| told.kind == kind && told.pieces.len() == 1);
    of_kind
        .filter_map(|told| Some(pieces.get(told.pieces.start)?.stem))
        .collect()
}

fn bodies_and_places(pieces: &[Piece]) -> Vec<Told> {
    let found = (0..pieces.len()).filter_map(|at| {
        let one = |kind| {
            Some(Told {
                pieces: at..at + 1,
                kind,
                role: None,
            })
        };
        let piece = &pieces[at];
        let place = PLACES.contains(piece.text) || PLACES.contains(piece.stem);
        match () {
            () if place || is_capital(pieces, at) || is_state(pieces, at) => one(ActorKind::Place),
            () if is_dateline(pieces, at) => one(ActorKind::Place),
            () if is_body(piece.stem) || follows_company_word(pieces, at) => {
                one(ActorKind::Organization)
            }
            () if is_foreign_body(pieces, at) => Some(Told {
                pieces: at - 1..at + 1,
                kind: ActorKind::Organization,
                role: None,
            }),
            () => None,
        }
    });
    found.collect()
}

/// X and Y of "X의 수도 Y에서": a country and its capital.
fn is_capital(pieces: &[Piece], at: usize) -> bool {
    let word = |at: usize| pieces.get(at).map_or("", |piece| piece.text);
    let country = word(at).ends_with('의') && word(at + 1) == "수도";
    country || (at > 0 && word(at - 1) == "수도" && pieces[at].joined && pieces[at].closed)
}

/// The country of "이름 성 나라 총리": of three words before a role of states the last one.
fn is_state(pieces: &[Piece], at: usize) -> bool {
    let role = pieces.get(at + 1).filter(|role| role.joined);
    let of_state = role
        .and_then(|role| role_of(role.stem))
        .is_some_and(|role| STATE_ROLES.contains(role));
    let free = |at: usize| is_free(&pieces[at]);
    of_state && at > 1 && pieces[at].joined && pieces[at - 1].joined && (at - 2..=at).all(free)
}

/// "(부산=한빛통신)".
fn is_dateline(pieces: &[Piece], at: usize) -> bool {
    let next = pieces.get(at + 1);
    pieces[at].before == Some('(') && next.is_some_and(|next| next.before == Some('='))
}

/// "수입업체 한빛수산을", "소셜미디어 물결에": the kind of body stands before it.
fn follows_company_word(pieces: &[Piece], at: usize) -> bool {
    let before = at.checked_sub(1).filter(|_| pieces[at].joined);
    let kind = before.is_some_and(|at| COMPANY_WORDS.contains(pieces[at].text));
    kind && pieces[at].stem.len() < pieces[at].text.len()
        && role_of(pieces[at].stem).is_none()
        && !NOT_NAMES.contains(pieces[at].stem)
}

/// "모닝 포스트".
fn is_foreign_body(pieces: &[Piece], at: usize) -> bool {
    at > 0
        && pieces[at].joined
        && OUTLET_WORDS.contains(pieces[at].stem)
        && is_free(&pieces[at - 1])
        && !PLACES.contains(pieces[at - 1].text)
}

/// Whether a piece may be a part of a name that goes on.
fn is_free(piece: &Piece) -> bool {
    piece.is_hangul()
        && !piece.closed
        && piece.text.chars().count() > 1
        && !NOT_NAMES.contains(piece.text)
        && !RELATIONS.contains(piece.text)
        && !COMPANY_WORDS.contains(piece.text)
        && role_of(piece.text).is_none()
}

/// "김도현 기자 =" writes the article and is no actor of it.
fn is_reporter(pieces: &[Piece], at: usize) -> bool {
    pieces[at].stem == "기자"
}

/// "노라 베크 총리는", "윤 작가는": the name before a role, a country between them perhaps.
fn before_role(pieces: &[Piece], at: usize, others: &HashSet<&str>) -> Option<Told> {
    let role = role_of(pieces[at].stem).map(|_| pieces[at].stem_span())?;
    let mut end = at;
    while end > 0 && pieces[end].joined && others.contains(pieces[end - 1].text) {
        end -= 1;
    }
    let mut start = end;
    while start > 0
        && end - start < 2
        && pieces[start].joined
        && is_free(&pieces[start - 1])
        && !others.contains(pieces[start - 1].stem)
    {
        start -= 1;
    }
    let family =
        start == end && end > 0 && pieces[end].joined && FAMILY.contains(pieces[end - 1].text);
    if family {
        start -= 1;
    } else if end - start > 0 && is_full_name(pieces[end - 1].text, end - start > 1) {
        start = end - 1;
    }
    let full = end - start == 2 || (end > start && is_full_name(pieces[start].text, false));
    let role = Span::new(pieces[end].span.start, role.end);
    (family || full).then_some(Told {
        pieces: start..end,
        kind: ActorKind::Person,
        role: Some(role),
    })
}

/// "소설가 윤서하가", "평론가 노라 베크의": the role stands before the name.
fn behind_role(pieces: &[Piece], at: usize, others: &HashSet<&str>) -> Option<Told> {
    let word = pieces[at].text;
    let is_role = role_of(word).is_some() || RELATIONS.contains(word);
    let joined = |at: usize| {
        pieces
            .get(at)
            .filter(|piece| piece.joined && piece.is_hangul())
    };
    let first = joined(at + 1).filter(|_| is_role)?;
    let free = |piece: &Piece| !others.contains(piece.stem) && !NOT_NAMES.contains(piece.stem);
    let end = if is_full_name(first.stem, first.stem.len() == first.text.len()) {
        at + 2
    } else {
        let second = joined(at + 2)?;
        let ends = second.stem.len() < second.text.len() && role_of(second.stem).is_none();
        (is_free(first) && free(first) && ends && free(second)).then_some(at + 3)?
    };
    let of_body = at > 0 && pieces[at].joined && others.contains(pieces[at - 1].text);
    let role = Span::new(
        pieces[if of_body { at - 1 } else { at }].span.start,
        pieces[at].span.end,
    );
    Some(Told {
        pieces: at + 1..end,
        kind: ActorKind::Person,
        role: Some(role),
    })
}
