//! The style in which the tool writes a document.

use openapi_client_build::source::document::Document;

use super::file;
use super::review::{self, comments, head};
use super::tree;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::text::Text;

/// A document in the tool's style.
pub struct Styled {
    /// The text, with the line ends that the document has.
    pub text: String,
    /// The first line that is in another style, if there is one.
    pub differs_at: Option<usize>,
    /// The lines of comments, but for those at the top: the style has no place for them.
    pub comments: Vec<usize>,
}

/// Puts a document into the tool's style; nothing if it is JSON, which has none.
///
/// # Errors
///
/// - The document is not readable.
pub fn styled(document: &Text) -> Result<Option<Styled>, Failure> {
    let unix = document.with_unix_line_ends();
    let read = Document::load(unix.source())?;
    if unix.text.trim_start().starts_with('{') {
        return Ok(None);
    }
    let text = file::write(&unix.name, head(&unix.text), &tree::of(&read))?.text;
    let same = unix.text.lines().zip(text.lines()).take_while(|(old, new)| old == new).count();
    let differs_at = (unix.text != text).then_some(same + 1);
    let comments = if differs_at.is_some() { comments(&unix.text) } else { Vec::new() };
    Ok(Some(Styled { text: document.with_its_line_ends(&text), differs_at, comments }))
}

/// The places of a document that should have a description and have none.
///
/// # Errors
///
/// - The document is not readable.
pub fn undescribed(document: &Text) -> Result<Vec<Finding>, Failure> {
    let read = Document::load(document.source())?;
    let tree = tree::of(&read);
    // In its own style the writer knows every place; the reader reads the text again for each.
    let unix = document.with_unix_line_ends();
    let written = file::write(&unix.name, head(&unix.text), &tree).ok();
    let written = written.filter(|written| written.text == unix.text);
    let finding = |at| {
        let position = match &written {
            Some(written) => written.places.get(&at).copied(),
            None => read.locate(&at),
        };
        let place = (document.name.as_str(), position);
        let finding = Finding::new(
            "described",
            "no description, so that users find none in the documentation",
            place,
            "describe it in your own words; `import --descriptions missing` takes upstream's",
        );
        Finding { write: "description: …".to_owned(), is_loss: true, ..finding.at(&at) }
    };
    Ok(review::undescribed(&tree).into_iter().map(finding).collect())
}
