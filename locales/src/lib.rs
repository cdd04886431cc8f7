//! The words of the product in its four languages: Fluent messages, and dates, times and numbers as each
//! language writes them. The same `.ftl` files serve the pages in the desk's window. What a deployment calls
//! its offices, institutions and categories is data of its profile and does not belong here.

mod args;
pub mod dates;
mod language;
mod numbers;
mod texts;

pub use args::{Args, Value};
pub use language::{Language, UnknownLanguage};
pub use texts::{Texts, texts, without_isolation};
