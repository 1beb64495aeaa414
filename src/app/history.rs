//! Earlier queries, and walking through them from an empty input.

use super::line::Line;
use super::list::Motion;

/// Earlier queries, the last one last, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    queries: Vec<String>,
    /// How many were kept since the program began.
    added: usize,
}

/// What was searched before, by whom is not told: the last one last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recalled {
    /// By the finder.
    pub finder: Vec<String>,
    /// By the inputs that narrow a list.
    pub search: Vec<String>,
}

/// How many queries are kept.
const LONGEST: usize = 500;

impl History {
    /// Keeps `query` as the last one; blank ones are not kept.
    pub fn keep(&mut self, query: &str) {
        let query = query.trim();
        if query.is_empty() {
            return;
        }
        self.queries.retain(|kept| kept != query);
        self.queries.push(query.to_owned());
        self.added += 1;
        if self.queries.len() > LONGEST {
            self.queries.remove(0);
        }
    }

    /// Takes what earlier programs kept, before what this one did.
    pub fn recall(&mut self, earlier: Vec<String>) {
        let own = std::mem::take(&mut self.queries);
        let added = self.added;
        earlier
            .iter()
            .chain(&own)
            .for_each(|query| self.keep(query));
        self.added = added;
    }

    /// Every query, the last one last.
    pub fn queries(&self) -> &[String] {
        &self.queries
    }

    /// The queries that were kept since the program began.
    pub fn fresh(&self) -> &[String] {
        let from = self.queries.len().saturating_sub(self.added);
        self.queries.get(from..).unwrap_or_default()
    }
}

/// Where one is while walking through a history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walk {
    /// How many queries back; 0 is what one types oneself.
    back: usize,
    /// What is searched for in the history, and what was found for it.
    sought: Option<(String, String)>,
}

impl Walk {
    /// Walks one query back or forward and puts it into `line`.
    ///
    /// Only from an empty input or from a query reached by walking: in any
    /// other input the same keys move in the list, which is what `None` says.
    pub fn step(&mut self, motion: Motion, line: &mut Line, history: &History) -> Option<()> {
        let untouched = match Self::nth(self.back, history) {
            Some(query) => query == line.text(),
            None => line.is_empty(),
        };
        if !untouched {
            self.back = 0;
            return None;
        }
        let back = match motion {
            Motion::Up => self.back + 1,
            Motion::Down => self.back.checked_sub(1)?,
            Motion::PageDown
            | Motion::PageUp
            | Motion::HalfPageDown
            | Motion::HalfPageUp
            | Motion::First
            | Motion::Last => return None,
        };
        match (back, Self::nth(back, history)) {
            (0, _) => *line = Line::default(),
            (_, Some(query)) => *line = Line::of(query),
            (_, None) => return None,
        }
        self.back = back;
        Some(())
    }

    /// Puts the last query that holds what is typed into `line`; once more, the one
    /// before that. Says whether there is one.
    pub fn search(&mut self, line: &mut Line, history: &History) -> bool {
        let again = self.sought.take_if(|(_, found)| found == line.text());
        let from = match again {
            Some(_) => self.back,
            None => 0,
        };
        let letters = again.map_or(line.text().to_owned(), |(letters, _)| letters);
        let held = fold(&letters);
        let mut backs = from + 1..=history.queries.len();
        let back = backs.find(|back| {
            let query = Self::nth(*back, history);
            query.is_some_and(|query| query != line.text() && fold(query).contains(&held))
        });
        let found = back.and_then(|back| Some((back, Self::nth(back, history)?.to_owned())));
        let Some((back, query)) = found else {
            self.sought = Some((letters, line.text().to_owned()));
            return false;
        };
        *line = Line::of(&query);
        self.back = back;
        self.sought = Some((letters, query));
        true
    }

    fn nth(back: usize, history: &History) -> Option<&str> {
        let at = history.queries.len().checked_sub(back)?;
        history.queries.get(at).map(String::as_str)
    }
}

fn fold(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(queries: &[&str]) -> History {
        let mut history = History::default();
        queries.iter().for_each(|query| history.keep(query));
        history
    }

    #[test]
    fn an_empty_input_walks_back_and_forth() {
        let history = history(&["border", "ships", "border", " "]);
        let (mut walk, mut line) = (Walk::default(), Line::default());
        let mut seen = Vec::new();
        for motion in [
            Motion::Up,
            Motion::Up,
            Motion::Up,
            Motion::Down,
            Motion::Down,
        ] {
            walk.step(motion, &mut line, &history);
            seen.push(line.text().to_owned());
        }
        assert_eq!(seen, ["border", "ships", "ships", "border", ""]);
    }

    #[test]
    fn the_history_is_searched_from_the_last_query_back() {
        let history = history(&["by:kim ships", "border", "Ships home"]);
        let (mut walk, mut line) = (Walk::default(), Line::of("ship"));
        let mut seen = Vec::new();
        for _ in 0..3 {
            seen.push((walk.search(&mut line, &history), line.text().to_owned()));
        }
        let kim = "by:kim ships".to_owned();
        assert_eq!(
            seen,
            [
                (true, "Ships home".to_owned()),
                (true, kim.clone()),
                (false, kim)
            ]
        );
    }

    #[test]
    fn earlier_queries_stand_before_those_of_this_program() {
        let mut history = history(&["b", "c"]);
        history.recall(vec!["a".into(), "b".into()]);
        assert_eq!(history.queries(), ["a", "b", "c"]);
        assert_eq!(history.fresh(), ["b", "c"]);
    }

    #[test]
    fn what_was_typed_is_never_replaced() {
        let history = history(&["border"]);
        let (mut walk, mut line) = (Walk::default(), Line::of("sh"));
        assert_eq!(walk.step(Motion::Up, &mut line, &history), None);
        assert_eq!(line.text(), "sh");
    }
}
