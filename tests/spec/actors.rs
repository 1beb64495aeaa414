//! Promises about actors.
