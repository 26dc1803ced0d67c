//! What can be changed at one place of a document.

use serde_json::Value;

use openapi_client_build::source::pointer::Pointer;

/// What no document says.
const ODD: &str = "Zq";

/// One way to change the value at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The member or item is gone.
    Delete,
    /// The member has another name.
    Rename,
    /// The scalar is another one.
    Replace,
    /// The item swaps places with the next one.
    Move,
}

impl Change {
    const ALL: [Self; 4] = [Self::Delete, Self::Rename, Self::Replace, Self::Move];

    /// The changes that make another document of this one, and the documents.
    pub fn all_at(at: &Pointer, root: &Value) -> Vec<(Self, Value)> {
        Self::ALL.into_iter().filter_map(|it| Some((it, it.made(at, root)?))).collect()
    }

    /// The document with this change; `None` if the change is not possible.
    pub fn made(self, at: &Pointer, root: &Value) -> Option<Value> {
        let mut root = root.clone();
        self.make(at, &mut root)?;
        Some(root)
    }

    fn make(self, at: &Pointer, root: &mut Value) -> Option<()> {
        let name = at.last()?.into_owned();
        match (self, at.parent()?.get_mut(root)?) {
            (Self::Delete, Value::Object(members)) => drop(members.remove(&name)?),
            (Self::Delete, Value::Array(items)) => drop(items.remove(name.parse().ok()?)),
            (Self::Rename, Value::Object(members)) => {
                let value = members.remove(&name)?;
                members.insert(format!("{name}{ODD}"), value);
            }
            (Self::Replace, _) => {
                let value = at.get_mut(root)?;
                *value = other(value)?;
            }
            (Self::Move, Value::Array(items)) => {
                let index: usize = name.parse().ok()?;
                let is_same = items.get(index)? == items.get(index + 1)?;
                (!is_same).then(|| items.swap(index, index + 1))?;
            }
            _ => return None,
        }
        Some(())
    }
}

/// Another scalar of the same type; `None` for what has none.
fn other(value: &Value) -> Option<Value> {
    Some(match value {
        Value::Bool(is) => (!is).into(),
        Value::Number(number) => match number.as_i64() {
            Some(number) => number.wrapping_add(1).into(),
            None => (number.as_f64()? / 2.0).into(),
        },
        Value::String(text) => format!("{text}{ODD}").into(),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    })
}
