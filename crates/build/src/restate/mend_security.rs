//! Corrects security requirements without scopes: authors leave the empty list out in YAML, which reads as `null`.

use serde_json::{Value, json};

use super::losses::Losses;

pub(super) fn run(root: &mut Value, _: &mut Losses) {
    mend(root);
    let items = root.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten();
    for (_, item) in items {
        for (_, operation) in item.as_object_mut().into_iter().flatten() {
            mend(operation);
        }
    }
}

fn mend(owner: &mut Value) {
    let requirements = owner.get_mut("security").and_then(Value::as_array_mut);
    for requirement in requirements.into_iter().flatten() {
        for (_, scopes) in requirement.as_object_mut().into_iter().flatten() {
            if scopes.is_null() {
                *scopes = json!([]);
            }
        }
    }
}
