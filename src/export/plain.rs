//! Quotes and articles as wrapped lines, for mail.

use super::record::QuoteRecord;
use super::template::{Cited, Template};
use crate::model::Span;
use crate::text::wrap::wrap;

/// Columns of a line: what mail programs leave as it is.
const COLUMNS: usize = 72;
/// Before the lines of a citation.
const INDENT: &str = "    ";

/// The words, and below them who said them and where. A whole article is cited as one.
pub(super) fn quote(record: &QuoteRecord, cite: Option<&Template>) -> String {
    let cited = record.cited();
    let marks = (&record.tags[..], &*record.note);
    if record.is_article() {
        return article(&cited, marks, cite);
    }
    let (words, citation) = match cite {
        Some(cite) if cite.holds_quote() => (String::new(), cite.fill(&cited)),
        Some(cite) => (quoted(&record.quote), format!("— {}", cite.fill(&cited))),
        None => (quoted(&record.quote), format!("— {}", own(&cited))),
    };
    let citation = match words.is_empty() {
        true => wrapped(&citation, ""),
        false => wrapped(&citation, INDENT),
    };
    joined([wrapped(&words, ""), citation], marks)
}

/// Who wrote it and where it stands.
pub(super) fn article(cited: &Cited, marks: (&[String], &str), cite: Option<&Template>) -> String {
    let line = match cite.filter(|cite| cite.holds_title()) {
        Some(cite) => cite.fill(cited),
        None => {
            let title = format!("“{}”", cited.title);
            let parts = [cited.author, &title, cited.source, cited.date];
            parts_of(&parts, cited.url)
        }
    };
    joined([wrapped(&line, ""), String::new()], marks)
}

/// Speaker, role, headline, outlet, day, address.
fn own(cited: &Cited) -> String {
    let title = match cited.title.is_empty() {
        true => String::new(),
        false => format!("“{}”", cited.title),
    };
    let speaker = match cited.speaker.is_empty() {
        true => "unattributed",
        false => &cited.speaker,
    };
    parts_of(
        &[speaker, cited.role, &title, cited.source, cited.date],
        cited.url,
    )
}

/// An address comes last and alone, so that no comma sticks to it.
fn parts_of(parts: &[&str], url: &str) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty());
    let parts = parts.copied().collect::<Vec<_>>().join(", ");
    match url.is_empty() {
        true => parts,
        false => format!("{parts}\n{url}"),
    }
}

fn quoted(words: &str) -> String {
    match words.is_empty() {
        true => String::new(),
        false => format!("“{words}”"),
    }
}

/// The lines that there are, with tags and note of a person below them.
fn joined(lines: [String; 2], (tags, note): (&[String], &str)) -> String {
    let marked = [("Tags", tags.join(", ")), ("Note", note.to_owned())];
    let marked = marked.into_iter().filter(|(_, words)| !words.is_empty());
    let marked = marked.map(|(name, words)| wrapped(&format!("{name}: {words}"), INDENT));
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.chain(marked).collect();
    format!("{}\n", lines.join("\n"))
}

/// The lines of `text` broken to fit, each after `indent`; an address is never broken.
fn wrapped(text: &str, indent: &str) -> String {
    let columns = COLUMNS - indent.len();
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.contains("://") && !line.contains(' ') {
            lines.push(format!("{indent}{line}"));
            continue;
        }
        let spans = wrap(line, Span::new(0, line.len()), columns);
        lines.extend(
            spans
                .iter()
                .map(|span| format!("{indent}{}", span.of(line))),
        );
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> QuoteRecord {
        QuoteRecord {
            quote: "The pier stays where it is, and so do the two cranes, whatever the city may have been told in spring.".into(),
            speaker: "Ada Brook".into(),
            title: "Pier stays".into(),
            source: "Quay Post".into(),
            date: "2026-01-02T03:04".into(),
            url: "https://quay.example/a/very/long/address/that/no/mail/program/should/break/into/two".into(),
            tags: vec!["port".into(), "spring".into()],
            note: "Call back.".into(),
            ..QuoteRecord::default()
        }
    }

    #[test]
    fn a_quote_is_wrapped_with_its_citation_below() {
        let expected = "\
“The pier stays where it is, and so do the two cranes, whatever the city
may have been told in spring.”
    — Ada Brook, “Pier stays”, Quay Post, 2026-01-02
    https://quay.example/a/very/long/address/that/no/mail/program/should/break/into/two
    Tags: port, spring
    Note: Call back.
";
        assert_eq!(quote(&record(), None), expected);
    }

    #[test]
    fn a_template_that_holds_the_quote_stands_for_all() {
        let template = Template::parse("{speaker}: “{quote}” ({source})").unwrap();
        let short = QuoteRecord {
            quote: "No.".into(),
            tags: Vec::new(),
            note: String::new(),
            ..record()
        };
        assert_eq!(
            quote(&short, Some(&template)),
            "Ada Brook: “No.” (Quay Post)\n"
        );
    }
}
