//! Restates an `enum` of strings with each value once: `null` makes it nullable, and a value that contradicts
//! `type` is converted.
//!
//! An enum of numbers or booleans becomes the plain type of its values, which the documentation lists, so that an
//! answer with an undocumented value stays readable.

use serde_json::{Map, Value};

use super::losses::Losses;
use crate::openapi::{mark, schemas};
use crate::prose;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The most values that the documentation of a type lists.
const MOST_WORDS: usize = 20;

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    schemas::each_schema_mut(root, &mut |at, schema| {
        let Value::Object(members) = schema else { return };
        if let Some(Value::Array(values)) = members.get("enum").cloned() {
            restate(&at.join("enum"), members, values, losses);
        }
    });
}

fn restate(
    at: &Pointer,
    members: &mut Map<String, Value>,
    values: Vec<Value>,
    losses: &mut Losses,
) {
    let mut values = Values::of(values, members);
    if values.take_null() {
        members.insert("nullable".to_owned(), Value::Bool(true));
    }
    if values.entries.is_empty() {
        if members.get("nullable") != Some(&Value::Bool(true)) {
            losses.report(at, Problem::EnumOfNothing);
        }
        values.leave(members);
        return;
    }
    let ty = members.get("type");
    let is_all =
        |is_kind: fn(&Value) -> bool| values.entries.iter().all(|entry| is_kind(&entry.value));
    let ty = match ty {
        // Validation refuses what is not the name of a type.
        Some(ty) => ty.as_str().map(str::to_owned),
        None if is_all(Value::is_string) => Some("string".to_owned()),
        None if is_all(|value| value.is_i64() || value.is_u64()) => Some("integer".to_owned()),
        None if is_all(Value::is_number) => Some("number".to_owned()),
        None if is_all(Value::is_boolean) => Some("boolean".to_owned()),
        None => None,
    };
    if let Some(ty) = &ty {
        members.insert("type".to_owned(), ty.as_str().into());
    }
    if ty.as_deref() == Some("string") {
        values.take_as_strings(at, losses);
        values.drop_repeated();
        values.keep(members);
        return;
    }
    values.drop_repeated();
    if ty.as_deref() == Some("integer") && values.need_all_bits() {
        members.insert("format".to_owned(), "uint64".into());
    }
    // An enum of both booleans adds nothing to the type.
    let is_both =
        values.entries.iter().all(|entry| entry.value.is_boolean()) && values.entries.len() > 1;
    if !is_both {
        let words = values.words();
        losses.report(at, Problem::EnumOfOthers { values: words.clone() });
        describe(members, &words);
        let values = values.entries.iter().map(|entry| &entry.value);
        let values: Vec<Value> = values.filter(|value| is_scalar(value)).cloned().collect();
        members.insert(mark::VALUES.to_owned(), values.into());
    }
    values.leave(members);
}

fn is_scalar(value: &Value) -> bool {
    value.is_number() || value.is_boolean()
}

/// Adds the values to the description of the schema.
fn describe(members: &mut Map<String, Value>, words: &str) {
    let before = members.get("description").and_then(Value::as_str).unwrap_or_default();
    let described = prose::join([before, &format!("Documented values: {words}.")]);
    members.insert("description".to_owned(), described.into());
}

/// A value of an enum.
struct Entry {
    value: Value,
    /// The value.
    text: String,
    /// Its name, if all values have one.
    name: Option<Value>,
}

impl Entry {
    /// True if the value is a list, an object or `null`, which no enum can have.
    fn is_odd(&self) -> bool {
        !self.value.is_string() && !is_scalar(&self.value)
    }
}

/// The values of an enum.
struct Values {
    entries: Vec<Entry>,
}

impl Values {
    fn of(values: Vec<Value>, members: &mut Map<String, Value>) -> Self {
        let mut written = match members.remove(mark::WRITTEN) {
            Some(Value::Array(written)) => written,
            _ => Vec::new(),
        };
        let names = members.get(mark::VARIANTS).and_then(Value::as_array);
        let names = names.filter(|names| names.len() == values.len());
        let entries = values
            .into_iter()
            .enumerate()
            .map(|(index, value)| {
                let text = text_of(&value, &mut written);
                Entry { value, text, name: names.and_then(|names| names.get(index)).cloned() }
            })
            .collect();
        Self { entries }
    }

    /// Removes `null`. Returns true if it was there.
    fn take_null(&mut self) -> bool {
        let before = self.entries.len();
        self.entries.retain(|entry| !entry.value.is_null());
        self.entries.len() < before
    }

    /// Converts other values to their text in the document, since YAML reads `1` as a number.
    fn take_as_strings(&mut self, at: &Pointer, losses: &mut Losses) {
        for entry in self.entries.iter_mut().filter(|entry| !entry.value.is_string()) {
            let taken_as = if entry.is_odd() { "it is left out" } else { "it is taken as text" };
            let (value, taken_as) = (entry.text.clone(), taken_as.to_owned());
            losses.report(at, Problem::EnumValueOfOtherType { value, taken_as });
            if !entry.is_odd() {
                entry.value = entry.text.as_str().into();
            }
        }
        self.entries.retain(|entry| !entry.is_odd());
    }

    /// True if a value is larger than other integer types can be, and none is negative.
    fn need_all_bits(&self) -> bool {
        let values = || self.entries.iter().map(|entry| &entry.value);
        values().all(Value::is_u64) && values().any(|value| !value.is_i64())
    }

    /// Keeps each value once.
    fn drop_repeated(&mut self) {
        let mut seen = std::collections::HashSet::new();
        self.entries.retain(|entry| seen.insert(entry.value.to_string()));
    }

    fn words(&self) -> String {
        let shown = self.entries.iter().take(MOST_WORDS);
        let mut words: Vec<String> = shown
            .map(|Entry { text, name, .. }| match name.as_ref().and_then(Value::as_str) {
                Some(name) => format!("`{text}` ({name})"),
                None => format!("`{text}`"),
            })
            .collect();
        if self.entries.len() > MOST_WORDS {
            words.push(format!("{} more", self.entries.len() - MOST_WORDS));
        }
        words.join(", ")
    }

    /// Puts the values back, with their names.
    fn keep(self, members: &mut Map<String, Value>) {
        if self.entries.is_empty() {
            return self.leave(members);
        }
        let names: Option<Vec<Value>> = self.entries.iter().map(|it| it.name.clone()).collect();
        if let Some(names) = names {
            members.insert(mark::VARIANTS.to_owned(), names.into());
        }
        let values: Vec<Value> = self.entries.into_iter().map(|entry| entry.value).collect();
        members.insert("enum".to_owned(), values.into());
    }

    /// Removes the values, which leaves the plain type.
    fn leave(self, members: &mut Map<String, Value>) {
        members.remove("enum");
        // Names by value are the overlay's, which hears that they have no effect.
        members.retain(|name, names| name != mark::VARIANTS || names.is_object());
    }
}

/// The text of a value in the document: the first remaining text of an equal value.
fn text_of(value: &Value, written: &mut Vec<Value>) -> String {
    let own = written.iter().position(|pair| pair.get(0) == Some(value));
    let pair = own.map(|index| written.remove(index));
    let text = pair.as_ref().and_then(|pair| pair.get(1)).and_then(Value::as_str);
    text.map_or_else(|| value.to_string(), str::to_owned)
}
