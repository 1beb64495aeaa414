//! Articles as entries of BibTeX, with the fields of biblatex.

use super::author::{Author, authors};
use super::{Kind, Reference};

/// Names of languages as LaTeX knows them, by their two letters.
const LANGUAGES: [(&str, &str); 15] = [
    ("ar", "arabic"),
    ("de", "ngerman"),
    ("en", "english"),
    ("es", "spanish"),
    ("fr", "french"),
    ("it", "italian"),
    ("ja", "japanese"),
    ("ko", "korean"),
    ("nl", "dutch"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("ru", "russian"),
    ("sv", "swedish"),
    ("uk", "ukrainian"),
    ("zh", "chinese"),
];

/// The article as one entry, with an empty line after it.
pub fn bibtex(reference: &Reference) -> String {
    let kind = match reference.kind() {
        Kind::Newspaper => "article",
        Kind::Web => "online",
        Kind::Other => "misc",
    };
    let year = reference
        .date_parts()
        .first()
        .map(|year| format!("{year:04}"));
    let tags: Vec<String> = reference.tags.iter().map(|tag| escaped(tag)).collect();
    let fields = [
        ("author", author(reference)),
        // A second pair of braces keeps capitals as they are printed.
        ("title", wrapped(&escaped(reference.title))),
        ("journal", escaped(reference.source)),
        ("entrysubtype", subtype(reference).to_owned()),
        ("date", escaped(reference.date)),
        ("year", year.unwrap_or_default()),
        ("langid", language(reference.language).to_owned()),
        ("url", address(reference.url)),
        ("keywords", tags.join(", ")),
        ("annotation", escaped(reference.note)),
    ];
    let fields = fields.iter().filter(|(_, value)| !value.is_empty());
    let lines: String = fields
        .map(|(name, value)| format!("  {name} = {{{value}}},\n"))
        .collect();
    format!("@{kind}{{{},\n{lines}}}\n", reference.key())
}

/// What biblatex, pandoc and Zotero read as the article of a newspaper.
fn subtype(reference: &Reference) -> &'static str {
    match reference.kind() {
        Kind::Newspaper => "newspaper",
        Kind::Web | Kind::Other => "",
    }
}

fn author(reference: &Reference) -> String {
    let authors = authors(reference.author).into_iter();
    let authors = authors.map(|author| match author {
        Author::Person { given, family } => format!("{}, {}", escaped(family), escaped(given)),
        Author::Literal(name) => wrapped(&escaped(name)),
    });
    authors.collect::<Vec<_>>().join(" and ")
}

fn wrapped(value: &str) -> String {
    match value.is_empty() {
        true => String::new(),
        false => format!("{{{value}}}"),
    }
}

fn language(letters: &str) -> &str {
    let mut known = LANGUAGES.iter();
    let known = known.find(|(code, _)| *code == letters);
    known.map_or(letters, |(_, name)| name)
}

/// `text` as LaTeX shows it on one line. Braces are written by name: BibTeX counts
/// them also behind a backslash.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for word in text.split_whitespace() {
        if !safe.is_empty() {
            safe.push(' ');
        }
        for letter in word.chars().filter(|letter| !letter.is_control()) {
            match letter {
                '\\' => safe.push_str("\\textbackslash{}"),
                '{' => safe.push_str("\\textbraceleft{}"),
                '}' => safe.push_str("\\textbraceright{}"),
                '~' => safe.push_str("\\textasciitilde{}"),
                '^' => safe.push_str("\\textasciicircum{}"),
                '`' => safe.push_str("\\textasciigrave{}"),
                '#' | '$' | '%' | '&' | '_' => {
                    safe.push('\\');
                    safe.push(letter);
                }
                // Two would be read as one dash.
                '-' if safe.ends_with('-') => safe.push_str("{}-"),
                letter => safe.push(letter),
            }
        }
    }
    safe
}

/// An address is read as it stands; what would end the field is written in its own way.
fn address(url: &str) -> String {
    let mut safe = String::with_capacity(url.len());
    for letter in url.chars() {
        match letter {
            '{' | '}' | '\\' | ' ' => safe.push_str(&format!("%{:02X}", u32::from(letter))),
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_of_a_newspaper_has_its_fields() {
        let reference = Reference {
            article_id: "b3:6f1ed002ab5595859014ebf0951522d9",
            title: "Pier & crane: 100% {safe}",
            source: "Quay Post",
            author: "Ana Ruiz and Quay Desk",
            date: "2026-05-01",
            language: "de",
            url: "https://quay.example/a_b?c={d}&e%20f",
            tags: &["pier".to_owned(), "a_b".to_owned()],
            note: "call\nback",
        };
        let expected = "\
@article{quaypost2026-6f1ed002ab,
  author = {{Ana Ruiz and Quay Desk}},
  title = {{Pier \\& crane: 100\\% \\textbraceleft{}safe\\textbraceright{}}},
  journal = {Quay Post},
  entrysubtype = {newspaper},
  date = {2026-05-01},
  year = {2026},
  langid = {ngerman},
  url = {https://quay.example/a_b?c=%7Bd%7D&e%20f},
  keywords = {pier, a\\_b},
  annotation = {call back},
}
";
        assert_eq!(bibtex(&reference), expected);
    }

    #[test]
    fn a_page_without_an_outlet_is_one_of_the_web() {
        let page = Reference {
            url: "https://a.example",
            ..Reference::default()
        };
        assert!(bibtex(&page).starts_with("@online{article-,"));
        assert!(bibtex(&Reference::default()).starts_with("@misc{"));
    }
}
