//! Finding complaints again: words in any spelling, filters, pages, views, exports, and what may be the same matter.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod duplicates;
mod filled;
mod lines;
mod lists;
mod words;
