//! The host's edge of the page: what a built site needs beyond what Trunk leaves.

mod carry;

pub use carry::carrying;
