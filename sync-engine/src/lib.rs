//! When and how a device exchanges with the centre: planning (pure), applying (one transaction), the line (HTTP).
//!
//! ```text
//! store ──▶ request ──line──▶ centre ──▶ answer ──plan──▶ entries, heads ──apply──▶ store
//! ```
//! It knows how to reach the centre and nothing of what a complaint is; alone uses reqwest.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod admission;
mod failure;
mod http;
mod plan;
mod round;
mod schedule;

pub use admission::{EnrolError, enrol};
pub use http::HttpLine;
pub use plan::{Plan, PlanError, PlanningDevice, plan};
pub use round::{Engine, ExchangeError, Report, Round};
pub use schedule::next_delay_s;
