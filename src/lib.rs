#![doc = include_str!("../README.md")]

mod account_id;
#[cfg(feature = "blocking")]
pub mod blocking;
#[allow(dead_code, reason = "Dintero's own contract has no such bodies; see tests/goldens")]
mod body;
mod builder;
mod call;
// The walk of an answer knows choices; today's contract has none between objects.
mod cancellation;
#[allow(dead_code, unused_imports, unused_macros, reason = "what is generated from it may need it")]
mod choice;
mod client;
mod clock;
mod confirmation;
mod credentials;
mod drift;
mod error;
mod evidence;
mod exchange;
mod future;
mod generated;
mod invalid;
mod object;
mod open_enum;
#[allow(dead_code, reason = "Dintero's own contract has no such parameters; see tests/goldens")]
mod parameter;
#[allow(
    dead_code,
    reason = "Dintero's own contract has strings in its paths only; see tests/goldens"
)]
mod path;
mod percent;
#[allow(dead_code, reason = "Dintero's own contract has one style only; see tests/goldens")]
mod query;
mod response;
mod retry;
mod session_id;
mod sessions;
mod shape;
mod shared;
#[cfg(feature = "test-kit")]
pub mod test_kit;
#[cfg(feature = "rustls")]
mod tls;
mod token;
mod tolerant;
mod trace;

pub use account_id::AccountId;
pub use builder::{BuildError, ClientBuilder};
pub use cancellation::Cancellation;
pub use client::Client;
pub use clock::Clock;
pub use confirmation::{Confirmation, Standing};
pub use credentials::{Credentials, TokenResult, TokenSource};
pub use drift::{Drift, DriftKind};
pub use error::{Error, Outcome, Phase, Unknown};
pub use future::BoxFuture;
pub use generated::types;
pub use invalid::InvalidArgument;
pub use response::{BodyEnd, Response, Unreadable};
pub use retry::RetryPolicy;
pub use session_id::SessionId;
pub use sessions::Sessions;
