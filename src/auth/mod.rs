//! The credentials of a client, and its access tokens.

mod account_id;
pub(crate) mod bearer;
pub(crate) mod credentials;
pub(crate) mod secrets;
pub(crate) mod token;

pub use account_id::AccountId;
pub use credentials::{ApiClient, Credentials, TokenResult, TokenSource};
