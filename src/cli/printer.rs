//! Records on standard output, each as soon as it comes.

use std::marker::PhantomData;

use super::Outcome;
use super::output::Output;
use crate::export::{Record, Sheet, Style};

/// Prints records in one form.
pub struct Printer<'o, T> {
    sheet: Sheet,
    output: &'o mut Output,
    printed: usize,
    of: PhantomData<T>,
}

impl<'o, T: Record> Printer<'o, T> {
    /// Begins, and prints what stands before the first record.
    pub fn new(style: Style, output: &'o mut Output) -> Self {
        let sheet = Sheet::new(style);
        if let Some(head) = sheet.head::<T>() {
            output.print(&head);
        }
        Self {
            sheet,
            output,
            printed: 0,
            of: PhantomData,
        }
    }

    /// Prints a record; `false` when nobody reads any more.
    pub fn put(&mut self, record: &T) -> bool {
        if let Some(piece) = self.sheet.put(record) {
            self.output.print(&piece);
        }
        self.printed += 1;
        !self.output.is_closed()
    }

    /// Prints what stands after the last record.
    pub fn end(self) -> Outcome {
        if let Some(end) = self.sheet.end() {
            self.output.print(&end);
        }
        match self.printed {
            0 => Outcome::Nothing,
            _ => Outcome::Done,
        }
    }
}
