#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod body;
mod buffer;
mod choice;
#[doc(hidden)]
pub mod codegen;
mod constrained;
mod drift;
mod exchange;
mod object;
mod open_enum;
mod operation;
mod options;
mod parameter;
mod path;
mod percent;
mod query;
mod read;
mod redacted;
mod request_log;
mod response;
mod sender;
mod shown;
#[cfg(feature = "test-kit")]
pub mod test_kit;
mod transport;

pub use body::Encoded;
pub use constrained::InvalidText;
pub use drift::{Drift, DriftKind};
pub use exchange::{Attempt, Failure, Invalid, Progress};
pub use operation::Operation;
pub use parameter::InvalidParameter;
pub use path::segment;
pub use redacted::Redacted;
pub use request_log::transport_type;
pub use response::{BodyEnd, Content, Response, Unreadable};
pub use sender::{Answer, BoxFuture, Outgoing, SendError, SendRequest, Sender};
pub use transport::http_client;
