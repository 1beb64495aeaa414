//! What pressing keys does, without a terminal: actions in, state and effects out.

mod actors;
mod compare;
mod copying;
mod finding;
mod keys;
mod late;
mod leaving;
mod listing;
mod marks;
mod notes;
mod outside;
mod panes;
mod passages;
mod quotes;
mod saving;
mod selecting;
mod timeline;

use pullquote::app::{Action, App};

use super::world::{Desk, echoes, library, picture, screen_text};

fn desk() -> Desk {
    Desk::new(library(), 80, 24)
}

/// The headline of the selected article.
fn selected(app: &App) -> &str {
    let row = app.articles().listing().selected();
    row.map_or("", |row| &row.headline)
}

/// The headline of the article in the reader.
fn read(app: &App) -> &str {
    let article = app.articles().reader().article();
    article.map_or("", |article| article.headline())
}

/// The words of the quote one stands at.
fn quote(app: &App) -> &str {
    let reader = app.articles().reader();
    match (reader.quote(), reader.article()) {
        (Some(quote), Some(article)) => quote.span.of(&article.text),
        _ => "",
    }
}

fn notice(app: &App) -> &str {
    app.notice().map_or("", |notice| &notice.text)
}

fn shown(app: &App) -> String {
    screen_text(&picture(app))
}
