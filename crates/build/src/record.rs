//! Record: which Rust type each place had when the client was last reviewed, and which name each option.
//!
//! A place is where a type is used: a component, a member of a type, or a value that an operation takes or
//! answers. The record names it as users see it, so that it stays the same place if upstream moves its
//! schema. One line is one type:
//!
//! ```text
//! ErrorBody: cancel_session/400 cancel_session/401 components.Error
//! ErrorDetail: ErrorBody.error
//! SessionInclude: get_session/query/includes
//! includes: get_session_with/query/includes
//! ```
//!
//! The last one is the field of an option, so that another parameter does not get its name.

use std::collections::{BTreeMap, BTreeSet};

use crate::names;
use crate::source::diagnostic::{Diagnostic, Diagnostics, Position, Stage};
use crate::source::document::Source;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The name of a request body in a record.
pub(crate) const BODY: &str = "body";

/// The comment at the head of a record.
const HEAD: &str = "\
# Which Rust type each place has: a type keeps its name as long as one of its places is there. Written by
# the generator and read by it the next time; to rename or part a type, change its line. Of an option it is the
# name of its field.
";

/// The places of a client and their types.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The type of each place.
    types: BTreeMap<String, String>,
    /// The field of each option.
    options: BTreeMap<String, String>,
}

impl Record {
    /// Reads a record.
    ///
    /// # Errors
    ///
    /// - A line is not a type and its places.
    /// - The name of a type is not a Rust name.
    /// - A place has two types.
    pub fn read(source: Source<'_>) -> Result<Self, Diagnostics> {
        let mut record = Self::default();
        let mut errors = Vec::new();
        for (index, line) in source.text.lines().enumerate() {
            if let Err(problem) = record.read_line(line.trim()) {
                errors.push(Diagnostic {
                    stage: Stage::Load,
                    file: source.name.to_owned(),
                    position: Some(Position { line: index + 1, column: 1 }),
                    pointer: Pointer::root(),
                    problem: Problem::BadRecord(problem),
                    cause: None,
                });
            }
        }
        Diagnostics::into_result(errors)?;
        Ok(record)
    }

    fn read_line(&mut self, line: &str) -> Result<(), String> {
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        let (name, places) = line
            .split_once(':')
            .ok_or_else(|| "a line is `Type: place place`, and this one has no colon".to_owned())?;
        let is_field = names::field_name(name) == name;
        let is_type = names::is_identifier(name) && !names::is_reserved_type(name);
        for place in places.split_whitespace() {
            let (known, is_name, kind) = match is_option(place) {
                true => (&mut self.options, is_field, "field"),
                false => (&mut self.types, is_type, "type"),
            };
            if !is_name {
                return Err(format!("`{name}` cannot be the name of a {kind}"));
            }
            if let Some(first) = known.insert(place.to_owned(), name.to_owned()) {
                return Err(format!("`{place}` has two {kind}s, `{first}` and `{name}`"));
            }
        }
        Ok(())
    }

    /// The record as a file: one line a type, sorted.
    pub fn text(&self) -> String {
        let mut lines: BTreeMap<&str, String> = BTreeMap::new();
        for (place, name) in self.types.iter().chain(&self.options) {
            let line = lines.entry(name).or_insert_with(|| format!("{name}:"));
            line.push(' ');
            line.push_str(place);
        }
        let lines = lines.into_values().map(|line| line + "\n");
        [HEAD.to_owned()].into_iter().chain(lines).collect()
    }

    /// The type of a place.
    pub(crate) fn type_at(&self, place: &str) -> Option<&str> {
        self.types.get(place).map(String::as_str)
    }

    /// The field of an option.
    pub(crate) fn option_at(&self, place: &str) -> Option<&str> {
        self.options.get(place).map(String::as_str)
    }

    /// The places and their types.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.types.iter().map(|(place, name)| (place.as_str(), name.as_str()))
    }

    /// The types that are received: those that operations answer, and all inside of them.
    pub(crate) fn received(&self) -> BTreeSet<&str> {
        let mut received = BTreeSet::new();
        loop {
            let before = received.len();
            for (place, name) in self.iter() {
                let owner = place.split_once(['.', '/']).map_or(place, |(owner, _)| owner);
                if is_answer(place) || received.contains(owner) {
                    received.insert(name);
                }
            }
            if received.len() == before {
                return received;
            }
        }
    }

    pub(crate) fn insert(&mut self, place: String, name: String) {
        self.types.insert(place, name);
    }

    pub(crate) fn insert_option(&mut self, place: String, field: String) {
        self.options.insert(place, field);
    }
}

/// The place of a component of the document.
pub(crate) fn component(name: &str) -> String {
    format!("components.{}", escaped(name))
}

/// The place of a member of a type, by its name in JSON.
pub(crate) fn member(owner: &str, name: &str) -> String {
    format!("{owner}.{}", escaped(name))
}

/// The place of a value that an operation takes or answers.
pub(crate) fn of_operation(method: &str, what: &str) -> String {
    format!("{method}/{}", escaped(what))
}

/// The place of an option: that of the method which takes it.
pub(crate) fn option(method: &str, kind: &str, name: &str) -> String {
    of_operation(&format!("{method}{}", names::WITH_OPTIONS), &format!("{kind}/{name}"))
}

fn is_option(place: &str) -> bool {
    let method = place.split_once('/').map_or("", |(method, _)| method);
    method.ends_with(names::WITH_OPTIONS) && !method.contains('.')
}

/// True if an operation answers with the value at this place, such as `cancel_session/200`.
fn is_answer(place: &str) -> bool {
    match place.split_once(['.', '/']) {
        Some((method, what)) => {
            place.as_bytes().get(method.len()) == Some(&b'/') && what != BODY && !what.contains('/')
        }
        None => false,
    }
}

/// Escapes spaces, which separate the places of a line.
fn escaped(name: &str) -> String {
    let escape = |c: char| match c {
        '%' => "%25".to_owned(),
        c if c.is_whitespace() => format!("%{:02X}", u32::from(c)),
        c => c.to_string(),
    };
    name.chars().map(escape).collect()
}
