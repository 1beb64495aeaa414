//! Promises about screens: pictures of them at many sizes, and conduct that
//! holds whatever is pressed.

mod bytes;
mod conduct;
mod golden;
mod monkey;
mod sizes;
mod world;
