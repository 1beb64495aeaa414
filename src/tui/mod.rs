//! The terminal: the loop, the one writer, drawing.

pub mod detect;
pub mod output;
pub mod theme;
pub mod view;
