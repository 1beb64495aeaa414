//! Promises about ingest.
