//! Places as JSONPath, which the targets of an overlay are.

use openapi_client_build::source::pointer::Pointer;

/// Keywords whose value is a list.
const LISTS: [&str; 10] = [
    "allOf",
    "anyOf",
    "enum",
    "oneOf",
    "parameters",
    "prefixItems",
    "required",
    "security",
    "servers",
    "tags",
];

/// The JSONPath that selects a place of a document. Below `properties`, every number is a name.
pub fn json_path(at: &Pointer) -> String {
    let mut path = "$".to_owned();
    let (mut is_list, mut is_named) = (false, false);
    for token in at.tokens() {
        let starts = |c: char| c.is_alphabetic() || c == '_';
        let is_name =
            token.starts_with(starts) && token.chars().all(|c| c.is_alphanumeric() || c == '_');
        if is_list && token.parse::<usize>().is_ok() {
            path.push_str(&format!("[{token}]"));
        } else if is_name {
            path.push_str(&format!(".{token}"));
        } else {
            let quoted = token.replace('\\', "\\\\").replace('\'', "\\'");
            path.push_str(&format!("['{quoted}']"));
        }
        is_list = !is_named && LISTS.contains(&&*token);
        is_named = !is_named && ["properties", "schemas", "definitions"].contains(&&*token);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_has_the_path_that_selects_it() {
        let document = serde_json::json!({
            "paths": { "/order/{id}": { "get": {
                "parameters": [{ "schema": true }], "responses": { "200": {} }, "tags": ["a"],
            } } },
            "components": { "schemas": {
                "allOf": { "0": true },
                "It's": { "allOf": [{ "properties": {
                    "enum": { "1": true, "enum": ["x"] }, "2": true, "a\\b": true, "": true,
                    "properties": { "properties": { "oneOf": { "oneOf": [true] } } }, "größe": true,
                } }] },
            } },
        });
        let mut places = vec![(Pointer::root(), &document)];
        let mut seen = 0;
        while let Some((at, value)) = places.pop() {
            seen += 1;
            let path = serde_json_path::JsonPath::parse(&json_path(&at)).unwrap();
            let found = path.query(&document).all();
            let is_only = matches!(found.as_slice(), [only] if std::ptr::eq(*only, value));
            assert!(is_only, "{at}: {path} finds {found:?}");
            for (name, member) in value.as_object().into_iter().flatten() {
                places.push((at.join(name), member));
            }
            for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                places.push((at.join(index), item));
            }
        }
        assert!(seen > 30, "{seen}");
    }
}
