//! What became of a cancel, and what proves it.

pub(crate) mod cancellation;
pub(crate) mod confirmation;
pub(crate) mod error;
mod evidence;

pub use cancellation::Cancellation;
pub use confirmation::{Confirmation, Standing};
pub use error::{Error, Outcome, Phase, Unknown};
