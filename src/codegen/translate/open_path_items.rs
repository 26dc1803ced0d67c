//! A path that is a reference is what it refers to: its operations are looked for in `paths` only.

use serde_json::Value;

use super::Losses;
use crate::codegen::openapi;

pub(super) fn run(root: &mut Value, _: &mut Losses) {
    let mut opened = Vec::new();
    for (path, item) in openapi::members(root.get("paths")) {
        let target = openapi::reference(item).and_then(|_| openapi::resolve(root, item));
        if let Some(Value::Object(target)) = target {
            let mut members = target.clone();
            // What stands beside the reference is said of this path.
            let own = openapi::members(Some(item)).filter(|(name, _)| *name != "$ref");
            members.extend(own.map(|(name, value)| (name.to_owned(), value.clone())));
            opened.push((path.to_owned(), Value::Object(members)));
        }
    }
    if let Some(Value::Object(paths)) = root.get_mut("paths") {
        paths.extend(opened);
    }
}
