//! What people decided, kept as a library would keep it.

use std::sync::Arc;

use pullquote::app::{Changed, Deed};
use pullquote::model::Marks;

/// The marks, and what can be taken back and done again.
#[derive(Default)]
pub struct People {
    pub marks: Marks,
    done: Vec<(String, Marks)>,
    undone: Vec<(String, Marks)>,
}

impl People {
    /// Carries out a deed.
    pub fn carry_out(&mut self, deed: &Deed) -> Changed {
        let told = match deed {
            Deed::Change(label, changes) => {
                self.done.push((label.clone(), self.marks.clone()));
                self.undone.clear();
                self.marks = self.marks.with(changes);
                label.clone()
            }
            Deed::Undo => match self.done.pop() {
                Some((label, before)) => {
                    let after = std::mem::replace(&mut self.marks, before);
                    self.undone.push((label.clone(), after));
                    format!("taken back: {label}")
                }
                None => "there is nothing to take back".into(),
            },
            Deed::Redo => match self.undone.pop() {
                Some((label, after)) => {
                    let before = std::mem::replace(&mut self.marks, after);
                    self.done.push((label.clone(), before));
                    format!("done again: {label}")
                }
                None => "there is nothing to do again".into(),
            },
        };
        Changed {
            told,
            marks: Arc::new(self.marks.clone()),
            revision: 0,
            catalog: None,
        }
    }
}
