//! Articles as items of CSL-JSON.

use serde::Serialize;

use super::author::{Author, authors};
use super::{Kind, Reference};
use crate::export::json_line;

/// An item after the schema of the Citation Style Language.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'a> {
    id: String,
    r#type: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    container_title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date>,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    #[serde(rename = "URL", skip_serializing_if = "str::is_empty")]
    url: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    keyword: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Name<'a> {
    Person { family: &'a str, given: &'a str },
    Literal { literal: &'a str },
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Date {
    date_parts: [Vec<u32>; 1],
}

/// The article as one item, on one line; a file holds them between brackets with commas.
pub fn csl(reference: &Reference) -> String {
    let date = reference.date_parts();
    let authors = authors(reference.author).into_iter();
    json_line(&Item {
        id: reference.key(),
        r#type: match reference.kind() {
            Kind::Newspaper => "article-newspaper",
            Kind::Web => "webpage",
            Kind::Other => "document",
        },
        title: reference.title,
        author: authors
            .map(|author| match author {
                Author::Person { given, family } => Name::Person { family, given },
                Author::Literal(literal) => Name::Literal { literal },
            })
            .collect(),
        container_title: reference.source,
        issued: (!date.is_empty()).then_some(Date { date_parts: [date] }),
        language: reference.language,
        url: reference.url,
        keyword: reference.tags.join(", "),
        note: reference.note,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_has_the_fields_of_its_schema() {
        let reference = Reference {
            article_id: "b3:6f1ed002ab5595859014ebf0951522d9",
            title: "Pier stays",
            source: "Quay Post",
            author: "Ana Ruiz",
            date: "2026-05",
            language: "en",
            ..Reference::default()
        };
        let expected = "{\"id\": \"quaypost2026-6f1ed002ab\", \"type\": \"article-newspaper\", \
            \"title\": \"Pier stays\", \"author\": [{\"family\": \"Ruiz\", \"given\": \"Ana\"}], \
            \"container-title\": \"Quay Post\", \"issued\": {\"date-parts\": [[2026, 5]]}, \
            \"language\": \"en\"}";
        assert_eq!(csl(&reference), expected);
    }
}
