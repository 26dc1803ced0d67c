//! An operation without an `operationId` gets one from its method and path: `POST /orders/{id}/void`
//! is `post_orders_id_void`.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Losses;
use crate::codegen::names;
use crate::codegen::openapi;

pub(super) fn run(root: &mut Value, _: &mut Losses) {
    let operations = openapi::operations(root);
    let id_of = |value| openapi::text(value, "operationId").map(names::field_name);
    let mut taken: BTreeSet<String> =
        operations.iter().filter_map(|operation| id_of(operation.value)).collect();
    let mut named = Vec::new();
    for operation in operations.iter().filter(|operation| id_of(operation.value).is_none()) {
        let (method, path) = (operation.method, operation.path);
        let short = names::field_name(&format!("{method} {path}"));
        // `/orders/{state}` beside `/orders/state`.
        let long = names::field_name(&format!("{method} {}", path.replace('{', "by ")));
        let id = if taken.contains(&short) { long } else { short };
        taken.insert(id.clone());
        named.push((operation.pointer.to_string(), id));
    }
    for (place, id) in named {
        if let Some(Value::Object(operation)) = root.pointer_mut(&place) {
            operation.insert("operationId".to_owned(), id.into());
        }
    }
}
