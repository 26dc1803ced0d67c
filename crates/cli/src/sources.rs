//! The sources of a client.

use openapi_client_build::record::Record;
use openapi_client_build::{Diagnostics, Generated};

use super::text::Text;

#[derive(Debug)]
pub struct Sources {
    pub document: Text,
    /// The overlay; one that changes nothing if there is none.
    pub overlay: Text,
    /// The record of types, if there is one.
    pub types: Option<Text>,
}

impl Sources {
    /// Generates the client.
    pub fn generate(&self) -> Result<Generated, Diagnostics> {
        let Self { document, overlay, types } = self;
        match types {
            Some(types) => openapi_client_build::generate_keeping(
                document.source(),
                overlay.source(),
                types.source(),
            ),
            None => openapi_client_build::generate(document.source(), overlay.source()),
        }
    }

    /// The record.
    pub fn record(&self) -> Result<Option<Record>, Diagnostics> {
        self.types.as_ref().map(|types| Record::read(types.source())).transpose()
    }
}
