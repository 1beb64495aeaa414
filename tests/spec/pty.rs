//! The real program in a pseudo-terminal.
//!
//! Nobody sleeps: every frame ends in `CSI ? 2026 l`, so the harness reads until
//! a frame shows what is waited for, or until a deadline that is far off.

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, kill_process, waitpid};

/// No test waits longer for anything; a machine under load is given its time.
const DEADLINE: Duration = Duration::from_secs(30);

const FRAME_END: &[u8] = b"\x1b[?2026l";

/// A program in a pseudo-terminal, and what its screen shows.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    reader: Reader,
    screen: vt100::Parser,
    /// Every byte that the program has written.
    pub bytes: Vec<u8>,
    /// The terminal's modes of the line before the program ran.
    before: String,
    pid: Pid,
    exited: bool,
}

impl Pty {
    /// Runs `command` in a terminal of so many columns and rows.
    pub fn run(command: &Command, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let before = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(built(command)).unwrap();
        let pid = i32::try_from(child.process_id().unwrap()).unwrap();
        Self {
            keyboard: pair.master.take_writer().unwrap(),
            reader: Reader::start(pair.master.try_clone_reader().unwrap()),
            master: pair.master,
            screen: emulator(columns, rows),
            bytes: Vec::new(),
            before,
            pid: Pid::from_raw(pid).unwrap(),
            exited: false,
        }
    }

    /// What the screen shows.
    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Types; every call is one write.
    pub fn send(&mut self, keys: impl AsRef<[u8]>) {
        self.keyboard.write_all(keys.as_ref()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Reads until the screen is as wanted at the end of a frame.
    #[track_caller]
    pub fn until(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + DEADLINE;
        while !(self.bytes.ends_with(FRAME_END) && wanted(self.screen())) {
            match self.reader.next(end) {
                Some(bytes) if bytes.is_empty() => {
                    panic!("ended before: {what}\n{}", self.screen().contents())
                }
                Some(bytes) => self.take(&bytes),
                None => panic!("not seen in time: {what}\n{}", self.screen().contents()),
            }
        }
    }

    /// Reads until something outside the interface has printed `words`.
    #[track_caller]
    pub fn until_printed(&mut self, words: &str) {
        let end = Instant::now() + DEADLINE;
        while !self.screen().contents().contains(words) {
            match self.reader.next(end) {
                Some(bytes) if !bytes.is_empty() => self.take(&bytes),
                _ => panic!("not printed: {words}\n{}", self.screen().contents()),
            }
        }
    }

    /// Reads until the program has given the screen back.
    #[track_caller]
    pub fn until_left(&mut self) {
        let end = Instant::now() + DEADLINE;
        while self.screen().alternate_screen() {
            match self.reader.next(end) {
                Some(bytes) if !bytes.is_empty() => self.take(&bytes),
                _ => panic!("it does not leave:\n{}", self.screen().contents()),
            }
        }
    }

    /// Reads until the screen shows `words`.
    #[track_caller]
    pub fn shows(&mut self, words: &str) {
        self.until(words, |screen| screen.contents().contains(words));
    }

    /// Frames so far.
    pub fn frames(&self) -> usize {
        self.bytes
            .windows(FRAME_END.len())
            .filter(|bytes| *bytes == FRAME_END)
            .count()
    }

    /// Waits for so long and gives what came meanwhile.
    pub fn listen(&mut self, time: Duration) -> Vec<u8> {
        let end = Instant::now() + time;
        let start = self.bytes.len();
        while let Some(bytes) = self.reader.next(end) {
            if bytes.is_empty() {
                break;
            }
            self.take(&bytes);
        }
        self.bytes[start..].to_vec()
    }

    /// Waits until the program has read all that was typed.
    #[track_caller]
    pub fn until_read(&self) {
        let line = File::open(self.line()).unwrap();
        let end = Instant::now() + DEADLINE;
        while rustix::io::ioctl_fionread(&line).unwrap() > 0 {
            assert!(Instant::now() < end, "the program reads no keys");
            thread::yield_now();
        }
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.set_size(number(rows), number(columns));
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Waits until the program is stopped.
    #[track_caller]
    pub fn until_stopped(&mut self) {
        let status = self.wait(WaitOptions::UNTRACED);
        assert!(status.stopped(), "{status:?}");
    }

    /// Reads until the program has ended; gives its exit code.
    #[track_caller]
    pub fn until_ended(&mut self) -> i32 {
        let end = Instant::now() + DEADLINE;
        loop {
            match self.reader.next(end) {
                Some(bytes) if bytes.is_empty() => break,
                Some(bytes) => self.take(&bytes),
                None => panic!("it goes on:\n{}", self.screen().contents()),
            }
        }
        self.exit_code()
    }

    /// Waits until the program has ended, without reading; gives its exit code.
    #[track_caller]
    pub fn exit_code(&mut self) -> i32 {
        let status = self.wait(WaitOptions::empty());
        self.exited = true;
        status.exit_status().unwrap_or_else(|| panic!("{status:?}"))
    }

    /// What differs from before the program ran.
    pub fn left_behind(&mut self) -> Vec<String> {
        // What has been written but not read yet belongs to it.
        while let Some(bytes) = self.reader.next(Instant::now() + Duration::from_millis(20)) {
            if bytes.is_empty() {
                break;
            }
            self.take(&bytes);
        }
        let screen = self.screen();
        let set = String::from_utf8_lossy(&self.bytes)
            .matches("\x1b[?2026h")
            .count();
        let mut left = Vec::new();
        for (bad, what) in [
            (screen.alternate_screen(), "alternate screen"),
            (screen.hide_cursor(), "hidden cursor"),
            (screen.bracketed_paste(), "bracketed paste"),
            (screen.application_cursor(), "cursor keys"),
            (
                screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None,
                "mouse",
            ),
            (self.frames() < set, "mode 2026"),
            (
                format!("{:?}", self.master.get_termios()) != self.before,
                "modes of the line",
            ),
        ] {
            if bad {
                left.push(what.to_owned());
            }
        }
        left
    }

    /// Processor time that the program has used so far, in hundredths of a second;
    /// also after its end, as long as nobody has waited for it.
    pub fn processor_time(&self) -> u64 {
        let path = format!("/proc/{}/stat", self.pid.as_raw_nonzero());
        let stat = std::fs::read_to_string(path).unwrap();
        let fields: Vec<&str> = stat
            .rsplit(')')
            .next()
            .unwrap()
            .split_whitespace()
            .collect();
        fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
    }

    /// Closes the terminal, as a lost connection does. What is left is a process
    /// without one.
    pub fn vanish(mut self) -> Orphan {
        // A read that is under way holds the terminal open: let it come back.
        if self.reader.is_reading {
            let _ = self.keyboard.write_all(b"\x0c");
            self.reader.next(Instant::now() + DEADLINE);
        }
        self.exited = true;
        Orphan { pid: self.pid }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.screen.process(bytes);
    }

    fn line(&self) -> PathBuf {
        self.master.tty_name().unwrap()
    }

    #[track_caller]
    fn wait(&self, options: WaitOptions) -> WaitStatus {
        wait(self.pid, options)
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if !self.exited {
            let _ = kill_process(self.pid, Signal::KILL);
            wait(self.pid, WaitOptions::empty());
        }
    }
}

/// A process whose terminal is gone.
pub struct Orphan {
    pid: Pid,
}

impl Orphan {
    /// Waits until it has ended; gives its exit code.
    #[track_caller]
    pub fn exit_code(self) -> i32 {
        let status = wait(self.pid, WaitOptions::empty());
        status.exit_status().unwrap_or_else(|| panic!("{status:?}"))
    }

    /// Waits until it has ended and gives its processor time in hundredths of a
    /// second, leaving the exit code to be asked for.
    pub fn processor_time(&self) -> u64 {
        let end = Instant::now() + DEADLINE;
        let path = format!("/proc/{}/stat", self.pid.as_raw_nonzero());
        loop {
            let stat = std::fs::read_to_string(&path).unwrap();
            let fields: Vec<&str> = stat
                .rsplit(')')
                .next()
                .unwrap()
                .split_whitespace()
                .collect();
            if fields[0] == "Z" {
                return fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
            }
            assert!(Instant::now() < end, "it goes on");
            thread::yield_now();
        }
    }
}

/// Waits for a process in a thread of its own, so that there is a deadline.
#[track_caller]
fn wait(pid: Pid, options: WaitOptions) -> WaitStatus {
    let (sender, receiver) = channel();
    thread::spawn(move || sender.send(waitpid(Some(pid), options)));
    match receiver.recv_timeout(DEADLINE) {
        Ok(status) => status.unwrap().unwrap().1,
        Err(_) => panic!("the process neither stops nor ends"),
    }
}

/// Reads when asked, so that a terminal can also be left unread and be closed.
struct Reader {
    asks: Sender<()>,
    bytes: Receiver<Vec<u8>>,
    is_reading: bool,
}

impl Reader {
    fn start(mut terminal: Box<dyn Read + Send>) -> Self {
        let (asks, asked) = channel::<()>();
        let (sender, bytes) = channel();
        thread::spawn(move || {
            while asked.recv().is_ok() {
                let mut buffer = vec![0; 64 * 1024];
                // The end of a terminal is an error.
                let count = terminal.read(&mut buffer).unwrap_or(0);
                buffer.truncate(count);
                if sender.send(buffer).is_err() {
                    return;
                }
            }
        });
        Self {
            asks,
            bytes,
            is_reading: false,
        }
    }

    /// The next bytes: none at the end, nothing when the time is over.
    fn next(&mut self, end: Instant) -> Option<Vec<u8>> {
        if !self.is_reading {
            self.asks.send(()).unwrap();
            self.is_reading = true;
        }
        match self
            .bytes
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            Ok(bytes) => {
                self.is_reading = false;
                Some(bytes)
            }
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Vec::new()),
        }
    }
}

fn built(command: &Command) -> CommandBuilder {
    let mut built = CommandBuilder::new(command.get_program());
    built.args(command.get_args());
    built.env_clear();
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            built.env(name, value);
        }
    }
    if let Some(folder) = command.get_current_dir() {
        built.cwd(folder);
    }
    built
}

fn emulator(columns: u16, rows: u16) -> vt100::Parser {
    vt100::Parser::new(number(rows), number(columns), 0)
}

fn number(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}
