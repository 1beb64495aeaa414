//! Promises about robust.
