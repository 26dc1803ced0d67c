//! What a parameter, an item or a header says of its value, which OpenAPI 3.0 leaves to a schema.

use serde_json::{Map, Value, json};

use super::conversion::Conversion;
use super::object::Object;
use super::schemas;
use crate::openapi::mark;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Keywords that say the same in a schema.
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

/// What an overlay and the loader say of a value, and what OpenAPI 3.0 says in a schema.
const MARKS: [&str; 6] =
    [mark::DOC, mark::NAME, mark::SENSITIVE, mark::VARIANTS, mark::WRITTEN, "nullable"];

/// How the items of a list are written into one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Each item is a value of its own.
    Multi,
    Commas,
    Spaces,
    Tabs,
    Pipes,
}

impl Format {
    /// What a caller has to put between the items.
    fn separator(self) -> &'static str {
        match self {
            Self::Multi | Self::Commas => "a comma",
            Self::Spaces => "a space",
            Self::Tabs => "a tab",
            Self::Pipes => "a `|`",
        }
    }

    /// The words of OpenAPI 3.0 for it in a query or a form, if there are any.
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

/// The schema of an object's value, which is at `at` in the restated document, and how the value is
/// written if it is a list.
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

/// The items of a list. Those that are lists themselves are texts that the caller writes: OpenAPI 3.0 has
/// no word for how they are written.
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

/// Makes a list a text, since OpenAPI 3.0 has no word for how it is written.
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
