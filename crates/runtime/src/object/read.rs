//! `Deserialize` of an object, by filling in the members of its list.
//!
//! Once for each type, so little code is wanted here: `match` stands for `?` and `map`, which are
//! functions more for each type.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IgnoredAny,
    MapAccess, Visitor,
};

use super::list::{Access, Held, Member, Object, Place, Received, Value};

/// `Deserialize` of an object. Of a member that occurs twice the last value counts.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Object<Received> + Default,
    D: Deserializer<'de>,
{
    deserializer.deserialize_map(Fields(T::default()))
}

/// Fills in the fields of an object.
struct Fields<T>(T);

impl<'de, T: Object<Received>> Visitor<'de> for Fields<T> {
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
        while reader.name.is_present() {
            let filled = reader.filled;
            T::members(&mut Place::Mut(&mut self.0), &mut reader);
            if reader.filled == filled {
                reader.skip();
            }
        }
        reader.is_end = true;
        T::members(&mut Place::Mut(&mut self.0), &mut reader);
        match reader.result {
            Ok(()) => Ok(self.0),
            Err(error) => Err(error),
        }
    }
}

/// Goes through the list of members, and fills in each whose name comes next. It is run until the object
/// ends: once if the names come in the order of the list. A last run finds what is missing.
struct Reader<'de, A: MapAccess<'de>> {
    map: A,
    /// The name of the value that comes next.
    name: Name<'de>,
    /// How many values were filled in.
    filled: usize,
    is_end: bool,
    /// The required members that have come. Most objects have none, so that nothing is allocated.
    found: Vec<&'static str>,
    result: Result<(), A::Error>,
}

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// Goes on to the next name; there is none at the end, or after reading has failed.
    #[inline(never)]
    fn advance(&mut self) {
        self.name.forget();
        if self.result.is_ok()
            && let Err(error) = self.map.next_key_seed(&mut self.name)
        {
            self.result = Err(error);
        }
    }

    /// Skips the value of a name that no member has.
    fn skip(&mut self) {
        self.result = self.map.next_value::<IgnoredAny>().map(|_| ());
        self.advance();
    }

    // Out of line: the name comparison is inlined per member, this body need not be.
    #[inline(never)]
    fn fill<V: Held<Received>>(&mut self, to: &mut V) {
        match V::read(&mut self.map, Received) {
            Ok(value) => *to = value,
            Err(error) => self.result = Err(error),
        }
        self.filled += 1;
        self.advance();
    }

    #[inline(never)]
    fn fill_optional<V: Held<Received>>(&mut self, to: &mut Option<V>) {
        if let Err(error) = V::read_into(&mut self.map, Received, to) {
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
    fn may_have<V: Held<Received>>(&mut self, member: Member, at: Place<'_, Option<V>>) {
        if let Place::Mut(to) = at
            && self.name.is(member.name)
        {
            self.fill_optional(to);
        }
    }

    #[inline]
    fn must_have<V: Held<Received>>(&mut self, member: Member, at: Place<'_, V>) {
        let Place::Mut(to) = at else { return };
        if self.name.is(member.name) {
            self.found.push(member.name);
            self.fill(to);
        } else if self.is_end {
            self.miss(member.name);
        }
    }
}

/// A name in JSON, borrowed from the text if it has no escapes; or none.
struct Name<'de> {
    /// Compared first, since few names have the same. `usize::MAX` for no name.
    length: usize,
    borrowed: &'de str,
    /// A name with escapes.
    owned: Option<String>,
}

impl Default for Name<'_> {
    fn default() -> Self {
        Self { length: usize::MAX, borrowed: "", owned: None }
    }
}

impl Name<'_> {
    fn is_present(&self) -> bool {
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
        self.owned.as_deref().unwrap_or(self.borrowed)
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
        *self = Name { length: name.len(), borrowed: name, owned: None };
        Ok(())
    }

    fn visit_str<E>(self, name: &str) -> Result<(), E> {
        *self = Name { length: name.len(), borrowed: "", owned: Some(name.to_owned()) };
        Ok(())
    }
}

impl<T: Value + DeserializeOwned> Held<Received> for T {
    fn read<'de, A: MapAccess<'de>>(from: &mut A, _: Received) -> Result<Self, A::Error> {
        from.next_value()
    }

    fn read_into<'de, A: MapAccess<'de>>(
        from: &mut A,
        _: Received,
        to: &mut Option<Self>,
    ) -> Result<(), A::Error> {
        from.next_value_seed(Slot(to))
    }
}

/// Deserializes into an existing `Option`: no copy and less code per type than serde's own.
struct Slot<'a, V>(&'a mut Option<V>);

impl<'de, V: Deserialize<'de>> DeserializeSeed<'de> for Slot<'_, V> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, V: Deserialize<'de>> Visitor<'de> for Slot<'_, V> {
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
