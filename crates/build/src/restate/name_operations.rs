//! Names operations: one without an `operationId`, or whose id is taken or reserved, gets one from its method and
//! path. `POST /orders/{id}/void` becomes `post_orders_id_void`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::losses::Losses;
use crate::names;
use crate::openapi::{self, Operation};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// What Rust programmers expect to be a constructor.
const CONSTRUCTOR: &str = "new";

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    let mut taken: BTreeMap<String, Pointer> = BTreeMap::new();
    let mut unnamed = Vec::new();
    for operation in openapi::operations(root) {
        let id = openapi::text(operation.value, "operationId").map(str::to_owned);
        let method = id.as_deref().map(names::field_name).filter(|method| !is_reserved(method));
        match method.filter(|method| !taken.contains_key(method)) {
            Some(method) => {
                taken.insert(method, operation.pointer);
            }
            None => unnamed.push((operation, id)),
        }
    }
    let mut named = Vec::new();
    for (operation, id) in unnamed {
        let name = free_name(&operation, &taken);
        taken.insert(name.clone(), operation.pointer.clone());
        if let Some(id) = id {
            let name = name.clone();
            let problem = match taken.get(&names::field_name(&id)).cloned() {
                Some(first) => Problem::OperationRenamed { id, first, name },
                None => Problem::OperationIdReserved { id, name },
            };
            losses.report(&operation.pointer.join("operationId"), problem);
        }
        named.push((operation.pointer, name));
    }
    for (place, id) in named {
        if let Some(Value::Object(operation)) = place.get_mut(root) {
            operation.insert("operationId".to_owned(), id.into());
        }
    }
}

/// True for the names of methods that no operation may have.
fn is_reserved(method: &str) -> bool {
    method == CONSTRUCTOR || method.ends_with(names::WITH_OPTIONS)
}

fn free_name(operation: &Operation<'_>, taken: &BTreeMap<String, Pointer>) -> String {
    let (method, path) = (operation.method, operation.path);
    let short = names::field_name(&format!("{method} {path}"));
    // `/orders/{state}` beside `/orders/state`, and `/orders/` beside `/orders`.
    let long = names::field_name(&format!("{method} {}", path.replace('{', "by ")));
    names::first_free(
        [short, long.clone()],
        |number| format!("{long}_{number}"),
        |name| taken.contains_key(name) || is_reserved(name),
    )
}
