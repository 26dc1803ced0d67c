//! The bytes of a file as text: documents are UTF-8.

use super::diagnostic::{Diagnostic, Diagnostics, Position, Stage};
use super::pointer::Pointer;
use super::problem::Problem;

/// Reads the bytes of a document, which errors call `name`, as UTF-8.
///
/// # Errors
///
/// - They are something else: which encoding they seem to be in, and the first place that is not UTF-8.
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Diagnostics> {
    let (bytes, valid) = match String::from_utf8(bytes) {
        // What has a zero in it is text of two bytes a letter, if it is text at all.
        Ok(text) if !text.contains('\0') => return Ok(text),
        Ok(text) => (text.into_bytes(), 0),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            (error.into_bytes(), valid)
        }
    };
    let is_wide =
        bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.contains(&0);
    let seems = if is_wide { "UTF-16" } else { "Latin-1 or Windows-1252" };
    let before = bytes.get(..valid).unwrap_or_default();
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = String::from_utf8_lossy(before.get(line_start..).unwrap_or_default());
    let position = Position { line, column: column.chars().count() + 1 };
    Err(Diagnostic {
        stage: Stage::Load,
        file: name.to_owned(),
        position: Some(position),
        pointer: Pointer::root(),
        problem: Problem::NotUtf8 { seems },
    }
    .into())
}
