//! Unicode: words, sentences, folding, widths, wrapping, and making text safe
//! to show. Knows nothing of articles.

pub mod address;
pub mod bidi;
pub mod display;
pub mod fold;
pub mod nearest;
pub mod sentence;
pub mod width;
pub mod word;
pub mod wrap;
