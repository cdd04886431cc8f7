//! Drives the programs as a person would: a centre of its own on a free port, computers with folders of their own,
//! the real window through WebKitWebDriver and the pages through chromedriver.
//!
//! ```text
//!   tests/window.rs ─▶ Window ─▶ Driver (WebKitWebDriver, own process group) ─▶ guichet
//!   portal's pages.rs ─▶ Browser ─▶ Driver (chromedriver) ─▶ chromium          │ HTTP
//!                └─▶ Centre (guichet-server) ◀─────────────────────────────────┘
//! ```
//! What a test expects stands in the tests. Nothing here sleeps for a fixed time: every wait is for a condition.

mod accessibility;
mod bare_window;
mod browser;
mod centre;
mod computer;
mod driver;
mod page;
mod places;
mod processes;
mod program;
pub mod steps;
mod trouble;
mod until;
mod window;

pub use accessibility::Finding;
pub use bare_window::BareWindow;
pub use browser::Browser;
pub use centre::Centre;
pub use computer::{Computer, KeyStore, OtherProgram};
pub use page::{Page, keys};
pub use places::{artefacts, program};
pub use program::Program;
pub use trouble::{Outcome, Trouble};
pub use until::{PATIENCE, until};
pub use window::{Bus, Window};
