//! What proves the past at a desk: daily roots are checked when they come and ever after, and whatever is changed in
//! the store behind its back is noticed and named.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod days_work;
mod filled;
mod tampering;
mod witnessing;
