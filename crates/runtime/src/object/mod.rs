//! Structs of the contract. Each has one list of its members, from which all else follows: `Debug`,
//! `Serialize`, and how it is read.

mod list;
mod read;
mod show;

pub use list::{Access, Blank, Member, Object, Place, Received, Sent, Value};
pub use read::read;
pub use show::{Show, serialize, serialize_members};

/// Everything that an object can do, from its [`Object`] impl.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    (sent $name:ident) => {
        $crate::__object!(any $name);
    };
    (received $name:ident) => {
        $crate::__object!(any $name);

        $crate::__readable!($name, |from, at| $crate::codegen::object::read(from, at));
    };
    (any $name:ident) => {
        $crate::__described!($name);

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                use $crate::codegen::object::{Object, Place};
                let mut shown = f.debug_struct(stringify!($name));
                Object::members(&mut Place::Ref(self), &mut shown);
                shown.finish()
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
