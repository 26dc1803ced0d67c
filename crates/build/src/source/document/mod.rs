//! Load: YAML or JSON text to a document that can say where each of its nodes stands.
//!
//! `yaml_serde` is the parser of YAML. It gives positions only with its errors, so a position is found
//! by reading the text again and failing on purpose at the node in question; that costs something
//! only when an error is to be shown. JSON is read by `serde_json`, which knows it better.

mod seek;
mod tree;
mod written;

pub use tree::MERGE_KEY;
pub use written::Written;

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::de::DeserializeSeed;
use serde_json::Value;
use serde_yaml::Deserializer;

use super::diagnostic::{Diagnostic, Diagnostics, Position, Stage};
use super::json;
use super::limits::{MOST_OPEN, MOST_TEXT};
use super::pointer::Pointer;
use super::problem::Problem;
use seek::Seek;
use tree::NodeSeed;

/// A file's name, as errors call it, and its text.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The name that diagnostics show, relative to the crate.
    pub name: &'a str,
    /// The whole text: YAML or JSON.
    pub text: &'a str,
}

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
            let reason = format!("more than {MOST_OPEN} brackets are open at once");
            return Err(unreadable(reason, Some(position)).into());
        }
        // A saved web page: read as YAML it would be a text, or an error far inside.
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
        let yaml = Syntax::Yaml { merges: has_merge_key(text) };
        let loaded = if start.starts_with('{') {
            // YAML in braces looks the same; whichever reader comes further knows what is wrong.
            read(Syntax::Json).or_else(|as_json: Unread| {
                read(yaml).map_err(|as_yaml| {
                    if as_json.position >= as_yaml.position { as_json } else { as_yaml }
                })
            })
        } else {
            read(yaml)
        };
        loaded.map_err(|Unread { reason, position }| {
            unreadable(strip_position(&reason), position).into()
        })
    }

    /// Reads the text once more, into a tree of another kind.
    pub fn read_into<'de, S: DeserializeSeed<'de>>(&'de self, seed: S) -> Option<S::Value> {
        self.syntax.read(&self.text, seed).ok()
    }

    /// What of the text the tree does not say: it is read once more, if that may be anything.
    pub fn written(&self) -> Written {
        let (node, at, found) = (self.root(), &Pointer::root(), RefCell::default());
        if written::may_differ(node, &self.text) {
            let is_json = matches!(self.syntax, Syntax::Json);
            self.read_into(written::Read { node, at, is_json, is_value: false, found: &found });
        }
        found.into_inner()
    }

    /// True if [`MERGE_KEY`] means something in the document.
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
                Syntax::Yaml { .. } => {
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
    Yaml {
        /// True if the text has a merge key.
        merges: bool,
    },
    Json,
}

/// True if a text of YAML has the merge key as a word of its own. In quotes it is a name like any other,
/// which the reader can no longer tell.
fn has_merge_key(text: &str) -> bool {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, ':' | '{' | ',');
    text.match_indices(MERGE_KEY).any(|(at, key)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + key.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with(is_edge)) && after.starts_with(is_edge)
    })
}

/// Why and where a reader stopped.
struct Unread {
    reason: String,
    position: Option<Position>,
}

impl Syntax {
    fn merges(self) -> bool {
        matches!(self, Self::Yaml { merges: true })
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
            Self::Yaml { .. } => seed.deserialize(Deserializer::from_str(text)).map_err(|error| {
                Unread { reason: error.to_string(), position: Position::of(&error) }
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
