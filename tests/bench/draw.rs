//! Speed of draw.

fn main() {}
