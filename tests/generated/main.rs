//! The generated client: what a reviewer reads of it, what must be true of any, and what it costs.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod compiled;
mod figures;
mod properties;
mod snapshot;
