//! Writing what a screen lists into a file: what there is, and in which forms.

use super::App;
use super::marking::place_of_row;
use crate::app::effect::{Contents, Form};
use crate::app::overlay::{Overlay, Save};
use crate::app::screen::{Focus, Person, ProfileTab, Screen};
use crate::app::{Effect, Who};
use crate::export::Counted;
use crate::model::Place;
use crate::text::fold::fold;

/// What can be written from where one stands.
struct Offer {
    what: String,
    /// The name without its ending.
    stem: String,
    forms: &'static [Form],
}

/// The forms of quotes and articles.
const CITED: &[Form] = &[
    Form::Csv,
    Form::Jsonl,
    Form::Markdown,
    Form::Table,
    Form::Plain,
    Form::Bibtex,
    Form::Csl,
];
/// The forms of names and counts.
const COUNTED: &[Form] = &[Form::Csv, Form::Jsonl, Form::Markdown, Form::Plain];
/// The forms of lanes side by side.
const COMPARED: &[Form] = &[Form::Markdown, Form::Plain, Form::Jsonl, Form::Csv];

impl App {
    /// Asks in which form and under which name the list is written.
    pub(super) fn save_menu(&mut self) -> Option<Overlay> {
        let offer = self.offer();
        if offer.is_none() {
            self.outbox
                .say("there is nothing here that could be written");
        }
        let last = self.last_form;
        offer.map(|Offer { what, stem, forms }| Overlay::Save(Save::new(what, &stem, forms, last)))
    }

    /// Writes what the screen lists.
    pub(super) fn save(&mut self, form: Form, name: String) {
        if name.is_empty() || name.ends_with('/') {
            self.outbox.say("a file needs a name");
            return;
        }
        match self.contents(form) {
            Some(contents) => {
                self.last_form = Some(form);
                self.outbox.ask(Effect::Save {
                    contents,
                    form,
                    name,
                });
            }
            None => self
                .outbox
                .say("there is nothing here that could be written"),
        }
    }

    fn offer(&self) -> Option<Offer> {
        let (count, one, many, stem, forms) = match (self.screen, self.articles.focus()) {
            (Screen::Articles, Focus::List) => {
                let count = self.articles.listing().len();
                (count, "article", "articles", "articles", CITED)
            }
            (Screen::Articles, _) => {
                let count = self.articles.reader().quotes().len();
                (
                    count,
                    "quote of this article",
                    "quotes of this article",
                    "quotes",
                    CITED,
                )
            }
            (Screen::Quotes, _) => match self.chosen().len() {
                0 => {
                    let count = self.quotes.list().found().found;
                    (count, "quote", "quotes", "quotes", CITED)
                }
                count => (count, "marked quote", "marked quotes", "quotes", CITED),
            },
            (Screen::Actors, _) => match self.actors.person() {
                Some(person) => of_person(person),
                None => (
                    self.actors.items().len(),
                    "name",
                    "names",
                    "actors",
                    COUNTED,
                ),
            },
            (Screen::Compare, _) => {
                let count = self.compare.rows().aligned().len();
                (count, "row", "rows", "compare", COMPARED)
            }
            (Screen::Timeline, _) => {
                let count = self.timeline.rows().len();
                (count, "row", "rows", "timeline", COUNTED)
            }
            (Screen::Basket, _) => match self.chosen().len() {
                0 => {
                    let count = self.basket.places().len();
                    (count, "picked passage", "picked passages", "basket", CITED)
                }
                count => (count, "marked row", "marked rows", "basket", CITED),
            },
        };
        (count > 0).then(|| Offer {
            what: match count {
                1 => format!("1 {one}"),
                count => format!("{count} {many}"),
            },
            stem: match self
                .actors
                .person()
                .filter(|_| self.screen == Screen::Actors)
            {
                Some(person) => format!("{stem}-{}", in_file_name(&person.who().name)),
                None => stem.to_owned(),
            },
            forms,
        })
    }

    /// The rows that are marked, where rows can be.
    fn chosen(&self) -> Vec<Place> {
        let list = match self.screen {
            Screen::Quotes => self.quotes.list(),
            Screen::Basket => self.basket.list(),
            Screen::Articles | Screen::Actors | Screen::Compare | Screen::Timeline => {
                return Vec::new();
            }
        };
        list.chosen().map(place_of_row).collect()
    }

    fn contents(&self, form: Form) -> Option<Contents> {
        let what = self.offer()?.what;
        let chosen = self.chosen();
        if !chosen.is_empty() {
            return Some(Contents::Places(chosen));
        }
        Some(match (self.screen, self.articles.focus()) {
            (Screen::Articles, Focus::List) => {
                let listing = self.articles.listing();
                Contents::Articles(listing.query().to_owned(), listing.order())
            }
            (Screen::Articles, _) => Contents::Article(self.articles.entry()?.article.id),
            (Screen::Quotes, _) => {
                Contents::Quotes(self.quotes.query().to_owned(), self.quotes.order())
            }
            (Screen::Actors, _) => match self.actors.person() {
                Some(person) => contents_of(person, form, what),
                None => {
                    let (query, order) = self.actors.asked();
                    Contents::Actors(query.to_owned(), order)
                }
            },
            (Screen::Compare, _) => Contents::Text(self.compare.written(form), what),
            (Screen::Timeline, _) => Contents::Text(self.timeline.written(form), what),
            (Screen::Basket, _) => Contents::Basket(self.basket.listed_places()),
        })
    }
}

/// A name as names of files have it: `ingrid-hale`.
fn in_file_name(name: &str) -> String {
    let name = fold(name).text;
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

fn contents_of(person: &Person, form: Form, what: String) -> Contents {
    let sheet = person.sheet();
    let (columns, rows): (&[&'static str], Vec<(Vec<&str>, usize)>) = match person.tab() {
        ProfileTab::Said => return Contents::Said(person.who().clone()),
        ProfileTab::Of => return Contents::SaidOf(person.who().clone()),
        ProfileTab::With => {
            let kind = |who: &Who| who.kind.map_or("", |kind| kind.word());
            let with = sheet.iter().flat_map(|sheet| &sheet.with);
            let rows = with.map(|(who, count)| (vec![&*who.name, kind(who)], *count));
            (&["name", "kind", "articles"], rows.collect())
        }
        ProfileTab::Sources => {
            let sources = sheet.iter().flat_map(|sheet| &sheet.sources);
            let rows = sources.map(|(name, count)| (vec![&**name], *count));
            (&["source", "quotes"], rows.collect())
        }
    };
    Contents::Text(Counted { columns, rows }.written(form), what)
}

type Listed = (
    usize,
    &'static str,
    &'static str,
    &'static str,
    &'static [Form],
);

fn of_person(person: &Person) -> Listed {
    let (one, many, stem, forms) = match person.tab() {
        ProfileTab::Said => ("quote", "quotes", "said", CITED),
        ProfileTab::Of => ("quote", "quotes", "said-of", CITED),
        ProfileTab::With => ("name", "names", "with", COUNTED),
        ProfileTab::Sources => ("source", "sources", "sources", COUNTED),
    };
    (person.count(person.tab()), one, many, stem, forms)
}
