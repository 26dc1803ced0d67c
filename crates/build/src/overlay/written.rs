//! How a text writes the values of an `enum` or `const`: noted beside them before an action changes them, so that a
//! value that stays keeps its own text, even if it equals one that goes.

use serde_json::{Map, Value, json};

use crate::openapi::schemas::Place;
use crate::openapi::{self, mark};
use crate::source::document::Written;
use crate::source::pointer::Pointer;

/// Records how the text writes the values of an `enum` or `const`, and the order of media types.
pub(super) fn note(at: &Place<'_>, members: &mut Map<String, Value>, written: &Written) {
    let Written { scalars, media_types } = written;
    if members.contains_key("content")
        && let Some(names) = media_types.get(&at.join("content"))
    {
        members.insert(mark::ORDER.to_owned(), names.as_slice().into());
    }
    if scalars.is_empty() {
        return;
    }
    let mut written = Vec::new();
    let mut note = |at: Pointer, value: &Value| {
        if is_written(Some(value)) {
            let text = scalars.get(&at).cloned().unwrap_or_else(|| value.to_string());
            written.push(json!([value, text]));
        }
    };
    members.get("const").into_iter().for_each(|value| note(at.join("const"), value));
    let values = openapi::items(members.get("enum"));
    values.for_each(|(index, value)| note(at.join("enum").then(index), value));
    if !written.is_empty() {
        members.insert(mark::WRITTEN.to_owned(), written.into());
    }
}

/// Removes the texts of a member that an action removes.
pub(super) fn forget_member(members: &mut Map<String, Value>, name: &str) {
    match name {
        "const" if is_written(members.get("const")) => drop(texts(members).map(|it| it.remove(0))),
        "enum" => {
            let of_const = usize::from(is_written(members.get("const")));
            texts(members).into_iter().for_each(|it| it.truncate(of_const));
        }
        _ => {}
    }
}

/// Removes the text of a value of an `enum` at this place, or replaces it by that of a new value.
pub(super) fn change_item(root: &mut Value, at: &Pointer, new: Option<&Value>) {
    let tokens = at.tokens();
    let [.., list, index] = tokens.as_slice() else { return };
    let schema = at.parent().and_then(|list| list.parent());
    let schema = schema.as_ref().and_then(|schema| schema.get_mut(root));
    let (true, Some(Value::Object(members)), Ok(index)) = (list == "enum", schema, index.parse())
    else {
        return;
    };
    let values = members.get("enum").and_then(Value::as_array);
    let Some(before) = values.and_then(|values| values.get(..index)) else { return };
    let is_old_written = is_written(values.and_then(|values| values.get(index)));
    let of_const = usize::from(is_written(members.get("const")));
    let first = of_const + before.iter().filter(|value| is_written(Some(value))).count();
    let Some(texts) =
        texts(members).filter(|texts| first + usize::from(is_old_written) <= texts.len())
    else {
        return;
    };
    let new = new.filter(|value| is_written(Some(value)));
    let new = new.map(|value| json!([value, value.to_string()]));
    texts.splice(first..first + usize::from(is_old_written), new);
}

fn texts(members: &mut Map<String, Value>) -> Option<&mut Vec<Value>> {
    members.get_mut(mark::WRITTEN).and_then(Value::as_array_mut)
}

/// True for a value that a text can write in several ways.
fn is_written(value: Option<&Value>) -> bool {
    value.is_some_and(|value| value.is_number() || value.is_boolean())
}
