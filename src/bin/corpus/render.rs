//! Pieces to words.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::cast::Cast;
use crate::lists::{Groups, MONTHS, Place};
use crate::piece::{DatePart, End, Piece, Shown};
use crate::random::{Random, hash};

/// How many of a hundred utterances lose their first sentence, and their last clause.
const CUT_PERCENT: (usize, usize) = (20, 25);
/// How many of a hundred turns of speech are printed the other way.
const PARAPHRASED_PERCENT: usize = 40;

/// How one article tells its event.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'a> {
    /// Who and what is named.
    pub cast: &'a Cast,
    /// Who wrote it.
    pub authors: &'a [String],
    /// When it was published, as "08:30".
    pub time: &'a str,
    /// What this article cuts and paraphrases by.
    pub key: u64,
}

impl Voice<'_> {
    /// Prints `pieces`.
    pub fn render(&self, pieces: &[Piece]) -> String {
        let mut out = String::new();
        let mut left_out = None;
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Cut {
                    passage,
                    end,
                    opens,
                } if self.cut(*passage) == Some(*end) => {
                    left_out = opens.then_some(*passage);
                }
                Piece::Cut { .. } => {}
                _ if left_out.is_some() => {}
                piece => self.print(piece, at, &mut out),
            }
        }
        out
    }

    fn print(&self, piece: &Piece, at: usize, out: &mut String) {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Slot { slot, form } => {
                let word = self.cast.words.get(*slot).map_or("", String::as_str);
                out.push_str(&form.apply(word));
            }
            Piece::Initials(words) => {
                let initials = words
                    .iter()
                    .filter_map(|word| self.render(word).chars().next());
                out.extend(initials.flat_map(char::to_uppercase));
            }
            Piece::Word {
                groups,
                place,
                form,
            } => {
                out.push_str(&form.apply(exchanged(groups, *place, self.cast.key)));
            }
            Piece::Number(number) => out.push_str(&changed(number, self.cast.key)),
            Piece::Day(shown) => out.push_str(&moved(*shown, self.cast.weeks)),
            Piece::Time => out.push_str(self.time),
            Piece::Author(index) => {
                out.push_str(self.authors.get(*index).map_or("", String::as_str));
            }
            Piece::Either(is, instead) => {
                let mut random = Random::new(self.key, hash(at as u64, is));
                let other = random.chance(PARAPHRASED_PERCENT);
                out.push_str(if other { instead } else { is });
            }
            // Handled before, since it concerns the pieces around it.
            Piece::Cut { .. } => {}
        }
    }

    fn cut(&self, passage: usize) -> Option<End> {
        let (head, tail) = CUT_PERCENT;
        match Random::new(self.key, passage as u64).below(100) {
            roll if roll < head => Some(End::Head),
            roll if roll < head + tail => Some(End::Tail),
            _ => None,
        }
    }
}

/// The day `weeks` weeks later.
pub fn moved_day(date: Date, weeks: i32) -> Date {
    date.saturating_add(weeks.weeks())
}

fn moved(shown: Shown, weeks: i32) -> String {
    let date = moved_day(shown.date, weeks);
    match shown.part {
        DatePart::Day(true) => format!("{:02}", date.day()),
        DatePart::Day(false) => date.day().to_string(),
        DatePart::MonthNumber(true) => format!("{:02}", date.month()),
        DatePart::MonthNumber(false) => date.month().to_string(),
        DatePart::MonthName(language, form, shape) => {
            let is_it = |(l, number, f): (&str, i8, usize)| {
                l == language && number == date.month() && f == form
            };
            let month = MONTHS
                .iter()
                .find(|m| is_it((m.language, m.number, m.form)));
            shape.apply(month.map_or("", |month| month.word))
        }
        DatePart::Year => date.year().to_string(),
    }
}

// All words of a group move on by as many places, so that two words of one article stay two.
fn exchanged(groups: &'static Groups, (group, word, form): Place, key: u64) -> &'static str {
    let Some(group_of) = groups.groups.get(group) else {
        return "";
    };
    let by = Random::new(key, group as u64).below(group_of.words.len());
    let new = group_of.words.get((word + by) % group_of.words.len());
    new.and_then(|forms| forms.get(form))
        .copied()
        .unwrap_or_default()
}

// As many figures, the first and the zeros at the end kept: the same number becomes
// the same number in all articles of an event.
fn changed(number: &str, key: u64) -> String {
    let mut random = Random::new(key, hash(0, number));
    let round = number.trim_end_matches(['0', ',', '.']).len();
    let figures = number.char_indices().map(|(at, c)| match c {
        '0'..='9' if at > 0 && at < round => char::from(b'1' + random.below(9) as u8),
        _ => c,
    });
    figures.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::piece::Form;
    use jiff::civil::date;

    fn cast() -> Cast {
        Cast {
            words: vec!["Krenwick".into()],
            outlets: Vec::new(),
            key: 4,
            weeks: 10,
        }
    }

    #[test]
    fn a_number_keeps_its_size_and_its_round_end() {
        let number = changed("1,240,000", 4);
        assert_eq!(number.len(), 9);
        assert!(
            number.starts_with("1,") && number.ends_with(",000"),
            "{number}"
        );
        assert_eq!(number, changed("1,240,000", 4));
    }

    #[test]
    fn a_date_moves_by_whole_weeks() {
        let show = |part| {
            moved(
                Shown {
                    date: date(2025, 6, 3),
                    part,
                },
                10,
            )
        };
        let name = DatePart::MonthName("en", 1, Form::Plain);
        assert_eq!(show(name) + " " + &show(DatePart::Day(false)), "Aug. 12");
    }

    #[test]
    fn an_utterance_is_cut_for_the_whole_article_or_not_at_all() {
        let end = End::Tail;
        let cut = |opens| Piece::Cut {
            passage: 0,
            end,
            opens,
        };
        let pieces = [
            Piece::Text("We knew".into()),
            cut(true),
            Piece::Text(", and we left".into()),
            cut(false),
            Piece::Text(".".into()),
        ];
        let cast = cast();
        let mut printed: Vec<String> = (0..50)
            .map(|key| {
                let voice = Voice {
                    cast: &cast,
                    authors: &[],
                    time: "",
                    key,
                };
                voice.render(&pieces)
            })
            .collect();
        printed.sort();
        printed.dedup();
        assert_eq!(printed, ["We knew, and we left.", "We knew."]);
    }
}
