//! Searching many lines for several words, faster with every letter typed.

use crate::search::class::{Class, Fit, Needle};
use crate::search::lines::Lines;
use crate::search::query::{Clause, Pattern, Test};
use crate::search::rank::SCORED;
use crate::store::Positions;

/// Lines that hold, sorted by class; each class keeps its first few only.
#[derive(Debug, Default)]
pub struct Found {
    /// How many hold.
    pub count: usize,
    /// Those that hold every word as it is written.
    pub written: Positions,
    /// Those that hold some word by scattered letters.
    pub scattered: Positions,
    classes: Vec<Vec<u32>>,
}

/// How well all words of a query sit in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// The classes of all words, added.
    pub class: u32,
    /// Whether every word stands there as it is written.
    pub written: bool,
}

impl Found {
    fn new(len: usize) -> Self {
        Self {
            written: Positions::none(len),
            scattered: Positions::none(len),
            ..Self::default()
        }
    }

    fn add(&mut self, at: usize, sum: Sum) {
        self.count += 1;
        match sum.written {
            true => self.written.insert(at),
            false => self.scattered.insert(at),
        }
        let class = sum.class as usize;
        if self.classes.len() <= class {
            self.classes.resize_with(class + 1, Vec::new);
        }
        if self.classes[class].len() < SCORED {
            self.classes[class].push(u32::try_from(at).unwrap_or(u32::MAX));
        }
    }

    /// The lines worth a fine score, with their class: best classes first, and in a
    /// class in order.
    pub fn best(&self) -> impl Iterator<Item = (usize, u32)> + '_ {
        let classes = self.classes.iter().enumerate().rev();
        let lines = classes
            .flat_map(|(class, lines)| lines.iter().map(move |at| (*at as usize, class as u32)));
        lines.take(SCORED)
    }
}

/// The words of a query as they are looked for in lines; all clauses must hold.
#[derive(Debug, Clone)]
pub struct Needles {
    clauses: Vec<Vec<(bool, Needle)>>,
    /// The words of each clause, when a longer query can only find fewer lines.
    narrowing: Option<Vec<String>>,
}

impl Needles {
    /// Makes clauses ready that ask for words anywhere; other terms are left out.
    pub fn new(clauses: &[&Clause]) -> Self {
        let pattern = |test: &'_ Test| -> Option<Pattern> {
            match test {
                Test::Anywhere(pattern) => Some(pattern.clone()),
                _ => None,
            }
        };
        let simple = |clause: &&Clause| match &clause.terms[..] {
            [term] if !term.negated => pattern(&term.test)
                .filter(|pattern| !pattern.ends)
                .map(|pattern| pattern.words),
            _ => None,
        };
        let needles = clauses.iter().map(|clause| {
            let terms = clause.terms.iter();
            let terms =
                terms.filter_map(|term| Some((term.negated, Needle::new(&pattern(&term.test)?))));
            terms.collect()
        });
        Self {
            clauses: needles.collect(),
            narrowing: clauses.iter().map(simple).collect(),
        }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Every word that must be there.
    pub fn wanted(&self) -> impl Iterator<Item = &Needle> {
        let needles = self.clauses.iter().flatten();
        needles
            .filter(|(negated, _)| !negated)
            .map(|(_, needle)| needle)
    }

    /// How well all clauses sit in a line, nothing when one fails; and whether a
    /// longer query may hold there.
    fn fit(&self, line: &[u8], mask: u64) -> (Option<Sum>, bool) {
        let mut sum = Some(Sum {
            class: 0,
            written: true,
        });
        for clause in &self.clauses {
            let Some(so_far) = &mut sum else {
                // It does not hold; only whether a longer one may is still asked.
                if !clause
                    .iter()
                    .any(|(_, needle)| needle.is_spread_over(line, mask))
                {
                    return (None, false);
                }
                continue;
            };
            let fits = clause.iter().map(|(negated, needle)| match negated {
                false => needle.fit(line, mask),
                // What must not be there adds nothing, and is no scattered letter.
                true if needle.literal(line).is_none() => Fit::Class(Class::Inside),
                true => Fit::None,
            });
            match fits.max().unwrap_or(Fit::None) {
                Fit::None => return (None, false),
                Fit::Spread => sum = None,
                Fit::Class(class) => {
                    so_far.class += class as u32;
                    so_far.written &= class >= Class::Inside;
                }
            }
        }
        (sum, true)
    }

    /// How well all clauses sit in a line; nothing when one fails.
    pub fn class(&self, line: &[u8], mask: u64) -> Option<Sum> {
        self.fit(line, mask).0
    }

    /// Whether what these found is all that `longer` can find.
    fn narrows_to(&self, longer: &Needles) -> bool {
        match (&self.narrowing, &longer.narrowing) {
            (Some(words), Some(longer)) => {
                let mut pairs = words.iter().zip(longer);
                words.len() <= longer.len()
                    && pairs.all(|(word, longer)| longer.starts_with(word.as_str()))
            }
            _ => false,
        }
    }

    /// Whether what these find is worth keeping: one letter finds nearly all.
    fn is_worth_keeping(&self) -> bool {
        let mut words = self.narrowing.iter().flatten();
        words.any(|word| word.len() > 1)
    }
}

/// What shorter queries left over, longest last.
#[derive(Debug, Default)]
pub struct Narrowing {
    kept: Vec<(Needles, Vec<u32>)>,
}

impl Narrowing {
    /// Finds the lines of `allowed` that hold all of `needles`.
    pub fn find(&mut self, lines: &Lines, needles: &Needles, allowed: &Positions) -> Found {
        // A letter deleted: what was left for longer queries is of no use.
        while self
            .kept
            .last()
            .is_some_and(|(kept, _)| !kept.narrows_to(needles))
        {
            self.kept.pop();
        }
        let mut found = Found::new(lines.len());
        let mut left = Vec::new();
        let keeps = needles.is_worth_keeping();
        let mut look = |at: usize| {
            let (line, mask) = lines.get(at);
            let (sum, longer) = needles.fit(line, mask);
            if let Some(sum) = sum.filter(|_| allowed.contains(at)) {
                found.add(at, sum);
            }
            if keeps && longer {
                left.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
        };
        match self.kept.last() {
            Some((_, left)) => left.iter().for_each(|at| look(*at as usize)),
            None => (0..lines.len()).for_each(look),
        }
        if keeps {
            self.kept.push((needles.clone(), left));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::Query;
    use crate::store::{Catalog, Row};

    fn lines() -> Lines {
        let words = [
            "harbour",
            "border",
            "b-o-r-d-e-r",
            "boarder",
            "talks",
            "of",
            "the",
            "bord",
        ];
        let row = |n: usize| Row {
            headline: (0..5)
                .map(|i| words[n * (i + 3) % 7 + n % 2])
                .collect::<Vec<_>>()
                .join(" ")
                .into(),
            ..Row::default()
        };
        Lines::of_rows(
            &Catalog::new((0..500).map(row).collect()),
            &Lines::default(),
        )
    }

    #[test]
    fn narrowing_finds_the_same_as_searching_anew() {
        let lines = lines();
        let all = Positions::all(lines.len());
        let mut narrowing = Narrowing::default();
        let typed = [
            "b",
            "bo",
            "bor",
            "bord",
            "bor",
            "border",
            "border t",
            "border ta",
            "border -ta",
            "bord | t",
            "hb",
            "hbo",
        ];
        for input in typed {
            let query = Query::parse(input);
            let needles = Needles::new(&query.clauses.iter().collect::<Vec<_>>());
            let narrowed = narrowing.find(&lines, &needles, &all);
            let anew = Narrowing::default().find(&lines, &needles, &all);
            assert_eq!(narrowed.count, anew.count, "{input}");
            assert!(narrowed.best().eq(anew.best()), "{input}");
        }
    }
}
