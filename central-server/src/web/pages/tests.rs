//! The pages against a centre in a temporary folder, without a socket.

mod agents;
mod citizens;
mod documents;
mod seed;
mod sefrou;
mod sticks;
mod visitor;
mod words;
