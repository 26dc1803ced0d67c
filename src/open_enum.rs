//! Enums that keep a value they do not know.

use std::marker::PhantomData;

use serde::de::Visitor;

/// An enum with a variant for each documented value, and one for all others.
pub(crate) trait OpenEnum: Sized + PartialEq + 'static {
    /// The documented values as they stand in JSON, and their variants.
    const VALUES: &'static [(&'static str, Self)];

    /// The variant that keeps any other value.
    fn other(value: String) -> Self;

    /// The value that the variant for others keeps.
    fn as_other(&self) -> Option<&str>;
}

/// The value in JSON.
pub(crate) fn value<T: OpenEnum>(of: &T) -> &str {
    let documented = || T::VALUES.iter().find(|(_, variant)| variant == of);
    of.as_other().or_else(|| documented().map(|(value, _)| *value)).unwrap_or_default()
}

/// Whether the contract names a value.
pub(crate) fn is_documented<T: OpenEnum>(value: &str) -> bool {
    T::VALUES.iter().any(|(documented, _)| *documented == value)
}

/// The variant of any value; a documented one never ends up in the variant for others.
pub(crate) fn variant<T: OpenEnum + Clone>(value: &str) -> T {
    let documented = T::VALUES.iter().find(|(documented, _)| *documented == value);
    documented.map_or_else(|| T::other(value.to_owned()), |(_, variant)| variant.clone())
}

/// Reads an open enum from a string without copying it first.
pub(crate) struct AnyValue<T>(pub(crate) PhantomData<T>);

impl<T: OpenEnum + Clone> Visitor<'_> for AnyValue<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, value: &str) -> Result<T, E> {
        Ok(variant(value))
    }
}

/// What every open enum can do, from [`OpenEnum`].
macro_rules! open_enum {
    ($name:ident) => {
        impl $name {
            /// The value as it stands in JSON.
            pub fn as_str(&self) -> &str {
                crate::open_enum::value(self)
            }
        }

        /// Any value: one that the contract does not name is kept as it is.
        impl std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                crate::open_enum::variant(value)
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
