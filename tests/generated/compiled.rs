//! The client under test.

/// The bytes that were compiled into the crate under test, not a second run of the generator.
pub const COMPILED: &str = include_str!(concat!(env!("OUT_DIR"), "/client.rs"));
