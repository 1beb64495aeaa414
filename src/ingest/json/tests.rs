use super::*;
use crate::model::BlockKind;

#[track_caller]
fn one(json: &str) -> Article {
    let mut found = read(json).unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0).article
}

#[test]
fn a_record_of_news_please_is_read() {
    let article = one(
        r#"{"authors": ["Owen Castell"], "date_download": "2026-03-21 09:00:00", "date_publish": "2026-03-20 07:15:00",
        "date_modify": "None", "language": "en", "source_domain": "courier.example", "text": null,
        "maintext": "VELMAR - They signed it.\n\"At last,\" he said.", "title": "Treaty signed", "url": "https://courier.example/1"}"#,
    );
    assert_eq!(
        article.text,
        "Treaty signed\n\nVELMAR - They signed it.\n\"At last,\" he said."
    );
    assert_eq!(article.headline(), "Treaty signed");
    let kinds: Vec<_> = article.blocks.iter().map(|b| b.kind).collect();
    assert_eq!(
        kinds,
        [
            BlockKind::Headline,
            BlockKind::Paragraph,
            BlockKind::Paragraph
        ]
    );
    assert_eq!(article.meta.published.as_deref(), Some("2026-03-20T07:15"));
    assert_eq!(article.meta.byline.as_deref(), Some("Owen Castell"));
    assert_eq!(article.meta.source.as_deref(), Some("courier.example"));
    assert_eq!(article.meta.language.as_deref(), Some("en"));
}

#[test]
fn a_record_of_trafilatura_is_read() {
    let article = one(
        r#"{"title": "T", "author": "Ann Lee; Bo Ek", "hostname": "echo.example", "date": "2024-05-01", "raw_text": "x",
        "text": "One.\nTwo.", "source": "https://echo.example/a", "source-hostname": "The Echo", "language": null}"#,
    );
    assert_eq!(article.meta.source.as_deref(), Some("The Echo"));
    assert_eq!(article.meta.url.as_deref(), Some("https://echo.example/a"));
    assert_eq!(article.meta.byline.as_deref(), Some("Ann Lee; Bo Ek"));
    assert_eq!(article.text, "T\n\nOne.\nTwo.");
}

#[test]
fn a_record_without_a_date_has_none() {
    let article =
        one(r#"{"title": "T", "maintext": "One. Two.", "date_publish": "None", "authors": []}"#);
    assert_eq!((article.meta.published, article.meta.byline), (None, None));
}

#[test]
fn a_body_in_sections_is_read() {
    let article = one(
        r#"{"title": "T", "publishing_date": "2024-05-01 10:00:00+02:00", "authors": ["A B", "C D"],
        "body": {"summary": ["Short."], "sections": [{"headline": [], "paragraphs": ["One.", "Two."]}, {"headline": ["H"], "paragraphs": ["Three."]}]}}"#,
    );
    assert_eq!(article.text, "T\n\nShort.\n\nOne.\n\nTwo.\n\nH\n\nThree.");
    assert_eq!(
        article.meta.published.as_deref(),
        Some("2024-05-01T10:00+02:00")
    );
    assert_eq!(article.meta.byline.as_deref(), Some("A B, C D"));
}

#[test]
fn linked_data_names_people_in_objects() {
    let article = one(
        r#"{"@type": "NewsArticle", "headline": "T", "articleBody": "One.", "datePublished": "2024-05-01T08:00:00Z",
        "author": [{"@type": "Person", "name": "Ann Lee"}], "publisher": {"name": "The Echo"}, "mainEntityOfPage": {"@id": "https://e.example/"}}"#,
    );
    assert_eq!(article.meta.byline.as_deref(), Some("Ann Lee"));
    assert_eq!(article.meta.source.as_deref(), Some("The Echo"));
    assert_eq!(article.meta.url.as_deref(), Some("https://e.example/"));
    assert_eq!(
        article.meta.published.as_deref(),
        Some("2024-05-01T08:00+00:00")
    );
}

#[test]
fn records_are_found_in_lists_and_wrappers() {
    for json in [
        r#"[{"text": "One."}, {"text": "Two."}]"#,
        r#"{"items": [{"text": "One."}, {"text": "Two."}]}"#,
        r#"{"hits": {"hits": [{"_source": {"text": "One."}}, {"_source": {"text": "Two."}}]}}"#,
        "{\"text\": \"One.\"}\n{\n\"text\": \"Two.\"}",
    ] {
        let texts: Vec<String> = read(json)
            .unwrap()
            .into_iter()
            .map(|one| one.article.text)
            .collect();
        assert_eq!(texts, ["One.", "Two."], "{json}");
    }
}

#[test]
fn a_bad_line_costs_a_warning_and_not_the_file() {
    let found = read_lines("{\"text\": \"One.\"}\n{oops\n\n{\"text\": \"Two.\"}\n{\"te").unwrap();
    assert_eq!(found.len(), 2);
    assert!(found[1].warnings[0].starts_with("line 2: not valid JSON"));
    assert!(found[1].warnings[1].starts_with("line 5: not valid JSON"));
}

#[test]
fn a_file_without_a_text_says_so() {
    assert_eq!(
        read(r#"{"a": 1}"#),
        Err("no record with a text field".to_owned())
    );
    assert!(
        read("{\"text\": \"cut")
            .unwrap_err()
            .starts_with("not valid JSON")
    );
    assert!(read_lines("").is_err());
}

#[test]
fn a_headline_that_the_text_repeats_stands_once() {
    let article = one(r#"{"title": "Ferry sinks", "text": "Ferry sinks\n\nAll were saved."}"#);
    assert_eq!(article.text, "Ferry sinks\n\nAll were saved.");
    assert_eq!(article.headline(), "Ferry sinks");
}
