//! Load: YAML or JSON text to a document that can say where each of its nodes stands.
//!
//! `yaml_serde` is the parser of YAML. It gives positions only with its errors, so a position is found
//! by reading the text again and failing on purpose at the node in question; that costs something
//! only when an error is to be shown. JSON is read by `serde_json`, which knows it better.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::de::{self, DeserializeSeed, EnumAccess, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use serde_yaml::Deserializer;

use super::diagnostic::{Diagnostic, Diagnostics, Position, Stage};
use super::json;
use super::limits::{MOST_NODES, MOST_OPEN, MOST_TEXT};
use super::pointer::Pointer;
use super::problem::Problem;

/// A file's name, as errors call it, and its text.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The name that diagnostics show, relative to the crate.
    pub name: &'a str,
    /// The whole text: YAML or JSON.
    pub text: &'a str,
}

/// The key of YAML 1.1 whose value's members join those of the mapping around it.
pub const MERGE_KEY: &str = "<<";

/// A document and the text it was read from.
#[derive(Debug, Clone)]
pub struct Document {
    name: String,
    text: String,
    syntax: Syntax,
    root: Value,
    /// How much text was read again so far.
    read_again: Arc<AtomicUsize>,
}

impl Document {
    /// Reads YAML or JSON. Keys become strings, duplicate keys are errors. A mapping has the members
    /// that its merge key names, where it does not have them itself.
    pub fn load(source: Source<'_>) -> Result<Self, Diagnostics> {
        // A byte order mark belongs to the file, not to the text.
        let text = source.text.strip_prefix('\u{feff}').unwrap_or(source.text);
        let unreadable = |reason: String, position| Diagnostic {
            stage: Stage::Load,
            file: source.name.to_owned(),
            position,
            pointer: Pointer::root(),
            problem: Problem::Unreadable(reason),
        };
        if let Some(position) = too_many_open(text) {
            let reason = format!("more than {MOST_OPEN} brackets are open");
            return Err(unreadable(reason, Some(position)).into());
        }
        // A page that somebody saved; read as YAML it would be a text, or an error far inside.
        let start = text.trim_start();
        if start.starts_with('<') && !start.starts_with("<<") {
            let top = Position { line: 1, column: 1 };
            return Err(unreadable("HTML or XML, not YAML or JSON".to_owned(), Some(top)).into());
        }
        let read = |syntax: Syntax| {
            let (nodes, merges) = (Cell::new(0), syntax.merges());
            let root = syntax.read(text, NodeSeed { nodes: &nodes, merges })?;
            let (name, text) = (source.name.to_owned(), text.to_owned());
            Ok(Self { name, text, syntax, root, read_again: Arc::default() })
        };
        let loaded = if start.starts_with('{') {
            // YAML in braces looks the same; whichever reader comes further knows what is wrong.
            read(Syntax::Json).or_else(|as_json: Unread| {
                read(Syntax::Yaml).map_err(|as_yaml| {
                    if as_json.position >= as_yaml.position { as_json } else { as_yaml }
                })
            })
        } else {
            read(Syntax::Yaml)
        };
        loaded.map_err(|Unread { reason, position }| {
            unreadable(strip_position(&reason), position).into()
        })
    }

    /// Reads the text once more, into a tree of another kind.
    pub fn read_into<'de, S: DeserializeSeed<'de>>(&'de self, seed: S) -> Option<S::Value> {
        self.syntax.read(&self.text, seed).ok()
    }

    /// True if [`MERGE_KEY`] means something in the document's syntax.
    pub fn merges(&self) -> bool {
        self.syntax.merges()
    }

    /// What errors call it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole document.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// An error at a place of this document, with its line and column. Where the place itself is not
    /// in the text, because an overlay put it there, the nearest place around it is named.
    pub fn error(&self, stage: Stage, pointer: &Pointer, problem: Problem) -> Diagnostic {
        Diagnostic {
            stage,
            file: self.name.clone(),
            position: self.locate(pointer),
            pointer: pointer.clone(),
            problem,
        }
    }

    /// Line and column of a node: of its key, where it has one.
    pub fn locate(&self, pointer: &Pointer) -> Option<Position> {
        let mut place = Some(pointer.clone());
        while let Some(pointer) = place {
            if self.read_again.fetch_add(self.text.len(), Ordering::Relaxed) > MOST_TEXT {
                return None;
            }
            let found = match self.syntax {
                Syntax::Json => json::locate(&self.text, &pointer),
                Syntax::Yaml => {
                    let path = pointer.tokens();
                    let seek = Seek { path: &path };
                    let end = seek.deserialize(Deserializer::from_str(&self.text));
                    end.err().and_then(|found| Position::of(&found))
                }
            };
            if found.is_some() {
                return found;
            }
            place = pointer.parent();
        }
        None
    }
}

/// How a text is to be read.
#[derive(Debug, Clone, Copy)]
enum Syntax {
    Yaml,
    Json,
}

/// Why and where a reader stopped.
struct Unread {
    reason: String,
    position: Option<Position>,
}

impl Syntax {
    fn merges(self) -> bool {
        matches!(self, Self::Yaml)
    }

    fn read<'de, S: DeserializeSeed<'de>>(
        self,
        text: &'de str,
        seed: S,
    ) -> Result<S::Value, Unread> {
        match self {
            Self::Json => {
                json::read(text, seed).map_err(|(reason, position)| Unread { reason, position })
            }
            Self::Yaml => seed.deserialize(Deserializer::from_str(text)).map_err(|error| Unread {
                reason: error.to_string(),
                position: Position::of(&error),
            }),
        }
    }
}

/// Where more brackets are open than a document has use for, whether they are text or not.
fn too_many_open(text: &str) -> Option<Position> {
    let (mut open, mut line, mut column) = (0_usize, 1, 0);
    for byte in text.bytes() {
        column += 1;
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            b'\n' => (line, column) = (line + 1, 0),
            _ => {}
        }
        if open > MOST_OPEN {
            return Some(Position { line, column });
        }
    }
    None
}

/// The readers end their messages with the position, which a diagnostic shows in its own place.
fn strip_position(message: &str) -> String {
    match message.rfind(" at line ") {
        Some(end) => message.get(..end).unwrap_or(message).to_owned(),
        None => message.to_owned(),
    }
}

/// Builds the tree, counting nodes and refusing what JSON has no word for.
#[derive(Clone, Copy)]
struct NodeSeed<'a> {
    nodes: &'a Cell<usize>,
    merges: bool,
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

    // JSON has no whole numbers beyond 64 bits; where one stands for a bound, its size is enough.
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
        // The mapping's own members win, then those of the mappings merged first.
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
        Err(de::Error::custom("a tag, which JSON has no word for"))
    }
}

/// A key that must not have occurred yet. Any scalar will do: `200:` is a key of many documents.
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
            return Err(E::custom(format!("the key `{key}` stands twice")));
        }
        Ok(key.to_owned())
    }
}

/// Walks to a node and fails there, since only an error carries a position.
struct Seek<'a> {
    path: &'a [Cow<'a, str>],
}

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    // Scalars end here by serde's own "invalid type" error, which is what is wanted of the target.
    // A pointer into a scalar ends there as well: the nearest place there is.
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the node in question")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        let Some((step, rest)) = self.path.split_first() else {
            return Err(de::Error::custom("here"));
        };
        let wanted = step.parse::<usize>().ok();
        let mut index = 0;
        loop {
            let more = if Some(index) == wanted {
                sequence.next_element_seed(Seek { path: rest })?.is_some()
            } else {
                sequence.next_element::<IgnoredAny>()?.is_some()
            };
            if !more {
                return Ok(());
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut mapping: A) -> Result<(), A::Error> {
        let Some((step, rest)) = self.path.split_first() else {
            return Err(de::Error::custom("here"));
        };
        let key = SeekKey { wanted: step, is_target: rest.is_empty() };
        while let Some(found) = mapping.next_key_seed(key)? {
            if found {
                mapping.next_value_seed(Seek { path: rest })?;
            } else {
                mapping.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// Says whether a key is the one wanted, and fails on it if it is the end of the way.
#[derive(Clone, Copy)]
struct SeekKey<'a> {
    wanted: &'a str,
    is_target: bool,
}

impl<'de> DeserializeSeed<'de> for SeekKey<'_> {
    type Value = bool;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for SeekKey<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<bool, E> {
        match (key == self.wanted, self.is_target) {
            (true, true) => Err(E::custom("here")),
            (found, _) => Ok(found),
        }
    }
}
