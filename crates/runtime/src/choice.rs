//! Choices of the contract between forms of which some are objects: which of them a value has.
//!
//! What is received is told apart by its JSON type, and an object by the value of its tag or by the
//! properties that only one form requires, never by the order in which the forms stand. An object
//! that nothing leads to is kept as it came.

use std::fmt;

use serde::de::{Deserialize, DeserializeOwned, Error as _};
use serde::ser::SerializeMap;

use crate::object::{self, Look, Member, Object, Place, Value};
use crate::redacted::Redacted;
use crate::shape::{Branch, Described, Kind, Mark, Shape};

/// An enum with a variant for each form.
pub trait Choice {
    /// Hands the form that it holds to `of`.
    fn form<F: OneForm>(&self, of: F) -> F::Output;
}

/// A choice that is received, with a variant for what has none of the forms.
pub trait OpenChoice: Sized {
    /// The property whose value names the form of an object.
    const TAG: Option<&'static str>;

    /// Hands each form to `to`: how it is known, and the variant that holds it.
    fn branches(to: &mut impl Branches<Self>);

    /// The variant that keeps any other value.
    fn other(value: serde_json::Value) -> Self;
}

/// Takes what a choice holds, with the name of its variant.
pub trait OneForm: Sized {
    /// What comes of it.
    type Output;

    /// A form as it is.
    fn plain<T: Value>(self, variant: &'static str, value: &T) -> Self::Output;

    /// An object that is sent with a tag: its own, where that is one of `tags`, or the first of them.
    fn tagged<D, T: Value + Object<D>>(
        self,
        variant: &'static str,
        tag: &'static str,
        tags: &'static [&'static str],
        value: &T,
    ) -> Self::Output;

    /// What has none of the forms.
    fn other(self, variant: &'static str, value: &serde_json::Value) -> Self::Output;
}

/// Takes the forms of a choice, one after the other.
pub trait Branches<C> {
    /// A form, how it is known, and the variant that holds it.
    fn branch<T: DeserializeOwned + Described>(&mut self, mark: Mark, variant: fn(T) -> C);

    /// Objects whose tag has one of the values.
    fn tagged<T: DeserializeOwned + Described>(
        &mut self,
        tags: &'static [&'static str],
        variant: fn(T) -> C,
    ) {
        self.branch(Mark::Tags(tags), variant);
    }

    /// Objects that have all of the properties, which no other form has.
    fn with<T: DeserializeOwned + Described>(
        &mut self,
        keys: &'static [&'static str],
        variant: fn(T) -> C,
    ) {
        self.branch(Mark::Keys(keys), variant);
    }

    /// Every value of a JSON type; of objects, those that have no other form.
    fn kind<T: DeserializeOwned + Described>(&mut self, kind: Kind, variant: fn(T) -> C) {
        self.branch(Mark::Kind(kind), variant);
    }
}

/// What can be seen of a value without reading it.
pub trait View {
    /// Its JSON type; `None` for null.
    fn kind(&self) -> Option<Kind>;

    /// Whether an object has a property, and not as null.
    fn has(&self, name: &str) -> bool;

    /// Whether an object's property is this string.
    fn is(&self, name: &str, text: &str) -> bool;
}

impl View for serde_json::Value {
    fn kind(&self) -> Option<Kind> {
        Some(match self {
            Self::Null => return None,
            Self::Bool(_) => Kind::Boolean,
            Self::Number(_) => Kind::Number,
            Self::String(_) => Kind::String,
            Self::Array(_) => Kind::List,
            Self::Object(_) => Kind::Object,
        })
    }

    fn has(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| !value.is_null())
    }

    fn is(&self, name: &str, text: &str) -> bool {
        self.get(name).is_some_and(|value| value == text)
    }
}

/// What a value turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// The form at this place.
    Branch(usize),
    /// An object that has none of the forms, or more than one.
    Undocumented,
    /// Of a JSON type that no form has.
    WrongType,
}

/// Chooses among forms as they come.
pub struct Choosing<'a, V> {
    tag: Option<&'a str>,
    view: &'a V,
    next: usize,
    /// The forms that say they are it, and the last of them.
    found: (usize, usize),
    rest: Option<usize>,
    knows_objects: bool,
}

impl<'a, V: View> Choosing<'a, V> {
    pub fn new(tag: Option<&'a str>, view: &'a V) -> Self {
        Self { tag, view, next: 0, found: (0, 0), rest: None, knows_objects: false }
    }

    pub fn offer(&mut self, mark: &Mark) {
        let kind = self.view.kind();
        let is_it = match mark {
            Mark::Kind(Kind::Object) => {
                self.knows_objects = true;
                self.rest = self.rest.or(Some(self.next));
                false
            }
            Mark::Kind(wanted) => kind == Some(*wanted),
            Mark::Tags(tags) => {
                self.knows_objects = true;
                self.tag.is_some_and(|tag| tags.iter().any(|text| self.view.is(tag, text)))
            }
            Mark::Keys(keys) => {
                self.knows_objects = true;
                keys.iter().all(|key| self.view.has(key))
            }
        };
        if is_it {
            self.found = (self.found.0 + 1, self.next);
        }
        self.next += 1;
    }

    pub fn chosen(&self) -> Chosen {
        let is_object = self.view.kind() == Some(Kind::Object);
        match (self.found, self.rest) {
            ((1, index), _) => Chosen::Branch(index),
            ((0, _), Some(rest)) if is_object => Chosen::Branch(rest),
            _ if is_object && self.knows_objects => Chosen::Undocumented,
            _ => Chosen::WrongType,
        }
    }
}

/// `Deserialize` of a choice. The value is taken apart by the deserializer's own means, which bound
/// how deep it is nested.
pub fn deserialize<'de, C, D>(deserializer: D) -> Result<C, D::Error>
where
    C: OpenChoice,
    D: serde::Deserializer<'de>,
{
    struct Offer<'a>(Choosing<'a, serde_json::Value>);
    impl<C> Branches<C> for Offer<'_> {
        /// A form, how it is known, and the variant that holds it.
        fn branch<T: DeserializeOwned + Described>(&mut self, mark: Mark, _: fn(T) -> C) {
            self.0.offer(&mark);
        }
    }
    struct Read<C> {
        value: serde_json::Value,
        /// How many forms come before the one that was chosen.
        before: Option<usize>,
        read: Option<Result<C, serde_json::Error>>,
    }
    impl<C> Branches<C> for Read<C> {
        /// A form, how it is known, and the variant that holds it.
        fn branch<T: DeserializeOwned + Described>(&mut self, _: Mark, variant: fn(T) -> C) {
            if self.before == Some(0) {
                self.read = Some(serde_json::from_value(self.value.take()).map(variant));
            }
            self.before = self.before.and_then(|before| before.checked_sub(1));
        }
    }
    let value = serde_json::Value::deserialize(deserializer)?;
    let mut offer = Offer(Choosing::new(C::TAG, &value));
    C::branches(&mut offer);
    let index = match offer.0.chosen() {
        Chosen::Branch(index) => index,
        Chosen::Undocumented => return Ok(C::other(value)),
        Chosen::WrongType => return Err(D::Error::custom("none of the JSON types of a choice")),
    };
    let mut read = Read { value, before: Some(index), read: None };
    C::branches(&mut read);
    read.read.ok_or_else(|| D::Error::custom("no such form"))?.map_err(D::Error::custom)
}

/// What the contract says of a choice that is received.
pub fn shape<C: OpenChoice>() -> Shape {
    struct Forms(Vec<Branch>);
    impl<C> Branches<C> for Forms {
        /// A form, how it is known, and the variant that holds it.
        fn branch<T: DeserializeOwned + Described>(&mut self, mark: Mark, _: fn(T) -> C) {
            self.0.push(Branch { mark, shape: T::shape });
        }
    }
    let mut forms = Forms(Vec::new());
    C::branches(&mut forms);
    Shape::Choice(C::TAG, forms.0)
}

/// `Debug` of a choice. What the contract does not name may be sensitive.
pub fn debug(choice: &impl Choice, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    struct Debug<'a, 'b>(&'a mut fmt::Formatter<'b>);
    impl OneForm for Debug<'_, '_> {
        type Output = fmt::Result;

        fn plain<T: Value>(self, variant: &'static str, value: &T) -> fmt::Result {
            self.0.debug_tuple(variant).field(value).finish()
        }

        fn tagged<D, T: Value + Object<D>>(
            self,
            variant: &'static str,
            _: &'static str,
            _: &'static [&'static str],
            value: &T,
        ) -> fmt::Result {
            self.plain(variant, value)
        }

        fn other(self, variant: &'static str, _: &serde_json::Value) -> fmt::Result {
            self.0.debug_tuple(variant).field(&Redacted).finish()
        }
    }
    choice.form(Debug(f))
}

/// `Serialize` of a choice: the form it holds, and nothing around it.
pub fn serialize<S: serde::Serializer>(
    choice: &impl Choice,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    struct Write<S>(S);
    impl<S: serde::Serializer> OneForm for Write<S> {
        type Output = Result<S::Ok, S::Error>;

        fn plain<T: Value>(self, _: &'static str, value: &T) -> Self::Output {
            value.serialize(self.0)
        }

        fn tagged<D, T: Value + Object<D>>(
            self,
            _: &'static str,
            tag: &'static str,
            tags: &'static [&'static str],
            value: &T,
        ) -> Self::Output {
            serialize_tagged(value, tag, tags, self.0)
        }

        fn other(self, _: &'static str, value: &serde_json::Value) -> Self::Output {
            serde::Serialize::serialize(value, self.0)
        }
    }
    choice.form(Write(serializer))
}

/// An object with its tag in front, whatever its own member of that name says.
fn serialize_tagged<D, S: serde::Serializer>(
    object: &impl Object<D>,
    tag: &'static str,
    tags: &'static [&'static str],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    struct OwnTag {
        tag: &'static str,
        tags: &'static [&'static str],
        own: Option<&'static str>,
    }
    impl Look for OwnTag {
        fn show<V: Value>(&mut self, member: Member, value: Option<&V>) {
            let value = value.filter(|_| member.name == self.tag);
            let value = value.and_then(|value| serde_json::to_value(value).ok());
            let known = |value: serde_json::Value| self.tags.iter().find(|tag| value == **tag);
            self.own = value.and_then(known).copied().or(self.own);
        }
    }
    let mut own = OwnTag { tag, tags, own: None };
    Object::members(&mut Place::Shown(object), &mut own);
    let mut map = serializer.serialize_map(None)?;
    if let Some(text) = own.own.or(tags.first().copied()) {
        map.serialize_entry(tag, text)?;
    }
    object::serialize_members(object, map, Some(tag))
}

/// What every choice can do, from [`Choice`] and [`OpenChoice`].
#[doc(hidden)]
#[macro_export]
macro_rules! __choice {
    (sent $name:ident) => {
        $crate::__choice!(@ $name);

        impl $crate::codegen::shape::Described for $name {
            fn shape() -> $crate::codegen::shape::Shape {
                $crate::codegen::shape::Shape::Any
            }
        }
    };
    (received $name:ident) => {
        $crate::__choice!(@ $name);

        impl<'de> $crate::codegen::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::codegen::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::codegen::choice::deserialize(deserializer)
            }
        }

        impl $crate::codegen::shape::Described for $name {
            fn shape() -> $crate::codegen::shape::Shape {
                $crate::codegen::choice::shape::<Self>()
            }
        }
    };
    (@ $name:ident) => {
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
