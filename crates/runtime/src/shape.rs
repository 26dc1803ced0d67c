//! What the contract says of a type, as data: the tolerant reader walks an answer with it.
//!
//! Public in a private module, since the constructor of a public type is bound by it.

use std::collections::BTreeMap;
use std::fmt;

use crate::shown::{self, Shown};

/// A type that the contract describes.
pub trait Described: fmt::Debug {
    /// What the contract says of it.
    fn shape() -> Shape;

    /// `Debug` of a value inside another, or of a whole answer: without free-form values and names, and
    /// without what URLs contain.
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// The form of a value.
pub enum Shape {
    /// Anything at all.
    Any,
    /// `true` or `false`.
    Boolean,
    /// A whole number that fits a `u64`.
    Unsigned,
    /// A whole number that fits an `i64`.
    Integer,
    /// Any number.
    Number,
    /// Any string.
    String,
    /// An instant as RFC 3339 writes it.
    DateTime,
    /// A string with documented values; the function is true for those.
    OpenEnum(fn(&str) -> bool),
    /// An object with any keys and values of one form.
    Map(fn() -> Shape),
    /// A list whose items have one form.
    List(fn() -> Shape),
    /// A value that may be `null`.
    Nullable(fn() -> Shape),
    /// An object with these members.
    Object(Vec<Field>),
    /// A value of one of several forms.
    OneOf(&'static [fn() -> Shape]),
    /// A value of one of several forms that are told apart before they are read, and the property whose
    /// value names the form of an object, if the contract has one.
    Choice(Option<&'static str>, Vec<Branch>),
}

/// One form of a choice.
pub struct Branch {
    pub by: KnownBy,
    pub shape: fn() -> Shape,
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

/// A property of an object.
pub struct Field {
    /// Its name in JSON.
    pub name: &'static str,
    pub presence: Presence,
    pub shape: fn() -> Shape,
}

/// Whether a property must be present.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It may be absent.
    Optional,
    /// The contract requires it; the Rust type can do without it.
    Expected,
    /// Without it the object means nothing.
    Required,
}

/// Types of the language and of libraries, and what the contract calls them.
macro_rules! described {
    ($($type:ty => $shape:expr;)*) => {
        $(impl Described for $type {
            fn shape() -> Shape {
                $shape
            }
        })*
    };
}

described! {
    () => Shape::Any;
    bool => Shape::Boolean;
    i8 => Shape::Integer;
    i16 => Shape::Integer;
    i32 => Shape::Integer;
    i64 => Shape::Integer;
    u8 => Shape::Integer;
    u16 => Shape::Integer;
    u32 => Shape::Integer;
    u64 => Shape::Unsigned;
    f64 => Shape::Number;
    chrono::DateTime<chrono::Utc> => Shape::DateTime;
    chrono::NaiveDate => Shape::String;
    std::net::IpAddr => Shape::String;
    std::net::Ipv4Addr => Shape::String;
    std::net::Ipv6Addr => Shape::String;
}

impl Described for String {
    fn shape() -> Shape {
        Shape::String
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&shown::without_urls(self), f)
    }
}

impl Described for serde_json::Value {
    fn shape() -> Shape {
        Shape::Any
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        shown::free_form(self, f)
    }
}

impl Described for serde_json::Map<String, serde_json::Value> {
    fn shape() -> Shape {
        Shape::Map(serde_json::Value::shape)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        shown::entries(self.len(), f)
    }
}

impl<T: Described> Described for BTreeMap<String, T> {
    fn shape() -> Shape {
        Shape::Map(T::shape)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        shown::entries(self.len(), f)
    }
}

impl<T: Described> Described for Vec<T> {
    fn shape() -> Shape {
        Shape::List(T::shape)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(Shown)).finish()
    }
}

impl<T: Described> Described for Option<T> {
    fn shape() -> Shape {
        Shape::Nullable(T::shape)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.as_ref().map(Shown), f)
    }
}

impl<T: Described> Described for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::show(self, f)
    }
}
