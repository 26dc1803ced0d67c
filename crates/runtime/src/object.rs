//! Structs of the contract: what is done with their members, from one list of them.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IgnoredAny,
    MapAccess, Visitor,
};
use serde::ser::{Serialize, SerializeMap};

use crate::redacted::Redacted;
use crate::shape::{Described, Field, Presence, Shape};

/// A struct that can say what its members are: one that is [`Received`], or one that is only
/// [`Sent`].
pub trait Object<D>: Sized {
    /// Hands each member of `it` to `to`.
    fn members(it: &mut Place<'_, Self>, to: &mut impl Access<D>);
}

impl<D, T: Object<D>> Object<D> for Box<T> {
    fn members(it: &mut Place<'_, Self>, to: &mut impl Access<D>) {
        let mut it = match it {
            Place::Shown(it) => Place::Shown(Box::as_ref(it)),
            Place::Read(it) => Place::Read(Box::as_mut(it)),
        };
        T::members(&mut it, to);
    }
}

/// What answers hold.
pub enum Received {}

/// What only requests hold; nobody reads it.
pub enum Sent {}

/// An object or a member of one, to look at or to fill in: one list of members is for both.
pub enum Place<'a, T> {
    /// To look at.
    Shown(&'a T),
    /// To fill in.
    Read(&'a mut T),
}

/// The place of a member in that of its object: `at!(it.member)`.
#[doc(hidden)]
#[macro_export]
macro_rules! __at {
    ($it:ident.$member:ident) => {
        match $it {
            $crate::codegen::object::Place::Shown(it) => {
                $crate::codegen::object::Place::Shown(&it.$member)
            }
            $crate::codegen::object::Place::Read(it) => {
                $crate::codegen::object::Place::Read(&mut it.$member)
            }
        }
    };
}

/// What the contract says of a member.
pub struct Member {
    /// Its name in JSON.
    pub(crate) name: &'static str,
    presence: Presence,
    is_sensitive: bool,
}

/// Takes the members of an object, one after the other.
pub trait Access<D> {
    /// A member that may be absent.
    fn allow<V: Held<D>>(&mut self, member: Member, at: Place<'_, Option<V>>);

    /// A member without which the object means nothing.
    fn require<V: Held<D>>(&mut self, member: Member, at: Place<'_, V>);

    /// A member that may be absent.
    fn optional<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, Option<V>>) {
        self.allow(Member::new(name, Presence::Optional), at);
    }

    /// A member that the contract requires and the Rust type does not.
    fn expected<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, Option<V>>) {
        self.allow(Member::new(name, Presence::Expected), at);
    }

    /// A member without which the object means nothing.
    fn required<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, V>) {
        self.require(Member::new(name, Presence::Required), at);
    }

    /// As [`optional`](Self::optional); `Debug` hides its value.
    fn sensitive_optional<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, Option<V>>) {
        self.allow(Member::new(name, Presence::Optional).sensitive(), at);
    }

    /// As [`expected`](Self::expected); `Debug` hides its value.
    fn sensitive_expected<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, Option<V>>) {
        self.allow(Member::new(name, Presence::Expected).sensitive(), at);
    }

    /// As [`required`](Self::required); `Debug` hides its value.
    fn sensitive_required<V: Held<D>>(&mut self, name: &'static str, at: Place<'_, V>) {
        self.require(Member::new(name, Presence::Required).sensitive(), at);
    }
}

/// Looks at the members of an object.
pub trait Look {
    /// Looks at a member; `None` where it is absent.
    fn show<V: Value>(&mut self, member: Member, value: Option<&V>);
}

impl<D, L: Look> Access<D> for L {
    fn allow<V: Held<D>>(&mut self, member: Member, at: Place<'_, Option<V>>) {
        if let Place::Shown(value) = at {
            self.show(member, value.as_ref());
        }
    }

    fn require<V: Held<D>>(&mut self, member: Member, at: Place<'_, V>) {
        if let Place::Shown(value) = at {
            self.show(member, Some(value));
        }
    }
}

/// What every member can do.
pub trait Value: fmt::Debug + Serialize + Described {}

impl<T: fmt::Debug + Serialize + Described> Value for T {}

/// What a member of an object holds that is [`Received`] or [`Sent`].
pub trait Held<D>: Value + Sized {
    /// Reads what stands next.
    fn read<'de, A: MapAccess<'de>>(_: &mut A) -> Result<Self, A::Error> {
        Err(A::Error::custom("nobody reads what is only sent"))
    }

    /// Puts what stands next into its place; nothing where that is `null`.
    fn fill<'de, A: MapAccess<'de>>(from: &mut A, to: &mut Option<Self>) -> Result<(), A::Error> {
        *to = Some(Self::read(from)?);
        Ok(())
    }
}

impl<T: Value> Held<Sent> for T {}

impl<T: Value + DeserializeOwned> Held<Received> for T {
    fn read<'de, A: MapAccess<'de>>(from: &mut A) -> Result<Self, A::Error> {
        from.next_value()
    }

    fn fill<'de, A: MapAccess<'de>>(from: &mut A, to: &mut Option<Self>) -> Result<(), A::Error> {
        from.next_value_seed(Fill(to))
    }
}

/// What serde does for an `Option`, in place: less to compile for each type, and less to copy. `match`
/// here and below stands for `?` and `map`, which are functions more for each type.
struct Fill<'a, V>(&'a mut Option<V>);

impl<'de, V: Deserialize<'de>> DeserializeSeed<'de> for Fill<'_, V> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, V: Deserialize<'de>> Visitor<'de> for Fill<'_, V> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("option")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        *self.0 = None;
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        *self.0 = None;
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match V::deserialize(deserializer) {
            Ok(value) => *self.0 = Some(value),
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

impl Member {
    fn new(name: &'static str, presence: Presence) -> Self {
        Self { name, presence, is_sensitive: false }
    }

    fn sensitive(self) -> Self {
        Self { is_sensitive: true, ..self }
    }
}

/// `Debug` of an object: the members that are there, the sensitive ones without their value.
pub fn debug<D>(object: &impl Object<D>, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut debug = f.debug_struct(name);
    Object::members(&mut Place::Shown(object), &mut Each(&mut debug));
    debug.finish()
}

/// Sees members without their types, so that a list of members is compiled once for all who do.
trait See {
    fn see(&mut self, member: Member, value: Option<&dyn fmt::Debug>, shape: fn() -> Shape);
}

impl See for fmt::DebugStruct<'_, '_> {
    fn see(&mut self, member: Member, value: Option<&dyn fmt::Debug>, _: fn() -> Shape) {
        if let Some(value) = value {
            self.field(member.name, if member.is_sensitive { &Redacted } else { value });
        }
    }
}

impl See for Vec<Field> {
    fn see(&mut self, member: Member, _: Option<&dyn fmt::Debug>, shape: fn() -> Shape) {
        let Member { name, presence, .. } = member;
        self.push(Field { name, presence, shape });
    }
}

struct Each<'a>(&'a mut dyn See);

impl Look for Each<'_> {
    fn show<V: Value>(&mut self, member: Member, value: Option<&V>) {
        match value {
            Some(value) => self.0.see(member, Some(value), V::shape),
            None => self.0.see(member, None, V::shape),
        }
    }
}

/// `Serialize` of an object: the members that are there.
pub fn serialize<D, S: serde::Serializer>(
    object: &impl Object<D>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serialize_members(object, serializer.serialize_map(None)?, None)
}

/// Ends a map with the members that are there, but for one name.
pub fn serialize_members<D, M: SerializeMap>(
    object: &impl Object<D>,
    map: M,
    except: Option<&str>,
) -> Result<M::Ok, M::Error> {
    struct Entries<'a, M: SerializeMap> {
        map: M,
        except: Option<&'a str>,
        result: Result<(), M::Error>,
    }
    impl<M: SerializeMap> Look for Entries<'_, M> {
        fn show<V: Value>(&mut self, member: Member, value: Option<&V>) {
            let value = value.filter(|_| self.except != Some(member.name));
            if let (Ok(()), Some(value)) = (&self.result, value) {
                self.result = self.map.serialize_entry(member.name, value);
            }
        }
    }
    let mut entries = Entries { map, except, result: Ok(()) };
    Object::members(&mut Place::Shown(object), &mut entries);
    entries.result?;
    entries.map.end()
}

/// What the contract says of an object's members; the values play no part in it.
pub fn fields<D, T: Object<D> + Default>() -> Vec<Field> {
    let mut fields = Vec::new();
    T::members(&mut Place::Shown(&T::default()), &mut Each(&mut fields));
    fields
}

/// `Deserialize` of an object. What is there twice counts as it stands last.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Object<Received> + Default,
    D: Deserializer<'de>,
{
    deserializer.deserialize_map(Visit(T::default()))
}

struct Visit<T>(T);

impl<'de, T: Object<Received>> Visitor<'de> for Visit<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, map: A) -> Result<T, A::Error> {
        let mut reader = Reader {
            map,
            name: Name::default(),
            filled: 0,
            is_end: false,
            found: Vec::new(),
            result: Ok(()),
        };
        reader.advance();
        while reader.name.is_there() {
            let filled = reader.filled;
            T::members(&mut Place::Read(&mut self.0), &mut reader);
            if reader.filled == filled {
                reader.skip();
            }
        }
        reader.is_end = true;
        T::members(&mut Place::Read(&mut self.0), &mut reader);
        match reader.result {
            Ok(()) => Ok(self.0),
            Err(error) => Err(error),
        }
    }
}

/// Fills in the members whose names come while it goes through their list, as often as it takes: once
/// where they come in its order. At the end it finds what is missing.
struct Reader<'de, A: MapAccess<'de>> {
    map: A,
    /// The name whose value stands next.
    name: Name<'de>,
    /// How many values were filled in.
    filled: usize,
    is_end: bool,
    /// The required members that have come; takes no memory where there are none, as is usual.
    found: Vec<&'static str>,
    result: Result<(), A::Error>,
}

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// Goes on to the next name; to none at the end, or where reading has failed.
    #[inline(never)]
    fn advance(&mut self) {
        self.name.forget();
        if self.result.is_ok()
            && let Err(error) = self.map.next_key_seed(&mut self.name)
        {
            self.result = Err(error);
        }
    }

    /// Passes over the value of a name that is no member's.
    fn skip(&mut self) {
        self.result = self.map.next_value::<IgnoredAny>().map(|_| ());
        self.advance();
    }

    // Not where the comparison is, which is done for each member again and again.
    #[inline(never)]
    fn fill<V: Held<Received>>(&mut self, to: &mut V) {
        match V::read(&mut self.map) {
            Ok(value) => *to = value,
            Err(error) => self.result = Err(error),
        }
        self.filled += 1;
        self.advance();
    }

    #[inline(never)]
    fn fill_optional<V: Held<Received>>(&mut self, to: &mut Option<V>) {
        if let Err(error) = V::fill(&mut self.map, to) {
            self.result = Err(error);
        }
        self.filled += 1;
        self.advance();
    }

    #[inline(never)]
    fn miss(&mut self, name: &'static str) {
        if self.result.is_ok() && !self.found.contains(&name) {
            self.result = Err(A::Error::missing_field(name));
        }
    }
}

impl<'de, A: MapAccess<'de>> Access<Received> for Reader<'de, A> {
    #[inline]
    fn allow<V: Held<Received>>(&mut self, member: Member, at: Place<'_, Option<V>>) {
        if let Place::Read(to) = at
            && self.name.is(member.name)
        {
            self.fill_optional(to);
        }
    }

    #[inline]
    fn require<V: Held<Received>>(&mut self, member: Member, at: Place<'_, V>) {
        let Place::Read(to) = at else { return };
        if self.name.is(member.name) {
            self.found.push(member.name);
            self.fill(to);
        } else if self.is_end {
            self.miss(member.name);
        }
    }
}

/// A name in JSON, not copied where the deserializer lends it; or none.
struct Name<'de> {
    /// Tells it from nearly all others, and none from all.
    length: usize,
    lent: &'de str,
    /// Where it is not lent, because it has escapes.
    own: Option<String>,
}

impl Default for Name<'_> {
    fn default() -> Self {
        Self { length: usize::MAX, lent: "", own: None }
    }
}

impl Name<'_> {
    fn is_there(&self) -> bool {
        self.length != usize::MAX
    }

    fn forget(&mut self) {
        self.length = usize::MAX;
    }

    #[inline]
    fn is(&self, name: &str) -> bool {
        self.length == name.len() && self.text() == name
    }

    fn text(&self) -> &str {
        self.own.as_deref().unwrap_or(self.lent)
    }
}

impl<'de> DeserializeSeed<'de> for &mut Name<'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for &mut Name<'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<(), E> {
        *self = Name { length: name.len(), lent: name, own: None };
        Ok(())
    }

    fn visit_str<E>(self, name: &str) -> Result<(), E> {
        *self = Name { length: name.len(), lent: "", own: Some(name.to_owned()) };
        Ok(())
    }
}

/// What every object can do, from [`Object`].
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    (sent $name:ident) => {
        $crate::__object!(any $name);

        /// What is sent is never read, nor does anything drift in it.
        impl $crate::codegen::shape::Described for $name {
            fn shape() -> $crate::codegen::shape::Shape {
                $crate::codegen::shape::Shape::Any
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
            fn serialize<S: $crate::codegen::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::codegen::object::serialize(self, serializer)
            }
        }
    };
    (received $name:ident) => {
        $crate::__object!(any $name);

        impl<'de> $crate::codegen::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::codegen::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::codegen::object::deserialize(deserializer)
            }
        }

        impl $crate::codegen::shape::Described for $name {
            fn shape() -> $crate::codegen::shape::Shape {
                $crate::codegen::shape::Shape::Object($crate::codegen::object::fields::<_, Self>())
            }
        }
    };
}
