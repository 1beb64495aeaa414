//! Which quotes a question means, as a condition on the table of quotes.

use rusqlite::types::Value;

use super::fulltext;
use crate::model::{Confidence, Rule, Span};
use crate::store::catalog::Catalog;
use crate::store::positions::Positions;
use crate::store::question::{Phrase, QuoteQuestion, QuoteTest};

/// More actors than this are looked up in the table and not in the index of words.
const MANY_ACTORS: usize = 500;

/// A condition on the table of quotes, being written.
///
/// Every index is asked for the quotes that it knows, apart from the others, and the
/// answers are joined as sets of numbers: a test that is left for each quote to be
/// tried on would have all quotes read for one rare word.
pub(super) struct Condition<'a> {
    catalog: &'a Catalog,
    /// The condition as SQL.
    pub text: String,
    /// What stands for its question marks.
    pub values: Vec<Value>,
}

/// The quotes that share more than half with one of the passages in a JSON list.
const AT: &str = r#"SELECT quoted.id FROM (
    SELECT value ->> 0 AS place, value ->> 1 AS first, value ->> 2 AS last FROM json_each(?)
  ) CROSS JOIN quote AS quoted ON quoted.article = place
  WHERE 2 * (min(quoted."end", last) - max(quoted.start, first))
    > max(quoted."end" - quoted.start, last - first)"#;

/// A list of tests of which one must hold.
type Any = [(bool, QuoteTest)];

impl<'a> Condition<'a> {
    /// Writes `question`. Words and a speaker that must come together are asked of
    /// the index of words together: it finds them in under a millisecond, two sets
    /// take ten times that.
    pub fn new(catalog: &'a Catalog, question: &QuoteQuestion) -> Self {
        let mut condition = Self {
            catalog,
            text: "true".to_owned(),
            values: Vec::new(),
        };
        let mut words = Vec::new();
        let mut speakers = Vec::new();
        for any in &question.all {
            let indexed = match &any[..] {
                [(false, test)] => condition.indexed(test),
                _ => None,
            };
            match (indexed, &any[..]) {
                (Some(who), [(_, QuoteTest::By(_))]) => speakers.push((who, any)),
                (Some(indexed), _) => words.push(indexed),
                (None, _) => condition.any(any),
            }
        }
        if words.is_empty() {
            // Speakers alone have an index of their own.
            for (_, any) in speakers {
                condition.any(any);
            }
        } else {
            words.extend(speakers.into_iter().map(|(who, _)| who));
            condition.text.push_str(" AND quote.id IN (");
            condition.matching(words.join(" AND "));
            condition.text.push(')');
        }
        condition
    }

    /// Adds that one of the tests must hold.
    fn any(&mut self, any: &Any) {
        let (sets, others): (Vec<_>, Vec<_>) = any
            .iter()
            .partition(|(negated, test)| !negated && is_set(test));
        self.text.push_str(" AND (false");
        for (at, (_, test)) in sets.iter().enumerate() {
            self.text.push_str(match at {
                0 => " OR quote.id IN (",
                _ => " UNION ALL ",
            });
            self.set(test);
        }
        self.text.push_str(if sets.is_empty() { "" } else { ")" });
        for (negated, test) in others {
            self.text
                .push_str(if *negated { " OR NOT " } else { " OR " });
            self.test(test);
        }
        self.text.push(')');
    }

    /// The test in the language of the index of words, if that can answer it.
    fn indexed(&self, test: &QuoteTest) -> Option<String> {
        let of_actors = |column: &str, numbers: &[i64]| {
            let words = numbers.iter().map(|&number| fulltext::actor_word(number));
            format!("{column} : ({})", words.collect::<Vec<_>>().join(" OR "))
        };
        match test {
            QuoteTest::Says(phrase) => {
                fulltext::matching(phrase).map(|words| format!("words : ({words})"))
            }
            QuoteTest::By(names) => Some(self.catalog.actors_of(names))
                .filter(|numbers| (1..=MANY_ACTORS).contains(&numbers.len()))
                .map(|numbers| of_actors("who", &numbers)),
            QuoteTest::Names(names) => Some(self.catalog.actors_of(names))
                .filter(|numbers| !numbers.is_empty())
                .map(|numbers| of_actors("names", &numbers)),
            QuoteTest::Unattributed
            | QuoteTest::Guess
            | QuoteTest::Corrected
            | QuoteTest::At(_)
            | QuoteTest::Within(_) => None,
        }
    }

    /// Adds a test that each quote is tried on.
    fn test(&mut self, test: &QuoteTest) {
        match test {
            QuoteTest::Unattributed => self.text.push_str("(actor IS NULL)"),
            QuoteTest::Guess => {
                let limit = Confidence::GUESS.thousandths();
                self.text
                    .push_str(&format!("ifnull(confidence < {limit}, false)"));
            }
            QuoteTest::Corrected => {
                let rule = Rule::User.word();
                self.text
                    .push_str(&format!("ifnull(rule = '{rule}', false)"));
            }
            QuoteTest::Within(positions) => self.within(positions),
            QuoteTest::Says(phrase) if !is_set(test) => self.holding(phrase),
            QuoteTest::Says(_) | QuoteTest::By(_) | QuoteTest::Names(_) | QuoteTest::At(_) => {
                self.text.push_str("quote.id IN (");
                self.set(test);
                self.text.push(')');
            }
        }
    }

    /// Adds the numbers of the quotes that pass a test for which there is an index.
    fn set(&mut self, test: &QuoteTest) {
        match (test, self.indexed(test)) {
            (QuoteTest::By(names), _) => {
                let numbers = serde_json::Value::from(self.catalog.actors_of(names)).to_string();
                self.text.push_str(
                    "SELECT id FROM quote WHERE actor IN (SELECT value FROM json_each(?))",
                );
                self.values.push(Value::Text(numbers));
            }
            (QuoteTest::At(passages), _) => self.at(passages),
            (_, Some(words)) => self.matching(words),
            (_, None) => self.text.push_str("SELECT NULL WHERE false"),
        }
    }

    fn matching(&mut self, words: String) {
        self.text
            .push_str("SELECT rowid FROM quote_fts WHERE quote_fts MATCH ?");
        self.values.push(Value::Text(words));
    }

    fn at(&mut self, passages: &[(usize, Span)]) {
        let numbered = passages.iter().filter_map(|(position, span)| {
            let number = self.catalog.number(*position)?;
            Some(serde_json::json!([number, span.start, span.end]))
        });
        let places = serde_json::Value::Array(numbered.collect()).to_string();
        self.text.push_str(AT);
        self.values.push(Value::Text(places));
    }

    fn within(&mut self, positions: &Positions) {
        let numbers = positions.iter().filter_map(|at| self.catalog.number(at));
        let numbers = serde_json::Value::from(numbers.collect::<Vec<i64>>()).to_string();
        self.text
            .push_str("(article IN (SELECT value FROM json_each(?)))");
        self.values.push(Value::Text(numbers));
    }

    /// Adds a test for words without a letter or digit, of which no index knows.
    fn holding(&mut self, phrase: &Phrase) {
        self.text.push_str(
            r#"(SELECT instr(substr(CAST(text AS BLOB), start + 1, "end" - start),
                CAST(? AS BLOB)) > 0 FROM body WHERE body.article = quote.article)"#,
        );
        self.values.push(Value::Text(phrase.words.clone()));
    }
}

/// Whether there is an index that gives the quotes which pass.
fn is_set(test: &QuoteTest) -> bool {
    match test {
        QuoteTest::Says(phrase) => fulltext::matching(phrase).is_some(),
        QuoteTest::By(_) | QuoteTest::Names(_) | QuoteTest::At(_) => true,
        QuoteTest::Unattributed
        | QuoteTest::Guess
        | QuoteTest::Corrected
        | QuoteTest::Within(_) => false,
    }
}
