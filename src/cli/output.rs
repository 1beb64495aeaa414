//! Standard output and error: exact for files and pipes, safe for terminals.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use crate::text::display;

/// Where a command prints.
pub struct Output {
    out: BufWriter<StdoutLock<'static>>,
    out_is_terminal: bool,
    err_is_terminal: bool,
    closed: bool,
}

impl Output {
    /// Looks at standard output and error.
    pub fn new() -> Self {
        Self {
            out: BufWriter::new(io::stdout().lock()),
            out_is_terminal: io::stdout().is_terminal(),
            err_is_terminal: io::stderr().is_terminal(),
            closed: false,
        }
    }

    /// Prints `lines` and a line end. In a terminal each line is made safe.
    pub fn print(&mut self, lines: &str) {
        if !self.out_is_terminal {
            return self.write(lines);
        }
        for line in lines.split('\n') {
            self.write(display::display(line).as_str());
        }
    }

    /// Whether the reader has gone, so that no more work is needed.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Says on standard error, after `pullquote: `, what went wrong.
    ///
    /// It is tried once: when standard error is broken nobody can be told.
    pub fn complain(&mut self, message: &str) {
        self.flush();
        let mut err = io::stderr().lock();
        for (i, line) in message.split('\n').enumerate() {
            let line = if self.err_is_terminal {
                display::display(line).as_str().to_owned()
            } else {
                line.to_owned()
            };
            let begin = if i == 0 { "pullquote: " } else { "" };
            let _ = writeln!(err, "{begin}{line}");
        }
    }

    /// Writes out what is still held back.
    pub fn finish(mut self) {
        self.flush();
    }

    fn write(&mut self, line: &str) {
        if !self.closed && writeln!(self.out, "{line}").is_err() {
            self.closed = true;
        }
    }

    fn flush(&mut self) {
        if !self.closed && self.out.flush().is_err() {
            self.closed = true;
        }
    }
}
