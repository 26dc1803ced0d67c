#![doc = include_str!("../README.md")]

mod account_id;
mod builder;
mod cancellation;
mod client;
mod credentials;
mod drift;
mod error;
mod exchange;
mod generated;
mod object;
mod open_enum;
mod path;
mod query;
mod response;
mod session_id;
mod shape;
#[cfg(feature = "test-kit")]
pub mod test_kit;
#[cfg(feature = "rustls")]
mod tls;
mod tolerant;

pub use account_id::AccountId;
pub use builder::{BuildError, ClientBuilder};
pub use cancellation::Cancellation;
pub use client::Client;
pub use credentials::Credentials;
pub use drift::{Drift, DriftKind};
pub use error::{Error, InvalidArgument, Outcome, Phase};
pub use generated::types;
pub use response::{BodyEnd, Response, Unreadable};
pub use session_id::SessionId;
