//! Common words and turns of speech that another reporter would choose otherwise.

use pullquote::model::Span;

use super::Claim;
use crate::lists::{Groups, PARAPHRASES};
use crate::piece::{Form, Piece};
use crate::sample::Passage;

/// Every word of `within` that stands in a group.
pub fn words(text: &str, within: Span, groups: &'static Groups) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut rest = within.start;
    for word in within
        .of(text)
        .split(|c: char| !c.is_alphabetic() && c != '-')
    {
        let start = rest;
        let span = Span::new(start, start + word.len());
        rest = span.end + text[span.end..].chars().next().map_or(0, char::len_utf8);
        let Some(place) = groups.find(word) else {
            continue;
        };
        if groups
            .groups
            .get(place.0)
            .is_some_and(|group| group.in_names_only)
        {
            continue;
        }
        let form = Form::of(word);
        let pieces = vec![Piece::Word {
            groups,
            place,
            form,
        }];
        claims.push(Claim { span, pieces });
    }
    claims
}

/// Every turn of speech in a passage of `within` that has another form.
pub fn paraphrases(text: &str, within: Span, language: &str, passages: &[Passage]) -> Vec<Claim> {
    let inside = passages
        .iter()
        .filter(|passage| within.covers(passage.span));
    let mut claims = Vec::new();
    for passage in inside {
        for (_, one, other) in PARAPHRASES.iter().filter(|(l, _, _)| *l == language) {
            for (is, instead) in [(one, other), (other, one)] {
                claims.extend(turns(text, passage.span, is, instead));
            }
        }
    }
    claims
}

// The apostrophe is the page's own: straight, curly, or none that could be told from a mark.
fn turns(text: &str, passage: Span, is: &str, instead: &str) -> Vec<Claim> {
    let mut found = Vec::new();
    let curly = text.contains('’');
    for quote in ["'", "’"] {
        let is = is.replace('\'', quote);
        let instead = instead.replace('\'', if curly { "’" } else { "'" });
        for (at, words) in passage.of(text).match_indices(&is) {
            let span = Span::new(at, at + words.len()).shift(passage.start);
            let around = [
                text[..span.start].chars().next_back(),
                text[span.end..].chars().next(),
            ];
            let is_part = around
                .into_iter()
                .flatten()
                .any(|c| c.is_alphabetic() || c == '\'' || c == '’');
            if !is_part {
                let pieces = vec![Piece::Either(is.clone(), instead.clone())];
                found.push(Claim { span, pieces });
            }
        }
        if !is.contains(quote) {
            break;
        }
    }
    found
}
