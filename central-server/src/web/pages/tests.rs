//! The pages against a centre in a temporary folder, without a socket.

mod accounts;
mod agents;
mod citizens;
mod documents;
mod filing;
mod returning;
mod seed;
mod sefrou;
mod sticks;
mod visitor;
mod widget;
mod words;
