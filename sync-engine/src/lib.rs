//! When and how a device exchanges with the centre: planning (pure), applying (one transaction), the line (HTTP).
//!
//! ```text
//! store ──▶ request ──line──▶ centre ──▶ answer ──plan──▶ entries, heads ──apply──▶ store
//! ```
//! It knows how to reach the centre and nothing of what a complaint is; alone uses reqwest.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod admission;
mod answer;
mod documents;
mod error;
mod failure;
mod forward;
mod http;
mod link;
mod plan;
mod priming;
mod proxy;
mod renewal;
mod round;
mod schedule;
mod snapshot;
mod stick;

pub use admission::{EnrolError, enrol};
pub use error::ExchangeError;
pub use http::HttpLine;
pub use link::LinkMemory;
pub use plan::{Plan, PlanError, Planner, PlanningDevice};
pub use proxy::Proxy;
pub use renewal::Entropy;
pub use round::{Engine, Report, Round};
pub use schedule::next_delay_s;
pub use stick::{Brought, Carried, Stick, keep_recipient};
