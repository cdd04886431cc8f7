//! The pages against a centre in a temporary folder, without a socket.

mod accounts;
mod agents;
mod bad_input;
mod citizens;
mod documents;
mod filing;
mod filtering;
mod keeping;
mod returning;
mod saving;
mod seed;
mod sefrou;
mod sticks;
mod visitor;
mod web_desk;
mod widget;
mod words;
