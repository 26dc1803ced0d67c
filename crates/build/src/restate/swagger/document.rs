//! The document itself: its frame, and the sections that become components.

use serde_json::{Map, Value};

use super::conversion::{Conversion, MediaTypes};
use super::object::Object;
use super::{components, paths, servers};
use crate::source::pointer::Pointer;

pub(super) fn restate<'a>(
    conversion: &mut Conversion<'a>,
    members: &'a Map<String, Value>,
) -> Value {
    let top = Pointer::root();
    let mut object = Object::new(members, top.clone(), top.clone());
    object.take("swagger");
    object.put("openapi", "3.0.3");
    conversion.origins.moved(top.join("swagger"), top.join("openapi"));
    object.keep(&["info", "externalDocs", "security", "tags"]);
    servers::of_document(conversion, &mut object);
    conversion.media_types = MediaTypes::of_document(conversion, &mut object);
    components::restate(conversion, &mut object);
    if let Some(items) = object.take("paths") {
        object.put("paths", paths::restate(conversion, items));
    }
    Value::Object(object.end(conversion))
}
