//! The file of the fragment.

use std::fs;
use std::path::Path;

use openapi_client_build::Source;
use openapi_client_build::source::document::Document;

use super::tree::{self, Tree};
use super::yaml::{self, Written};
use crate::failure::Failure;

/// Writes the tree as text, and checks that the text reads back as the same tree.
pub fn write(name: &str, head: &str, tree: &Tree) -> Result<Written, Failure> {
    let written = yaml::write(head, tree);
    let read = Document::load(Source { name, text: &written.text });
    let again = read.ok().map(|document| tree::of(&document));
    let is_faithful =
        again.is_some_and(|again| again == *tree && yaml::write(head, &again).text == written.text);
    if is_faithful {
        return Ok(written);
    }
    Err(Failure::new(
        format!("{name} was not changed: the new text would not read back as the same document"),
        "this is a bug of the tool: report it, with any unusual key or text of the document",
    ))
}

/// Replaces a file in one step, so that it is never half written.
pub fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let new = path.with_extension("yaml.new");
    fs::write(&new, text).and_then(|()| fs::rename(&new, path)).map_err(|error| {
        // Best effort: the failure to report is the first one.
        let _ = fs::remove_file(&new);
        Failure::of_file(&path.display().to_string(), &error)
    })
}
