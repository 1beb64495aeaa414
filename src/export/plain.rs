//! Quotes and articles as wrapped lines, for mail.

use super::record::{ArticleRecord, QuoteRecord};
use super::template::Template;
use crate::model::Span;
use crate::text::wrap::wrap;

/// Columns of a line: what mail programs leave as it is.
const COLUMNS: usize = 72;
/// Before the lines of a citation.
const INDENT: &str = "    ";

/// The words, and below them who said them and where.
pub(super) fn quote(record: &QuoteRecord, cite: Option<&Template>) -> String {
    let cited = record.cited();
    let (words, citation) = match cite {
        Some(cite) if cite.holds_quote() => (String::new(), cite.fill(&cited)),
        Some(cite) => (quoted(&record.quote), format!("— {}", cite.fill(&cited))),
        None => (quoted(&record.quote), format!("— {}", own(record))),
    };
    let citation = match words.is_empty() {
        true => wrapped(&citation, ""),
        false => wrapped(&citation, INDENT),
    };
    let parts = [wrapped(&words, ""), citation, note(&record.note)];
    joined(parts)
}

/// Who wrote it and where it stands.
pub(super) fn article(record: &ArticleRecord, cite: Option<&Template>) -> String {
    let cited = match cite {
        Some(cite) => cite.fill(&record.cited()),
        None => {
            let title = format!("“{}”", record.title);
            let parts = [&record.author, &title, &record.source, record.cited().date];
            parts_of(&parts, &record.url)
        }
    };
    joined([wrapped(&cited, ""), String::new(), note(&record.note)])
}

/// Speaker, role, headline, outlet, day, address.
fn own(record: &QuoteRecord) -> String {
    let cited = record.cited();
    let title = match cited.title.is_empty() {
        true => String::new(),
        false => format!("“{}”", cited.title),
    };
    let speaker = match cited.speaker.is_empty() {
        true => "unattributed",
        false => cited.speaker,
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

fn note(note: &str) -> String {
    match note.is_empty() {
        true => String::new(),
        false => wrapped(&format!("Note: {note}"), INDENT),
    }
}

fn joined(parts: [String; 3]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty());
    let lines: Vec<&str> = parts.map(String::as_str).collect();
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
    Note: Call back.
";
        assert_eq!(quote(&record(), None), expected);
    }

    #[test]
    fn a_template_that_holds_the_quote_stands_for_all() {
        let template = Template::parse("{speaker}: “{quote}” ({source})").unwrap();
        let short = QuoteRecord {
            quote: "No.".into(),
            note: String::new(),
            ..record()
        };
        assert_eq!(
            quote(&short, Some(&template)),
            "Ada Brook: “No.” (Quay Post)\n"
        );
    }
}
