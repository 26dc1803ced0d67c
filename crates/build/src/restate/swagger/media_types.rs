//! `consumes` and `produces`: the media types of bodies, for the document and for an operation.

use serde_json::Value;

use super::conversion::{Conversion, MediaTypes};
use super::object::Object;
use crate::openapi;
use crate::source::problem::Problem;

/// The media type of a body if the document gives none.
const DEFAULT: &str = "application/json";

impl MediaTypes {
    pub(super) fn of_document(conversion: &mut Conversion<'_>, object: &mut Object<'_>) -> Self {
        let mut take = |member| list(conversion, object, member).unwrap_or_default();
        let (consumes, produces) = (take("consumes"), take("produces"));
        Self { consumes, produces, own_consumes: None }
    }

    /// The media types of an operation, whose own lists replace the document's.
    pub(super) fn of_operation(conversion: &mut Conversion<'_>, object: &mut Object<'_>) -> Self {
        let [consumes, produces] =
            ["consumes", "produces"].map(|member| list(conversion, object, member));
        let own_consumes = consumes.as_ref().map(|_| object.before.join("consumes"));
        let shared = &conversion.media_types;
        Self {
            consumes: consumes.unwrap_or_else(|| shared.consumes.clone()),
            produces: produces.unwrap_or_else(|| shared.produces.clone()),
            own_consumes,
        }
    }
}

/// These media types, or JSON if there are none.
pub(super) fn or_json(media_types: &[String]) -> Vec<String> {
    match media_types {
        [] => vec![DEFAULT.to_owned()],
        given => given.to_vec(),
    }
}

fn list(
    conversion: &mut Conversion<'_>,
    object: &mut Object<'_>,
    member: &'static str,
) -> Option<Vec<String>> {
    let value = object.take(member)?;
    if !value.as_array().is_some_and(|all| all.iter().all(Value::is_string)) {
        conversion.lose(object.before.join(member), Problem::Dropped { keyword: member });
    }
    Some(openapi::strings(Some(value)).map(str::to_owned).collect())
}
