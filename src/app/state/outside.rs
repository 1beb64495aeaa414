//! What leaves the program: links that are opened, articles for other programs, and
//! copies that are made again.

use std::sync::Arc;

use super::App;
use super::late::Waits;
use crate::app::overlay::{Ask, Offer, Taken};
use crate::app::{Effect, Outside};
use crate::export::{Origin, parse_json};
use crate::model::{ArticleId, Entry};
use crate::text::address::page;

impl App {
    /// Opens the address of the article one stands at.
    pub(super) fn open_link(&mut self) {
        self.for_article(Waits::Link);
    }

    /// Offers the programs that take an article.
    pub(super) fn ask_program(&mut self) {
        if self.preferences.programs.is_empty() {
            self.outbox
                .say("no program is named: [commands] in config.toml names some, mail = [\"mail\", \"-s\", \"clipping\", \"me\"]");
            return;
        }
        self.for_article(Waits::Program);
    }

    pub(super) fn open_link_of(&mut self, entry: &Entry) {
        let url = entry.article.meta.url.as_deref().unwrap_or_default();
        match page(url) {
            Some(address) => self.outbox.ask(Effect::OpenLink { address }),
            None if url.trim().is_empty() => self.outbox.say("no address is known"),
            None => self
                .outbox
                .say("the address of this article is none of the web; yl copies it"),
        }
    }

    /// Hands `entry` to the one program there is, or asks to which.
    pub(super) fn pipe_of(&mut self, entry: &Arc<Entry>) {
        match self.preferences.programs.as_slice() {
            [program] => {
                let program = program.clone();
                self.pipe(entry, program);
            }
            programs => {
                let offer = |program: &Outside| {
                    let taken = Taken::Words(program.name.clone());
                    Offer::new(program.name.clone(), program.words.join(" "), taken)
                };
                let offers = programs.iter().map(offer).collect();
                self.put_picker(Ask::Program(Arc::clone(entry)), offers, "");
            }
        }
    }

    pub(super) fn pipe_to(&mut self, entry: &Arc<Entry>, name: &str) {
        let mut programs = self.preferences.programs.iter();
        if let Some(program) = programs.find(|program| program.name == name).cloned() {
            self.pipe(entry, program);
        }
    }

    fn pipe(&mut self, entry: &Entry, program: Outside) {
        let origin = Origin {
            path: &entry.provenance.path,
            part: entry.provenance.part,
        };
        let text = parse_json(origin, &entry.article, &entry.analysis) + "\n";
        self.outbox
            .say(format!("handed to {}; its end is told", program.name));
        self.outbox.ask(Effect::Pipe {
            program,
            id: entry.article.id.to_string(),
            text,
        });
    }

    /// Copies the words that are marked in the text.
    pub(super) fn copy_selection(&mut self) {
        let text = self.articles.reader().selected_text();
        self.articles.end_selection();
        if let Some(text) = text {
            self.outbox.ask(Effect::Copy { text });
        }
    }

    /// Keeps in mind at which letter of the text the mouse is pressed.
    pub(in crate::app) fn hold(&mut self, line: usize, column: usize) {
        self.articles.end_selection();
        self.held = self.letter_at(line, column);
    }

    /// Marks the text from there to the letter in this column.
    pub(in crate::app) fn select_to(&mut self, line: usize, column: usize) {
        let to = self.letter_at(line, column);
        if let Some(((pressed, from), (article, to))) = self.held.zip(to)
            && pressed == article
        {
            self.hear();
            self.articles.select_between((from, to));
        }
    }

    /// The mouse is pressed elsewhere: nothing is marked from where it was.
    pub(in crate::app) fn let_go(&mut self) {
        self.held = None;
    }

    fn letter_at(&self, line: usize, column: usize) -> Option<(ArticleId, usize)> {
        let reader = self.articles.reader();
        reader.id().zip(reader.byte_at(line, column))
    }

    /// Offers the last copies.
    pub(super) fn ask_register(&mut self) {
        if self.registers.copies().is_empty() {
            self.outbox
                .say("nothing has been copied yet: {copy} copies");
            return;
        }
        let offer = |text: &String| {
            let detail = format!("{} bytes", text.len());
            Offer::new(text.trim(), detail, Taken::Words(text.clone()))
        };
        let offers = self.registers.copies().iter().map(offer).collect();
        self.put_picker(Ask::Register, offers, "");
    }
}
