//! The types of values that each keyword of a schema concerns.

/// The keywords that concern values of one type.
pub const KEYWORDS: [(&str, &[&str]); 6] = [
    ("string", &["format", "maxLength", "minLength", "pattern"]),
    ("number", NUMBERS),
    ("integer", NUMBERS),
    ("boolean", &[]),
    ("array", &["items", "maxItems", "minItems", "uniqueItems"]),
    (
        "object",
        &["additionalProperties", "maxProperties", "minProperties", "properties", "required"],
    ),
];

/// The keywords that narrow the valid values without changing their type.
pub const BOUNDS: &[&str] = &[
    "exclusiveMaximum",
    "exclusiveMinimum",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "pattern",
    "uniqueItems",
];

const NUMBERS: &[&str] =
    &["exclusiveMaximum", "exclusiveMinimum", "format", "maximum", "minimum", "multipleOf"];

/// True if a keyword can concern values of a type: it is not one of another type's.
pub fn can_speak_of(keyword: &str, name: &str) -> bool {
    let speaks = |(_, keywords): &(&str, &[&str])| keywords.contains(&keyword);
    let mut types = KEYWORDS.iter().filter(|entry| speaks(entry)).peekable();
    types.peek().is_none() || types.any(|(known, _)| *known == name)
}
