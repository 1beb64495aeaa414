//! Citations by a template: words with fields between braces.
//!
//! A field that is empty leaves no comma and no empty quotation marks behind: marks that
//! open before a field and close after it go with it, and of the words between two
//! fields only those that still part two fields stay.

use std::borrow::Cow;
use std::fmt;

/// What a citation is made of. What is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cited<'a> {
    /// The words.
    pub quote: &'a str,
    /// What the one is called who said them, with the sign of a guess.
    pub speaker: Cow<'a, str>,
    /// What the article says the speaker is.
    pub role: &'a str,
    /// The outlet.
    pub source: &'a str,
    /// The headline.
    pub title: &'a str,
    /// The day.
    pub date: &'a str,
    /// The address.
    pub url: &'a str,
    /// The byline.
    pub author: &'a str,
}

/// A part of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Quote,
    Speaker,
    Role,
    Source,
    Title,
    Date,
    Url,
    Author,
}

/// Every field as it is written.
const FIELDS: [(&str, Field); 8] = [
    ("quote", Field::Quote),
    ("speaker", Field::Speaker),
    ("role", Field::Role),
    ("source", Field::Source),
    ("title", Field::Title),
    ("date", Field::Date),
    ("url", Field::Url),
    ("author", Field::Author),
];

/// What parts two fields between which nothing is written.
const COMMA: &str = ", ";
/// Signs that belong to the field after them.
const OPENING: &str = "“„«‘‚‹(['\"";
/// Signs that belong to the field before them.
const CLOSING: &str = "”“»’‘›)]'\"";

/// How a citation is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// What stands before the first field.
    lead: String,
    slots: Vec<Slot>,
}

/// A field with the signs around it and what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Slot {
    open: String,
    field: Field,
    close: String,
    /// What parts it from the next field; after the last one the end.
    gap: String,
}

/// What is wrong with a template, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError(String);

impl fmt::Display for TemplateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for TemplateError {}

impl Template {
    /// Whether the headline is in it: an article without one is no citation.
    pub fn holds_title(&self) -> bool {
        self.slots.iter().any(|slot| slot.field == Field::Title)
    }

    /// Reads `“{quote}” — {speaker}, {source}`; `{{` and `}}` are braces.
    ///
    /// # Errors
    /// When a field is none of those known, or a brace has no partner.
    pub fn parse(written: &str) -> Result<Self, TemplateError> {
        let mut template = Self {
            lead: String::new(),
            slots: Vec::new(),
        };
        let (mut words, mut rest) = (String::new(), written);
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            words.push_str(before);
            let escaped = ["{{", "}}"].iter().find(|pair| from.starts_with(**pair));
            if let Some(pair) = escaped {
                words.push_str(&pair[..1]);
                rest = &from[2..];
                continue;
            }
            let inside = from.strip_prefix('{').and_then(|name| name.split_once('}'));
            let Some((name, after)) = inside else {
                let brace = &from[..1];
                let message =
                    format!("a {brace} without its partner; write {brace}{brace} for one");
                return Err(TemplateError(message));
            };
            template.push(&std::mem::take(&mut words), field(name)?);
            rest = after;
        }
        words.push_str(rest);
        template.end(&words);
        Ok(template)
    }

    /// Whether the words of the quote are part of it.
    pub fn holds_quote(&self) -> bool {
        self.slots.iter().any(|slot| slot.field == Field::Quote)
    }

    /// The citation of `cited`.
    pub fn fill(&self, cited: &Cited) -> String {
        self.fill_with(cited, |_, text| text.to_owned())
    }

    /// The citation of `cited`, in which what comes from an article is written as
    /// `write` gives it; what the template itself says stays.
    pub(super) fn fill_with(&self, cited: &Cited, write: impl Fn(Field, &str) -> String) -> String {
        let mut filled = String::new();
        let mut before: Option<usize> = None;
        for (at, slot) in self.slots.iter().enumerate() {
            let value = slot.field.of(cited).trim();
            if value.is_empty() {
                continue;
            }
            match before {
                Some(before) => filled.push_str(self.between(before, at)),
                None if at == 0 => filled.push_str(&self.lead),
                None => {}
            }
            filled.push_str(&slot.open);
            filled.push_str(&write(slot.field, value));
            filled.push_str(&slot.close);
            before = Some(at);
        }
        let (Some(before), Some(last)) = (before, self.slots.last()) else {
            return filled;
        };
        // Words at the end speak of the last field; a full stop ends whatever stands.
        if before + 1 == self.slots.len() || !has_words(&last.gap) {
            filled.push_str(&last.gap);
        }
        filled
    }

    /// What parts two fields when those between them are empty: signs rather than
    /// words, which speak of a field that is not there.
    fn between(&self, before: usize, after: usize) -> &str {
        let gaps = self.slots.get(before..after).unwrap_or_default();
        let signs = |slot: &&Slot| !slot.gap.trim().is_empty() && !has_words(&slot.gap);
        let gap = match gaps {
            [slot] => Some(slot),
            gaps => gaps.iter().find(signs).or(gaps.last()),
        };
        gap.map(|slot| slot.gap.as_str())
            .filter(|gap| !gap.is_empty())
            .unwrap_or(COMMA)
    }

    fn push(&mut self, words: &str, field: Field) {
        let rest = self.close(words);
        let open = rest.trim_end_matches(|c| OPENING.contains(c)).len();
        let (gap, open) = rest.split_at(open);
        match self.slots.last_mut() {
            Some(slot) => slot.gap = gap.to_owned(),
            None => self.lead = gap.to_owned(),
        }
        self.slots.push(Slot {
            open: open.to_owned(),
            field,
            close: String::new(),
            gap: String::new(),
        });
    }

    fn end(&mut self, words: &str) {
        let rest = self.close(words).to_owned();
        match self.slots.last_mut() {
            Some(slot) => slot.gap = rest,
            None => self.lead = rest,
        }
    }

    /// Gives the signs that close the last field to it, and what is left of `words`.
    fn close<'w>(&mut self, words: &'w str) -> &'w str {
        let Some(slot) = self.slots.last_mut().filter(|slot| !slot.open.is_empty()) else {
            return words;
        };
        let rest = words.trim_start_matches(|c| CLOSING.contains(c));
        slot.close = words[..words.len() - rest.len()].to_owned();
        rest
    }
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

fn field(name: &str) -> Result<Field, TemplateError> {
    let found = FIELDS.into_iter().find(|(word, _)| *word == name);
    found.map(|(_, field)| field).ok_or_else(|| {
        let known: Vec<String> = FIELDS
            .iter()
            .map(|(word, _)| format!("{{{word}}}"))
            .collect();
        let known = known.join(" ");
        TemplateError(format!(
            "there is no field {{{name}}}; the fields are {known}"
        ))
    })
}

impl Field {
    fn of<'c>(self, cited: &'c Cited) -> &'c str {
        match self {
            Field::Quote => cited.quote,
            Field::Speaker => &cited.speaker,
            Field::Role => cited.role,
            Field::Source => cited.source,
            Field::Title => cited.title,
            Field::Date => cited.date,
            Field::Url => cited.url,
            Field::Author => cited.author,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Cited = Cited {
        quote: "Yes",
        speaker: Cow::Borrowed("Ana Ruiz"),
        role: "mayor",
        source: "Post",
        title: "Till found",
        date: "2026-05-01",
        url: "https://p.example",
        author: "Bo Lee",
    };

    const PRESS: &str = "“{quote}” — {speaker}{role}, {source}, {date}, {url}";
    const FOOTNOTE: &str = "{speaker}, quoted in “{title}”, {source}, {date}, {url}.";

    #[track_caller]
    fn check(written: &str, cited: Cited, expected: &str) {
        assert_eq!(Template::parse(written).unwrap().fill(&cited), expected);
    }

    #[test]
    fn fields_are_filled() {
        check(
            PRESS,
            ALL,
            "“Yes” — Ana Ruiz, mayor, Post, 2026-05-01, https://p.example",
        );
        check(
            FOOTNOTE,
            ALL,
            "Ana Ruiz, quoted in “Till found”, Post, 2026-05-01, https://p.example.",
        );
        check("By {author}: {{{title}}}", ALL, "By Bo Lee: {Till found}");
    }

    #[test]
    fn an_empty_field_leaves_no_comma() {
        let nobody = Cited {
            speaker: "".into(),
            role: "",
            ..ALL
        };
        check(
            PRESS,
            nobody.clone(),
            "“Yes” — Post, 2026-05-01, https://p.example",
        );
        check(
            FOOTNOTE,
            nobody,
            "“Till found”, Post, 2026-05-01, https://p.example.",
        );
        let bare = Cited {
            quote: "Yes",
            ..Cited::default()
        };
        check(PRESS, bare.clone(), "“Yes”");
        check(FOOTNOTE, bare, "");
        let untitled = Cited {
            title: " ",
            url: "",
            ..ALL
        };
        check(FOOTNOTE, untitled, "Ana Ruiz, Post, 2026-05-01.");
        check(
            "{speaker} ({role}), {source}",
            Cited { role: "", ..ALL },
            "Ana Ruiz, Post",
        );
        check(
            "From {source}: {title}",
            Cited { source: "", ..ALL },
            "Till found",
        );
        check(
            "{title} said {speaker} in {source}",
            Cited {
                speaker: "".into(),
                ..ALL
            },
            "Till found in Post",
        );
    }

    #[track_caller]
    fn check_error(written: &str, expected: &str) {
        let error = Template::parse(written).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn what_is_no_template_is_said() {
        check_error(
            "{speeker}",
            "no field {speeker}; the fields are {quote} {speaker}",
        );
        check_error("{quote", "a { without its partner");
        check_error("quote}", "a } without its partner");
    }
}
