//! How a choice is shown and sent: as the form that it contains.

use std::fmt;

use serde::ser::SerializeMap;

use super::{Choice, OneForm};
use crate::object::{self, Member, Object, Place, Show, Value};
use crate::redacted::Redacted;
use crate::shown;

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
        fn show<V: Value>(&mut self, member: Member, value: &V) {
            if member.name == self.tag {
                let own = serde_json::to_value(value).ok();
                self.own = self.tags.iter().find(|tag| Some(*tag) == own.as_ref()).or(self.own);
            }
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
