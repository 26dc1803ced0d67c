//! JSON text. YAML contains most of it, but not tabs between the tokens, characters escaped in two
//! halves, and line separators inside a string.

use std::collections::BTreeMap;

use serde::de::DeserializeSeed;
use serde_json::value::RawValue;

use super::diagnostic::Position;
use super::pointer::Pointer;

/// Reads the text; an error has the position at which the reader stopped.
pub fn read<'de, S: DeserializeSeed<'de>>(
    text: &'de str,
    seed: S,
) -> Result<S::Value, (String, Option<Position>)> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = seed.deserialize(&mut deserializer);
    read.and_then(|value| deserializer.end().map(|()| value)).map_err(|error| {
        let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
        let before = line.char_indices().take_while(|(start, _)| *start + 1 < error.column());
        let position = Position { line: error.line(), column: before.count() + 1 };
        (error.to_string(), (error.line() > 0).then_some(position))
    })
}

/// Line and column of a node: of its key, where it has one.
pub fn locate(text: &str, pointer: &Pointer) -> Option<Position> {
    let mut here: &RawValue = serde_json::from_str(text).ok()?;
    let mut start = offset(text, here);
    for token in pointer.tokens() {
        if here.get().starts_with('{') {
            let members: BTreeMap<String, &RawValue> = serde_json::from_str(here.get()).ok()?;
            here = members.get(&*token)?;
            start = start_of_key(text.get(..offset(text, here))?)?;
        } else {
            let items: Vec<&RawValue> = serde_json::from_str(here.get()).ok()?;
            here = items.get(token.parse::<usize>().ok()?)?;
            start = offset(text, here);
        }
    }
    let before = text.get(..start)?;
    let line = before.rsplit('\n').next().unwrap_or_default();
    Some(Position { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 })
}

/// The offset at which a part of the text starts.
fn offset(text: &str, part: &RawValue) -> usize {
    part.get().as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

/// Where the key starts that ends before a value; a quote inside it has an odd number of backslashes
/// in front.
fn start_of_key(before: &str) -> Option<usize> {
    let key = before.trim_end().strip_suffix(':')?.trim_end().strip_suffix('"')?;
    key.rmatch_indices('"').map(|(start, _)| start).find(|start| {
        let escapes = key.get(..*start).unwrap_or_default();
        (escapes.len() - escapes.trim_end_matches('\\').len()).is_multiple_of(2)
    })
}
