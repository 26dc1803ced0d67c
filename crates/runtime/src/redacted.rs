//! A stand-in for what no log shall show.

use std::fmt;

/// Shows in `Debug` that something is there, not what it is.
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}
