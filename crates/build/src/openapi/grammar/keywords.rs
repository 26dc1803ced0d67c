//! Which values a keyword of a schema speaks of.

/// The keywords that speak of values of one type.
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

/// The keywords that narrow which values are valid, and leave their type as it is.
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

/// Whether a keyword can say something of values of a type: all can but those of other types.
pub fn can_speak_of(keyword: &str, name: &str) -> bool {
    let speaks = |(_, keywords): &(&str, &[&str])| keywords.contains(&keyword);
    let mut types = KEYWORDS.iter().filter(|entry| speaks(entry)).peekable();
    types.peek().is_none() || types.any(|(known, _)| *known == name)
}
