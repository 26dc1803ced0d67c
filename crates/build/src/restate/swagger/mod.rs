//! Converts Swagger 2.0 to OpenAPI 3.0, object by object.
//!
//! The members of an object are taken one by one. Those that remain at the end are kept unchanged: extensions,
//! and members that Swagger 2.0 does not have, which later rules report.

mod body;
mod components;
mod conversion;
mod document;
mod media_types;
mod object;
mod parameters;
mod paths;
mod references;
mod responses;
mod schemas;
mod security;
mod servers;
mod simple;

use serde_json::Value;

use super::losses::Losses;
use super::restated::Restated;
use conversion::Conversion;

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    if let Some(restated) = restate(root) {
        *root = restated.root;
        losses.start_with(restated.losses, restated.origins);
    }
}

/// The document as OpenAPI 3, unchanged if it is not Swagger 2.0.
pub fn in_openapi_3(root: &Value) -> Restated {
    let as_it_is = || {
        let (losses, origins) = Default::default();
        Restated { root: root.clone(), losses, origins }
    };
    restate(root).unwrap_or_else(as_it_is)
}

/// Converts a document; `None` if it is not Swagger 2.0.
pub fn restate(root: &Value) -> Option<Restated> {
    if !is_version_2(root.get("swagger")?) {
        return None;
    }
    let members = root.as_object()?;
    let mut conversion = Conversion::new(root);
    let mut root = document::restate(&mut conversion, members);
    references::rewrite(&conversion, &mut root);
    let Conversion { origins, losses, .. } = conversion;
    Some(Restated { root, origins, losses })
}

/// YAML reads `2.0` without quotes as a number.
fn is_version_2(version: &Value) -> bool {
    version == "2.0" || version.as_f64() == Some(2.0)
}
