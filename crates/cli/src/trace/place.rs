//! Places as a person reads them.

use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;

/// `file:line:column  /json/pointer`
pub fn located(document: &Document, place: &Pointer) -> String {
    match document.locate(place) {
        Some(position) => {
            format!("{}:{}:{}  {place}", document.name(), position.line, position.column)
        }
        None => format!("{}  {place}", document.name()),
    }
}
