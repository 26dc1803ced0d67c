//! The members of an object as they are written.

use std::borrow::Cow;
use std::iter::from_fn;

use super::cursor::{Cursor, Quoted};

/// The members of the object that a text begins with, in their order: each name, and its value as it is written.
///
/// With the [text](crate::Response::text) of an answer it finds what the contract does not name, and all values of
/// a name that occurs more than once. There are no members if the text is not an object. They end before one that
/// is not JSON, and a name that cannot be decoded is left out, as reading does.
///
/// ```
/// use openapi_client_runtime::members;
///
/// let text = r#"{"id": "T1", "beta": {"is_on": true}}"#;
/// let found: Vec<_> = members(text).collect();
/// assert_eq!(found, [("id".into(), r#""T1""#), ("beta".into(), r#"{"is_on": true}"#)]);
/// assert_eq!(members("[]").count(), 0);
/// ```
pub fn members(text: &str) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
    members_after(Cursor::new(text))
}

/// The members of the object that comes next.
pub(super) fn members_after(
    mut cursor: Cursor<'_>,
) -> impl Iterator<Item = (Cow<'_, str>, &'_ str)> {
    let mut has_more = cursor.peek() == b'{';
    if has_more {
        cursor.open();
    }
    let mut is_first = true;
    from_fn(move || {
        while has_more {
            has_more = cursor.advance(&mut is_first, b'}');
            if has_more {
                let name = cursor.name().and_then(Quoted::text);
                if let Some(member) = name.zip(cursor.skip()) {
                    return Some(member);
                }
            }
        }
        None
    })
}
