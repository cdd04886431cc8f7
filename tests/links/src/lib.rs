//! Lines as they are: slow, cut, silent, behind a proxy or a sign-in page; and what it takes to show that nothing is
//! lost on them.
//!
//! ```text
//!   guichet-office ══▶ Proxy (slow, cut, counted) ══▶ guichet-server
//!          ▲                                               ▲
//!          └── kill -9, a full disk, a read-only folder ───┘      kill_loop
//! ```
//! [`Proxy`] runs on a thread of its own, so that a test may wait for a program while the line works. What a test
//! expects of desk and centre stands in the tests.

pub mod bad_link;
mod counts;
mod ends;
mod far;
pub mod kill_loop;
mod passing;
mod proxy;
mod run;
mod served;
mod shape;
mod state;
mod tls;

pub use counts::Counts;
pub use far::Far;
pub use proxy::Proxy;
pub use shape::Shape;
pub use tls::TlsFront;
