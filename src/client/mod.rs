//! The client: built once, shared by all calls of a shop.

#[cfg(feature = "blocking")]
pub mod blocking;
mod build_error;
mod builder;
mod call;
mod call_log;
mod cancel;
mod cancelling;
mod environment;
mod operations;
mod proxy;
mod retry;
mod rules;
mod sessions;
mod shared;
mod steps;
#[cfg(feature = "rustls")]
mod tls;
mod transport;

pub use build_error::BuildError;
pub use builder::ClientBuilder;
#[cfg(feature = "test-kit")]
pub(crate) use builder::HORIZON;
pub use operations::Client;
pub use retry::RetryPolicy;
pub use sessions::Sessions;
