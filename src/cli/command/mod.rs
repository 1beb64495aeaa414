//! One file a command.

pub mod actors;
pub mod add;
pub mod basket;
pub mod browse;
pub mod compare;
pub mod completions;
pub mod config;
pub mod corrections;
pub mod doctor;
pub mod export;
pub mod keys;
pub mod list;
pub mod parse;
pub mod quotes;
pub mod rebuild;
pub mod remove;
pub mod saved;
pub mod search;
pub mod show;
pub mod tag;
pub mod timeline;
pub mod verify;
