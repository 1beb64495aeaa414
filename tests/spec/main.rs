//! What users are promised, one file a topic.
mod accuracy;
mod actors;
mod case;
mod cli;
mod hostile;
mod ingest;
mod layers;
mod pty;
mod quotes;
mod readme;
mod robust;
mod screens;
mod search;
mod store;
mod terminal;
mod wire;
