//! How a choice is read: its form is chosen before it is read.

use std::borrow::Cow;

use super::{Branches, Kind, KnownBy, OpenChoice};
use crate::drift::{DriftKind, Path};
use crate::read::{Readable, Reader};

/// Reads a value in its form; an object that has none of the forms is kept unchanged.
pub fn read<C: OpenChoice>(from: &mut Reader<'_>, at: &Path<'_>) -> Option<C> {
    struct Offer<'t>(Choosing<'t>);
    impl<C> Branches<C> for Offer<'_> {
        fn branch<T: Readable>(&mut self, by: KnownBy, _: fn(T) -> C) {
            self.0.offer(&by);
        }
    }
    struct Read<'a, 't, C> {
        from: &'a mut Reader<'t>,
        at: &'a Path<'a>,
        /// How many forms come before the chosen one.
        before: Option<usize>,
        read: Option<C>,
    }
    impl<C> Branches<C> for Read<'_, '_, C> {
        fn branch<T: Readable>(&mut self, _: KnownBy, variant: fn(T) -> C) {
            if self.before == Some(0) {
                self.read = T::read(self.from, self.at).map(variant);
            }
            self.before = self.before.and_then(|before| before.checked_sub(1));
        }
    }
    let mut offer = Offer(Choosing::new(C::TAG, Unread::next(from)));
    C::branches(&mut offer);
    match offer.0.chosen() {
        Chosen::Branch(index) => {
            from.tag = C::TAG.or(from.tag);
            let mut read = Read { from, at, before: Some(index), read: None };
            C::branches(&mut read);
            read.from.tag = None;
            read.read
        }
        Chosen::Undocumented => {
            match C::TAG {
                Some(tag) if offer.0.value.has(tag) => {
                    from.note(&Path::Property(at, tag), DriftKind::UnknownValue);
                }
                Some(tag) => from.note(&Path::Property(at, tag), DriftKind::MissingRequired),
                None => from.note(at, DriftKind::UnknownValue),
            }
            serde_json::Value::read(from, at).map(C::other)
        }
        Chosen::WrongType => from.wrong(at),
    }
}

/// The form of a value.
enum Chosen {
    /// The form with this index.
    Branch(usize),
    /// An object that has none of the forms, or several.
    Undocumented,
    /// The value has a JSON type that no form has.
    WrongType,
}

/// Chooses among forms that are offered one by one.
struct Choosing<'t> {
    tag: Option<&'static str>,
    value: Unread<'t>,
    next: usize,
    /// How many forms claim the value by its tag, and the last of them.
    tagged: (usize, usize),
    /// The number and the last of other claims, which count if the tag does not decide.
    claims: (usize, usize),
    /// The form that takes every other object.
    rest: Option<usize>,
    knows_objects: bool,
}

impl<'t> Choosing<'t> {
    fn new(tag: Option<&'static str>, value: Unread<'t>) -> Self {
        Self {
            tag,
            value,
            next: 0,
            tagged: (0, 0),
            claims: (0, 0),
            rest: None,
            knows_objects: false,
        }
    }

    fn offer(&mut self, by: &KnownBy) {
        let kind = self.value.kind;
        let claims = match by {
            KnownBy::Kind(Kind::Object) => {
                self.knows_objects = true;
                self.rest = self.rest.or(Some(self.next));
                false
            }
            KnownBy::Kind(wanted) => kind == Some(*wanted),
            KnownBy::Tags(tags) => {
                self.knows_objects = true;
                self.tag.is_some_and(|tag| tags.iter().any(|text| self.value.is(tag, text)))
            }
            KnownBy::Keys(keys) => {
                self.knows_objects = true;
                keys.iter().all(|key| self.value.has(key))
            }
        };
        if claims && matches!(by, KnownBy::Tags(_)) {
            self.tagged = (self.tagged.0 + 1, self.next);
        } else if claims {
            self.claims = (self.claims.0 + 1, self.next);
        }
        self.next += 1;
    }

    fn chosen(&self) -> Chosen {
        let is_object = self.value.kind == Some(Kind::Object);
        let claims = if self.tagged.0 == 0 { self.claims } else { self.tagged };
        match (claims, self.rest) {
            ((1, index), _) => Chosen::Branch(index),
            ((0, _), Some(rest)) if is_object => Chosen::Branch(rest),
            _ if is_object && self.knows_objects => Chosen::Undocumented,
            _ => Chosen::WrongType,
        }
    }
}

/// A value that has not been read yet, as far as choosing a form needs to know it.
struct Unread<'t> {
    /// `None` for null.
    kind: Option<Kind>,
    /// Of those with the same name the last one counts.
    members: Vec<(Cow<'t, str>, &'t str)>,
}

impl<'t> Unread<'t> {
    fn next(from: &mut Reader<'t>) -> Self {
        let kind = match from.peek() {
            b'{' => Some(Kind::Object),
            b'[' => Some(Kind::List),
            b'"' => Some(Kind::String),
            b't' | b'f' => Some(Kind::Boolean),
            b'n' => None,
            _ => Some(Kind::Number),
        };
        Self { kind, members: from.look_ahead() }
    }

    fn member(&self, name: &str) -> Option<&'t str> {
        self.members.iter().rev().find(|(other, _)| other == name).map(|(_, value)| *value)
    }

    /// True if an object has this property, and it is not null.
    fn has(&self, name: &str) -> bool {
        self.member(name).is_some_and(|value| value != "null")
    }

    /// True if this property of an object is this string, or the number or boolean that is written so.
    fn is(&self, name: &str, text: &str) -> bool {
        self.member(name).is_some_and(|value| match value.starts_with('"') {
            true => serde_json::from_str::<String>(value).is_ok_and(|value| value == text),
            false => value == text,
        })
    }
}
