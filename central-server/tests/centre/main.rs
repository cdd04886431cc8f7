//! The centre as desks, agents, citizens and administrators meet it: the same suite over both engines.

// A test ends where something is not as it expects.
#![allow(clippy::unwrap_used)]

mod casework;
mod commands;
mod concurrency;
mod data;
mod desk;
mod doctor;
mod documents;
mod drafts;
mod engine;
mod enrolment;
mod feeds;
mod figures;
mod filing;
mod frames;
mod handing_over;
mod importing;
mod network;
mod notices;
mod open311;
mod open311_again;
mod opening;
mod people;
mod portal;
mod post;
mod postgres;
mod profile;
mod provisioning;
mod pushing;
mod released;
mod reminding;
mod roles;
mod sending;
mod shelf;
mod snapshots;
mod steering;
mod tampering;
mod tenants;
mod together;
mod two_servers;
mod unit;
mod upgrading;
mod verifying;
mod way_back;
mod witnessing;

/// Runs each test once over SQLite and once over PostgreSQL.
macro_rules! on_both_engines {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $name() {
                    super::$name(&crate::engine::Place::sqlite()).await;
                }
            )+
        }
        mod postgres {
            $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $name() {
                    super::$name(&crate::engine::Place::postgres()).await;
                }
            )+
        }
    };
}
pub(crate) use on_both_engines;
