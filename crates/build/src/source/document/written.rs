//! What a text says and its tree does not: how a number or boolean among the values of an `enum` or a `const`
//! is written (`1.10`, `2e3`, `0x10`, `TRUE`), and which of several media types comes first.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::tree::MERGE_KEY;
use crate::source::pointer::Pointer;

/// What the text says at which place.
#[derive(Debug, Default)]
pub struct Written {
    /// The scalars that the tree has in other words.
    pub scalars: BTreeMap<Pointer, String>,
    /// The names in each `content`, in their order.
    pub media_types: BTreeMap<Pointer, Vec<String>>,
}

const VALUES: [&str; 2] = ["const", "enum"];

const CONTENT: &str = "content";

/// True if a tree may have lost something of its text that matters. The words for a boolean are known, so that
/// the many documents with `enum: [true]` are read once.
pub(super) fn may_differ(value: &Value, text: &str) -> bool {
    let has_booleans = ["True", "TRUE", "False", "FALSE"].iter().any(|word| text.contains(word));
    let is_odd = |value: &Value| value.is_number() || has_booleans && value.is_boolean();
    any_member(value, &|name, member| match member {
        Value::Array(items) if VALUES.contains(&name) => items.iter().any(is_odd),
        Value::Object(members) if name == CONTENT => has_equals(members),
        scalar => VALUES.contains(&name) && is_odd(scalar),
    })
}

/// True if media types may be equally good, so that their order decides.
fn has_equals(content: &Map<String, Value>) -> bool {
    ["json", "multipart/"].iter().any(|word| {
        content.keys().filter(|name| name.to_ascii_lowercase().contains(word)).count() > 1
    })
}

fn any_member(value: &Value, is_meant: &dyn Fn(&str, &Value) -> bool) -> bool {
    match value {
        Value::Object(members) => members
            .iter()
            .any(|(name, member)| is_meant(name, member) || any_member(member, is_meant)),
        Value::Array(items) => items.iter().any(|item| any_member(item, is_meant)),
        _ => false,
    }
}

/// Reads a text once more, along the tree that it has become.
#[derive(Clone, Copy)]
pub(super) struct Read<'a> {
    /// The node of the tree.
    pub(super) node: &'a Value,
    pub(super) at: &'a Pointer,
    pub(super) is_json: bool,
    /// True if the node is a value of `enum` or `const`.
    pub(super) is_value: bool,
    pub(super) found: &'a RefCell<Written>,
}

impl<'de> DeserializeSeed<'de> for Read<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.node {
            Value::Object(_) | Value::Array(_) => deserializer.deserialize_any(self),
            Value::Number(_) | Value::Bool(_) if self.is_value && self.is_json => {
                let text = <&RawValue>::deserialize(deserializer)?;
                self.note(text.get());
                Ok(())
            }
            Value::Number(_) | Value::Bool(_) if self.is_value => {
                deserializer.deserialize_str(self)
            }
            _ => IgnoredAny::deserialize(deserializer).map(drop),
        }
    }
}

impl Read<'_> {
    fn note(&self, text: &str) {
        let known = self.node.to_string();
        if known != text {
            // Of mappings to merge the first comes before the others.
            let scalars = &mut self.found.borrow_mut().scalars;
            scalars.entry(self.at.clone()).or_insert_with(|| text.to_owned());
        }
    }
}

impl<'de> Visitor<'de> for Read<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what was read before")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.note(text);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        if self.node.is_object() {
            // Mappings to merge.
            while sequence.next_element_seed(self)?.is_some() {}
        }
        for (index, node) in self.node.as_array().into_iter().flatten().enumerate() {
            sequence.next_element_seed(Read { node, at: &self.at.join(index), ..self })?;
        }
        while sequence.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut mapping: A) -> Result<(), A::Error> {
        let (mut own, merged) = (Vec::new(), RefCell::<Written>::default());
        while let Some(name) = mapping.next_key::<String>()? {
            match self.node.get(&name) {
                Some(node) => {
                    let (at, is_value) = (self.at.join(&name), VALUES.contains(&name.as_str()));
                    mapping.next_value_seed(Read { node, at: &at, is_value, ..self })?;
                    own.push(name);
                }
                None if name == MERGE_KEY => {
                    mapping.next_value_seed(Read { found: &merged, ..self })?
                }
                None => drop(mapping.next_value::<IgnoredAny>()?),
            }
        }
        let places: Vec<Pointer> = own.iter().map(|name| self.at.join(name)).collect();
        let is_merged = |at: &Pointer| !places.iter().any(|own| at.is_within(own));
        let Written { scalars, media_types } = merged.into_inner();
        let mut found = self.found.borrow_mut();
        found.scalars.extend(scalars.into_iter().filter(|(at, _)| is_merged(at)));
        found.media_types.extend(media_types.into_iter().filter(|(at, _)| is_merged(at)));
        if self.at.last().is_some_and(|last| last == CONTENT) {
            found.media_types.entry(self.at.clone()).or_default().extend(own);
        }
        Ok(())
    }
}
