//! Promises about readme.
