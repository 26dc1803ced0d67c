//! The client against its contract: what it reads, what it hides, and what clients of older contracts
//! read. What to expect comes from the specification, which `contract.rs` reads for itself.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod answer;
mod contract;
mod evolution;
mod mutations;
mod reading;
mod redaction;
