//! Load: reads YAML or JSON into a document that can report the position of each of its nodes.
//!
//! `yaml_serde` reports positions only with errors. To find one, the text is read again and fails on purpose
//! at the node, which costs time only if an error is shown. `serde_json` reads JSON.

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
    /// The number of bytes that were read again so far.
    read_again: Arc<AtomicUsize>,
}

impl Document {
    /// Reads YAML or JSON. Keys become strings, and duplicate keys are errors. A mapping also gets the members
    /// that its merge key names, unless it has its own.
    ///
    /// # Errors
    ///
    /// - The text is not YAML or JSON.
    /// - The document exceeds a [limit](super::limits).
    pub fn load(source: Source<'_>) -> Result<Self, Diagnostics> {
        // A byte order mark belongs to the file, not to the text.
        let text = source.text.strip_prefix('\u{feff}').unwrap_or(source.text);
        let unreadable = |reason: String, position| Diagnostic {
            stage: Stage::Load,
            file: source.name.to_owned(),
            position,
            pointer: Pointer::root(),
            problem: Problem::Unreadable(reason),
            cause: None,
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
            // It may be YAML in braces: report the error of the reader that came further.
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

    /// Reads the text again with another seed, such as one for a tree that keeps the order of keys.
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

    /// True if the document uses [`MERGE_KEY`] as a merge key.
    pub fn merges(&self) -> bool {
        self.syntax.merges()
    }

    /// The document's name in messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole document.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// A diagnostic at a place of this document, with its line and column. If the place is not in the text,
    /// because an overlay added it, the position is that of the nearest place around it.
    pub fn error(&self, stage: Stage, pointer: &Pointer, problem: Problem) -> Diagnostic {
        Diagnostic {
            stage,
            file: self.name.clone(),
            position: self.locate(pointer),
            pointer: pointer.clone(),
            problem,
            cause: None,
        }
    }

    /// Line and column of a node, or of its key if it has one.
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

/// True if a text of YAML contains the merge key as a word of its own. In quotes it would be an ordinary name,
/// which the reader cannot distinguish.
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

/// The position at which more brackets are open than the limit allows. Brackets in strings count, too.
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

/// Removes the position from the end of a reader's message; the diagnostic shows it elsewhere.
fn strip_position(message: &str) -> String {
    match message.rfind(" at line ") {
        Some(end) => message.get(..end).unwrap_or(message).to_owned(),
        None => message.to_owned(),
    }
}
