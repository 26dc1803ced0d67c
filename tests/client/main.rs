//! The client against servers on this machine.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod blocking;
mod cancelling;
mod connections;
mod environment;
mod logs;
mod operations;
mod outcomes;
mod proof;
mod retries;
mod session_ids;
mod settling;
mod shop;
mod storing;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod tls;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod tls_server;
mod tokens;
