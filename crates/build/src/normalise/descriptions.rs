//! The words that a document has at several places about one type or property: descriptions and defaults.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::kinds::becomes_type;
use super::origin::origin;
use super::report::Report;
use crate::openapi::{self, mark};
use crate::prose;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The most different descriptions that one documentation lists.
const MOST_LISTED: usize = 6;

/// The most places that are named before one of them.
const MOST_NAMED: usize = 4;

/// The words at each place of a type or property.
#[derive(Debug, Default)]
pub(super) struct Descriptions {
    /// The overlay's description for all places; for a type it is the type's own documentation.
    given: Option<Value>,
    /// True if the overlay documents the type of the property.
    has_type_given: bool,
    found: Vec<Found>,
}

/// The words at one place.
#[derive(Debug)]
struct Found {
    place: Pointer,
    description: Option<String>,
    /// Those of the items or values.
    inside: Vec<String>,
    default: Option<String>,
}

impl Descriptions {
    /// Adds the words at one place of a property.
    pub(super) fn note(&mut self, schema: &Value) {
        match becomes_type(schema) {
            true => self.has_type_given |= schema.get(mark::DOC).is_some(),
            false => self.note_given(schema),
        }
        self.found.push(Found::new(schema));
    }

    /// Adds the description at one place of a type.
    pub(super) fn note_type(&mut self, schema: &Value) {
        self.note_given(schema);
        self.found.push(Found::new(schema));
    }

    fn note_given(&mut self, schema: &Value) {
        if let Some(doc) = schema.get(mark::DOC) {
            self.given.get_or_insert_with(|| doc.clone());
        }
    }

    /// Writes the description of a type: the overlay's, or that of all places. If they differ, the field, method or
    /// variant at each place shows its own.
    pub(super) fn write_type(self, schema: &mut Value) {
        let mut descriptions = self.found.iter().filter_map(|it| it.description.as_ref());
        let first = descriptions.next();
        let common = first.filter(|first| descriptions.all(|other| other == *first));
        let common = common.map(|words| words.as_str().into());
        set_description(schema, self.given.or(common));
    }

    /// Writes the words of a property for all places. Words that differ are listed, each with its places.
    pub(super) fn write(self, schema: &mut Value, report: &mut Report<'_>) {
        let Self { given, has_type_given, found } = self;
        let is_own = given.is_none() && !has_type_given;
        let said = |it: &Found| -> Option<String> {
            let words = prose::join(it.description.iter().chain(&it.inside));
            (!words.is_empty()).then_some(words)
        };
        let descriptions: BTreeSet<String> = found.iter().filter_map(said).collect();
        let defaults: BTreeSet<Option<&String>> =
            found.iter().map(|it| it.default.as_ref()).collect();
        let (is_described_once, has_one_default) = (descriptions.len() <= 1, defaults.len() <= 1);
        let words = |found: &Found| {
            let own = said(found).filter(|_| is_own && !is_described_once);
            let default = found.default.as_ref().filter(|_| !has_one_default);
            prose::join(own.into_iter().chain(default.map(|it| default_sentence(it))))
        };
        let listed = listed(&found, words, report);
        let common = found.iter().find_map(|it| it.description.as_deref());
        let common = given.as_ref().map_or(common.filter(|_| is_described_once), Value::as_str);
        let parts: Vec<&str> = common.into_iter().chain(listed.as_deref()).collect();
        set_description(schema, (!parts.is_empty()).then(|| parts.join("\n\n").into()));
        if !is_described_once || given.is_some() {
            forget_inside(schema);
        }
        if let (Value::Object(members), false) = (schema, has_one_default) {
            members.remove(mark::DEFAULT);
        }
    }
}

impl Found {
    fn new(schema: &Value) -> Self {
        let text = |keyword: &str| openapi::text(schema, keyword).map(str::to_owned);
        Self {
            place: origin(schema),
            description: text("description"),
            inside: words_inside(schema, &|inner| openapi::text(inner, "description")),
            default: text(mark::DEFAULT),
        }
    }
}

/// Writes the words of the properties of a schema; words of a property that it does not have are left out.
pub(super) fn write_properties(
    schema: &mut Value,
    words: BTreeMap<String, Descriptions>,
    report: &mut Report<'_>,
) {
    let Some(properties) = schema.get_mut("properties") else { return };
    for (name, words) in words {
        if let Some(property) = properties.get_mut(&name) {
            words.write(property, report);
        }
    }
}

/// The descriptions of the items of a list, or of the values of a map, as `own` finds them.
pub(super) fn words_inside<'a>(
    schema: &'a Value,
    own: &impl Fn(&'a Value) -> Option<&'a str>,
) -> Vec<String> {
    let mut all = Vec::new();
    for (keyword, one) in [("items", "item"), ("additionalProperties", "value")] {
        let Some(inner) = schema.get(keyword) else { continue };
        all.extend(own(inner).map(|words| format!("Each {one}: {}", words.trim_end())));
        all.extend(words_inside(inner, own));
    }
    all
}

/// Removes the descriptions of items and values, which are not those of all places.
fn forget_inside(schema: &mut Value) {
    for keyword in ["items", "additionalProperties"] {
        if let Some(inner) = schema.get_mut(keyword) {
            set_description(inner, None);
            forget_inside(inner);
        }
    }
}

/// A list of different words, each with its places. Reports those that are too many for a list.
fn listed(
    found: &[Found],
    words: impl Fn(&Found) -> String,
    report: &mut Report<'_>,
) -> Option<String> {
    let mut places: Vec<(String, &Found)> =
        found.iter().map(|found| (spoken(&found.place), found)).collect();
    places.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for (place, found) in places {
        let words = prose::line(&words(found));
        let has_room = all.len() < MOST_LISTED;
        match all.iter_mut().find(|(known, _)| *known == words) {
            _ if words.is_empty() => {}
            Some((_, places)) if places.contains(&place) => {}
            Some((_, places)) => places.push(place),
            None if has_room => all.push((words, vec![place])),
            None => report.add(&found.place, Problem::DescribedElsewhere),
        }
    }
    let line = |(words, mut places): (String, Vec<String>)| {
        let more = places.len().saturating_sub(MOST_NAMED);
        places.truncate(MOST_NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        format!("- `{}`{more}: {words}", places.join("`, `"))
    };
    let lines: Vec<String> = all.into_iter().map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// A sentence about a default, if it is not known who uses it.
pub(super) fn default_sentence(default: &str) -> String {
    format!("The default is {}.", code(default))
}

/// Text between enough backticks.
pub(super) fn code(text: &str) -> String {
    match text.contains('`') {
        true => format!("`` {text} ``"),
        false => format!("`{text}`"),
    }
}

/// A place as a reader of the client's documentation knows it, such as `Order.customer.name`.
fn spoken(place: &Pointer) -> String {
    const LAYOUT: [&str; 4] = ["properties", "items", "additionalProperties", "allOf"];
    let tokens = place.tokens();
    let [components, schemas, inside @ ..] = tokens.as_slice() else { return place.to_string() };
    if components != "components" || schemas != "schemas" {
        return place.to_string();
    }
    // Layout and names alternate, except in lists of schemas.
    let mut names: Vec<&str> = Vec::new();
    let mut is_name = true;
    for token in inside {
        match LAYOUT.contains(&token.as_ref()) && !is_name {
            true => is_name = matches!(token.as_ref(), "properties"),
            false => {
                names.push(token);
                is_name = false;
            }
        }
    }
    names.join(".")
}

/// Gives each component the documentation that the overlay gives its type. Its properties have theirs already.
pub(super) fn write_given(root: &mut Value) {
    for (_, schema) in openapi::component_schemas_mut(root).into_iter().flatten() {
        if let Some(doc) = schema.get(mark::DOC).cloned() {
            set_description(schema, Some(doc));
        }
    }
}

/// Sets or removes the description of a schema.
pub(super) fn set_description(schema: &mut Value, description: Option<Value>) {
    if let Value::Object(members) = schema {
        members.remove("description");
        members.extend(description.map(|words| ("description".to_owned(), words)));
    }
}
