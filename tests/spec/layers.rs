//! Promises about layers.
