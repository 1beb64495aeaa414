//! The text of an article: quotes marked in the margin, hits marked in the text.

use ratatui::style::Style;

use super::frame::{self, Title};
use super::marks;
use super::paint::{self, Canvas, Pen};
use crate::app::screen::{LineKind, Reader, TextLine, indent};
use crate::app::shape::{Area, Edge, Slot};
use crate::model::{ArticleId, BlockKind, Mark, Marks, Span};
use crate::text::{address, bidi};
use crate::tui::theme::Theme;

/// Draws the lines on screen.
pub fn draw(reader: &Reader, people: &Marks, area: Area, canvas: &mut Canvas) {
    let Some(article) = reader.article() else {
        return;
    };
    let visible = reader.visible();
    let looks = Looks::of(reader, canvas.theme());
    let picked = picked(people, article.id);
    let page = article.meta.url.as_deref().and_then(address::page);
    let lines = reader.sheet().lines().get(visible.clone());
    let lines = lines.unwrap_or_default().iter().zip(visible);
    for (row, (line, number)) in lines.enumerate() {
        let faint = canvas.theme().faint;
        let words = match line.kind {
            LineKind::Block(_) => line.span.of(&article.text),
            LineKind::About => line.span.of(reader.sheet().about()),
            LineKind::Blank | LineKind::Folded(_) => "",
        };
        if let Some(page) = page.as_deref().filter(|_| line.kind == LineKind::About) {
            canvas.link(area, (row, 1 + paint::columns(words)), page);
        }
        let mut pen = canvas.pen(area, row);
        let starts_picked = matches!(line.kind, LineKind::Block(_))
            && picked.iter().any(|span| line.span.contains(span.start));
        match starts_picked {
            true => {
                let style = pen.theme().mark;
                pen.own(pen.signs().picked, style);
            }
            false => margin(reader, (line, number), words, &mut pen),
        }
        match line.kind {
            LineKind::Blank => {}
            LineKind::About => {
                pen.text(words, faint);
                if people.is_seen(article.id) && is_last_about(reader, number) {
                    pen.own(pen.signs().between, faint).own("seen", faint);
                }
            }
            LineKind::Folded(count) => folded(count, &mut pen),
            LineKind::Block(kind) => {
                let base = set_off(kind, &mut pen);
                let looks = looks.over(line.span);
                if !(pen.theme().orders && bidi::is_mixed(words)) {
                    pen.runs(words, |at| style_at(&looks, line.span.start + at, base));
                    continue;
                }
                let block = reader.sheet().paragraph(article, line.span);
                let inside = Span::new(line.span.start - block.start, line.span.end - block.start);
                let paragraph = block.of(&article.text);
                if bidi::is_leftwards(paragraph) {
                    // Such lines begin at the right side.
                    let taken = paint::columns(words) + indent(kind);
                    pen.skip(reader.sheet().columns().saturating_sub(taken));
                }
                pen.line((paragraph, inside), |at| {
                    style_at(&looks, block.start + at, base)
                });
            }
        }
    }
}

/// Draws an article beside or below a list, under its headline; nothing inside while
/// it has not come. When it is `focused` the cursor of the terminal follows it.
pub fn preview(
    reader: Option<&Reader>,
    people: &Marks,
    (slot, focused): (&Slot, bool),
    canvas: &mut Canvas,
) {
    let article = reader.and_then(Reader::article);
    let told = reader.map(|reader| {
        let told = told(reader, people, slot.area.width);
        let parts = [super::status::deceit(reader).unwrap_or_default(), told];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    });
    let title = Title {
        left: article.map_or("", |article| article.headline()),
        right: told.as_deref().unwrap_or_default(),
        focused: focused && slot.edge != Edge::Bare,
    };
    frame::edge(slot, &title, canvas);
    if let Some(reader) = reader {
        if focused {
            canvas.pen(slot.inner, row_here(reader)).put_cursor();
        }
        draw(reader, people, slot.inner, canvas);
    }
}

/// Tags and note of the quote one stands at, else of the article, in a third of
/// `width`: the headline beside them needs the rest.
pub fn told(reader: &Reader, people: &Marks, width: u16) -> String {
    let Some(id) = reader.id() else {
        return String::new();
    };
    let span = reader.quote().map(|quote| quote.span).unwrap_or_default();
    let told = marks::told(people, (id, span));
    match paint::cut(&told, usize::from(width / 3), 1) {
        (kept, true) if !kept.is_empty() => format!("{kept}…"),
        (kept, _) => kept.to_owned(),
    }
}

fn is_last_about(reader: &Reader, number: usize) -> bool {
    let next = reader.sheet().lines().get(number + 1);
    next.is_none_or(|line| line.kind != LineKind::About)
}

/// The passages of an article that are in the basket.
fn picked(people: &Marks, article: ArticleId) -> Vec<Span> {
    let spans = people.of(article).filter_map(|mark| match mark {
        Mark::Picked { on, .. } => Some(on.span),
        Mark::Tagged { .. }
        | Mark::Noted { .. }
        | Mark::Seen { .. }
        | Mark::Saved { .. }
        | Mark::Speaker { .. }
        | Mark::Same { .. } => None,
    });
    spans.filter(|span| !span.is_empty()).collect()
}

/// The row of the hit, mention or quote one stands at, else the first one.
pub fn row_here(reader: &Reader) -> usize {
    let mention = reader.mention_at().and_then(|(actor, nth)| {
        let actor = reader.actors().get(actor)?;
        actor.mentions.get(nth).copied()
    });
    let quote = reader.quote().map(|quote| quote.span);
    let here = reader.selecting_at().or(reader.hit()).or(mention).or(quote);
    let line = here.map(|span| reader.sheet().line_at(span.start));
    let line = line.filter(|line| reader.visible().contains(line));
    line.map_or(0, |line| line - reader.visible().start)
}

fn margin(reader: &Reader, (line, number): (&TextLine, usize), words: &str, pen: &mut Pen) {
    // Letters that are not drawn may deceive: how many there are is more
    // important than a quote.
    let hidden = paint::hidden(words);
    if hidden > 0 {
        let error = pen.theme().error;
        pen.text(&hidden.min(9).to_string(), error);
        return;
    }
    let (signs, style) = (*pen.signs(), pen.theme().quote);
    let here = reader.quote().map(|quote| quote.span);
    let of_text = matches!(line.kind, LineKind::Block(_));
    if of_text && here.is_some_and(|span| span.overlaps(line.span)) {
        pen.own(signs.quote_here, style);
    } else if of_text && reader.is_quoted(number) {
        pen.own(signs.quote, style);
    } else {
        pen.skip(1);
    }
}

fn folded(count: usize, pen: &mut Pen) {
    let faint = pen.theme().faint;
    let lines = if count == 1 { "line" } else { "lines" };
    pen.own(pen.signs().more, faint).skip(1);
    pen.fit(&format!("{count} {lines} of page furniture (e)"), faint);
}

// Writes what sets a kind of block off; returns the look of its words.
fn set_off(kind: BlockKind, pen: &mut Pen) -> Style {
    let (signs, theme) = (*pen.signs(), pen.theme());
    match kind {
        BlockKind::Headline | BlockKind::Deck => theme.head,
        BlockKind::Caption => {
            pen.own(signs.caption, theme.frame).skip(1);
            theme.text
        }
        BlockKind::Furniture => {
            pen.own(signs.furniture, theme.frame).skip(1);
            theme.faint
        }
        BlockKind::Byline | BlockKind::Credit => theme.faint,
        BlockKind::Paragraph => theme.text,
    }
}

/// Everything that is marked in the text.
struct Looks<'a> {
    /// The hit and the mention one stands at, which win over all others.
    here: Vec<(Span, Style)>,
    /// Hits and mentions, many, each in text order.
    many: [(&'a [Span], Style); 2],
    /// The quote one stands at, with speaker and cue.
    quote: Vec<(Span, Style)>,
}

impl<'a> Looks<'a> {
    fn of(reader: &'a Reader, theme: &Theme) -> Self {
        let mut here = Vec::new();
        let mut mentions: &[Span] = &[];
        if let Some((actor, nth)) = reader.mention_at() {
            let actor = reader.actors().get(actor);
            mentions = actor.map_or(&[], |actor| &actor.mentions);
            here.extend(mentions.get(nth).map(|&span| (span, theme.hit_here)));
        }
        // What is marked wins, and what is no longer read need not be told apart.
        here.splice(0..0, reader.selection().map(|span| (span, theme.selected)));
        here.extend(reader.hit().map(|span| (span, theme.hit_here)));
        let mut quote = Vec::new();
        if let Some(spoken) = reader.quote() {
            if let Some(speaker) = &spoken.speaker {
                quote.push((speaker.mention, theme.speaker));
                quote.extend(speaker.cue.map(|cue| (cue, theme.cue)));
            }
            quote.push((spoken.span, theme.quote_here));
        }
        Self {
            here,
            many: [(reader.hits(), theme.hit), (mentions, theme.hit)],
            quote,
        }
    }

    // Those of many that lie on a line are found by halving, so that a long
    // text costs no more than a short one. What wins stands first.
    fn over(&self, line: Span) -> Vec<(Span, Style)> {
        let mut marks = self.here.clone();
        for (spans, style) in self.many {
            let first = spans.partition_point(|span| span.end <= line.start);
            let over = spans.get(first..).unwrap_or_default().iter();
            let over = over.take_while(|span| span.start < line.end);
            marks.extend(over.map(|&span| (span, style)));
        }
        marks.extend_from_slice(&self.quote);
        marks.retain(|(span, _)| span.overlaps(line));
        marks
    }
}

// Looks add up: a hit inside the quote one stands at is both.
fn style_at(marks: &[(Span, Style)], at: usize, base: Style) -> Style {
    let over = marks.iter().rev().filter(|(span, _)| span.contains(at));
    over.fold(base, |style, (_, mark)| style.patch(*mark))
}
