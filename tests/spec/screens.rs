//! Promises about screens.
