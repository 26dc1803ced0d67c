//! Strings that fit a constraint of the contract, such as a greatest length. Only parameters have them.

use std::fmt;

/// Why a text is not a value of a constrained type. The error does not repeat the text, which may be a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidText(&'static str);

impl InvalidText {
    /// What is wrong with it, such as "longer than 120 characters".
    pub fn reason(&self) -> &'static str {
        self.0
    }
}

impl From<&'static str> for InvalidText {
    fn from(reason: &'static str) -> Self {
        Self(reason)
    }
}

impl fmt::Display for InvalidText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for InvalidText {}

/// Everything that a constrained string can do, except that it is parsed: only its `FromStr` knows the constraint.
#[doc(hidden)]
#[macro_export]
macro_rules! __constrained {
    ($name:ident) => {
        $crate::__described!($name);

        impl std::ops::Deref for $name {
            type Target = String;

            fn deref(&self) -> &String {
                &self.0
            }
        }
    };
}
