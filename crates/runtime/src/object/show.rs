//! `Debug` and `Serialize` of objects, from the lists of their members.

use std::fmt;

use serde::Serializer;
use serde::ser::SerializeMap;

use super::list::{Access, Held, Member, Object, Place, Value};
use crate::redacted::Redacted;
use crate::shown::Shown;

/// Looks at the members of an object.
pub trait Show {
    /// Looks at a member that is present.
    fn show<V: Value>(&mut self, member: Member, value: &V);
}

impl<D, S: Show> Access<D> for S {
    fn may_have<V: Held<D>>(&mut self, member: Member, at: Place<'_, Option<V>>) {
        if let Place::Ref(Some(value)) = at {
            self.show(member, value);
        }
    }

    fn must_have<V: Held<D>>(&mut self, member: Member, at: Place<'_, V>) {
        if let Place::Ref(value) = at {
            self.show(member, value);
        }
    }
}

/// For `Debug`: the sensitive members without their value, and of the others what may be shown.
impl Show for fmt::DebugStruct<'_, '_> {
    fn show<V: Value>(&mut self, member: Member, value: &V) {
        let shown = Shown(value);
        self.field(member.name, if member.is_sensitive { &Redacted } else { &shown });
    }
}

/// `Serialize` of an object: the members that are present.
pub fn serialize<D, S: Serializer>(
    object: &impl Object<D>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serialize_members(object, serializer.serialize_map(None)?, None)
}

/// Writes the members that are present, except the one with this name, and ends the map.
pub fn serialize_members<D, M: SerializeMap>(
    object: &impl Object<D>,
    map: M,
    except: Option<&str>,
) -> Result<M::Ok, M::Error> {
    let mut entries = Entries { map, except, result: Ok(()) };
    Object::members(&mut Place::Ref(object), &mut entries);
    entries.result?;
    entries.map.end()
}

struct Entries<'a, M: SerializeMap> {
    map: M,
    except: Option<&'a str>,
    result: Result<(), M::Error>,
}

impl<M: SerializeMap> Show for Entries<'_, M> {
    fn show<V: Value>(&mut self, member: Member, value: &V) {
        if self.result.is_ok() && self.except != Some(member.name) {
            self.result = self.map.serialize_entry(member.name, value);
        }
    }
}
