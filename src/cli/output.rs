//! Standard output and error: exact for files and pipes, safe for terminals.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, StdoutLock, Write};

use super::Outcome;
use crate::text::display;

/// Where a command prints.
pub struct Output {
    out: BufWriter<StdoutLock<'static>>,
    out_is_terminal: bool,
    err_is_terminal: bool,
    broken: Option<io::Error>,
    has_printed: bool,
    /// Whether a line of standard error waits to be written over.
    in_progress: bool,
    /// Whether it was said why there is nothing.
    explained: bool,
}

impl Output {
    /// Looks at standard output and error.
    pub fn new() -> Self {
        Self {
            out: BufWriter::new(io::stdout().lock()),
            out_is_terminal: io::stdout().is_terminal(),
            err_is_terminal: io::stderr().is_terminal(),
            broken: None,
            has_printed: false,
            in_progress: false,
            explained: false,
        }
    }

    /// Prints `lines` and a line end. In a terminal each line is made safe.
    pub fn print(&mut self, lines: &str) {
        if !self.out_is_terminal {
            return self.write(lines);
        }
        for line in lines.split('\n') {
            // The end of a line of CSV.
            let line = line.strip_suffix('\r').unwrap_or(line);
            self.write(display::display(line).as_str());
        }
    }

    /// Whether something was printed.
    pub fn has_printed(&self) -> bool {
        self.has_printed
    }

    /// Whether nothing more can be printed, so that no more work is needed.
    pub fn is_closed(&self) -> bool {
        self.broken.is_some()
    }

    /// Says in one line on standard error, after `pullquote: `, what went wrong.
    ///
    /// Names of files may be in it: no line end in them makes a second line.
    pub fn complain(&mut self, message: &str) {
        self.explain(&display::safe_line(message));
    }

    /// Says something that a person should know about what is printed.
    pub fn note(&mut self, note: &str) {
        let explained = self.explained;
        self.complain(note);
        self.explained = explained;
    }

    /// Says that there is nothing, unless it was said why.
    pub fn nothing(&mut self, words: &str) -> Outcome {
        if !self.explained {
            self.complain(words);
        }
        Outcome::Nothing
    }

    /// Whether a person reads it: heads stand above columns then.
    pub fn is_terminal(&self) -> bool {
        self.out_is_terminal
    }

    /// Says several lines of ours on standard error, after `pullquote: `.
    pub fn explain(&mut self, words: &str) {
        self.explained = true;
        self.flush();
        self.end_progress();
        for (i, line) in words.split('\n').enumerate() {
            let begin = if i == 0 { "pullquote: " } else { "" };
            tell(&format!("{begin}{}\n", display::display(line).as_str()));
        }
    }

    /// Shows in a terminal how far a command is, over what was shown before.
    pub fn progress(&mut self, words: &str) {
        if self.err_is_terminal {
            self.in_progress = true;
            tell(&format!("\rpullquote: {}", display::safe_line(words)));
        }
    }

    /// Ends the line that showed how far a command is.
    pub fn end_progress(&mut self) {
        if std::mem::take(&mut self.in_progress) {
            tell("\n");
        }
    }

    /// Writes out what is still held back.
    ///
    /// # Errors
    /// When something could not be printed. A reader that has gone is none.
    pub fn finish(&mut self) -> io::Result<()> {
        self.flush();
        match self.broken.take() {
            Some(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }

    fn write(&mut self, line: &str) {
        self.has_printed = true;
        if self.broken.is_none() {
            self.broken = writeln!(self.out, "{line}").err();
        }
    }

    fn flush(&mut self) {
        if self.broken.is_none() {
            self.broken = self.out.flush().err();
        }
    }
}

/// Writes to standard error, once: when it is broken nobody can be told.
fn tell(words: &str) {
    let _ = io::stderr().lock().write_all(words.as_bytes());
}
