//! The pages against a centre in a temporary folder, without a socket.

mod agents;
mod citizens;
mod documents;
mod filing;
mod returning;
mod seed;
mod sticks;
mod visitor;
mod words;
