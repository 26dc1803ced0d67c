#![doc = include_str!("../README.md")]

mod body;
mod choice;
#[doc(hidden)]
pub mod codegen;
mod drift;
mod exchange;
mod object;
mod open_enum;
mod parameter;
mod path;
mod percent;
mod query;
mod redacted;
mod request_log;
mod response;
mod shape;
mod tolerant;

pub use body::Encoded;
pub use drift::{Drift, DriftKind};
pub use exchange::{Attempt, Failure, Invalid, Operation, Progress};
pub use path::{InvalidSegment, segment};
pub use redacted::Redacted;
pub use request_log::transport_type;
pub use response::{BodyEnd, Content, Response, Unreadable};
