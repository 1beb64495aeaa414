//! Why a quote has its speaker: name and cue marked in the text they stand in.

use super::aloud;
use super::frame::{self, Title};
use super::paint::Canvas;
use crate::app::front;
use crate::app::overlay::{Why, WhyLine};
use crate::model::Span;
use crate::tui::theme::Theme;
use ratatui::style::Style;

/// Draws the reasons over the lower part of the screen.
pub fn draw(why: &Why, (columns, rows): (u16, u16), canvas: &mut Canvas) {
    let lines = u16::try_from(why.height()).unwrap_or(u16::MAX);
    let slot = front::why(columns, rows, lines);
    canvas.clear(slot.area);
    let title = Title {
        left: "why this speaker",
        right: if why.has_more() { "j further" } else { "" },
        focused: true,
    };
    frame::edge(&slot, &title, canvas);
    let theme = canvas.theme();
    let marks = marks(why, theme);
    let entry = why.entry();
    for (row, line) in why.visible().iter().enumerate() {
        let mut pen = canvas.pen(slot.inner, row);
        if row == 0 {
            pen.put_cursor();
        }
        match *line {
            WhyLine::Blank => {}
            WhyLine::Answer(span) => {
                pen.text(span.of(why.answer()), theme.text);
            }
            WhyLine::Text(span) => {
                pen.runs(span.of(&entry.article.text), |at| {
                    style_at(&marks, span.start + at, theme)
                });
            }
            WhyLine::Others => {
                pen.own("also named here or just before", theme.head);
            }
            WhyLine::Other(at) => {
                if let Some(actor) = entry.analysis.actors.get(at) {
                    aloud::sign(actor.kind, &mut pen);
                    pen.fit(&actor.name, theme.text);
                }
            }
        }
    }
}

// What wins stands first.
fn marks(why: &Why, theme: &Theme) -> Vec<(Span, Style)> {
    let mut marks = Vec::new();
    if let Some(quote) = why.quote() {
        if let Some(speaker) = &quote.speaker {
            marks.push((speaker.mention, theme.speaker));
            marks.extend(speaker.cue.map(|cue| (cue, theme.cue)));
        }
        marks.push((quote.span, theme.quote_here));
    }
    for &other in why.others() {
        let actor = why.entry().analysis.actors.get(other);
        let mentions = actor.map(|actor| actor.mentions.as_slice());
        let mentions = mentions.unwrap_or_default().iter();
        marks.extend(mentions.map(|&mention| (mention, theme.matched)));
    }
    marks
}

fn style_at(marks: &[(Span, Style)], at: usize, theme: &Theme) -> Style {
    let mark = marks.iter().find(|(span, _)| span.contains(at));
    mark.map_or(theme.text, |(_, style)| *style)
}
