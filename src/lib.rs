#![doc = include_str!("../README.md")]

mod account_id;
#[cfg(feature = "blocking")]
pub mod blocking;
mod builder;
mod call;
mod cancellation;
mod client;
mod clock;
mod confirmation;
mod credentials;
mod error;
mod evidence;
mod future;
mod generated;
mod invalid;
mod retry;
mod session_id;
mod sessions;
mod shared;
#[cfg(feature = "test-kit")]
pub mod test_kit;
#[cfg(feature = "rustls")]
mod tls;
mod token;
mod trace;

pub use account_id::AccountId;
pub use builder::{BuildError, ClientBuilder};
pub use cancellation::Cancellation;
pub use client::Client;
pub use clock::Clock;
pub use confirmation::{Confirmation, Standing};
pub use credentials::{Credentials, TokenResult, TokenSource};
pub use error::{Error, Outcome, Phase, Unknown};
pub use future::BoxFuture;
pub use generated::types;
pub use invalid::InvalidArgument;
pub use openapi_client_runtime::{BodyEnd, Drift, DriftKind, Response, Unreadable};
pub use retry::RetryPolicy;
pub use session_id::SessionId;
pub use sessions::Sessions;
