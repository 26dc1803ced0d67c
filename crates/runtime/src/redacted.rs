//! The replacement for a secret in `Debug`.

use std::fmt;

/// Its `Debug` shows that a value is present, but not the value.
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}
