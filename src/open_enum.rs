//! Enums that keep a value they do not know.

use std::marker::PhantomData;

use serde::de::Visitor;

/// An enum with a variant for each documented value, and one for all others.
pub(crate) trait OpenEnum: Clone + PartialEq + 'static {
    /// The documented values as they stand in JSON, and their variants.
    const VALUES: &'static [(&'static str, Self)];
}

/// The documented value of a variant, as it stands in JSON.
pub(crate) fn value<T: OpenEnum>(of: &T) -> &'static str {
    T::VALUES.iter().find(|(_, variant)| variant == of).map_or("", |(value, _)| value)
}

/// The variant of a value, if it is documented.
pub(crate) fn variant<T: OpenEnum>(value: &str) -> Option<T> {
    let documented = T::VALUES.iter().find(|(documented, _)| *documented == value);
    documented.map(|(_, variant)| variant.clone())
}

/// Whether the contract names a value.
pub(crate) fn is_documented<T: OpenEnum>(value: &str) -> bool {
    T::VALUES.iter().any(|(documented, _)| *documented == value)
}

/// Reads an open enum from a string without copying it first.
pub(crate) struct AnyValue<T>(pub(crate) PhantomData<T>);

impl<T: for<'a> From<&'a str>> Visitor<'_> for AnyValue<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, value: &str) -> Result<T, E> {
        Ok(T::from(value))
    }
}

/// What every open enum can do, from [`OpenEnum`].
macro_rules! open_enum {
    ($name:ident) => {
        impl $name {
            /// The value as it stands in JSON.
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Undocumented(value) => value,
                    documented => crate::open_enum::value(documented),
                }
            }
        }

        /// Any value: one that the contract does not name is kept as it is.
        impl std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                crate::open_enum::variant(value)
                    .unwrap_or_else(|| Self::Undocumented(value.to_owned()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(crate::open_enum::AnyValue(std::marker::PhantomData))
            }
        }

        impl crate::shape::Described for $name {
            fn shape() -> crate::shape::Shape {
                crate::shape::Shape::OpenEnum(crate::open_enum::is_documented::<Self>)
            }
        }
    };
}
pub(crate) use open_enum;
