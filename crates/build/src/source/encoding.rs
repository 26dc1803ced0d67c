//! The bytes of a file as text: documents are UTF-8.

use super::diagnostic::{Diagnostic, Diagnostics, Position, Stage};
use super::pointer::Pointer;
use super::problem::Problem;

/// The first bytes of files that are not text.
const STARTS: [(&[u8], &str); 6] = [
    (&[0x1f, 0x8b], "packed with gzip"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd"),
    (b"\x7fELF", "a program"),
];

/// Reads the bytes of a document, which errors call `name`, as UTF-8.
///
/// # Errors
///
/// - They are text in another encoding: which one it seems to be, and the first place that is not UTF-8.
/// - They are not text: what the file seems to be.
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Diagnostics> {
    if let Some((_, seems)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(error(name, Position { line: 1, column: 1 }, Problem::NotText { seems }));
    }
    let (bytes, valid) = match String::from_utf8(bytes) {
        // A text with zero bytes is probably UTF-16.
        Ok(text) if !text.contains('\0') => return Ok(text),
        Ok(text) => (text.into_bytes(), 0),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            (error.into_bytes(), valid)
        }
    };
    let problem = if is_wide(&bytes) {
        Problem::NotUtf8 { seems: "UTF-16" }
    } else if bytes.contains(&0) {
        Problem::NotText { seems: "binary data" }
    } else {
        Problem::NotUtf8 { seems: "Latin-1 or Windows-1252" }
    };
    let before = bytes.get(..valid).unwrap_or_default();
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = String::from_utf8_lossy(before.get(line_start..).unwrap_or_default());
    let position = Position { line, column: column.chars().count() + 1 };
    Err(error(name, position, problem))
}

/// True if the text seems to have two bytes a letter: one of each two is a zero in most of the world's formats.
fn is_wide(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    let is_marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    is_marked || (zeros > 0 && 3 * zeros >= bytes.len())
}

fn error(name: &str, position: Position, problem: Problem) -> Diagnostics {
    let (file, pointer) = (name.to_owned(), Pointer::root());
    Diagnostic { stage: Stage::Load, file, position: Some(position), pointer, problem, cause: None }
        .into()
}
