//! The pages against a centre in a temporary folder, without a socket.

mod agents;
mod citizens;
mod documents;
mod filtering;
mod keeping;
mod seed;
mod sticks;
mod visitor;
mod web_desk;
mod words;
