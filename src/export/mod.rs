//! What leaves the program: citations, JSON, plain text. Knows nothing of terminals.
