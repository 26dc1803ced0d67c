//! The members of an answer as they are written.

use super::cursor::Cursor;

/// The members at these places whose names are wanted: each name, and its value as it is written.
pub fn members(
    text: &str,
    places: &[usize],
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<(String, String)> {
    let member = |place: &usize| {
        let mut cursor = Cursor::from(text, *place);
        let name = cursor.name()?.text().filter(|name| is_wanted(name))?;
        Some((name.into_owned(), cursor.skip()?.to_owned()))
    };
    places.iter().filter_map(member).collect()
}
