//! Arguments that cannot be used.

use std::fmt;

use openapi_client_runtime::InvalidSegment;

/// An argument that cannot be used, by name and without its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidArgument {
    name: &'static str,
    reason: &'static str,
}

impl InvalidArgument {
    pub(crate) fn new(name: &'static str, reason: &'static str) -> Self {
        Self { name, reason }
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        self.name
    }

    /// What is wrong with it, such as "is empty".
    pub fn reason(&self) -> &'static str {
        self.reason
    }
}

impl fmt::Display for InvalidArgument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.name, self.reason)
    }
}

impl std::error::Error for InvalidArgument {}

impl From<InvalidSegment> for InvalidArgument {
    fn from(error: InvalidSegment) -> Self {
        Self::new(error.parameter(), error.reason())
    }
}
