//! One promise: a folder, the real binary run in it, and what it prints.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder of its own with a home of its own, kept if the test fails.
pub struct Case {
    folder: Option<TempDir>,
}

/// What a run gave.
pub struct Ran {
    case: Case,
    output: Output,
}

impl Case {
    pub fn new() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("pullquote-")
            .tempdir()
            .unwrap();
        fs::create_dir(folder.path().join("home")).unwrap();
        Self {
            folder: Some(folder),
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.as_ref().unwrap().path()
    }

    /// Puts a file into the folder.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// The command, ready to be given arguments.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pullquote"));
        let home = self.path().join("home");
        command
            .current_dir(self.path())
            .env_clear()
            .env("HOME", &home)
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C.UTF-8")
            .env("TERM", "xterm-256color");
        command
    }

    pub fn run<'a>(self, arguments: impl IntoIterator<Item = &'a str>) -> Ran {
        self.run_with_input(arguments, "")
    }

    pub fn run_with_input<'a>(
        self,
        arguments: impl IntoIterator<Item = &'a str>,
        input: &str,
    ) -> Ran {
        let mut command = self.command();
        command
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(input.as_bytes())
            .unwrap();
        let output = child.wait_with_output().unwrap();
        Ran { case: self, output }
    }
}

impl Drop for Case {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Some(folder) = self.folder.take()
        {
            eprintln!("the folder is kept: {}", folder.keep().display());
        }
    }
}

impl Ran {
    pub fn out(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).unwrap()
    }

    pub fn err(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).unwrap()
    }

    #[track_caller]
    pub fn prints(self, expected: &str) -> Self {
        assert_eq!(self.out(), expected, "standard error: {}", self.err());
        self
    }

    #[track_caller]
    pub fn prints_among(self, expected: &str) -> Self {
        assert!(
            self.out().contains(expected),
            "{expected:?} is not in {:?}; {}",
            self.out(),
            self.err()
        );
        self
    }

    #[track_caller]
    pub fn complains(self, expected: &str) -> Self {
        assert!(
            self.err().contains(expected),
            "{expected:?} is not in {:?}",
            self.err()
        );
        self
    }

    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(
            self.output.status.code(),
            Some(code),
            "{}{}",
            self.out(),
            self.err()
        );
        self
    }

    /// The case, for a further run in the same folder.
    pub fn then(self) -> Case {
        self.case
    }
}
