//! Structs of the contract: what is done with their members, from one list of them.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap};

use crate::shape::{Described, Field, Presence};

/// A struct that can say what its members are.
pub(crate) trait Object {
    /// Hands each member to `to`.
    fn members(&self, to: &mut impl Members);
}

impl<T: Object> Object for Box<T> {
    fn members(&self, to: &mut impl Members) {
        self.as_ref().members(to);
    }
}

/// One member of an object.
pub(crate) struct Member<'a, T> {
    /// Its name in JSON.
    pub(crate) name: &'static str,
    presence: Presence,
    is_sensitive: bool,
    pub(crate) value: Option<&'a T>,
}

/// Takes the members of an object, one after the other.
pub(crate) trait Members {
    fn member<T: Value>(&mut self, member: Member<'_, T>);

    fn optional<T: Value>(&mut self, name: &'static str, value: &Option<T>) {
        self.member(Member::new(name, Presence::Optional, value.as_ref()));
    }

    fn expected<T: Value>(&mut self, name: &'static str, value: &Option<T>) {
        self.member(Member::new(name, Presence::Expected, value.as_ref()));
    }

    fn required<T: Value>(&mut self, name: &'static str, value: &T) {
        self.member(Member::new(name, Presence::Required, Some(value)));
    }

    fn sensitive_optional<T: Value>(&mut self, name: &'static str, value: &Option<T>) {
        self.member(Member::new(name, Presence::Optional, value.as_ref()).sensitive());
    }

    fn sensitive_expected<T: Value>(&mut self, name: &'static str, value: &Option<T>) {
        self.member(Member::new(name, Presence::Expected, value.as_ref()).sensitive());
    }

    fn sensitive_required<T: Value>(&mut self, name: &'static str, value: &T) {
        self.member(Member::new(name, Presence::Required, Some(value)).sensitive());
    }
}

/// What every member can do.
pub(crate) trait Value: fmt::Debug + Serialize + Described {}

impl<T: fmt::Debug + Serialize + Described> Value for T {}

impl<'a, T> Member<'a, T> {
    fn new(name: &'static str, presence: Presence, value: Option<&'a T>) -> Self {
        Self { name, presence, is_sensitive: false, value }
    }

    fn sensitive(self) -> Self {
        Self { is_sensitive: true, ..self }
    }
}

/// Shows that something is there, not what it is.
pub(crate) struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// `Debug` of an object: the members that are there, the sensitive ones without their value.
pub(crate) fn debug(object: &impl Object, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    struct Debug<'a, 'b>(fmt::DebugStruct<'a, 'b>);
    impl Members for Debug<'_, '_> {
        fn member<T: Value>(&mut self, member: Member<'_, T>) {
            match member.value {
                Some(_) if member.is_sensitive => self.0.field(member.name, &Redacted),
                Some(value) => self.0.field(member.name, value),
                None => &mut self.0,
            };
        }
    }
    let mut debug = Debug(f.debug_struct(name));
    object.members(&mut debug);
    debug.0.finish()
}

/// `Serialize` of an object: the members that are there.
pub(crate) fn serialize<S: serde::Serializer>(
    object: &impl Object,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    struct Entries<M: SerializeMap> {
        map: M,
        result: Result<(), M::Error>,
    }
    impl<M: SerializeMap> Members for Entries<M> {
        fn member<T: Value>(&mut self, member: Member<'_, T>) {
            if let (Ok(()), Some(value)) = (&self.result, member.value) {
                self.result = self.map.serialize_entry(member.name, value);
            }
        }
    }
    let mut entries = Entries { map: serializer.serialize_map(None)?, result: Ok(()) };
    object.members(&mut entries);
    entries.result?;
    entries.map.end()
}

/// What the contract says of an object's members; the values play no part in it.
pub(crate) fn fields(object: &impl Object) -> Vec<Field> {
    struct Fields(Vec<Field>);
    impl Members for Fields {
        fn member<T: Value>(&mut self, member: Member<'_, T>) {
            let Member { name, presence, .. } = member;
            self.0.push(Field { name, presence, shape: T::shape });
        }
    }
    let mut fields = Fields(Vec::new());
    object.members(&mut fields);
    fields.0
}

/// A struct that is read. A derive would write out for each what [`Reader`] does for all, and take
/// twice as long to compile.
pub(crate) trait Received: Default {
    /// The names in JSON, those of the required members first.
    const NAMES: &'static [&'static str];
    /// How many are required.
    const REQUIRED: usize;

    /// Reads the member with one of the names, by its place among them.
    fn read<'de, A: MapAccess<'de>>(&mut self, place: usize, from: &mut A) -> Result<(), A::Error>;
}

/// `Deserialize` of an object. What is there twice counts as it stands last.
pub(crate) fn deserialize<'de, T: Received, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(Reader(T::default()))
}

struct Reader<T>(T);

impl<'de, T: Received> Visitor<'de> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<T, A::Error> {
        // Takes no memory where nothing is required, as is usual.
        let mut missing = vec![true; T::REQUIRED];
        while let Some(place) = map.next_key_seed(Name(T::NAMES))? {
            match place {
                Some(place) => {
                    self.0.read(place, &mut map)?;
                    if let Some(is_missing) = missing.get_mut(place) {
                        *is_missing = false;
                    }
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        match missing.contains(&true) {
            true => Err(A::Error::custom("a required member is missing")),
            false => Ok(self.0),
        }
    }
}

/// Finds a name among those of an object, without copying it.
struct Name(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().position(|known| *known == name))
    }
}

/// What every object can do, from [`Object`].
macro_rules! object {
    (sent $name:ident) => {
        crate::object::object!(any $name);

        /// What is sent is never read, nor does anything drift in it.
        impl crate::shape::Described for $name {
            fn shape() -> crate::shape::Shape {
                crate::shape::Shape::Any
            }
        }
    };
    (any $name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                crate::object::debug(self, stringify!($name), f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::object::serialize(self, serializer)
            }
        }
    };
    // The members that are read, each with its name in JSON where that is another.
    // What has to be there for it to mean anything, and what else it has, each with its name in JSON
    // where that is another.
    (received $name:ident
        $(needs $($required:ident $(= $required_name:literal)?),+)?
        $(has $($allowed:ident $(= $allowed_name:literal)?),*)?
    ) => {
        crate::object::object!(any $name);

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::object::deserialize(deserializer)
            }
        }

        impl crate::object::Received for $name {
            const NAMES: &'static [&'static str] = &[
                $($(crate::object::object!(name $required $($required_name)?),)+)?
                $($(crate::object::object!(name $allowed $($allowed_name)?),)*)?
            ];
            const REQUIRED: usize = <[&str]>::len(&[$($(stringify!($required)),+)?]);

            #[allow(unused_assignments, reason = "the last place")]
            fn read<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                place: usize,
                from: &mut A,
            ) -> Result<(), A::Error> {
                let mut at = 0;
                $($(
                    if place == at {
                        self.$required = from.next_value()?;
                        return Ok(());
                    }
                    at += 1;
                )+)?
                $($(
                    if place == at {
                        self.$allowed = from.next_value()?;
                        return Ok(());
                    }
                    at += 1;
                )*)?
                Ok(())
            }
        }

        impl crate::shape::Described for $name {
            fn shape() -> crate::shape::Shape {
                crate::shape::Shape::Object(crate::object::fields(&Self::default()))
            }
        }
    };
    (name $field:ident) => {
        stringify!($field)
    };
    (name $field:ident $name:literal) => {
        $name
    };
}
pub(crate) use object;
