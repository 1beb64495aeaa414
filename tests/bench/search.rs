//! Speed of search.

fn main() {}
