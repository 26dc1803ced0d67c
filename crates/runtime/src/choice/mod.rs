//! Choices of the contract between forms, some of which are objects.
//!
//! The form of a received value is known by its JSON type; that of an object by the value of its tag, or
//! by the properties that only one form requires. The order of the forms never decides. An object that
//! has none of the forms is kept as it was received.

mod read;
mod write;

use crate::object::{Object, Value};
use crate::read::Readable;

pub use read::read;
pub use write::{debug, serialize};

/// An enum with a variant for each form.
pub trait Choice {
    /// Gives the form that it contains to `of`.
    fn form<F: OneForm>(&self, of: F) -> F::Output;
}

/// A choice that is received, with a variant for values that have none of the forms.
pub trait OpenChoice: Sized {
    /// The property whose value names the form of an object.
    const TAG: Option<&'static str>;

    /// Gives each form to `to`: how it is known, and its variant.
    fn branches(to: &mut impl Branches<Self>);

    /// The variant that keeps any other value.
    fn other(value: serde_json::Value) -> Self;
}

/// Takes the form that a choice contains, with the name of its variant.
pub trait OneForm: Sized {
    /// The result.
    type Output;

    /// A form that is sent without a tag.
    fn plain<T: Value>(self, variant: &'static str, value: &T) -> Self::Output;

    /// An object that is sent with a tag: its own if that is one of `tags`, otherwise the first of them.
    fn tagged<D, T: Value + Object<D>>(
        self,
        variant: &'static str,
        tag: &'static str,
        tags: &'static [&'static str],
        value: &T,
    ) -> Self::Output;

    /// As [`tagged`](Self::tagged), with tags that are JSON: numbers and booleans.
    fn tagged_literally<D, T: Value + Object<D>>(
        self,
        variant: &'static str,
        tag: &'static str,
        tags: &'static [&'static str],
        value: &T,
    ) -> Self::Output {
        self.tagged(variant, tag, tags, value)
    }

    /// A value that has none of the forms.
    fn other(self, variant: &'static str, value: &serde_json::Value) -> Self::Output;
}

/// Takes the forms of a choice, one after the other.
pub trait Branches<C> {
    /// A form, how it is known, and its variant.
    fn branch<T: Readable>(&mut self, by: KnownBy, variant: fn(T) -> C);

    /// Objects whose tag has one of the values.
    fn tagged<T: Readable>(&mut self, tags: &'static [&'static str], variant: fn(T) -> C) {
        self.branch(KnownBy::Tags(tags), variant);
    }

    /// Objects that have all of the properties; no other form has them.
    fn with<T: Readable>(&mut self, keys: &'static [&'static str], variant: fn(T) -> C) {
        self.branch(KnownBy::Keys(keys), variant);
    }

    /// Every value of a JSON type; of objects, those that no other form claims.
    fn kind<T: Readable>(&mut self, kind: Kind, variant: fn(T) -> C) {
        self.branch(KnownBy::Kind(kind), variant);
    }
}

/// How a form of a choice is known.
pub enum KnownBy {
    /// Every value of a JSON type; of objects, those that no other form claims.
    Kind(Kind),
    /// Objects whose tag has one of these values.
    Tags(&'static [&'static str]),
    /// Objects that have all of these properties.
    Keys(&'static [&'static str]),
}

/// A type of JSON.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// A list.
    List,
    /// An object.
    Object,
}

/// Everything that a choice can do, from its [`Choice`] and [`OpenChoice`] impls.
#[doc(hidden)]
#[macro_export]
macro_rules! __choice {
    (sent $name:ident) => {
        $crate::__choice!(@ $name);
    };
    (received $name:ident) => {
        $crate::__choice!(@ $name);

        $crate::__readable!($name, |from, at| $crate::codegen::choice::read(from, at));
    };
    (@ $name:ident) => {
        $crate::__described!($name);

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::codegen::choice::debug(self, f)
            }
        }

        impl $crate::codegen::serde::Serialize for $name {
            fn serialize<S: $crate::codegen::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::codegen::choice::serialize(self, serializer)
            }
        }
    };
}
