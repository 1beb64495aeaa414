//! What leaves the program is read by others as it went in: every form with a reader
//! that is not ours, and fields that try to act.

use biblatex::{Bibliography, ChunksExt};
use pulldown_cmark::{Event, Options, Parser, Tag};
use pullquote::export::{
    ActorRecord, ArticleRecord, Cells, Form, QuoteRecord, Record, Style, Template, sheet,
};
use pullquote::model::Confidence;
use serde_json::Value;

/// Texts that mean something to a spreadsheet, a browser, a terminal, to TeX or Markdown.
const HOSTILE: [&str; 14] = [
    "plain",
    "=cmd|' /C calc'!A0",
    "+1",
    "-2 dogs",
    "@SUM(A1:A9)",
    "\ttab first",
    "he said \"no\", and \"yes\"; twice, 'too'",
    "two\nlines\r\nand a third",
    "](https://evil.example) ![x](y) [a]: b <script>alert(1)</script> &amp; *b* `c`",
    "{braces} and }one{ and \\textbf{x} $1 50% #3 a_b ~ ^ \\ -- ``q''",
    "\u{202e}txet\u{202c} \u{2066}x\u{2069} \u{200b}\u{feff}",
    "\u{1b}[2J\u{9b}31m\u{7f}\u{0}",
    "한국어 漢字 かな ﷽ é e\u{301} 👩‍👩‍👧",
    "1. not a list\n# not a head\n> not a quote\n---\n| a | b |",
];

/// A quote of which every field that a stranger writes is `text`.
fn quote(text: &str) -> QuoteRecord {
    let text = || text.to_owned();
    QuoteRecord {
        quote: text(),
        speaker: text(),
        speaker_role: text(),
        speaker_by: "rule",
        confidence: Some(Confidence::from_thousandths(900)),
        guess: Some(false),
        named: Some(true),
        rule: "inverted",
        cue: text(),
        kind: "direct",
        mentions: vec![text()],
        article_id: "b3:6f1ed002ab5595859014ebf0951522d9".to_owned(),
        span: "0-3".to_owned(),
        title: text(),
        source: text(),
        author: text(),
        date: "2026-05-01T08:30".to_owned(),
        language: "en".to_owned(),
        url: "https://a.example/x_y?z=%20&q=~1#top".to_owned(),
        tags: vec![text()],
        note: text(),
        quote_id: "b3:6f1ed002ab5595859014ebf0951522d9@0-3".to_owned(),
    }
}

fn article(text: &str, number: usize) -> ArticleRecord {
    let text = || text.to_owned();
    ArticleRecord {
        article_id: format!("b3:{number:032x}"),
        title: text(),
        source: text(),
        author: text(),
        date: "2026-05-01".to_owned(),
        language: "en".to_owned(),
        url: "https://a.example/x_y?z=%20&q=~1#top".to_owned(),
        quotes: 3,
        actors: 2,
        tags: vec![text()],
        note: text(),
    }
}

fn quotes() -> Vec<QuoteRecord> {
    HOSTILE.iter().map(|text| quote(text)).collect()
}

fn articles() -> Vec<ArticleRecord> {
    // The key begins with what differs.
    let numbered = HOSTILE.iter().enumerate();
    let mut articles: Vec<ArticleRecord> = numbered.map(|(at, text)| article(text, at)).collect();
    for (at, article) in articles.iter_mut().enumerate() {
        article.article_id = format!("b3:{at:010x}0000000000000000000000");
    }
    articles
}

fn cells_of<T: Record>(records: &[T], cells: Cells) -> Vec<Vec<String>> {
    let written = sheet(
        records,
        Style {
            cells,
            ..Style::of(Form::Csv)
        },
    );
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(written.as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.expect("every line is a row");
        row.iter().map(str::to_owned).collect()
    });
    rows.collect()
}

#[track_caller]
fn check_csv<T: Record>(records: &[T]) {
    let raw = cells_of(records, Cells::Raw);
    assert_eq!(raw[0], T::COLUMNS);
    let expected: Vec<Vec<String>> = records.iter().map(Record::cells).collect();
    assert_eq!(raw[1..], expected);
    for (row, expected) in cells_of(records, Cells::Safe)[1..].iter().zip(&expected) {
        for (cell, expected) in row.iter().zip(expected) {
            let acts = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!acts, "{cell:?} acts in a spreadsheet");
            let shown = cell.strip_prefix('\'').unwrap_or(cell);
            assert_eq!(shown, expected.strip_prefix('\'').unwrap_or(expected));
        }
    }
}

#[test]
fn a_spreadsheet_reads_every_cell_and_no_formula() {
    check_csv(&quotes());
    check_csv(&articles());
    check_csv(&[ActorRecord {
        name: "=1+1".to_owned(),
        ..ActorRecord::default()
    }]);
}

#[test]
fn lines_of_csv_end_as_the_standard_says() {
    let written = sheet(&[quote("plain")], Style::of(Form::Csv));
    assert_eq!(written.matches("\r\n").count(), 2);
    assert_eq!(written.matches('\n').count(), 2);
}

#[test]
fn json_gives_back_every_text_and_holds_nothing_that_acts_in_a_terminal() {
    let written = sheet(&quotes(), Style::of(Form::Jsonl));
    assert_eq!(written.lines().count(), HOSTILE.len());
    let acts = |c: char| {
        c != '\n'
            && (c.is_control() || "\u{202e}\u{202c}\u{2066}\u{2069}\u{feff}\u{2028}".contains(c))
    };
    assert!(!written.contains(acts));
    for (line, text) in written.lines().zip(HOSTILE) {
        let value: Value = serde_json::from_str(line).unwrap();
        assert_eq!(value["schema"], 2);
        for field in ["quote", "speaker", "title", "source", "author", "note"] {
            assert_eq!(value[field], text);
        }
        assert_eq!(value["tags"][0], text);
    }
}

/// What a reader of Markdown shows: the text of each paragraph, and what it found that
/// is neither a paragraph nor of the kinds expected.
fn shown(markdown: &str, expected: &[&str]) -> (Vec<String>, Vec<String>) {
    let (mut paragraphs, mut others) = (vec![String::new()], Vec::new());
    // A reader that sets other quotation marks is not asked.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) => paragraphs.last_mut().unwrap().push_str(&text),
            Event::SoftBreak | Event::HardBreak => paragraphs.last_mut().unwrap().push(' '),
            Event::Start(Tag::Paragraph | Tag::Item) => paragraphs.push(String::new()),
            Event::Start(tag) => {
                let name = format!("{tag:?}");
                if !expected.iter().any(|expected| name.starts_with(expected)) {
                    others.push(name);
                }
            }
            Event::End(_) => {}
            other => others.push(format!("{other:?}")),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    (paragraphs, others)
}

/// The text on one line, as Markdown shows it.
fn on_one_line(text: &str) -> String {
    let blanks = |c: char| {
        if c.is_control() || c.is_whitespace() {
            ' '
        } else {
            c
        }
    };
    let text: String = text.chars().map(blanks).collect();
    text.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The one link that a citation holds: to the address of the article.
const OWN_LINK: &str =
    "Link { link_type: Autolink, dest_url: Borrowed(\"https://a.example/x_y?z=%20&q=~1#top\")";

#[test]
fn a_template_that_begins_with_the_quote_keeps_each_record_what_it_is() {
    let cite = Template::parse("{quote} {speaker}, “{title}”, {source}").unwrap();
    let style = Style {
        cite: Some(cite),
        ..Style::of(Form::Markdown)
    };
    for text in HOSTILE
        .into_iter()
        .chain(["- a", "1. b", "+", "# c", "> d", "    e", ": f"])
    {
        let written = sheet(&[quote(text)], style.clone());
        let (_, others) = shown(&written, &["BlockQuote"]);
        assert_eq!(others, [""; 0], "{written}");
        let written = sheet(&[article(text, 1), article(text, 2)], style.clone());
        let (items, others) = shown(&written, &["List"]);
        assert_eq!(others, [""; 0], "{written}");
        assert!(items.len() >= 2, "{written}");
        let lists =
            Parser::new(&written).filter(|event| matches!(event, Event::Start(Tag::List(_))));
        assert_eq!(lists.count(), 1, "{written}");
    }
}

#[test]
fn markdown_shows_the_words_and_nothing_acts() {
    for text in HOSTILE {
        let written = sheet(&[quote(text)], Style::of(Form::Markdown));
        let (paragraphs, others) = shown(&written, &["BlockQuote", OWN_LINK]);
        assert_eq!(others, [""; 0], "{written}");
        assert_eq!(
            on_one_line(&paragraphs[0]),
            on_one_line(&format!("“{text}”"))
        );
        let words = on_one_line(text);
        let cited = on_one_line(&paragraphs[1]);
        assert!(cited.contains(&words), "{cited} holds {words}");

        let written = sheet(&[article(text, 1)], Style::of(Form::Markdown));
        let (_, others) = shown(&written, &["List", OWN_LINK]);
        assert_eq!(others, [""; 0], "{written}");
    }
}

#[test]
fn a_template_may_mark_up_and_a_field_may_not() {
    let cite = Template::parse("{speaker}, *{title}*, {source}").unwrap();
    for text in HOSTILE {
        let style = Style {
            cite: Some(cite.clone()),
            ..Style::of(Form::Markdown)
        };
        let (_, others) = shown(&sheet(&[quote(text)], style), &["BlockQuote", "Emphasis"]);
        assert_eq!(others, [""; 0], "{text}");
    }
}

/// What TeX shows of a text: on one line, without control characters.
fn in_tex(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        let letters = word.chars().filter(|c| !c.is_control());
        letters.collect::<String>()
    });
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_reader_of_bibtex_finds_what_went_in() {
    let articles = articles();
    let written = sheet(&articles, Style::of(Form::Bibtex));
    let read = Bibliography::parse(&written).unwrap();
    assert_eq!(read.len(), articles.len(), "{written}");
    for (entry, article) in read.iter().zip(&articles) {
        assert_eq!(entry.entry_type.to_string(), "article");
        let field = |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim());
        assert_eq!(field("title"), Some(in_tex(&article.title)), "{written}");
        assert_eq!(
            field("journal").or(field("journaltitle")),
            Some(in_tex(&article.source))
        );
        assert_eq!(
            field("annotation").or(field("note")),
            Some(in_tex(&article.note))
        );
        assert_eq!(field("url").as_deref(), Some(article.url.as_str()));
        assert_eq!(field("entrysubtype").as_deref(), Some("newspaper"));
        assert_eq!(field("date").as_deref(), Some("2026-05-01"));
        assert_eq!(field("author"), Some(in_tex(&article.author)));
        let authors = entry.author().unwrap();
        assert_eq!(authors.len(), 1, "{authors:?}");
        if article.author.contains('=') {
            // This reader takes any such name for one of keys and values.
            continue;
        }
        let author = in_tex(&format!("{} {}", authors[0].given_name, authors[0].name));
        assert_eq!(author, in_tex(&article.author));
    }
}

#[test]
fn persons_are_family_and_given_names_for_others() {
    let of = |author: &str| ArticleRecord {
        author: author.to_owned(),
        ..article("plain", 1)
    };
    let written = sheet(
        &[of("Ana Ruiz and Jan van der Meer")],
        Style::of(Form::Bibtex),
    );
    let read = Bibliography::parse(&written).unwrap();
    let authors = read.iter().next().unwrap().author().unwrap();
    let names: Vec<(&str, &str)> = authors
        .iter()
        .map(|person| (person.given_name.as_str(), person.name.as_str()))
        .collect();
    assert_eq!(names[0], ("Ana", "Ruiz"));
    assert_eq!(
        (names[1].0, authors[1].prefix.as_str(), names[1].1),
        ("Jan", "van der", "Meer")
    );
}

#[test]
fn a_reader_of_csl_json_finds_what_went_in() {
    let articles = articles();
    let written = sheet(&articles, Style::of(Form::Csl));
    let items: Vec<Value> = serde_json::from_str(&written).unwrap();
    assert_eq!(items.len(), articles.len());
    for (item, article) in items.iter().zip(&articles) {
        assert_eq!(item["type"], "article-newspaper");
        assert_eq!(item["title"], article.title);
        assert_eq!(item["container-title"], article.source);
        assert_eq!(item["URL"], article.url);
        assert_eq!(
            item["issued"]["date-parts"][0],
            serde_json::json!([2026, 5, 1])
        );
        assert_eq!(item["author"][0]["literal"], article.author.trim());
    }
}

#[test]
fn quotes_of_one_article_are_one_reference() {
    for form in [Form::Bibtex, Form::Csl] {
        let written = sheet(&quotes(), Style::of(form));
        assert_eq!(written.matches("-6f1ed002ab").count(), 1, "{written}");
    }
    assert_eq!(sheet::<QuoteRecord>(&[], Style::of(Form::Csl)), "[\n]\n");
}
