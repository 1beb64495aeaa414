//! One file a command.

pub mod add;
pub mod browse;
pub mod keys;
pub mod list;
pub mod parse;
pub mod search;
pub mod show;
