//! Promises about quotes.
