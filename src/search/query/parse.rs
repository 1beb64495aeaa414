//! From a line of text to clauses. Cannot fail.

use super::{Clause, Count, Counted, How, INSIDE, Pattern, Period, Query, State, Term, Test};

/// Every field, as it is typed.
const FIELDS: [&str; 14] = [
    "by", "said", "of", "text", "actor", "title", "source", "lang", "tag", "note", "story", "date",
    "is", "has",
];

/// How many letters a name may be off to be offered as the nearest.
const NEAR: usize = 2;

pub(super) fn parse(input: &str) -> Query {
    let mut query = Query::default();
    for line in input.split(INSIDE) {
        let inside = parse_line(line);
        query.clauses.extend(inside.clauses);
        query.notes.extend(inside.notes);
    }
    query
}

fn parse_line(input: &str) -> Query {
    let mut reader = Reader::new(input);
    let mut clauses: Vec<Clause> = Vec::new();
    let mut joins = false;
    while let Some(piece) = reader.next() {
        match piece {
            Piece::Or => joins = !clauses.is_empty(),
            Piece::Nothing => joins = false,
            Piece::Term(term) => {
                match clauses.last_mut().filter(|_| joins) {
                    Some(clause) => clause.terms.push(term),
                    None => clauses.push(Clause { terms: vec![term] }),
                }
                joins = false;
            }
        }
    }
    Query {
        clauses,
        notes: reader.notes,
    }
}

/// Puts `field:` before every pattern that has no field.
pub(super) fn with_field(input: &str, field: &str) -> String {
    let mut reader = Reader::new(input);
    while reader.next().is_some() {}
    let mut words = input.to_owned();
    for left in reader.bare {
        words.insert_str(input.len() - left, &format!("{field}:"));
    }
    words
}

enum Piece {
    Term(Term),
    /// `|`
    Or,
    /// An operator or field without words yet.
    Nothing,
}

struct Reader<'a> {
    rest: &'a str,
    notes: Vec<String>,
    /// How much was left where a pattern without a field begins, the last one first.
    bare: Vec<usize>,
}

impl<'a> Reader<'a> {
    fn new(input: &'a str) -> Self {
        Self {
            rest: input,
            notes: Vec::new(),
            bare: Vec::new(),
        }
    }

    fn next(&mut self) -> Option<Piece> {
        self.rest = self.rest.trim_start();
        if self.rest.is_empty() {
            return None;
        }
        if self.take("|") {
            return Some(Piece::Or);
        }
        let negated = self.negation();
        let start = self.rest;
        let test = match self.field() {
            Some(field) => self.value(field, start),
            None => {
                let pattern = self.pattern();
                if pattern.is_some() {
                    self.bare.insert(0, start.len());
                }
                pattern.map(Test::Anywhere)
            }
        };
        Some(match test {
            Some(test) => Piece::Term(Term { negated, test }),
            None => Piece::Nothing,
        })
    }

    fn take(&mut self, mark: &str) -> bool {
        let rest = self.rest.strip_prefix(mark);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// `-` and `!` before a word; alone they are text.
    fn negation(&mut self) -> bool {
        let mut after = self.rest.chars();
        let sign = matches!(after.next(), Some('-' | '!'));
        let negates = sign && after.next().is_some_and(|c| !c.is_whitespace() && c != '|');
        if negates {
            self.rest = after_first(self.rest);
        }
        negates
    }

    /// Takes `name:` when it is a field. Notes a name that is none.
    fn field(&mut self) -> Option<&'static str> {
        let end = self.rest.find(|c: char| !c.is_alphabetic())?;
        let (name, after) = self.rest.split_at(end);
        let after = after.strip_prefix(':').filter(|_| !name.is_empty())?;
        let lower = name.to_lowercase();
        if let Some(field) = FIELDS.into_iter().find(|field| *field == lower) {
            self.rest = after;
            return Some(field);
        }
        // An address or a time is no field; nor is one that is still typed.
        if after
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() || c == '"')
        {
            self.notes.push(unknown("field", name, ":", &FIELDS));
        }
        None
    }

    /// Reads the value of `field`; `start` is where its name begins.
    fn value(&mut self, field: &str, start: &'a str) -> Option<Test> {
        match field {
            "by" => self.pattern().map(Test::By),
            "said" => self.pattern().map(Test::Said),
            "of" => self.pattern().map(Test::Of),
            "text" => self.pattern().map(Test::Text),
            "actor" => self.pattern().map(Test::Actor),
            "title" => self.pattern().map(Test::Title),
            "source" => self.pattern().map(Test::Source),
            "lang" => self.pattern().map(Test::Language),
            "tag" => self.pattern().map(Test::Tag),
            "note" => self.pattern().map(Test::Note),
            "story" => self.pattern().map(Test::Story),
            _ => self.special(field, start),
        }
    }

    /// Reads a value that is no words. One that cannot be read is searched as text.
    fn special(&mut self, field: &str, start: &'a str) -> Option<Test> {
        let value = self.word();
        if value.is_empty() {
            return None;
        }
        let test = match field {
            "date" => Period::parse(value).map(Test::Date),
            "is" => state(value).map(Test::Is),
            _ => count(value).map(Test::Has),
        };
        if test.is_none() {
            self.notes.push(match field {
                "date" => format!("no date: {value}; write 2026-08, 2026-08-01.. or 7d"),
                "is" => unknown("state", value, "", &State::ALL.map(|(word, _)| word)),
                _ => format!("no count: {value}; write quotes>3 or actors=2"),
            });
            let whole = &start[..start.len() - self.rest.len()];
            return Some(Test::Anywhere(Pattern::new(whole)));
        }
        test
    }

    /// Everything up to a blank or `|`.
    fn word(&mut self) -> &'a str {
        let ends = |c: char| c.is_whitespace() || c == '|';
        let (word, rest) = self
            .rest
            .split_at(self.rest.find(ends).unwrap_or(self.rest.len()));
        self.rest = rest;
        word
    }

    /// Words with their operators; `None` when there is no word yet.
    fn pattern(&mut self) -> Option<Pattern> {
        let exact = self.operator('\'');
        let begins = self.operator('^');
        let (typed, quoted) = match self.phrase() {
            Some((words, closed)) => (words, Some(closed)),
            None => (self.word(), None),
        };
        let mut ends = quoted.is_some() && self.take("$");
        let mut typed = typed;
        if quoted.is_none()
            && let Some(words) = typed.strip_suffix('$').filter(|words| !words.is_empty())
        {
            (typed, ends) = (words, true);
        }
        let typed = typed.trim();
        if typed.chars().all(is_mark) {
            return None;
        }
        Some(Pattern {
            how: match (quoted, exact) {
                (Some(_), _) => How::Phrase,
                (None, true) => How::Exact,
                (None, false) => How::Fuzzy,
            },
            begins,
            ends,
            growing: self.rest.is_empty() && quoted != Some(true) && !ends,
            ..Pattern::new(typed)
        })
    }

    /// Takes an operator that has a word after it.
    fn operator(&mut self, mark: char) -> bool {
        let after = self.rest.strip_prefix(mark);
        let stands =
            after.is_some_and(|after| after.chars().next().is_some_and(|c| !c.is_whitespace()));
        if stands {
            self.rest = after_first(self.rest);
        }
        stands
    }

    /// Takes a phrase between quotation marks, straight or curly, and says whether
    /// it was closed; an unclosed one is closed at the end.
    fn phrase(&mut self) -> Option<(&'a str, bool)> {
        if !self.rest.starts_with(is_quotation_mark) {
            return None;
        }
        let inside = after_first(self.rest);
        match inside.find(is_quotation_mark) {
            Some(end) => {
                let (words, rest) = inside.split_at(end);
                self.rest = after_first(rest);
                Some((words, true))
            }
            None => {
                self.rest = "";
                Some((inside, false))
            }
        }
    }
}

/// Whether it is a mark that nobody looks for by itself: an operator without its
/// word, or a dash out of a headline.
fn is_mark(c: char) -> bool {
    c.is_whitespace() || is_quotation_mark(c) || "-–—!'’^|.,;:?()[]…·/".contains(c)
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn after_first(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
}

fn state(value: &str) -> Option<State> {
    let value = value.to_lowercase();
    let mut all = State::ALL.into_iter();
    all.find(|(word, _)| *word == value).map(|(_, state)| state)
}

/// Reads `quotes>3`, `actors<=2`, `quotes=1`; a name alone means at least one.
fn count(value: &str) -> Option<Count> {
    let end = value.find(['<', '>', '=']).unwrap_or(value.len());
    let (name, comparison) = value.split_at(end);
    let of = match name.to_lowercase().as_str() {
        "quotes" | "quote" => Counted::Quotes,
        "actors" | "actor" => Counted::Actors,
        _ => return None,
    };
    let number = comparison.trim_start_matches(['<', '>', '=']);
    let sign = &comparison[..comparison.len() - number.len()];
    if number.is_empty() {
        // Still being typed: nothing is excluded yet.
        let least = u32::from(sign.is_empty());
        return Some(Count {
            of,
            least,
            most: u32::MAX,
        });
    }
    let number: u32 = number.parse().ok()?;
    let (least, most) = match sign {
        ">" => (number.saturating_add(1), u32::MAX),
        ">=" => (number, u32::MAX),
        "<" => (0, number.checked_sub(1)?),
        "<=" => (0, number),
        "=" | "==" => (number, number),
        _ => return None,
    };
    Some(Count { of, least, most })
}

/// The note about a name that is none of `known`.
fn unknown(what: &str, name: &str, mark: &str, known: &[&str]) -> String {
    let name = name.to_lowercase();
    let distance = |known: &&&str| strsim::osa_distance(known, &name);
    let nearest = known
        .iter()
        .filter(|known| known.starts_with(&name) || distance(known) <= NEAR.min(name.len() / 2))
        .min_by_key(distance);
    match nearest {
        Some(nearest) => {
            format!("no {what} {name}{mark}, searched as text; did you mean {nearest}{mark}?")
        }
        None => {
            let all: Vec<String> = known.iter().map(|known| format!("{known}{mark}")).collect();
            format!(
                "no {what} {name}{mark}, searched as text; there are {}",
                all.join(" ")
            )
        }
    }
}

#[cfg(test)]
mod tests;
