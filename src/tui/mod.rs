//! The terminal: the loop, the one writer, drawing.
