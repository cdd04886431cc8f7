//! What travels beside the entries, between real engines and a real centre over a line that breaks at any byte.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod copies;
mod documents;
mod harness;
mod snapshots;
mod testimony;
