//! The outcome of a cancel, and its proof.

pub(crate) mod cancellation;
pub(crate) mod confirmation;
pub(crate) mod error;
mod evidence;
pub(crate) mod kind;
pub(crate) mod reading;
pub(crate) mod standing;
pub(crate) mod unknown;

pub use cancellation::Cancellation;
pub use confirmation::Confirmation;
pub use error::{Error, Phase};
pub use standing::{Outcome, Standing};
pub use unknown::Unknown;
