//! What an import keeps, drops and tells.

use std::fs;
use std::path::PathBuf;

use pullquote::import::{Gone, Progress, Report, import};
use pullquote::store::{Library, Location};
use tempfile::TempDir;

/// A folder of articles and the library of it.
struct Case {
    folder: TempDir,
    library: Library,
}

impl Case {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let articles = folder.path().join("articles");
        fs::create_dir(articles).unwrap();
        let library = Library::open(&Location::file(folder.path().join("library.db"))).unwrap();
        Self { folder, library }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("articles").join(name)
    }

    /// Writes a file with one record for each number.
    fn records(&self, name: &str, numbers: impl IntoIterator<Item = usize>) {
        let lines: String = numbers
            .into_iter()
            .map(|n| format!("{{\"title\": \"Pier {n}\", \"text\": \"Pier {n} was painted.\"}}\n"))
            .collect();
        fs::write(self.file(name), lines).unwrap();
    }

    fn import(&mut self) -> Report {
        self.watched(&mut |_| true)
    }

    fn watched(&mut self, watch: &mut dyn FnMut(Progress) -> bool) -> Report {
        let articles = self.folder.path().join("articles");
        let watch = &mut |_: &Library, progress| watch(progress);
        import(&[articles], &mut self.library, Gone::Remove, watch).unwrap()
    }

    fn headlines(&self) -> Vec<String> {
        let catalog = self.library.catalog().unwrap();
        let mut all: Vec<_> = catalog
            .rows()
            .iter()
            .map(|row| row.headline.to_string())
            .collect();
        all.sort();
        all
    }

    fn is_settled(&self) -> bool {
        let held = self.library.provenances().unwrap();
        held.iter().all(|(place, _)| place.stamp.is_some())
    }
}

#[test]
fn a_record_that_is_gone_from_its_file_goes_from_the_library() {
    let mut case = Case::new();
    case.records("pier.jsonl", 1..=4);
    assert_eq!(case.import().added, 4);
    case.records("pier.jsonl", [1, 4]);
    let report = case.import();
    assert_eq!(case.headlines(), ["Pier 1", "Pier 4"]);
    assert_eq!((report.added, report.known + report.changed), (0, 2));
    assert_eq!(case.library.provenances().unwrap().len(), 2);
    assert_eq!(case.import().known, 2);
    assert!(case.is_settled());
}

#[test]
fn a_file_with_a_new_name_keeps_its_articles_all_the_time() {
    let mut case = Case::new();
    case.records("old.jsonl", 1..=2);
    case.import();
    fs::rename(case.file("old.jsonl"), case.file("new.jsonl")).unwrap();
    let articles = [case.folder.path().join("articles")];
    let mut seen = Vec::new();
    let watch = &mut |library: &Library, _| {
        seen.push(library.count().unwrap());
        true
    };
    let report = import(&articles, &mut case.library, Gone::Remove, watch).unwrap();
    assert_eq!((report.known, report.removed), (2, 0));
    assert!(seen.iter().all(|&count| count == 2), "{seen:?}");
    assert_eq!(case.library.provenances().unwrap().len(), 2);
}

#[test]
fn a_file_that_is_gone_takes_its_articles_along() {
    let mut case = Case::new();
    case.records("a.jsonl", [1]);
    case.records("b.jsonl", [2]);
    case.import();
    fs::remove_file(case.file("a.jsonl")).unwrap();
    assert_eq!(case.import().removed, 1);
    assert_eq!(case.headlines(), ["Pier 2"]);
}

#[test]
fn a_large_file_comes_in_parts_and_an_import_that_was_ended_goes_on() {
    let mut case = Case::new();
    case.records("pier.jsonl", 0..1_200);
    let mut counts = Vec::new();
    case.watched(&mut |progress| {
        counts.push((progress.done, progress.added));
        false
    });
    assert_eq!(counts.len(), 1);
    let (done, first) = counts[0];
    assert!(done == 0 && 0 < first && first < 1_200, "{counts:?}");
    assert_eq!(case.library.count().unwrap(), first);
    let report = case.import();
    assert_eq!((report.known, report.added), (first, 1_200 - first));
    assert!(case.is_settled());
    assert_eq!(case.import().known, 1_200);
}
