//! Promises about cli.
