// The README links to files. The first definition of a link counts, so that here it leads to the guide.
//! [setup]: guide::setup
//! [outcomes]: guide::outcomes
//! [settling]: guide::settling
//! [contract]: guide::contract
//! [operations]: guide::operations
//! [features]: guide::features
//! [network]: guide::network
//! [testing]: guide::testing
#![cfg_attr(any(doc, doctest), doc = include_str!("../docs/plots/links.md"))]
#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod as_text;
mod auth;
mod client;
mod clock;
mod generated;
#[cfg(any(doc, doctest))]
pub mod guide;
mod invalid;
mod outcome;
mod session_id;
#[cfg(feature = "test-kit")]
pub mod test_kit;

// Crates whose types appear in this crate's API, in the versions that it uses.
pub use {bytes, chrono, http, reqwest, serde_json};

pub use auth::{AccountId, ApiClient, Credentials, TokenResult, TokenSource};
#[cfg(feature = "blocking")]
pub use client::blocking;
pub use client::{BuildError, Client, ClientBuilder, RetryPolicy, Sessions};
pub use clock::Clock;
#[doc(inline)]
pub use generated::Client as Operations;
pub use generated::{options, types};
pub use invalid::InvalidArgument;
pub use openapi_client_runtime::{
    BodyEnd, BoxFuture, Drift, DriftKind, Failure, InvalidText, Response, Unreadable,
};
pub use outcome::{Cancellation, Confirmation, Error, Outcome, Phase, Standing, Unknown};
pub use session_id::SessionId;
