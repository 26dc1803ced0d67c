//! Arguments that cannot be used.

use std::borrow::Cow;
use std::fmt;

/// An argument that cannot be used, by name and without its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidArgument {
    name: &'static str,
    reason: Cow<'static, str>,
}

impl InvalidArgument {
    pub(crate) fn new(name: &'static str, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { name, reason: reason.into() }
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        self.name
    }

    /// What is wrong with it, such as "is empty".
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for InvalidArgument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.name, self.reason)
    }
}

impl std::error::Error for InvalidArgument {}
