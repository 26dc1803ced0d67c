//! The problems that can stop an import.

use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::source::problem::Problem;

use crate::finding::Finding;

/// A problem that stops an import: one that the generator reports, too, or one that concerns only an import.
#[derive(Debug)]
pub enum Obstacle {
    Document(Problem),
    Empty,
    WebPage,
    BreaksOff,
    NoDocumentInPage { lines: Vec<usize> },
    SeveralDocumentsInPage { lines: Vec<usize> },
    OpenFence,
    NotInPage(String),
    ReferenceToOperation(String),
    ReferenceElsewhere(String),
}

/// The problems that stop an import, by document.
#[derive(Debug)]
pub struct Obstacles {
    pub upstream: Vec<(Pointer, Obstacle)>,
    pub own: Vec<(Pointer, Obstacle)>,
}

impl Obstacle {
    /// The message, and the way out.
    pub fn texts(&self) -> (String, &'static str) {
        match self {
            Self::Document(problem) => (problem.to_string(), problem.hint()),
            Self::Empty => (
                "the file is empty".to_owned(),
                "download it once more, and look whether the address leads elsewhere or asks for a login",
            ),
            Self::WebPage => (
                "a web page, not an OpenAPI document".to_owned(),
                "take the page with `.md` behind its address, or the address of the document itself",
            ),
            Self::BreaksOff => (
                "the document breaks off here".to_owned(),
                "download it once more: what is there is only its beginning",
            ),
            Self::NoDocumentInPage { lines } => (
                match lines.as_slice() {
                    [] => "the page has no OpenAPI document: it has no code fence".to_owned(),
                    lines => format!(
                        "the page has no OpenAPI document in its code fences at {}",
                        list(lines)
                    ),
                },
                "download the page with `.md` at the end of its address; its code fence starts with ````yaml <path> post /...",
            ),
            Self::SeveralDocumentsInPage { lines } => (
                format!(
                    "the page has several OpenAPI documents, in its code fences at {}",
                    list(lines)
                ),
                "import the page of one operation, or the whole document of the API",
            ),
            Self::OpenFence => (
                "the code fence is not closed: the page is incomplete".to_owned(),
                "download the page again",
            ),
            Self::NotInPage(operation) => (
                format!("the page is about {operation}, which its document does not contain"),
                "download the page again, or import the whole document of the API",
            ),
            Self::ReferenceToOperation(target) => (
                format!("the `$ref` leads into an operation that is not imported: {target}"),
                "import that operation too, with `--operation`",
            ),
            Self::ReferenceElsewhere(target) => (
                format!("the `$ref` leads to a place that a fragment cannot contain: {target}"),
                "refer to a schema, response, parameter, body, header, example or security scheme in `components`",
            ),
        }
    }
}

impl Obstacle {
    /// This problem with the places that it names mapped to those of another document.
    pub fn with_places(self, place: impl Fn(&Pointer) -> Pointer) -> Self {
        match self {
            Self::Document(problem) => Self::Document(problem.with_places(place)),
            other => other,
        }
    }

    /// The finding at a place of a document.
    pub fn finding(&self, document: &Document, at: &Pointer) -> Finding {
        let (message, help) = self.texts();
        let place = (document.name(), document.locate(at));
        let is_loss = matches!(self, Self::Document(problem) if problem.is_loss());
        Finding { is_loss, ..Finding::new("import", message, place, help).at(at) }
    }
}

impl From<Problem> for Obstacle {
    fn from(problem: Problem) -> Self {
        Self::Document(problem)
    }
}

/// `lines 3, 9`
fn list(lines: &[usize]) -> String {
    let numbers: Vec<String> = lines.iter().map(usize::to_string).collect();
    format!("line{} {}", if lines.len() == 1 { "" } else { "s" }, numbers.join(", "))
}
