//! Questions over many articles: whose words, when, beside whose, and which are the same.
//!
//! Answers are plain values that a screen, a table or a file can show. Knows nothing of
//! SQL and nothing of terminals, and has no clock: whoever asks hands in the day.

mod actors;
mod articles;
mod called;
mod compare;
mod lane;
mod picked;
mod profile;
mod quotes;
mod row;
mod tally;
mod timeline;
mod utterance;
mod verify;
mod words;

pub use actors::{ActorOrder, ActorRow, actor_rows, sort_actors};
pub use articles::{ArticleOrder, sort_articles};
pub use called::{Called, DOUBT, is_unnamed};
pub use compare::{Aligned, Alignment, align};
pub use lane::{Lane, lane, titled};
pub use picked::picked;
pub use profile::{Profile, RoleSeen, profile};
pub use quotes::{link, quotes, rows, sort_quotes};
pub use row::{Order, Outlets, Quotations, QuoteRow, Speaking, Spoken};
pub use tally::{Days, Tally, speakers, tally};
pub use timeline::{Measure, Timeline, bucket, by_unit, days_of, timeline};
pub use utterance::{Utterance, Utterer, are_one_utterance, utterances};
pub use verify::{Verdict, faults, verdict};
pub use words::{Difference, difference};
