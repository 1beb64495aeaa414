//! Promises about search.
