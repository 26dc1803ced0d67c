//! What an import has found and done.

use openapi_client_build::source::diagnostic::Position;
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;

use super::advice::Advice;
use super::component::Component;
use super::fate::Fate;
use super::moved::Moved;
use super::operations::Operation;
use super::review::Review;
use crate::finding::Finding;
use crate::text::Text;

/// Why a place is to be described.
const DOCUMENTED: &str = "users read it as documentation";

/// Whether the file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Unchanged,
    Anew,
    /// A dry run that found what would be written.
    Pending,
}

/// The result of an import.
#[derive(Debug)]
pub struct Report {
    pub written: Written,
    /// The name of the fragment.
    pub document: String,
    /// The name of the overlay, if there is one.
    pub overlay: Option<String>,
    /// The name of upstream's document.
    pub from: String,
    pub taken: Vec<(Fate, Operation)>,
    pub kept: Vec<KeptOperation>,
    pub removed: Vec<Operation>,
    /// Members of the document beside its paths and components, such as `info`.
    pub frame: Vec<(Fate, String)>,
    pub components: Vec<(Fate, Component)>,
    /// The moved parts that the fragment's descriptions followed.
    pub moved: Vec<Moved>,
    /// True if the package has a record of its types, by which they keep their names.
    pub keeps_names: bool,
    /// True if the text changes and what it says does not.
    pub is_style: bool,
    /// The number of components that only kept operations reach.
    pub kept_components: usize,
    /// Upstream's operations and components that were not imported.
    pub left: (Vec<Operation>, Vec<Component>),
    /// Parts of the imported operations that OpenAPI 3 cannot describe.
    pub lost: Vec<Finding>,
    pub links: usize,
    pub callbacks: usize,
    pub lost_comments: Vec<usize>,
    pub undescribed: Vec<(Pointer, Option<Position>)>,
    pub generator: Review,
    /// The document as it shall be.
    pub root: serde_json::Value,
}

/// An operation of the fragment that upstream's document does not have at this path.
#[derive(Debug)]
pub struct KeptOperation {
    pub operation: Operation,
    /// The operation of upstream's document with the same id.
    pub moved: Option<Operation>,
}

impl Report {
    /// True if a client comes out of the document.
    pub fn is_generated(&self) -> bool {
        self.generator.findings.iter().all(|finding| finding.is_loss)
    }

    /// The tasks that are left, each with its place.
    pub fn tasks(&self) -> Vec<Finding> {
        let described = self.undescribed.iter().map(|(at, position)| {
            let place = (self.document.as_str(), *position);
            let finding =
                Finding::new("described", "describe it in your own words", place, DOCUMENTED);
            Finding { write: "description: …".to_owned(), ..finding.at(at) }
        });
        described.chain(self.generator.findings.iter().cloned()).collect()
    }

    /// The overlay with each target that matches nothing replaced by the proposed one.
    pub fn mended_overlay(&self, overlay: &Text) -> Text {
        let Ok(document) = Document::load(overlay.source()) else { return overlay.clone() };
        let advice = Advice { root: &self.root, overlay: &document, moved: &self.moved };
        Text { name: overlay.name.clone(), text: advice.mended().to_string() }
    }
}
