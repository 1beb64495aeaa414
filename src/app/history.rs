//! Earlier queries, and walking through them from an empty input.

use super::line::Line;
use super::list::Motion;

/// Earlier queries, the last one last, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    queries: Vec<String>,
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
        if self.queries.len() > LONGEST {
            self.queries.remove(0);
        }
    }
}

/// Where one is while walking through a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Walk {
    /// How many queries back; 0 is what one types oneself.
    back: usize,
}

impl Walk {
    /// Walks one query back or forward and puts it into `line`.
    ///
    /// Only from an empty input or from a query reached by walking: in any
    /// other input the same keys move in the list, which is what `None` says.
    pub fn step(&mut self, motion: Motion, line: &mut Line, history: &History) -> Option<()> {
        let untouched = match self.nth(self.back, history) {
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
        match (back, self.nth(back, history)) {
            (0, _) => *line = Line::default(),
            (_, Some(query)) => *line = Line::of(query),
            (_, None) => return None,
        }
        self.back = back;
        Some(())
    }

    fn nth(self, back: usize, history: &History) -> Option<&str> {
        let at = history.queries.len().checked_sub(back)?;
        history.queries.get(at).map(String::as_str)
    }
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
    fn what_was_typed_is_never_replaced() {
        let history = history(&["border"]);
        let (mut walk, mut line) = (Walk::default(), Line::of("sh"));
        assert_eq!(walk.step(Motion::Up, &mut line, &history), None);
        assert_eq!(line.text(), "sh");
    }
}
