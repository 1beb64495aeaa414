//! Promises about store.
