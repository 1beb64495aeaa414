//! Imports that are killed, disks that are full, folders of other people.
//!
//! Each needs a process of its own. `child` is it: the tests start this binary
//! anew with one of the tasks.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use pullquote::model::{Change, Mark, Place};
use pullquote::store::{Library, Location};

use super::{Case, entry, full_entry};

const TASK: &str = "PULLQUOTE_TEST_TASK";
const BATCH: usize = 7;

#[test]
#[ignore = "started by the tests below in a process of its own"]
fn child() {
    let Ok(task) = std::env::var(TASK) else {
        return;
    };
    let (task, path) = task.split_once(' ').expect("a task and a path");
    let location = Location::file(path);
    match task {
        "import" => {
            let mut library = Library::open(&location).unwrap();
            for n in 0..1_000 {
                let batch: Vec<_> = (0..BATCH)
                    .map(|i| {
                        entry(
                            &format!("{n}-{i}"),
                            &format!("{n} {i}"),
                            &"Words. ".repeat(200),
                        )
                    })
                    .collect();
                match library.add(&batch) {
                    Ok(_) => println!("committed {n}"),
                    Err(error) => return println!("\nfailed {:?}", error.kind()),
                }
            }
        }
        "read" => {
            let mut library = Library::open(&location).unwrap();
            let full = full_entry();
            assert!(library.is_read_only());
            assert_eq!(library.count().unwrap(), 1);
            assert_eq!(library.entry(full.article.id).unwrap(), Some(full));
            let error = library.add(&[entry("b.txt", "Two", "Words.")]).unwrap_err();
            println!("\nread {:?} {:?}", error.kind(), library.notices());
        }
        "full" => {
            let mut library = Library::open(&location).unwrap();
            let (count, marks) = (library.count().unwrap(), library.marks().unwrap());
            let whole = library.catalog().unwrap().len();
            let error = library.add(&[entry("b.txt", "Two", "Words.")]).unwrap_err();
            let kind = error.kind();
            println!(
                "\n{count} of {whole}, {} marks, {kind:?} {:?}",
                marks.all().len(),
                library.notices()
            );
        }
        "leave" => {
            let mut library = Library::open(&location).unwrap();
            library.add(&[full_entry()]).unwrap();
            library.change("tag", &[tag()]).unwrap();
            // What was written stays beside the file, as when the process is killed.
            std::process::exit(0);
        }
        "make" => {
            Library::open(&location)
                .unwrap()
                .add(&[full_entry()])
                .unwrap();
            println!("\nmade");
        }
        _ => unreachable!("no such task"),
    }
}

fn tag() -> Change {
    Change::Set(Mark::Tagged {
        on: Place::whole(full_entry().article.id),
        tag: "harbour".into(),
    })
}

/// The command that does `task` on the library at `path`, with `before` run by the
/// shell in the same process first.
fn task(task: &str, path: &Path, before: &str) -> Command {
    let mut command = Command::new("sh");
    let this = std::env::current_exe().expect("a running test has a file");
    command
        .args(["-c", &format!("{before} exec \"$0\" \"$@\"")])
        .arg(this)
        .args([
            "store::process::child",
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env(TASK, format!("{task} {}", path.display()))
        .stderr(Stdio::null());
    command
}

fn output(command: &mut Command) -> String {
    String::from_utf8_lossy(&command.output().expect("the child runs").stdout).into_owned()
}

#[test]
fn an_import_that_is_killed_loses_nothing_that_was_committed() {
    for lines in 1..9 {
        let case = Case::new();
        let mut child = task("import", &case.path(), "")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let committed = output
            .lines()
            .map_while(Result::ok)
            .filter(|line| line.contains("committed"));
        assert_eq!(committed.take(lines).count(), lines);
        child.kill().unwrap();
        child.wait().unwrap();
        let count = case.open().count().unwrap();
        assert!(
            count >= lines * BATCH && count.is_multiple_of(BATCH),
            "{count} after {lines}"
        );
        assert_eq!(case.open().catalog().unwrap().len(), count);
        assert!(case.is_sound());
    }
}

#[test]
fn a_full_disk_ends_an_import_with_an_error_and_keeps_what_was_committed() {
    // The signal that the limit sends is ignored in one half of the cases, so that
    // the write fails, and kills the import in the other.
    let mut kept = 0;
    for blocks in [300, 400, 520, 700, 1_000] {
        for trap in ["trap '' XFSZ;", ""] {
            let case = Case::new();
            drop(case.open());
            let before = format!("{trap} ulimit -c 0; ulimit -f {blocks};");
            let output = output(&mut task("import", &case.path(), &before));
            let committed = output.matches("committed").count();
            if !trap.is_empty() {
                assert!(output.contains("failed Write"), "{blocks}: {output}");
            }
            let count = case.open().count().unwrap();
            assert!(
                count >= committed * BATCH && count.is_multiple_of(BATCH),
                "{count} after {committed}"
            );
            assert!(case.is_sound());
            kept += committed;
        }
    }
    assert!(kept > 0, "the limits are too low to test anything");
}

#[test]
fn a_good_library_is_read_where_no_file_can_grow() {
    for how in ["killed", "closed"] {
        let case = Case::new();
        drop(output(&mut task("leave", &case.path(), "")));
        if how == "closed" {
            drop(case.open());
        }
        let names = |case: &Case| {
            let mut names: Vec<_> = fs::read_dir(case.folder.path())
                .unwrap()
                .flatten()
                .collect();
            names.sort_by_key(fs::DirEntry::file_name);
            let file = |file: &fs::DirEntry| (file.file_name(), fs::read(file.path()).unwrap());
            names.iter().map(file).collect::<Vec<_>>()
        };
        if how == "killed" {
            fs::remove_file(case.path().with_extension("db-shm")).unwrap();
        }
        let before = names(&case);
        let output = output(&mut task(
            "full",
            &case.path(),
            "trap '' XFSZ; ulimit -f 0;",
        ));
        let said = "1 of 1, 1 marks, Full [\"opened read only: ";
        assert!(output.contains(said), "{how}: {output}");
        assert!(output.contains("make room on the disk"), "{how}: {output}");
        let after: Vec<_> = names(&case)
            .into_iter()
            .filter(|(_, bytes)| !bytes.is_empty())
            .collect();
        assert_eq!(after.len(), before.len(), "{how}");
        assert!(after == before, "{how}: the files changed");
        assert_eq!(case.open().count().unwrap(), 1);
        assert!(case.is_sound());
    }
}

/// Runs `task` "read" as somebody who may not write the folder of the library.
fn read_without_writing(case: &Case, owner_reads: bool) -> String {
    const NOBODY: u32 = 65_534;
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
    mode(case.folder.path(), 0o555).unwrap();
    let mut command = task("read", &case.path(), "");
    // Root may write everything and has to become somebody else first.
    if fs::metadata(case.path()).unwrap().uid() == 0 {
        command.uid(NOBODY).gid(NOBODY);
        if owner_reads {
            std::os::unix::fs::chown(case.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        } else {
            mode(&case.path(), 0o644).unwrap();
        }
    }
    let output = output(&mut command);
    mode(case.folder.path(), 0o755).unwrap();
    output
}

#[test]
fn a_library_in_a_folder_that_cannot_be_written_is_read() {
    for owner_reads in [true, false] {
        let case = Case::new();
        case.open().add(&[full_entry()]).unwrap();
        let output = read_without_writing(&case, owner_reads);
        let said = output.contains("read ReadOnly") && output.contains("opened read only");
        assert!(said, "{output}");
        assert_eq!(fs::read_dir(case.folder.path()).unwrap().count(), 1);
    }
}

#[test]
fn folder_and_files_are_for_their_owner_alone_whatever_the_umask() {
    let case = Case::new();
    let folder = case.folder.path().join("new/folder");
    let path = folder.join("library.db");
    let made = output(&mut task("make", &path, "umask 000;"));
    assert!(made.contains("made"), "{made}");
    // The files beside the library are there while it is open.
    let _open = Library::open(&Location::file(&path))
        .unwrap()
        .catalog()
        .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for file in fs::read_dir(&folder).unwrap().flatten() {
        assert_eq!(mode(&file.path()), 0o600, "{:?}", file.file_name());
    }
}

#[test]
fn a_library_that_others_could_open_is_tightened_with_a_notice() {
    let case = Case::new();
    drop(case.open());
    fs::set_permissions(case.path(), fs::Permissions::from_mode(0o644)).unwrap();
    let library = case.open();
    assert!(
        library.notices()[0].contains("only you"),
        "{:?}",
        library.notices()
    );
    assert_eq!(
        fs::metadata(case.path()).unwrap().permissions().mode() & 0o777,
        0o600
    );
}
