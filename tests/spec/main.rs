//! What users are promised, one file a topic.
#![allow(
    clippy::unwrap_used,
    reason = "a test that fails may end where it stands"
)]

mod accuracy;
mod across;
mod actors;

mod case;
mod cli;
mod clipboard;
mod commands;
mod config;
mod corpus;
mod corrections;
mod doctor;
mod forms;
mod hostile;
mod import;
mod ingest;
mod layers;
mod leaving;
mod moments;
mod mouse;
mod place;
mod plain;
mod promises;
mod pty;
mod quotes;
mod readme;
mod robust;
mod saving;
mod screens;
mod search;
mod speakers;
mod ssh;
mod statements;
mod store;
mod strangers;
mod terminal;
mod terms;
mod tmux;
mod told;
mod version;
mod wire;
mod wired;
