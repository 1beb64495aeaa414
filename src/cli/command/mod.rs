//! One file a command.

pub mod parse;
