//! Builds the tree of a text: keys are strings, and unique.

use std::cell::Cell;
use std::fmt;

use serde::de::{self, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::source::limits::MOST_NODES;

/// The merge key of YAML 1.1: the members of its value join those of the mapping around it.
pub const MERGE_KEY: &str = "<<";

/// Builds the tree, counts its nodes, and rejects what JSON cannot express.
#[derive(Clone, Copy)]
pub(super) struct NodeSeed<'a> {
    pub(super) nodes: &'a Cell<usize>,
    pub(super) merges: bool,
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Value;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.nodes.set(self.nodes.get() + 1);
        if self.nodes.get() > MOST_NODES {
            return Err(de::Error::custom(format!("more than {MOST_NODES} nodes")));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping, a sequence or a scalar")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    // JSON numbers have at most 64 bits here; for a larger one, a bound mostly, the approximate size is enough.
    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("a number that is not finite"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut mapping: A) -> Result<Value, A::Error> {
        let (mut members, mut merged) = (Map::new(), Vec::new());
        while let Some(key) = mapping.next_key_seed(NewKey { members: &members })? {
            let value = mapping.next_value_seed(self)?;
            match value {
                Value::Array(all) if self.merges && key == MERGE_KEY => merged.extend(all),
                one if self.merges && key == MERGE_KEY => merged.push(one),
                value => {
                    members.insert(key, value);
                }
            }
        }
        // The mapping's own members take precedence, then those of the mappings merged first.
        for source in merged {
            let Value::Object(source) = source else {
                let reason = "the merge key `<<` takes a mapping, or a list of mappings";
                return Err(de::Error::custom(reason));
            };
            for (key, value) in source {
                members.entry(key).or_insert(value);
            }
        }
        Ok(Value::Object(members))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Value, A::Error> {
        Err(de::Error::custom("a YAML tag, which JSON cannot express"))
    }
}

/// A key that has not occurred yet. Any scalar is accepted: many documents have keys such as `200:`.
struct NewKey<'a> {
    members: &'a Map<String, Value>,
}

impl<'de> DeserializeSeed<'de> for NewKey<'_> {
    type Value = String;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for NewKey<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is a scalar")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<String, E> {
        if self.members.contains_key(key) {
            return Err(E::custom(format!("the key `{key}` occurs twice")));
        }
        Ok(key.to_owned())
    }
}
