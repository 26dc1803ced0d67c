//! Enums that keep values that the contract does not name.

use crate::drift::{DriftKind, Path};
use crate::read::Reader;

/// An enum with a variant for each documented value, and one for every other value.
pub trait OpenEnum: Clone + PartialEq + 'static {
    /// The documented values as JSON has them, and their variants.
    const VALUES: &'static [(&'static str, Self)];
}

/// The documented value of a variant, as JSON has it.
pub fn value<T: OpenEnum>(of: &T) -> &'static str {
    for (value, variant) in T::VALUES {
        if variant == of {
            return value;
        }
    }
    ""
}

/// The variant of a value, if it is documented.
pub fn variant<T: OpenEnum>(value: &str) -> Option<T> {
    for (documented, variant) in T::VALUES {
        if *documented == value {
            return Some(variant.clone());
        }
    }
    None
}

/// Reads a string. A value that is not documented is noted, and kept.
pub fn read<T: OpenEnum + for<'a> From<&'a str>>(
    from: &mut Reader<'_>,
    at: &Path<'_>,
) -> Option<T> {
    let text = from.string(at)?;
    if let Some(documented) = variant(&text) {
        return Some(documented);
    }
    from.note(at, DriftKind::UnknownValue);
    Some(T::from(&text))
}

/// Everything that an open enum can do, from its [`OpenEnum`] impl.
#[doc(hidden)]
#[macro_export]
macro_rules! __open_enum {
    ($name:ident) => {
        impl $name {
            /// The value as JSON has it.
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Undocumented(value) => value,
                    documented => $crate::codegen::open_enum::value(documented),
                }
            }
        }

        /// Any value; one that the contract does not name is kept as it is.
        impl std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match $crate::codegen::open_enum::variant(value) {
                    Some(documented) => documented,
                    None => Self::Undocumented(value.to_owned()),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::codegen::serde::Serialize for $name {
            fn serialize<S: $crate::codegen::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        $crate::__readable!($name, |from, at| $crate::codegen::open_enum::read(from, at));

        impl $crate::codegen::shown::Described for $name {
            fn show(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    Self::Undocumented(value) => {
                        $crate::codegen::shown::variant("Undocumented", value, f)
                    }
                    documented => std::fmt::Debug::fmt(documented, f),
                }
            }
        }
    };
}
