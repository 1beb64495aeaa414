//! Quotes and tables as Markdown that no article can act in.

use super::record::{QuoteRecord, Record};
use super::template::{Cited, Field, Template};

/// `text` on one line such that Markdown shows it as it stands: nothing in it is a
/// link, an image, HTML or emphasis, and an address or a name with `@` is no link either;
/// at the beginning of a line it begins no list.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    let bullet = bullet(text);
    for (at, letter) in text.char_indices() {
        let host = letter == '.' && ends_with_www(&safe);
        match letter {
            _ if letter.is_control() || letter.is_whitespace() => safe.push(' '),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '@' => safe.push_str("&#64;"),
            _ if host || bullet == Some(at) || ACTING.contains(letter) || colon_acts(text, at) => {
                safe.push('\\');
                safe.push(letter);
            }
            _ => safe.push(letter),
        }
    }
    safe
}

/// Whether a colon stands at `at` that would make an address in plain words a link, a
/// word a picture (`:wave:`), or the line a definition. Most stand behind a word and do
/// nothing: `by:raman`, `10:30`.
fn colon_acts(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at_checked(at).unwrap_or_default();
    let Some(rest) = rest.strip_prefix(':') else {
        return false;
    };
    let begins_word = !before.ends_with(char::is_alphanumeric)
        && rest.starts_with(|next: char| next.is_alphanumeric() || "+-_".contains(next));
    rest.starts_with("//") || begins_word || before.trim().is_empty()
}

/// What a field of a citation says; the address of the article is a link and stays one.
fn of_field(field: Field, text: &str) -> String {
    match field {
        Field::Url => address(text),
        Field::Quote
        | Field::Speaker
        | Field::Role
        | Field::Source
        | Field::Title
        | Field::Date
        | Field::Author => escaped(text),
    }
}

/// The address as a link that reads as itself. Between these marks nothing else acts; what
/// is no address of the web is text.
fn address(url: &str) -> String {
    let schemes = ["http://", "https://"];
    let is_of_web = schemes.iter().any(|scheme| url.starts_with(scheme));
    let is_plain = |letter: u8| letter.is_ascii_graphic() && !b"<>".contains(&letter);
    match is_of_web && url.bytes().all(is_plain) {
        true => format!("<{url}>"),
        false => escaped(url),
    }
}

fn ends_with_www(text: &str) -> bool {
    let end = text.len().checked_sub(3).and_then(|at| text.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// Where the sign stands that would make `text` an item of a list: `- x`, `1. x`.
fn bullet(text: &str) -> Option<usize> {
    let is_blank = |letter: char| letter.is_whitespace() || letter.is_control();
    let words = text.trim_start_matches(is_blank);
    let rest = words.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let signs = if rest.len() == words.len() {
        "+-"
    } else {
        ".)"
    };
    let mut letters = rest.chars();
    let sign = letters.next()?;
    let acts = signs.contains(sign) && letters.next().is_none_or(is_blank);
    acts.then_some(text.len() - rest.len())
}

/// Signs that mean something to some reader of Markdown inside of a line.
const ACTING: &str = "\\|`*_[]{}#~!$^=";

/// A block quote with its citation below, and the note of the person.
pub fn quote_markdown(record: &QuoteRecord) -> String {
    quote(record, None)
}

/// The same, cited as `cite` says. A whole article is cited as one.
pub(super) fn quote(record: &QuoteRecord, cite: Option<&Template>) -> String {
    let cited = record.cited();
    let marks = (&record.tags[..], &*record.note);
    if record.is_article() {
        return article(&cited, marks, cite) + "\n";
    }
    let words = format!("“{}”", escaped(&record.quote));
    let body = match cite {
        Some(cite) if cite.holds_quote() => lines(&cite.fill_with(&cited, of_field)),
        Some(cite) => {
            let cited = lines(&cite.fill_with(&cited, of_field));
            format!("> {words}\n>\n{}", cited.replacen("> ", "> — ", 1))
        }
        None => format!("> {words}\n>\n> — {}", own(&cited)),
    };
    let marked: String = marked(marks)
        .iter()
        .map(|line| format!("\n{line}\n"))
        .collect();
    format!("{body}\n{marked}")
}

/// An item of a list: who wrote it and where it stands.
pub(super) fn article(cited: &Cited, marks: (&[String], &str), cite: Option<&Template>) -> String {
    let line = match cite.filter(|cite| cite.holds_title()) {
        Some(cite) => cite.fill_with(cited, of_field).replace('\n', "  \n  "),
        None => {
            let title = format!("“{}”", cited.title);
            let parts = [cited.author, &title, cited.source, cited.date];
            cited_parts(&parts, cited.url)
        }
    };
    let lines = [line].into_iter().chain(marked(marks));
    format!("- {}", lines.collect::<Vec<_>>().join("  \n  "))
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
    let parts = [speaker, cited.role, &title, cited.source, cited.date];
    cited_parts(&parts, cited.url)
}

/// What is not empty of `parts`, and the address last, with commas.
fn cited_parts(parts: &[&str], url: &str) -> String {
    let parts = parts.iter().map(|part| escaped(part));
    let parts = parts.chain([address(url)]);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// Every line of what a template says as one of a block quote.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("> {line}")).collect();
    lines.join("\n")
}

/// Tags and note of a person, a line each.
fn marked((tags, note): (&[String], &str)) -> Vec<String> {
    let tags = tags.iter().map(|tag| escaped(tag)).collect::<Vec<_>>();
    let lines = [("Tags", tags.join(", ")), ("Note", escaped(note))];
    let lines = lines.into_iter().filter(|(_, words)| !words.is_empty());
    lines
        .map(|(name, words)| format!("{name}: {words}"))
        .collect()
}

/// A citation as a cell of a table has it, behind the words unless it holds them.
pub(super) fn in_cell(cited: &Cited, cite: &Template) -> String {
    let words = |field: Field, text: &str| match field {
        Field::Url => link(text),
        field => of_field(field, text),
    };
    let filled = parted(&cite.fill_with(cited, words));
    let line = filled.replace('\n', "<br>");
    match cite.holds_quote() {
        true => line,
        false => format!("“{}” — {line}", escaped(cited.quote)),
    }
}

/// A citation whose own bars part no cells; those of its fields are escaped already.
fn parted(filled: &str) -> String {
    let mut safe = String::with_capacity(filled.len());
    let mut is_escaped = false;
    for letter in filled.chars() {
        if letter == '|' && !is_escaped {
            safe.push('\\');
        }
        is_escaped = letter == '\\' && !is_escaped;
        safe.push(letter);
    }
    safe
}

/// An address in a table: a bar would end the cell even there.
pub(super) fn link(url: &str) -> String {
    address(&url.replace('|', "%7C"))
}

/// A row of a table: speaker, words, outlet, day, and the address or else the headline. An
/// article says nothing: its headline stands for words, and its author for a speaker.
pub(super) fn cited_row(cited: &Cited) -> String {
    let headline = match cited.title.is_empty() {
        true => String::new(),
        false => format!("“{}”", escaped(cited.title)),
    };
    let (who, words) = match (cited.quote.is_empty(), cited.speaker.is_empty()) {
        (true, _) => (escaped(cited.author), headline.clone()),
        (false, true) => ("unattributed".to_owned(), String::new()),
        (false, false) => (escaped(&cited.speaker), String::new()),
    };
    let words = match words.is_empty() {
        true => format!("“{}”", escaped(cited.quote)),
        false => words,
    };
    let link = match cited.url.is_empty() {
        true => headline,
        false => link(cited.url),
    };
    table_row(&[who, words, escaped(cited.source), escaped(cited.date), link])
}

/// The head of a table.
pub fn table_head(columns: &[String]) -> String {
    let names: Vec<String> = columns.iter().map(|column| escaped(column)).collect();
    format!(
        "| {} |\n|{}",
        names.join(" | "),
        "---|".repeat(columns.len())
    )
}

/// A row of a table of cells that are Markdown already.
pub fn table_row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

/// A record as a row of a table.
pub fn record_row<T: Record>(record: &T) -> String {
    let cells: Vec<String> = record.cells().iter().map(|cell| escaped(cell)).collect();
    table_row(&cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::ArticleRecord;
    use pulldown_cmark::{Event, Options, Parser};

    /// What a reader of Markdown shows as text, and whether it sees anything else.
    fn read(markdown: &str) -> (String, bool) {
        let mut text = String::new();
        let mut acts = false;
        for event in Parser::new_ext(markdown, Options::all()) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::SoftBreak => text.push(' '),
                Event::Start(tag) => acts |= !matches!(tag, pulldown_cmark::Tag::Paragraph),
                Event::End(_) => {}
                _ => acts = true,
            }
        }
        (text, acts)
    }

    #[track_caller]
    fn check(text: &str) {
        // A mark before it, as a quote has one: nothing stands at the beginning of a line.
        let text = format!("“{text}”");
        assert_eq!(
            read(&escaped(&text)),
            (text.clone(), false),
            "{}",
            escaped(&text)
        );
    }

    #[test]
    fn nothing_in_an_article_acts_in_markdown() {
        check("[a](https://example.org) ![b](x) <b>c</b> <https://d.example>");
        check("*a* _b_ **c** `d` ~~e~~ &amp; \\ # f | g");
        check("www.example.org a@b.example https://example.org/x_y");
        check("$x$ ^[note] [^1] :a: ==b== {#id}");
    }

    #[test]
    fn a_colon_that_does_nothing_stays_readable() {
        for text in ["by:raman", "10:30", "Note: x", "a: b", "“one”: two"] {
            assert_eq!(escaped(text), text);
        }
        assert_eq!(escaped("at https://a.example"), "at https\\://a.example");
        check("by:raman :wave: 10:30 https://a.example/b_c ftp://a x:y:z");
        assert_eq!(read(&escaped(": none")), (": none".to_owned(), false));
    }

    #[test]
    fn the_address_of_an_article_is_a_link_to_itself_and_nothing_else_is() {
        let links = |url: &str| {
            let record = QuoteRecord {
                quote: "see https://evil.example".into(),
                url: url.into(),
                ..QuoteRecord::default()
            };
            let written = quote_markdown(&record);
            let links = Parser::new_ext(&written, Options::all()).filter_map(|event| match event {
                Event::Start(pulldown_cmark::Tag::Link { dest_url, .. }) => {
                    Some(dest_url.to_string())
                }
                Event::Html(html) | Event::InlineHtml(html) => Some(html.to_string()),
                _ => None,
            });
            let links: Vec<String> = links.collect();
            (written, links)
        };
        let url = "https://a.example/x_y?z=%20&q=~1#top*[";
        let (written, found) = links(url);
        assert!(written.contains(url), "{written}");
        assert_eq!(found, [url]);
        for hostile in [
            "javascript:alert(1)",
            "https://a.example/ <b>x</b>",
            "https://a.example/>[x](y)",
            "data:text/html,<script>",
        ] {
            assert_eq!(links(hostile).1, [""; 0], "{hostile}");
        }
    }

    #[test]
    fn a_byline_begins_no_list_of_its_own() {
        for author in ["1. May", "- x", "+ x", "7) y", " \u{1}- z", "+", "12."] {
            let record = ArticleRecord {
                author: author.into(),
                ..ArticleRecord::default()
            };
            let written = record.markdown(None);
            let events = Parser::new_ext(&written, Options::all());
            let is_list =
                |event: &Event| matches!(event, Event::Start(pulldown_cmark::Tag::List(_)));
            assert_eq!(events.filter(is_list).count(), 1, "{written}");
        }
        assert_eq!(escaped("1.5 million"), "1.5 million");
        assert_eq!(escaped("-5 degrees"), "-5 degrees");
    }

    #[test]
    fn a_long_row_of_dots_takes_no_time() {
        let dots = ".".repeat(1 << 20);
        assert_eq!(escaped(&dots), dots);
        assert_eq!(escaped("www.x WWW.x"), "www\\.x WWW\\.x");
    }

    #[test]
    fn a_quote_is_a_block_with_its_citation() {
        let record = QuoteRecord {
            quote: "Two\nlines".into(),
            speaker: "Ada Brook".into(),
            source: "Quay Post".into(),
            date: "2026-01-02T03:04".into(),
            title: "Pier stays".into(),
            ..QuoteRecord::default()
        };
        let expected = "> “Two lines”\n>\n> — Ada Brook, “Pier stays”, Quay Post, 2026-01-02\n";
        assert_eq!(quote_markdown(&record), expected);
    }

    #[test]
    fn a_whole_article_is_cited_and_not_quoted() {
        let record = QuoteRecord {
            kind: "article",
            title: "Pier stays".into(),
            author: "Jo Amber".into(),
            source: "Quay Post".into(),
            date: "2026-01-02T03:04".into(),
            tags: vec!["port".into(), "*".into()],
            note: "Call back.".into(),
            ..QuoteRecord::default()
        };
        assert_eq!(
            quote_markdown(&record),
            "- Jo Amber, “Pier stays”, Quay Post, 2026-01-02  \n  Tags: port, \\*  \n  Note: Call back.\n"
        );
    }

    #[test]
    fn an_article_keeps_its_headline_under_a_template_without_one() {
        let cited = Cited {
            title: "Pier stays",
            source: "Quay Post",
            ..Cited::default()
        };
        for cite in ["{speaker}, {source}", "{source}: {title}"] {
            let cite = Template::parse(cite).unwrap();
            let written = article(&cited, (&[], ""), Some(&cite));
            assert!(written.contains("Pier stays"), "{written}");
        }
    }

    #[test]
    fn tags_and_notes_stand_below_the_citation() {
        let record = QuoteRecord {
            quote: "No.".into(),
            tags: vec!["port".into()],
            note: "Call back.".into(),
            ..QuoteRecord::default()
        };
        assert_eq!(
            quote_markdown(&record),
            "> “No.”\n>\n> — unattributed\n\nTags: port\n\nNote: Call back.\n"
        );
    }

    #[test]
    fn a_row_of_a_table_has_speaker_words_outlet_date_and_link() {
        let record = QuoteRecord {
            quote: "No | not\nnow.".into(),
            speaker: "they".into(),
            language: "en".into(),
            confidence: Some(crate::model::Confidence::from_thousandths(400)),
            title: "Pier stays".into(),
            source: "Quay Post".into(),
            date: "2026-01-02T03:04".into(),
            url: "https://quay.example/a|b".into(),
            ..QuoteRecord::default()
        };
        assert_eq!(
            record.table_row(),
            "| ? unnamed (“they”) | “No \\| not now.” | Quay Post | 2026-01-02 | <https://quay.example/a%7Cb> |"
        );
        let bare = QuoteRecord {
            url: String::new(),
            speaker: String::new(),
            ..record
        };
        let row = bare.table_row();
        assert!(row.starts_with("| unattributed |"), "{row}");
        assert!(row.ends_with("| “Pier stays” |"), "{row}");
    }
}
