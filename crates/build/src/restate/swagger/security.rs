//! Security schemes: `basic` becomes an HTTP scheme, and a flow of OAuth 2 moves into `flows`.

use serde_json::{Map, Value, json};

use super::conversion::Conversion;
use super::object::Object;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The flows of OAuth 2, and their names in OpenAPI 3.0.
const FLOWS: [(&str, &str); 4] = [
    ("implicit", "implicit"),
    ("password", "password"),
    ("application", "clientCredentials"),
    ("accessCode", "authorizationCode"),
];

pub(super) fn scheme(
    conversion: &mut Conversion<'_>,
    value: &Value,
    before: Pointer,
    now: Pointer,
) -> Value {
    let Value::Object(members) = value else { return value.clone() };
    let mut object = Object::new(members, before, now);
    object.keep(&["$ref", "description"]);
    match members.get("type").and_then(Value::as_str) {
        Some("basic") => {
            object.take("type");
            for (member, value) in [("type", "http"), ("scheme", "basic")] {
                conversion.origins.made(object.now.join(member), object.before.join("type"));
                object.put(member, value);
            }
        }
        Some("oauth2") => {
            object.keep(&["type"]);
            flows(conversion, &mut object);
        }
        _ => object.keep(&["in", "name", "type"]),
    }
    Value::Object(object.end(conversion))
}

fn flows(conversion: &mut Conversion<'_>, object: &mut Object<'_>) {
    let at = object.before.join("flow");
    let given = object.take("flow").cloned().unwrap_or_default();
    let Some((_, name)) = FLOWS.into_iter().find(|(name, _)| given == *name) else {
        conversion.lose(at, Problem::Dropped { keyword: "flow" });
        object.put("flows", json!({}));
        return;
    };
    let now = object.now.join_all(["flows", name]);
    conversion.origins.made(object.now.join("flows"), at);
    let mut flow = Map::new();
    for member in ["authorizationUrl", "tokenUrl", "scopes"] {
        if let Some(value) = object.take(member) {
            conversion.origins.moved(object.before.join(member), now.join(member));
            flow.insert(member.to_owned(), value.clone());
        }
    }
    flow.entry("scopes").or_insert_with(|| json!({}));
    object.put("flows", json!({ name: flow }));
}
