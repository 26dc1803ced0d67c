//! The Markdown page of one operation, as the documentation site serves it: a code fence, whose info string ends
//! in the operation, contains the OpenAPI document.

use openapi_client_build::source::diagnostic::Position;

use super::grammar::METHODS;
use super::problem::Obstacle;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::text::Text;

/// Extensions of files that can only be pages.
const MARKDOWN: [&str; 3] = [".md", ".mdx", ".markdown"];

/// An OpenAPI document as it was given.
#[derive(Debug)]
pub struct Given {
    /// The document; if it comes from a page, it keeps the page's line numbers.
    pub text: Text,
    /// The operation that the page is about.
    pub about: Option<About>,
}

/// The operation that a page names.
#[derive(Debug)]
pub struct About {
    pub method: String,
    pub path: String,
    line: usize,
}

impl Given {
    /// Extracts the document, if the text is a page.
    pub fn of(text: Text) -> Result<Self, Failure> {
        let Text { name, text } = text;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
        let fences = fences(&text);
        // At the start of a line a fence is neither YAML nor JSON.
        if fences.is_empty() && !MARKDOWN.iter().any(|end| name.ends_with(end)) {
            return Ok(Self { text: Text { name, text }, about: None });
        }
        let of_documents: Vec<&Fence<'_>> =
            fences.iter().filter(|fence| fence.operation().is_some()).collect();
        let lines = |fences: &[&Fence<'_>]| fences.iter().map(|fence| fence.line).collect();
        let error = |line: usize, problem| Err(error(&name, line, problem));
        let fence = match of_documents.as_slice() {
            [] => {
                let lines = lines(&fences.iter().collect::<Vec<_>>());
                return error(1, Obstacle::NoDocumentInPage { lines });
            }
            [fence] => fence,
            [first, ..] => {
                let lines = lines(&of_documents);
                return error(first.line, Obstacle::SeveralDocumentsInPage { lines });
            }
        };
        if !fence.is_closed {
            return error(fence.line, Obstacle::OpenFence);
        }
        let (method, path) = fence.operation().unwrap_or_default();
        let about =
            About { method: method.to_lowercase(), path: path.to_owned(), line: fence.line };
        let text = format!("{}{}\n", "\n".repeat(fence.line), fence.body.join("\n"));
        Ok(Self { text: Text { name, text }, about: Some(about) })
    }

    /// The failure for a page whose document does not contain its operation.
    pub fn without_its_operation(&self, about: &About) -> Failure {
        let operation = format!("{} {}", about.method.to_uppercase(), about.path);
        error(&self.text.name, about.line, Obstacle::NotInPage(operation))
    }
}

fn error(name: &str, line: usize, obstacle: Obstacle) -> Failure {
    let (message, help) = obstacle.texts();
    let position = Position { line, column: 1 };
    Finding::new("import", message, (name, Some(position)), help).into()
}

/// A fenced block of a page.
struct Fence<'a> {
    /// The line of its start, counted from 1.
    line: usize,
    info: &'a str,
    body: Vec<&'a str>,
    is_closed: bool,
}

impl<'a> Fence<'a> {
    /// Method and path, if it contains a document: `yaml <path> post /sessions/{session_id}/cancel`.
    fn operation(&self) -> Option<(&'a str, &'a str)> {
        let mut words = self.info.split_whitespace();
        let language = words.next()?;
        let path = words.next_back()?;
        let method = words.next_back()?;
        let is_one = matches!(language, "yaml" | "yml" | "json")
            && path.starts_with('/')
            && METHODS.contains(&method.to_lowercase().as_str());
        is_one.then_some((method, path))
    }
}

/// The blocks between lines of at least three backticks; a block ends with at least as many as it
/// starts with.
fn fences(text: &str) -> Vec<Fence<'_>> {
    let mut fences: Vec<Fence<'_>> = Vec::new();
    let mut open: Option<(usize, Fence<'_>)> = None;
    for (index, line) in text.lines().enumerate() {
        let rest = line.trim_start_matches('`');
        let ticks = line.len() - rest.len();
        open = match open {
            None if ticks >= 3 && !rest.contains('`') => {
                let (line, info) = (index + 1, rest.trim());
                Some((ticks, Fence { line, info, body: Vec::new(), is_closed: false }))
            }
            None => None,
            Some((opened, fence)) if ticks >= opened && rest.trim().is_empty() => {
                fences.push(Fence { is_closed: true, ..fence });
                None
            }
            Some((opened, mut fence)) => {
                fence.body.push(line);
                Some((opened, fence))
            }
        };
    }
    fences.extend(open.map(|(_, fence)| fence));
    fences
}
