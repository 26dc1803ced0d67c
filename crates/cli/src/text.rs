//! A text and its source.

use std::fs;
use std::path::Path;

use openapi_client_build::overlay::{self, Overlaid};
use openapi_client_build::source::document::Document;
use openapi_client_build::source::encoding;
use openapi_client_build::{Source, validate};

use super::failure::Failure;

/// A text and its name in messages.
#[derive(Debug, Clone)]
pub struct Text {
    pub name: String,
    pub text: String,
}

impl Text {
    /// A text in memory.
    pub fn of(Source { name, text }: Source<'_>) -> Self {
        Self { name: name.to_owned(), text: text.to_owned() }
    }

    /// Reads a file.
    pub fn read(name: String, path: &Path) -> Result<Self, Failure> {
        let bytes = fs::read(path).map_err(|error| Failure::of_file(&name, &error))?;
        Self::decode(name, bytes)
    }

    /// Reads the bytes of a document.
    pub fn decode(name: String, bytes: Vec<u8>) -> Result<Self, Failure> {
        let text = encoding::decode(&name, bytes)?;
        Ok(Self { name, text })
    }

    /// The text with the line ends of Unix.
    pub fn with_unix_line_ends(&self) -> Self {
        Self { name: self.name.clone(), text: self.text.replace("\r\n", "\n") }
    }

    /// A text that takes the place of this one, with the line ends that this one has.
    pub fn with_its_line_ends(&self, text: &str) -> String {
        let ends_with_return =
            self.text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'));
        if ends_with_return { text.replace('\n', "\r\n") } else { text.to_owned() }
    }

    /// For the generator.
    pub fn source(&self) -> Source<'_> {
        Source { name: &self.name, text: &self.text }
    }

    /// The document with the matching actions of an overlay; `None` if it is not valid or an action is wrong.
    pub fn overlaid(&self, overlay: &Document) -> Option<Overlaid> {
        let validated = Document::load(self.source()).and_then(validate::validate).ok()?;
        let (overlaid, _) = overlay::apply_what_matches(validated, overlay).ok()?;
        Some(overlaid)
    }

    /// The reviewed content: the text after insta's header, if it has one.
    pub fn reviewed(&self) -> &str {
        let content = self.text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
        content.map_or(&self.text, |(_, content)| content)
    }
}
