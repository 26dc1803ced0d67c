//! Why a client cannot be built.

use std::fmt;

use crate::invalid::InvalidArgument;

/// Why a client cannot be built.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// An argument cannot be used.
    Argument(InvalidArgument),
    /// TLS could not be set up; the source says why.
    Tls(Box<dyn std::error::Error + Send + Sync>),
    /// A blocking client has no runtime of its own to run on; the source says why.
    #[cfg(feature = "blocking")]
    Runtime(std::io::Error),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument(error) => error.fmt(f),
            Self::Tls(_) => f.write_str("TLS could not be set up"),
            #[cfg(feature = "blocking")]
            Self::Runtime(_) => f.write_str("no runtime could be started"),
        }
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Argument(_) => None,
            Self::Tls(error) => Some(&**error),
            #[cfg(feature = "blocking")]
            Self::Runtime(error) => Some(error),
        }
    }
}

impl From<InvalidArgument> for BuildError {
    fn from(error: InvalidArgument) -> Self {
        Self::Argument(error)
    }
}
