//! Questions over many articles: which quotes there are, and what belongs together.
//!
//! Answers are plain values that the state can keep. Knows nothing of SQL and
//! nothing of terminals, and has no clock: whoever asks hands in the day.

mod quotes;
mod row;

pub use quotes::quotes;
pub use row::{Order, Quotations, QuoteRow, Speaking, Spoken};
