//! Who acts in an article whose words are printed without spaces.
//!
//! Names are told beside a title, a role or a verb of speech (`told`), by what bodies
//! end with and by lists, and found again wherever they stand. What no sign tells is
//! left out.

mod told;

use foldhash::{HashMap, HashMapExt};

use super::{Cast, MAX_COMPARED, only};
use crate::analysis::document::cut;
use crate::analysis::lexicon::speech::{Known, Language, Lexicon, Tags};
use crate::model::{Actor, ActorKind, Article, BlockKind, Span};
use told::{Told, told};

/// A word of the article.
#[derive(Debug, Clone, Copy)]
struct Piece {
    span: Span,
    known: Known,
    /// Whether the word before touches it, in the same block.
    joined: bool,
    block: usize,
}

/// Finds the actors of such an article. Never fails.
pub fn find(article: &Article, lexicon: &Lexicon) -> Cast {
    let pieces = pieces(article, lexicon);
    let mut names = Names {
        text: &article.text,
        language: lexicon.language,
        all: Vec::new(),
        by_words: HashMap::new(),
    };
    for told in told(&article.text, &pieces, lexicon) {
        names.learn(&told);
    }
    names.learn_headline(article);
    let mut mentions = names.mentions(article);
    mentions.extend(names.titled(&pieces));
    mentions.sort_unstable();
    mentions.dedup_by(|later, first| later.0.start < first.0.end);
    let pronouns = names.pronouns(&pieces, &mentions);
    Cast::of(names.text, names.all, &mentions, pronouns)
}

fn pieces(article: &Article, lexicon: &Lexicon) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    let analysed = article.blocks.iter().enumerate();
    for (block, part) in analysed.filter(|(_, part)| part.kind.is_analysed()) {
        for span in cut(&article.text, part.span, lexicon, &[]) {
            let before = all.last().filter(|last| last.block == block);
            all.push(Piece {
                span,
                known: lexicon.known(&span.of(&article.text).to_lowercase()),
                joined: before.is_some_and(|before| before.span.end == span.start),
                block,
            });
        }
    }
    all
}

/// The names of an article and the actors they lead to.
struct Names<'a> {
    text: &'a str,
    language: Language,
    all: Vec<Actor>,
    by_words: HashMap<&'a str, usize>,
}

/// A name has at most so many characters.
const MAX_NAME: usize = 16;

/// Most Japanese family names have two characters.
const FAMILY_NAME: usize = 2;

/// No actor is called more things.
const MAX_ROLES: usize = 16;

impl<'a> Names<'a> {
    fn learn(&mut self, told: &Told) {
        let printed = told.name.of(self.text);
        let known = self.by_words.get(printed).copied();
        let index = known
            .or_else(|| self.full(printed, told.kind))
            .unwrap_or_else(|| {
                self.all.push(Actor {
                    name: printed.to_owned(),
                    kind: told.kind,
                    roles: Vec::new(),
                    aliases: Vec::new(),
                    mentions: Vec::new(),
                });
                self.all.len() - 1
            });
        self.by_words.insert(printed, index);
        if let Some(last) = last_part(printed).filter(|_| told.kind == ActorKind::Person) {
            self.by_words.entry(last).or_insert(index);
        }
        let roles = &mut self.all[index].roles;
        let text = self.text;
        let new = told
            .role
            .filter(|role| roles.iter().all(|known| known.of(text) != role.of(text)));
        roles.extend(new.filter(|_| roles.len() < MAX_ROLES));
    }

    /// The person whose family name alone is printed: 三崎 for 三崎春子.
    fn full(&self, printed: &str, kind: ActorKind) -> Option<usize> {
        let japanese = self.language == Language::Japanese && kind == ActorKind::Person;
        let longer = |actor: &Actor| {
            actor.kind == ActorKind::Person
                && actor.name.len() > printed.len()
                && actor.name.starts_with(printed)
        };
        self.all
            .iter()
            .take(MAX_COMPARED)
            .position(longer)
            .filter(|_| japanese)
    }

    /// Japanese headlines print a family name without its title: 高木「信じて蹴った」.
    fn learn_headline(&mut self, article: &'a Article) {
        let headlines = article
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Headline);
        for headline in headlines.filter(|_| self.language == Language::Japanese) {
            let words = headline.span.of(&article.text);
            for at in 0..self.all.len().min(MAX_COMPARED) {
                let name = &self.all[at].name;
                let Some((end, _)) = name.char_indices().nth(FAMILY_NAME) else {
                    continue;
                };
                let family = &name[..end];
                let alone = only(&self.all, |other| other.name.starts_with(family)) == Some(at);
                let person = self.all[at].kind == ActorKind::Person;
                if let Some(printed) = words.find(family).filter(|_| person && alone) {
                    self.by_words
                        .entry(&words[printed..printed + end])
                        .or_insert(at);
                }
            }
        }
    }

    /// Every place where a known name stands, the longest at each.
    fn mentions(&self, article: &Article) -> Vec<(Span, usize)> {
        let mut found = Vec::new();
        let longest = self.by_words.keys().map(|name| name.chars().count()).max();
        let longest = longest.unwrap_or(0).min(MAX_NAME);
        for block in article
            .blocks
            .iter()
            .filter(|block| block.kind.is_analysed())
        {
            let mut at = block.span.start;
            while let Some(rest) = self
                .text
                .get(at..block.span.end)
                .filter(|rest| !rest.is_empty())
            {
                let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
                let name = ends
                    .take(longest)
                    .filter_map(|end| Some((end, *self.by_words.get(&rest[..end])?)))
                    .last();
                let step = rest.chars().next().map_or(1, char::len_utf8);
                found.extend(name.map(|(end, index)| (Span::new(at, at + end), index)));
                at += name.map_or(step, |(end, _)| end);
            }
        }
        found
    }

    /// 周市长: a family name before a title means the one person who bears it.
    fn titled(&self, pieces: &[Piece]) -> Vec<(Span, usize)> {
        if self.language != Language::Chinese {
            return Vec::new();
        }
        let pairs = pieces.windows(2).filter_map(|pair| {
            let [family, title] = pair else { return None };
            let single = family.span.of(self.text).chars().count() == 1;
            if !single || !title.joined || !title.known.tags.any(Tags::TITLE) {
                return None;
            }
            let family_name = family.span.of(self.text);
            let only = only(&self.all, |actor| {
                actor.kind == ActorKind::Person && actor.name.starts_with(family_name)
            })?;
            Some((family.span, only))
        });
        pairs.collect()
    }

    /// Pronouns mean the person named last before them.
    fn pronouns(&self, pieces: &[Piece], mentions: &[(Span, usize)]) -> Vec<(Span, usize)> {
        let pronouns = pieces.iter().filter(|piece| {
            let single = piece.span.of(self.text).chars().count() < 3;
            piece.known.tags.any(Tags::PRONOUN)
                && single
                && !piece.span.of(self.text).ends_with(['们', '們', 'ら'])
        });
        let meant = pronouns.filter_map(|piece| {
            let behind = mentions.partition_point(|(span, _)| span.end <= piece.span.start);
            let near = mentions[behind.saturating_sub(MAX_MENTIONS_BACK)..behind]
                .iter()
                .rev();
            let mut people = near.filter(|(_, index)| self.all[*index].kind == ActorKind::Person);
            people.next().map(|&(_, index)| (piece.span, index))
        });
        meant.collect()
    }
}

/// A pronoun means nobody named before so many other mentions.
const MAX_MENTIONS_BACK: usize = 8;

/// The family name of a foreigner: ベック of ノラ・ベック.
fn last_part(name: &str) -> Option<&str> {
    let (_, last) = name.rsplit_once(['・', '·', '‧'])?;
    (last.chars().count() > 1).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sample;

    #[track_caller]
    fn check(language: &str, text: &str, expected: &[(&str, ActorKind)]) {
        let article = sample::paragraph(text);
        let found = find(&article, Lexicon::of(Some(language))).actors;
        let found: Vec<_> = found
            .iter()
            .map(|actor| (actor.name.as_str(), actor.kind))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_japanese_name_stands_before_its_title() {
        check(
            "ja",
            "小島の北村薫町長は港を閉めた。北村氏は理由を言わなかった。",
            &[("北村薫", ActorKind::Person)],
        );
        check("ja", "地元の警察署長は黙っていた。", &[]);
    }

    #[test]
    fn a_chinese_name_stands_behind_its_role_or_before_a_verb_of_speech() {
        check(
            "zh",
            "渔民罗小海说，风太大。罗小海没有出海。",
            &[("罗小海", ActorKind::Person)],
        );
        check(
            "zh",
            "宋琪指出，桥还没修好。",
            &[("宋琪", ActorKind::Person)],
        );
        check(
            "zh",
            "船长伊凡·彼得对记者说，他累了。",
            &[("伊凡·彼得", ActorKind::Person)],
        );
        check(
            "zh",
            "记者·王明说，风太大。",
            &[("王明", ActorKind::Person)],
        );
    }

    #[test]
    fn outlets_and_bodies_are_told_by_what_they_end_with() {
        check(
            "ja",
            "北海通信によると、雨が続く。",
            &[("北海通信", ActorKind::Organization)],
        );
    }
}
