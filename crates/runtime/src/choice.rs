//! Choices of the contract between forms, some of which are objects.
//!
//! The form of a received value is known by its JSON type; that of an object by the value of its tag, or
//! by the properties that only one form requires. The order of the forms never decides. An object that
//! has none of the forms is kept as it was received.

use std::fmt;

use serde::de::{Deserialize, DeserializeOwned, Error as _};
use serde::ser::SerializeMap;

use crate::object::{self, Member, Object, Place, Show, Value};
use crate::redacted::Redacted;
use crate::shape::{Branch, Described, Kind, KnownBy, Shape};
use crate::shown;

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

    /// The same with tags that are JSON: numbers and booleans.
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
    fn branch<T: DeserializeOwned + Described>(&mut self, by: KnownBy, variant: fn(T) -> C);

    /// Objects whose tag has one of the values.
    fn tagged<T: DeserializeOwned + Described>(
        &mut self,
        tags: &'static [&'static str],
        variant: fn(T) -> C,
    ) {
        self.branch(KnownBy::Tags(tags), variant);
    }

    /// Objects that have all of the properties; no other form has them.
    fn with<T: DeserializeOwned + Described>(
        &mut self,
        keys: &'static [&'static str],
        variant: fn(T) -> C,
    ) {
        self.branch(KnownBy::Keys(keys), variant);
    }

    /// Every value of a JSON type; of objects, those that no other form claims.
    fn kind<T: DeserializeOwned + Described>(&mut self, kind: Kind, variant: fn(T) -> C) {
        self.branch(KnownBy::Kind(kind), variant);
    }
}

/// A value that has not been read yet, as far as choosing a form needs to know it.
pub trait View {
    /// Its JSON type; `None` for null.
    fn kind(&self) -> Option<Kind>;

    /// True if an object has this property, and it is not null.
    fn has(&self, name: &str) -> bool;

    /// True if this property of an object is this string, or the number or boolean that is written so.
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
        self.get(name).is_some_and(|value| match value {
            Self::String(value) => value == text,
            value => {
                let written = value.to_string();
                written == text
            }
        })
    }
}

/// The form of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// The form with this index.
    Branch(usize),
    /// An object that has none of the forms, or several.
    Undocumented,
    /// The value has a JSON type that no form has.
    WrongType,
}

/// Chooses among forms that are offered one by one.
pub struct Choosing<'a, V> {
    tag: Option<&'a str>,
    view: &'a V,
    next: usize,
    /// How many forms claim the value by its tag, and the last of them.
    tagged: (usize, usize),
    /// The same for other claims, which count if the tag says nothing.
    claims: (usize, usize),
    /// The form that takes every other object.
    rest: Option<usize>,
    knows_objects: bool,
}

impl<'a, V: View> Choosing<'a, V> {
    pub fn new(tag: Option<&'a str>, view: &'a V) -> Self {
        Self {
            tag,
            view,
            next: 0,
            tagged: (0, 0),
            claims: (0, 0),
            rest: None,
            knows_objects: false,
        }
    }

    pub fn offer(&mut self, by: &KnownBy) {
        let kind = self.view.kind();
        let claims = match by {
            KnownBy::Kind(Kind::Object) => {
                self.knows_objects = true;
                self.rest = self.rest.or(Some(self.next));
                false
            }
            KnownBy::Kind(wanted) => kind == Some(*wanted),
            KnownBy::Tags(tags) => {
                self.knows_objects = true;
                self.tag.is_some_and(|tag| tags.iter().any(|text| self.view.is(tag, text)))
            }
            KnownBy::Keys(keys) => {
                self.knows_objects = true;
                keys.iter().all(|key| self.view.has(key))
            }
        };
        if claims && matches!(by, KnownBy::Tags(_)) {
            self.tagged = (self.tagged.0 + 1, self.next);
        } else if claims {
            self.claims = (self.claims.0 + 1, self.next);
        }
        self.next += 1;
    }

    pub fn chosen(&self) -> Chosen {
        let is_object = self.view.kind() == Some(Kind::Object);
        let claims = if self.tagged.0 == 0 { self.claims } else { self.tagged };
        match (claims, self.rest) {
            ((1, index), _) => Chosen::Branch(index),
            ((0, _), Some(rest)) if is_object => Chosen::Branch(rest),
            _ if is_object && self.knows_objects => Chosen::Undocumented,
            _ => Chosen::WrongType,
        }
    }
}

/// `Deserialize` of a choice. The value is buffered by the deserializer, which bounds how deep it is nested.
pub fn deserialize<'de, C, D>(deserializer: D) -> Result<C, D::Error>
where
    C: OpenChoice,
    D: serde::Deserializer<'de>,
{
    struct Offer<'a>(Choosing<'a, serde_json::Value>);
    impl<C> Branches<C> for Offer<'_> {
        fn branch<T: DeserializeOwned + Described>(&mut self, by: KnownBy, _: fn(T) -> C) {
            self.0.offer(&by);
        }
    }
    struct Read<C> {
        value: serde_json::Value,
        /// How many forms come before the chosen one.
        before: Option<usize>,
        read: Option<Result<C, serde_json::Error>>,
    }
    impl<C> Branches<C> for Read<C> {
        fn branch<T: DeserializeOwned + Described>(&mut self, _: KnownBy, variant: fn(T) -> C) {
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
        fn branch<T: DeserializeOwned + Described>(&mut self, by: KnownBy, _: fn(T) -> C) {
            self.0.push(Branch { by, shape: T::shape });
        }
    }
    let mut forms = Forms(Vec::new());
    C::branches(&mut forms);
    Shape::Choice(C::TAG, forms.0)
}

/// `Debug` of a choice. A value that has none of the forms is hidden, since it may be sensitive.
pub fn debug(choice: &impl Choice, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    struct Debug<'a, 'b>(&'a mut fmt::Formatter<'b>);
    impl OneForm for Debug<'_, '_> {
        type Output = fmt::Result;

        fn plain<T: Value>(self, variant: &'static str, value: &T) -> fmt::Result {
            shown::variant(variant, value, self.0)
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

/// `Serialize` of a choice: its form, without anything around it.
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
            let tags = tags.iter().map(|tag| serde_json::Value::from(*tag)).collect();
            serialize_tagged(value, tag, tags, self.0)
        }

        fn tagged_literally<D, T: Value + Object<D>>(
            self,
            _: &'static str,
            tag: &'static str,
            tags: &'static [&'static str],
            value: &T,
        ) -> Self::Output {
            let tags = tags.iter().filter_map(|tag| serde_json::from_str(tag).ok()).collect();
            serialize_tagged(value, tag, tags, self.0)
        }

        fn other(self, _: &'static str, value: &serde_json::Value) -> Self::Output {
            serde::Serialize::serialize(value, self.0)
        }
    }
    choice.form(Write(serializer))
}

/// Writes the tag first, then the other members.
fn serialize_tagged<D, S: serde::Serializer>(
    object: &impl Object<D>,
    tag: &'static str,
    tags: Vec<serde_json::Value>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    struct OwnTag<'a> {
        tag: &'static str,
        tags: &'a [serde_json::Value],
        own: Option<&'a serde_json::Value>,
    }
    impl Show for OwnTag<'_> {
        fn show<V: Value>(&mut self, member: Member, value: Option<&V>) {
            let value = value.filter(|_| member.name == self.tag);
            let value = value.and_then(|value| serde_json::to_value(value).ok());
            let known = |value| self.tags.iter().find(|tag| **tag == value);
            self.own = value.and_then(known).or(self.own);
        }
    }
    let mut own = OwnTag { tag, tags: &tags, own: None };
    Object::members(&mut Place::Ref(object), &mut own);
    let mut map = serializer.serialize_map(None)?;
    if let Some(value) = own.own.or(tags.first()) {
        map.serialize_entry(tag, value)?;
    }
    object::serialize_members(object, map, Some(tag))
}

/// Everything that a choice can do, from its [`Choice`] and [`OpenChoice`] impls.
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
