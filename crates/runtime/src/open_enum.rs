//! Enums that keep values that the contract does not name.

use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::Visitor;

/// An enum with a variant for each documented value, and one for every other value.
pub trait OpenEnum: Clone + PartialEq + 'static {
    /// The documented values as JSON has them, and their variants.
    const VALUES: &'static [(&'static str, Self)];
}

/// The documented value of a variant, as JSON has it.
pub fn value<T: OpenEnum>(of: &T) -> &'static str {
    T::VALUES.iter().find(|(_, variant)| variant == of).map_or("", |(value, _)| value)
}

/// The variant of a value, if it is documented.
pub fn variant<T: OpenEnum>(value: &str) -> Option<T> {
    let documented = T::VALUES.iter().find(|(documented, _)| *documented == value);
    documented.map(|(_, variant)| variant.clone())
}

/// True if the contract names the value.
pub fn is_documented<T: OpenEnum>(value: &str) -> bool {
    T::VALUES.iter().any(|(documented, _)| *documented == value)
}

/// `Deserialize` of an open enum, from a borrowed string.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'a> From<&'a str>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(AnyValue(PhantomData))
}

struct AnyValue<T>(PhantomData<T>);

impl<T: for<'a> From<&'a str>> Visitor<'_> for AnyValue<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, value: &str) -> Result<T, E> {
        Ok(T::from(value))
    }
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
                $crate::codegen::open_enum::variant(value)
                    .unwrap_or_else(|| Self::Undocumented(value.to_owned()))
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

        impl<'de> $crate::codegen::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::codegen::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::codegen::open_enum::deserialize(deserializer)
            }
        }

        impl $crate::codegen::shape::Described for $name {
            fn shape() -> $crate::codegen::shape::Shape {
                $crate::codegen::shape::Shape::OpenEnum(
                    $crate::codegen::open_enum::is_documented::<Self>,
                )
            }

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
