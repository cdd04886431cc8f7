//! The `.ftl` files of the four languages against each other, and each against its own typography.

mod agreement;
mod catalogue;
mod typography;
