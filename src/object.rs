//! Structs of the contract: what is done with their members, from one list of them.

use std::fmt;

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
    (received $name:ident) => {
        crate::object::object!(any $name);

        impl crate::shape::Described for $name {
            fn shape() -> crate::shape::Shape {
                crate::shape::Shape::Object(crate::object::fields(&Self::default()))
            }
        }
    };
}
pub(crate) use object;
