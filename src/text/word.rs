//! Word spans with their class.
