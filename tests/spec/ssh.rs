//! Promises kept over SSH, by a server of its own on this machine. Passed over, with a
//! word, where there is none.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::case::Case;
use crate::pty::Pty;

/// Where servers are installed; they insist on being started by their whole path.
const SERVERS: [&str; 3] = ["/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd"];

/// A server that lets in whoever has the key of this test, and runs one command.
struct Server {
    child: Child,
    port: u16,
    case: Case,
    /// The server of tmux in which the command runs, if it does.
    tmux: Option<String>,
}

impl Server {
    /// Whoever comes in gets the browser.
    fn start() -> Option<Self> {
        Self::start_with(None)
    }

    /// Whoever comes in gets the session of tmux in which the browser runs.
    fn start_in_tmux() -> Option<Self> {
        if Command::new("tmux").arg("-V").output().is_err() {
            println!("passed over: there is no tmux");
            return None;
        }
        Self::start_with(Some(format!("pullquote-ssh-{}", std::process::id())))
    }

    fn start_with(tmux: Option<String>) -> Option<Self> {
        let sshd = SERVERS.iter().map(Path::new).find(|path| path.exists());
        let is_there = |name| Command::new(name).arg("-V").output().is_ok();
        let Some(sshd) = sshd.filter(|_| is_there("ssh")) else {
            println!("passed over: there is no sshd, or no ssh");
            return None;
        };
        let case = Case::new().file(
            "press/quay.txt",
            "Quay repaired\n\n2 March 2026\n\n“It holds,” said Ines Falk.\n",
        );
        let case = case.file(
            "press/gulls.txt",
            "Gulls return\n\n1 March 2026\n\n“They are loud,” said Odo Brand.\n",
        );
        key(&case.path().join("host"));
        key(&case.path().join("person"));
        let port = free_port();
        let config = case.path().join("sshd_config");
        std::fs::write(&config, configuration(&case, port, tmux.as_deref())).unwrap();
        let told = std::fs::File::create(case.path().join("sshd.log")).unwrap();
        let mut child = Command::new(sshd)
            .args(["-D", "-e", "-f"])
            .arg(&config)
            .stderr(Stdio::from(told))
            .spawn()
            .unwrap();
        let end = Instant::now() + Duration::from_secs(20);
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            if child.try_wait().unwrap().is_some() || Instant::now() > end {
                let why = std::fs::read_to_string(case.path().join("sshd.log"));
                println!(
                    "passed over: the server does not start for this user: {}",
                    why.unwrap_or_default().trim()
                );
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
            std::thread::yield_now();
        }
        Some(Self {
            child,
            port,
            case,
            tmux,
        })
    }

    /// A session in a terminal of 80 columns and 24 rows.
    fn open(&self) -> Pty {
        let mut ssh = Command::new("ssh");
        ssh.env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.case.path().join("home"))
            .env("TERM", "xterm-256color")
            .current_dir(self.case.path())
            .args(["-tt", "-F", "none", "-p", &self.port.to_string()])
            .args(["-o", "StrictHostKeyChecking=no"])
            .args([
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "LogLevel=ERROR",
                "-i",
            ])
            .arg(self.case.path().join("person"))
            .arg("127.0.0.1");
        Pty::run(&ssh, 80, 24)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(tmux) = &self.tmux {
            let _ = Command::new("tmux")
                .args(["-L", tmux, "kill-server"])
                .output();
        }
        // Ours, and its sessions end with their terminals.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn key(file: &Path) {
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f"])
        .arg(file)
        .status();
    assert!(made.unwrap().success());
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// What the server is told: this machine only, one key, one command.
fn configuration(case: &Case, port: u16, tmux: Option<&str>) -> String {
    let path = |name: &str| case.path().join(name).display().to_string();
    let program = case.command();
    let program = PathBuf::from(program.get_program());
    let open = format!(
        "env LANG=C.UTF-8 HOME={} {} press",
        path("home"),
        program.display()
    );
    let open = match tmux {
        Some(tmux) => format!("LANG=C.UTF-8 tmux -L {tmux} -f /dev/null new-session -A '{open}'"),
        None => open,
    };
    let run = format!("cd {} && {open}", case.path().display());
    format!(
        "ListenAddress 127.0.0.1\nPort {port}\nHostKey {}\nAuthorizedKeysFile {}\n\
         PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n\
         KbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\nForceCommand {run}\n",
        path("host"),
        path("person.pub"),
    )
}

#[test]
fn over_ssh_keys_and_copies_arrive_and_a_lost_line_ends_the_program() {
    let Some(server) = Server::start() else {
        return;
    };
    let mut pty = server.open();
    pty.until_printed(" added");
    pty.send("j");
    pty.until("the second article", |screen| {
        let contents = screen.contents();
        contents
            .lines()
            .any(|row| row.starts_with('>') && row.contains("Gulls return"))
    });
    pty.send("]yq");
    pty.until("the copy is told", |screen| {
        screen.contents().contains("OSC 52")
    });
    let bytes = String::from_utf8_lossy(&pty.bytes).into_owned();
    assert!(bytes.contains("\x1b]52;c;"), "no copy on the wire");
    assert!(
        !bytes.contains("\x1b[?1000h"),
        "the mouse is the terminal's over SSH"
    );
    pty.send("\x1b[A");
    pty.until("up again", |screen| {
        let contents = screen.contents();
        contents
            .lines()
            .any(|row| row.starts_with('>') && row.contains("Quay repaired"))
    });
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    assert_eq!(pty.left_behind(), Vec::<String>::new());
}

#[test]
fn over_ssh_the_next_session_is_where_the_cut_one_was() {
    let Some(server) = Server::start() else {
        return;
    };
    let mut pty = server.open();
    pty.until_printed(" added");
    pty.send("j]a");
    pty.until_read();
    pty.shows("basket");
    pty.signal(rustix::process::Signal::KILL);
    drop(pty);
    let mut again = server.open();
    again.until("the same article", |screen| {
        let contents = screen.contents();
        contents
            .lines()
            .any(|row| row.starts_with('>') && row.contains("Gulls return"))
    });
    again.send("6");
    again.until("what was picked is there", |screen| {
        screen.contents().contains("They are loud")
    });
    again.send("Q");
    assert_eq!(again.until_ended(), 0);
}

#[test]
fn over_ssh_the_session_in_tmux_outlives_the_line() {
    let Some(server) = Server::start_in_tmux() else {
        return;
    };
    let mut pty = server.open();
    pty.until_printed(" added");
    pty.send("j");
    pty.until_printed("They are loud");
    pty.send("\r");
    pty.until_printed("Odo Brand");
    pty.signal(rustix::process::Signal::KILL);
    drop(pty);
    let mut again = server.open();
    again.until_printed("They are loud");
    again.send("]yq");
    again.until_printed("OSC 52");
    again.send("Q");
    again.until_printed("[exited]");
}
