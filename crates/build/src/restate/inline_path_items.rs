//! Replaces references to path items by their targets.

use serde_json::Value;

use super::losses::Losses;
use crate::openapi;

/// The most values that are copied: a large path item that thousands of paths share would fill the memory.
const MOST_COPIED: usize = 500_000;

pub(super) fn run(root: &mut Value, _: &mut Losses) {
    let mut room = MOST_COPIED;
    let mut inlined = Vec::new();
    for (path, item) in openapi::members(root.get("paths")) {
        let Some(target) = openapi::reference(item).and_then(|_| openapi::resolve(root, item))
        else {
            continue;
        };
        let Some(left) = room.checked_sub(values(target)) else { break };
        room = left;
        let mut item_here = target.clone();
        if let (Value::Object(members), Some(own)) = (&mut item_here, item.as_object()) {
            let own = own.iter().filter(|(key, _)| *key != "$ref");
            members.extend(own.map(|(key, value)| (key.clone(), value.clone())));
        }
        inlined.push((path.to_owned(), item_here));
    }
    if let Some(Value::Object(paths)) = root.get_mut("paths") {
        paths.extend(inlined);
    }
    if let Some(Value::Object(components)) = root.get_mut("components") {
        components.remove("pathItems");
    }
}

/// The number of values in a value.
fn values(value: &Value) -> usize {
    let members = openapi::members(Some(value)).map(|(_, member)| values(member));
    let items = openapi::items(Some(value)).map(|(_, item)| values(item));
    1 + members.chain(items).sum::<usize>()
}
