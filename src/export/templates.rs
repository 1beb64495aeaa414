//! The citations by name: those of the house, and those that a person wrote.

use std::collections::BTreeMap;
use std::fmt;

use super::cite;
use super::template::Template;
use crate::config::Written;
use crate::model::{Entry, Quote};

/// As the press prints it.
const PRESS: &str = "“{quote}” — {speaker}{role}, {source}, {date}, {url}";
/// As a note below a text.
const FOOTNOTE: &str = "{speaker}, quoted in “{title}”, {source}, {date}, {url}";
/// The key that names the one in use.
const DEFAULT: &str = "default";

/// Citations by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Templates {
    all: BTreeMap<String, Template>,
    default: String,
    /// Whether a person wrote or chose the default.
    is_chosen: bool,
}

impl Default for Templates {
    fn default() -> Self {
        let house = [("press", PRESS), ("footnote", FOOTNOTE)];
        let read = |(name, written): (&str, &str)| {
            let template = Template::parse(written).ok()?;
            Some((name.to_owned(), template))
        };
        Self {
            all: house.into_iter().filter_map(read).collect(),
            default: "press".to_owned(),
            is_chosen: false,
        }
    }
}

/// Why a citation that a person wrote cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its name.
    pub name: String,
    /// On which line of the file of settings it stands.
    pub line: usize,
    message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}: {}", self.line, self.name, self.message)
    }
}

impl Templates {
    /// Those of the house with `written` over them, and what is wrong with others.
    pub fn new(written: &[Written]) -> (Self, Vec<Fault>) {
        let (mut templates, mut faults) = (Self::default(), Vec::new());
        let mut default = None;
        let fault = |one: &Written, message: String| Fault {
            name: one.name.clone(),
            line: one.line,
            message,
        };
        for one in written {
            if one.name == DEFAULT {
                default = Some(one);
                continue;
            }
            match Template::parse(&one.text) {
                Ok(template) => {
                    templates.is_chosen |= one.name == templates.default;
                    templates.all.insert(one.name.clone(), template);
                }
                Err(error) => faults.push(fault(one, error.to_string())),
            }
        }
        match default {
            Some(one) if templates.all.contains_key(&one.text) => {
                templates.default.clone_from(&one.text);
                templates.is_chosen = true;
            }
            Some(one) => {
                let (text, names) = (&one.text, templates.names());
                let message = format!("there is no citation {text}; there are {names}");
                faults.push(fault(one, message));
            }
            None => {}
        }
        (templates, faults)
    }

    /// The one of this name.
    pub fn get(&self, name: &str) -> Option<&Template> {
        match name {
            DEFAULT => self.all.get(&self.default),
            name => self.all.get(name),
        }
    }

    /// The default, where a person wrote or chose it: forms that cite in a way of their
    /// own cite by it then.
    pub fn chosen(&self) -> Option<&Template> {
        self.get(DEFAULT).filter(|_| self.is_chosen)
    }

    /// All names, with commas.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.all.keys().map(String::as_str).collect();
        names.join(", ")
    }

    /// The citation of a quote by the default one.
    pub fn quote(&self, entry: &Entry, quote: &Quote) -> String {
        let template = self.get(DEFAULT);
        template.map_or_else(String::new, |template| cite::by(template, entry, quote))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str, text: &str, line: usize) -> Written {
        Written {
            name: name.to_owned(),
            text: text.to_owned(),
            line,
        }
    }

    #[test]
    fn a_person_adds_to_the_house_and_chooses() {
        let (templates, faults) = Templates::new(&[
            written("default", "short", 2),
            written("short", "{speaker}", 3),
        ]);
        assert_eq!(faults, []);
        assert_eq!(templates.get("default"), templates.get("short"));
        assert_eq!(templates.chosen(), templates.get("short"));
        assert_eq!(Templates::default().chosen(), None);
        assert_eq!(templates.names(), "footnote, press, short");
    }

    #[test]
    fn a_fault_names_its_line_and_what_there_is() {
        let (templates, faults) = Templates::new(&[
            written("default", "shrt", 2),
            written("press", "{speeker}", 3),
        ]);
        let faults: Vec<String> = faults.iter().map(Fault::to_string).collect();
        assert!(
            faults[0].starts_with("line 3: press: there is no field {speeker}; the fields are")
        );
        assert_eq!(
            faults[1],
            "line 2: default: there is no citation shrt; there are footnote, press"
        );
        assert_eq!(templates, Templates::default());
    }
}
