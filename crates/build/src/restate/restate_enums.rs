//! An `enum` becomes one of strings, each value once: `null` among them makes it nullable, and a
//! value that `type` contradicts is taken as the type says.
//!
//! An enum of numbers or of booleans becomes the type of its values, which are documented: it is
//! sent and read as what it is, and an answer with a value that nobody has named stays readable.

use serde_json::{Map, Value};

use super::losses::Losses;
use crate::openapi::{mark, schemas};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// More values than anybody reads in a type's documentation.
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
        |is_kind: fn(&Value) -> bool| values.entries.iter().all(|(value, _)| is_kind(value));
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
        values.keep(members);
        return;
    }
    // Both values there are say no more than the type.
    let is_both = is_all(Value::is_boolean) && values.entries.len() > 1;
    if !is_both {
        let words = values.words();
        losses.report(at, Problem::EnumOfOthers { values: words.clone() });
        describe(members, &words);
        let values = values.entries.iter().map(|(value, _)| value);
        let values: Vec<Value> = values.filter(|value| is_scalar(value)).cloned().collect();
        members.insert(mark::VALUES.to_owned(), values.into());
    }
    values.leave(members);
}

fn is_scalar(value: &Value) -> bool {
    value.is_number() || value.is_boolean()
}

/// Adds the values to the words for the schema.
fn describe(members: &mut Map<String, Value>, words: &str) {
    let before = members.get("description").and_then(Value::as_str).unwrap_or_default().trim_end();
    let gap = if before.is_empty() { "" } else { "\n\n" };
    let described = format!("{before}{gap}Documented values: {words}.");
    members.insert("description".to_owned(), described.into());
}

/// The values of an enum, each once and with its name, where all have one.
struct Values {
    entries: Vec<(Value, Option<Value>)>,
}

impl Values {
    fn of(values: Vec<Value>, members: &Map<String, Value>) -> Self {
        let names = members.get(mark::VARIANTS).and_then(Value::as_array);
        let names = names.filter(|names| names.len() == values.len());
        let mut seen = std::collections::HashSet::new();
        let entries = values
            .into_iter()
            .enumerate()
            .map(|(index, value)| (value, names.and_then(|names| names.get(index)).cloned()))
            .filter(|(value, _)| seen.insert(value.to_string()))
            .collect();
        Self { entries }
    }

    /// Takes `null` out; whether it was there.
    fn take_null(&mut self) -> bool {
        let before = self.entries.len();
        self.entries.retain(|(value, _)| !value.is_null());
        self.entries.len() < before
    }

    /// What is not text is taken as the text that was written: YAML reads `1` as a number.
    fn take_as_strings(&mut self, at: &Pointer, losses: &mut Losses) {
        let mut seen = std::collections::HashSet::new();
        for (value, _) in &mut self.entries {
            let taken_as = match value {
                Value::String(_) => None,
                Value::Number(_) | Value::Bool(_) => {
                    Some((value.to_string(), Value::from(value.to_string())))
                }
                _ => Some((value.to_string(), Value::Null)),
            };
            if let Some((text, taken)) = taken_as {
                let taken_as = match taken.is_null() {
                    true => "it is left out".to_owned(),
                    false => "it is taken as text".to_owned(),
                };
                losses.report(at, Problem::EnumValueOfOtherType { value: text, taken_as });
                *value = taken;
            }
        }
        self.entries.retain(|(value, _)| !value.is_null() && seen.insert(value.to_string()));
    }

    fn words(&self) -> String {
        let mut words: Vec<String> = self
            .entries
            .iter()
            .take(MOST_WORDS)
            .map(|(value, name)| match name.as_ref().and_then(Value::as_str) {
                Some(name) => format!("`{value}` ({name})"),
                None => format!("`{value}`"),
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
        let names: Option<Vec<Value>> = self.entries.iter().map(|(_, name)| name.clone()).collect();
        if let Some(names) = names {
            members.insert(mark::VARIANTS.to_owned(), names.into());
        }
        let values: Vec<Value> = self.entries.into_iter().map(|(value, _)| value).collect();
        members.insert("enum".to_owned(), values.into());
    }

    /// What is left is a type without values of its own.
    fn leave(self, members: &mut Map<String, Value>) {
        members.remove("enum");
        members.remove(mark::VARIANTS);
    }
}
