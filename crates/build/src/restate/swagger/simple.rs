//! The value of a parameter, an item or a header, which OpenAPI 3.0 describes by a schema.

use serde_json::{Map, Value, json};

use super::conversion::Conversion;
use super::object::Object;
use super::schemas;
use crate::openapi::mark;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Keywords that have the same meaning in a schema.
const KEYWORDS: [&str; 16] = [
    "default",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "multipleOf",
    "pattern",
    "type",
    "uniqueItems",
    "$ref",
];

/// Marks of the overlay and the loader, and keywords of OpenAPI 3.0 that move into the schema.
const MARKS: [&str; 6] =
    [mark::DOC, mark::NAME, mark::SENSITIVE, mark::VARIANTS, mark::WRITTEN, "nullable"];

/// The format of a list in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Each item is a separate value.
    Multi,
    Commas,
    Spaces,
    Tabs,
    Pipes,
}

impl Format {
    /// The separator that callers must write between the items.
    fn separator(self) -> &'static str {
        match self {
            Self::Multi | Self::Commas => "a comma",
            Self::Spaces => "a space",
            Self::Tabs => "a tab",
            Self::Pipes => "a `|`",
        }
    }

    /// Its style in OpenAPI 3.0 for a query or a form, if there is one.
    pub(super) fn style(self) -> Option<(&'static str, bool)> {
        match self {
            Self::Multi => Some(("form", true)),
            Self::Commas => Some(("form", false)),
            Self::Spaces => Some(("spaceDelimited", false)),
            Self::Pipes => Some(("pipeDelimited", false)),
            Self::Tabs => None,
        }
    }
}

/// The schema of an object's value, which is at `at` in the restated document, and the format of a list.
pub(super) fn schema(
    conversion: &mut Conversion<'_>,
    object: &mut Object<'_>,
    at: &Pointer,
) -> (Map<String, Value>, Option<Format>) {
    let mut made = Map::new();
    let format = collection_format(conversion, object);
    for keyword in KEYWORDS.iter().chain(&MARKS) {
        let Some(value) = object.take(keyword) else { continue };
        if (*keyword, value) == ("type", &json!("file")) {
            schemas::file_type(conversion, &mut made, &object.before, at);
            continue;
        }
        conversion.origins.moved(object.before.join(keyword), at.join(keyword));
        made.insert((*keyword).to_owned(), value.clone());
    }
    if let Some(value) = object.take(schemas::NULLABLE) {
        conversion.origins.moved(object.before.join(schemas::NULLABLE), at.join("nullable"));
        made.insert("nullable".to_owned(), value.clone());
    }
    if let Some(value) = object.take("items") {
        let (before, now) = (object.before.join("items"), at.join("items"));
        let items = items(conversion, value, before.clone(), now.clone());
        conversion.origins.moved(before, now);
        made.insert("items".to_owned(), items);
    }
    let is_list = made.get("type").is_some_and(|name| name == "array");
    (made, is_list.then_some(format))
}

/// The items of a list. Items that are lists become texts, which the caller writes, since OpenAPI 3.0 cannot
/// describe their format.
fn items(conversion: &mut Conversion<'_>, value: &Value, before: Pointer, now: Pointer) -> Value {
    let Value::Object(members) = value else { return value.clone() };
    let mut object = Object::new(members, before, now.clone());
    let (mut made, format) = schema(conversion, &mut object, &now);
    if let Some(format) = format {
        joined_by_caller(conversion, &mut made, &object.before, format);
    }
    made.extend(object.end(conversion));
    Value::Object(made)
}

/// Turns a list into a text, since OpenAPI 3.0 cannot describe its format.
pub(super) fn joined_by_caller(
    conversion: &mut Conversion<'_>,
    schema: &mut Map<String, Value>,
    before: &Pointer,
    format: Format,
) {
    let separator = format.separator();
    conversion.lose(before.clone(), Problem::JoinedByCaller { separator });
    schema.retain(|keyword, _| keyword.starts_with("x-") || keyword == "nullable");
    schema.insert("type".to_owned(), "string".into());
}

fn collection_format(conversion: &mut Conversion<'_>, object: &mut Object<'_>) -> Format {
    let member = "collectionFormat";
    match object.take(member).map(|value| value.as_str().unwrap_or_default()) {
        None | Some("csv") => Format::Commas,
        Some("ssv") => Format::Spaces,
        Some("tsv") => Format::Tabs,
        Some("pipes") => Format::Pipes,
        Some("multi") => Format::Multi,
        Some(_) => {
            conversion.lose(object.before.join(member), Problem::Dropped { keyword: member });
            Format::Commas
        }
    }
}
