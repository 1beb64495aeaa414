//! Which files to read, and reading, analysing and adding them.

mod batch;
mod files;
mod read;
mod report;
mod sync;

pub use files::{Listing, list_files};
pub use read::{Analysed, analyse_bytes, analyse_file};
pub use report::{Progress, Refused, Report};
pub use sync::{Files, Gone, Rebuilt, Watch, bring_up_to_date, import, rebuild, renew};
