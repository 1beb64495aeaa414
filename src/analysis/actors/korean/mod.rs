//! Who acts in a Korean article.
//!
//! Capitals tell nothing here, and particles are glued to names. Names are told
//! beside a role, by what bodies end with and by lists (`names`), and found again
//! wherever they stand with or without a particle. What no sign tells is left out.

mod lists;
mod names;
mod piece;

use foldhash::{HashMap, HashMapExt};

use super::Cast;
use crate::model::{Actor, ActorKind, Article, Span};
use lists::FAMILY;
use names::{Told, told};
use piece::{Piece, pieces};

/// Finds the actors of a Korean article. Never fails.
pub fn find(article: &Article) -> Cast {
    let pieces = pieces(article);
    let mut people = Names::new(&article.text, &pieces);
    for told in told(&pieces) {
        people.learn(&told);
    }
    let mentions = people.mentions();
    let pronouns = pronouns(&article.text, &pieces, &mentions, &people.all);
    Cast::of(people.text, people.all, &mentions, pronouns)
}

/// The names of an article and the actors they lead to.
struct Names<'a> {
    text: &'a str,
    pieces: &'a [Piece<'a>],
    all: Vec<Actor>,
    /// Actors by their words: one or two pieces.
    by_words: HashMap<(&'a str, &'a str), usize>,
    /// Persons by what stands for them alone: the family name.
    short: HashMap<&'a str, usize>,
    /// What is told of a family name alone, once all full names are known.
    families: Vec<(usize, Option<Span>)>,
}

/// No actor is called more things.
const ROLES: usize = 16;

impl<'a> Names<'a> {
    fn new(text: &'a str, pieces: &'a [Piece<'a>]) -> Self {
        Self {
            text,
            pieces,
            all: Vec::new(),
            by_words: HashMap::new(),
            short: HashMap::new(),
            families: Vec::new(),
        }
    }

    fn learn(&mut self, told: &Told) {
        let Some(last) = self.pieces.get(told.pieces.end - 1) else {
            return;
        };
        let first = &self.pieces[told.pieces.start];
        let single = told.pieces.len() == 1;
        if single && FAMILY.contains(last.text) {
            self.families.push((told.pieces.start, told.role));
            return;
        }
        let key = if single {
            (last.stem, "")
        } else {
            (first.text, last.stem)
        };
        let index = *self.by_words.entry(key).or_insert_with(|| {
            self.all.push(Actor {
                name: Span::new(first.span.start, last.stem_span().end)
                    .of(self.text)
                    .to_owned(),
                kind: told.kind,
                roles: Vec::new(),
                aliases: Vec::new(),
                mentions: Vec::new(),
            });
            self.all.len() - 1
        });
        if told.kind == ActorKind::Person {
            let short = if single {
                &last.stem[..first_syllable(last.stem)]
            } else {
                last.stem
            };
            self.short.entry(short).or_insert(index);
        }
        self.add_role(index, told.role);
        self.gloss(told, index);
    }

    fn add_role(&mut self, index: usize, role: Option<Span>) {
        let text = self.text;
        let roles = &mut self.all[index].roles;
        let new = role.filter(|role| roles.iter().all(|known| known.of(text) != role.of(text)));
        roles.extend(new.filter(|_| roles.len() < ROLES));
    }

    /// "한빛통신(HBW)": the letters in brackets are the same actor.
    fn gloss(&mut self, told: &Told, index: usize) {
        let bracket = self
            .pieces
            .get(told.pieces.end)
            .filter(|piece| piece.before == Some('('));
        let short = bracket.filter(|piece| piece.text.bytes().all(|b| b.is_ascii_uppercase()));
        if let Some(short) = short.filter(|piece| piece.text.len() > 1) {
            self.by_words.entry((short.text, "")).or_insert(index);
        }
    }

    /// Every place where a known name stands, with its actor.
    fn mentions(&mut self) -> Vec<(Span, usize)> {
        let families = std::mem::take(&mut self.families);
        let mut found = Vec::new();
        for (at, role) in families {
            let known = self.short.get(self.pieces[at].text).copied();
            if let Some(index) = known {
                found.push((self.pieces[at].span, index));
                self.add_role(index, role);
            }
        }
        let mut at = 0;
        while at < self.pieces.len() {
            let (len, mention) = self.at(at);
            found.extend(mention);
            at += len;
        }
        found.sort_unstable();
        found
    }

    fn at(&self, at: usize) -> (usize, Option<(Span, usize)>) {
        let piece = &self.pieces[at];
        let next = self.pieces.get(at + 1).filter(|next| next.joined);
        let two = next.and_then(|next| {
            let ends = [next.text, next.stem];
            let known = ends
                .iter()
                .find_map(|end| Some((*end, *self.by_words.get(&(piece.text, end))?)));
            known.map(|(end, index)| {
                (
                    Span::new(piece.span.start, next.span.start + end.len()),
                    index,
                )
            })
        });
        if two.is_some() {
            return (2, two);
        }
        let full = |word: &str| self.by_words.get(&(word, "")).copied();
        // A family name of two syllables stands for a foreigner: 베크는.
        let short = |word: &str| {
            self.short
                .get(word)
                .copied()
                .filter(|_| word.chars().count() > 1)
        };
        let known = [piece.text, piece.stem].into_iter().find_map(|word| {
            let index = full(word).or_else(|| short(word))?;
            Some((
                Span::new(piece.span.start, piece.span.start + word.len()),
                index,
            ))
        });
        (1, known)
    }
}

fn first_syllable(word: &str) -> usize {
    word.chars().next().map_or(0, char::len_utf8)
}

/// 그는 and 그녀는 mean the one person named in the sentence before, or before them
/// in their own.
fn pronouns(
    text: &str,
    pieces: &[Piece],
    mentions: &[(Span, usize)],
    actors: &[Actor],
) -> Vec<(Span, usize)> {
    let pronoun = |piece: &&Piece| {
        let word = piece.text;
        matches!(
            word,
            "그는" | "그가" | "그의" | "그녀는" | "그녀가" | "그녀의"
        )
    };
    let found = pieces.iter().filter(pronoun).filter_map(|piece| {
        let from = sentence_before(text, piece.span.start);
        let first = mentions.partition_point(|(span, _)| span.start < from);
        let last = mentions.partition_point(|(span, _)| span.start < piece.span.start);
        let near = mentions[first..last].iter().map(|&(_, index)| index);
        let mut people = near.filter(|&index| actors[index].kind == ActorKind::Person);
        let person = people.next()?;
        let particle = piece.text.chars().next_back().map_or(0, char::len_utf8);
        let span = Span::new(piece.span.start, piece.span.end - particle);
        people
            .all(|other| other == person)
            .then_some((span, person))
    });
    found.collect()
}

/// Where the sentence before the one at `at` begins, in the same paragraph.
fn sentence_before(text: &str, at: usize) -> usize {
    let mut from = at;
    for _ in 0..2 {
        let before = &text[..from];
        let far = before.len().saturating_sub(REACH);
        let far = (far..=before.len()).find(|&at| before.is_char_boundary(at));
        let near = &before[far.unwrap_or(before.len())..];
        let end = near.trim_end_matches([' ', '.']).rfind(['.', '\n']);
        from = before.len() - near.len() + end.map_or(0, |end| end + 1);
        if text[from..at].starts_with('\n') || text[..from].ends_with('\n') {
            break;
        }
    }
    from
}

/// No sentence is looked through farther back, in bytes.
const REACH: usize = 600;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sample;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, ActorKind)]) {
        let article = sample::paragraph(text);
        let found = find(&article).actors;
        let found: Vec<_> = found
            .iter()
            .map(|actor| (actor.name.as_str(), actor.kind))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_role_behind_a_name_tells_a_person() {
        check(
            "노라 베크 시장은 항구를 닫았다. 베크는 이유를 밝히지 않았다.",
            &[("노라 베크", ActorKind::Person)],
        );
    }

    #[test]
    fn a_role_before_a_name_tells_a_person() {
        check(
            "소설가 이서준이 상을 받았다. 이 작가는 웃었다.",
            &[("이서준", ActorKind::Person)],
        );
    }

    #[test]
    fn bodies_are_told_by_their_ending_and_keep_their_letters() {
        check(
            "동해해운(DHS)은 배를 멈췄다. DHS는 사과했다.",
            &[("동해해운", ActorKind::Organization)],
        );
    }

    #[test]
    fn a_country_before_a_role_is_no_part_of_the_name() {
        check(
            "노라 베크 오르비아 총리는 프랑스로 떠났다. 오르비아는 조용했다.",
            &[
                ("노라 베크", ActorKind::Person),
                ("오르비아", ActorKind::Place),
                ("프랑스", ActorKind::Place),
            ],
        );
    }

    #[test]
    fn a_pronoun_means_the_one_named_in_the_sentence_before() {
        let text =
            "노라 베크 시장은 항구를 닫았다. 그는 떠났다. 이서준 의원이 말했다. 그는 남았다.";
        let article = sample::paragraph(text);
        let meant: Vec<usize> = find(&article)
            .pronouns
            .iter()
            .map(|(_, actor)| actor.0)
            .collect();
        assert_eq!(meant, [0, 1]);
    }

    #[test]
    fn common_words_are_no_names() {
        check(
            "이번 대회에서 많은 선수가 다쳤다. 정부 대변인은 말이 없었다.",
            &[],
        );
    }
}
