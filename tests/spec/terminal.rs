//! Promises about terminal.
