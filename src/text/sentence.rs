//! Sentence spans; abbreviations do not end one.
