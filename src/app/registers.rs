//! The last copies, to be copied again.

/// The last copies, the newest first, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Registers {
    copies: Vec<String>,
}

/// Copies that are kept.
const KEPT: usize = 20;

impl Registers {
    /// Keeps `text` as the newest one.
    pub fn keep(&mut self, text: &str) {
        self.copies.retain(|copy| copy != text);
        self.copies.insert(0, text.to_owned());
        self.copies.truncate(KEPT);
    }

    /// The copies, the newest first.
    pub fn copies(&self) -> &[String] {
        &self.copies
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_twenty_copies_are_kept_each_once() {
        let mut registers = Registers::default();
        (0..30).for_each(|nth| registers.keep(&nth.to_string()));
        registers.keep("25");
        assert_eq!(registers.copies().len(), KEPT);
        assert_eq!(registers.copies()[..3], ["25", "29", "28"]);
    }
}
