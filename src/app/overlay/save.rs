//! Writing a list into a file: in which form, under which name.

use super::Outcome;
use crate::app::command::{Part, Step};
use crate::app::effect::Form;
use crate::app::line::{Edit, Line};
use crate::app::list::{Cursor, Items};

/// The forms, and the name that is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Save {
    what: String,
    forms: &'static [Form],
    cursor: Cursor,
    line: Line,
    rows: usize,
}

impl Save {
    /// Offers to write `what`, as in `12 quotes`, into a file whose name begins with
    /// `stem`; the form that was taken last is selected where it is offered.
    pub fn new(what: String, stem: &str, forms: &'static [Form], last: Option<Form>) -> Self {
        let nth = last.and_then(|last| forms.iter().position(|form| *form == last));
        let mut save = Self {
            what,
            forms,
            cursor: Cursor::default(),
            line: Line::default(),
            rows: forms.len(),
        };
        save.cursor.go(nth.unwrap_or(0), save.items(), forms.len());
        let ending = save.form().map(|form| format!(".{}", form.ending()));
        save.line = Line::suggesting(stem, &ending.unwrap_or_default());
        save
    }

    /// What is written, as in `12 quotes`.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// The forms that are offered.
    pub fn forms(&self) -> &'static [Form] {
        self.forms
    }

    /// Which one is selected.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The name.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// Has other room for the forms from now on.
    pub fn resize(&mut self, rows: usize) {
        self.rows = rows;
        self.cursor.fit(self.items(), rows);
    }

    /// Types or pastes.
    pub fn insert(&mut self, text: &str) -> Outcome {
        // Whoever types a dot types an ending, too.
        if let Some(form) = self.form().filter(|_| text.contains('.')) {
            self.line.insert("");
            let after = self.line.text().get(self.line.before().len()..);
            if after.and_then(|after| after.strip_prefix('.')) == Some(form.ending()) {
                self.line.edit(Edit::DeleteToEnd);
            }
        }
        self.line.insert(text);
        Outcome::Stay
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part) -> Outcome {
        match part {
            Part::Edit(edit) => {
                self.line.edit(edit);
                Outcome::Stay
            }
            Part::Move(motion) => {
                let before = self.form();
                self.cursor.step(motion, self.items(), self.rows);
                self.rename(before);
                Outcome::Stay
            }
            Part::Step(Step::Complete) => {
                let before = self.form();
                let next = (self.cursor.at() + 1) % self.forms.len().max(1);
                self.cursor.go(next, self.items(), self.rows);
                self.rename(before);
                Outcome::Stay
            }
            Part::Step(Step::Open) => match self.form() {
                Some(form) => {
                    let name = self.line.text().trim();
                    // An ending alone is no name.
                    let is_name = name.strip_prefix('.') != Some(form.ending());
                    let name = if is_name { name } else { "" };
                    Outcome::Save(form, name.to_owned())
                }
                None => Outcome::Close,
            },
            Part::Step(_)
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Copy(_)
            | Part::Pane(_)
            | Part::Through(_)
            | Part::Show(_)
            | Part::Mark(_)
            | Part::Select(_)
            | Part::Program(_) => Outcome::Foreign,
        }
    }

    fn form(&self) -> Option<Form> {
        self.forms.get(self.cursor.at()).copied()
    }

    fn items(&self) -> Items<'static> {
        Items::Single(self.forms.len())
    }

    // An ending that nobody changed follows the form.
    fn rename(&mut self, before: Option<Form>) {
        let (Some(before), Some(form)) = (before, self.form()) else {
            return;
        };
        self.line.replace_end(
            &format!(".{}", before.ending()),
            &format!(".{}", form.ending()),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::list::Motion;

    const FORMS: &[Form] = &[Form::Csv, Form::Jsonl, Form::Markdown];

    #[track_caller]
    fn check(save: &Save, expected: &str) {
        assert_eq!(save.line().text(), expected);
    }

    #[test]
    fn the_ending_follows_the_form_until_somebody_changes_it() {
        let mut save = Save::new("2 quotes".into(), "quotes", FORMS, None);
        check(&save, "quotes.csv");
        save.command(Part::Move(Motion::Down));
        check(&save, "quotes.jsonl");
        save.command(Part::Step(Step::Complete));
        check(&save, "quotes.md");
        save.insert("basket");
        check(&save, "basket.md");
        save.command(Part::Edit(Edit::ToEnd));
        save.insert(".txt");
        save.command(Part::Step(Step::Complete));
        check(&save, "basket.md.txt");
        let saved = Outcome::Save(Form::Csv, "basket.md.txt".into());
        assert_eq!(save.command(Part::Step(Step::Open)), saved);
    }

    #[test]
    fn a_name_that_is_typed_takes_the_place_of_the_one_offered() {
        let typed = |name: &str| {
            let mut save = Save::new(String::new(), "quotes", FORMS, None);
            for letter in name.chars() {
                save.insert(letter.encode_utf8(&mut [0; 4]));
            }
            save.line().text().to_owned()
        };
        assert_eq!(typed("desk"), "desk.csv");
        assert_eq!(typed("desk.txt"), "desk.txt");
        assert_eq!(typed(""), "quotes.csv");
    }

    #[test]
    fn the_form_that_was_taken_last_is_selected_where_it_is_offered() {
        check(
            &Save::new(String::new(), "a", FORMS, Some(Form::Markdown)),
            "a.md",
        );
        check(
            &Save::new(String::new(), "a", FORMS, Some(Form::Plain)),
            "a.csv",
        );
    }
}
