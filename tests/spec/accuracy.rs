//! Promises about accuracy.
