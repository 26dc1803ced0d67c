//! Structs of the contract. Each has one list of its members, from which all else follows: `Debug`,
//! `Serialize`, `Deserialize`, and what the contract says of the struct.

mod list;
mod read;
mod show;

pub use list::{Access, Member, Object, Place, Received, Sent, Value};
pub use read::deserialize;
pub use show::{Show, debug, fields, serialize, serialize_members};

/// Everything that an object can do, from its [`Object`] impl.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    (sent $name:ident) => {
        $crate::__object!(any $name);

        /// What is sent is never read, so nothing can drift in it.
        impl $crate::codegen::shape::Described for $name {
            fn shape() -> $crate::codegen::shape::Shape {
                $crate::codegen::shape::Shape::Any
            }
        }
    };
    (received $name:ident) => {
        $crate::__object!(any $name);

        impl<'de> $crate::codegen::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::codegen::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::codegen::object::deserialize(deserializer)
            }
        }

        impl $crate::codegen::shape::Described for $name {
            fn shape() -> $crate::codegen::shape::Shape {
                $crate::codegen::shape::Shape::Object($crate::codegen::object::fields::<_, Self>())
            }
        }
    };
    (any $name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::codegen::object::debug(self, stringify!($name), f)
            }
        }

        impl $crate::codegen::serde::Serialize for $name {
            fn serialize<S: $crate::codegen::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::codegen::object::serialize(self, serializer)
            }
        }
    };
}
