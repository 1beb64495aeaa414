//! One file a command.

pub mod actors;
pub mod add;
pub mod basket;
pub mod browse;
pub mod compare;
pub mod config;
pub mod corrections;
pub mod export;
pub mod keys;
pub mod list;
pub mod parse;
pub mod quotes;
pub mod rebuild;
pub mod saved;
pub mod search;
pub mod show;
pub mod tag;
pub mod timeline;
