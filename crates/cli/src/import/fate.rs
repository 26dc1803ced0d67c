//! How an import changes a part of the fragment.

use std::fmt;

/// How a part of the fragment has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Same,
    New,
    Changed,
    Gone,
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Same => " ",
            Self::New => "+",
            Self::Changed => "~",
            Self::Gone => "-",
        })
    }
}
