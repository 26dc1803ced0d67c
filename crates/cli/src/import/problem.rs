//! The problems that can stop an import.

use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::source::problem::Problem;

use crate::finding::Finding;

/// One thing that stands in the way: what the generator would say of the document, or what only matters
/// to one who cuts a part out of it.
#[derive(Debug)]
pub enum Obstacle {
    Document(Problem),
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
            Self::NoDocumentInPage { lines } => (
                match lines.as_slice() {
                    [] => "no OpenAPI document: the page has no fence".to_owned(),
                    lines => format!("no OpenAPI document in the fences at {}", list(lines)),
                },
                "take the page with `.md` behind its address; its fence starts ````yaml <path> post /...",
            ),
            Self::SeveralDocumentsInPage { lines } => (
                format!("several OpenAPI documents, in the fences at {}", list(lines)),
                "take the page of one operation, or the whole document of the API",
            ),
            Self::OpenFence => (
                "the fence is not closed: the page breaks off".to_owned(),
                "fetch the page once more",
            ),
            Self::NotInPage(operation) => (
                format!("the page is about {operation}, which its document does not have"),
                "take the page as the site serves it, or the whole document of the API",
            ),
            Self::ReferenceToOperation(target) => (
                format!("`$ref` into an operation that is not taken: {target}"),
                "take that operation too, with `--operation`",
            ),
            Self::ReferenceElsewhere(target) => (
                format!("`$ref` to what can stand in no fragment: {target}"),
                "refer to a schema, response, parameter, body, header, example or security scheme in `components`",
            ),
        }
    }
}

impl Obstacle {
    /// The same, with the places that it names as they are in another document.
    pub fn with_places(self, place: impl Fn(&Pointer) -> Pointer) -> Self {
        match self {
            Self::Document(problem) => Self::Document(problem.with_places(place)),
            other => other,
        }
    }

    /// What there is to say of it at a place of a document.
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
