//! The shared sections of the document, each of which becomes one of `components`.

use serde_json::{Map, Value};

use super::conversion::Conversion;
use super::object::Object;
use super::{body, media_types, parameters, responses, schemas, security};
use crate::openapi;
use crate::source::pointer::Pointer;

pub(super) fn restate<'a>(conversion: &mut Conversion<'a>, object: &mut Object<'a>) {
    let mut components = Map::new();
    let mut sections = Sections { conversion, object, components: &mut components };
    sections.take("definitions", "schemas", |conversion, value, before, now| {
        Some(schemas::schema(conversion, value, &before, &now))
    });
    sections.take("responses", "responses", |conversion, value, before, now| {
        let produces = conversion.media_types.produces.clone();
        Some(responses::response(conversion, value, before, now, &produces))
    });
    sections.take("parameters", "parameters", |conversion, value, before, now| {
        let is_parameter = !matches!(place(conversion, value), Some("body" | "formData"));
        is_parameter.then(|| parameters::parameter(conversion, value, before, now))
    });
    sections.bodies();
    sections.take("securityDefinitions", "securitySchemes", |conversion, value, before, now| {
        Some(security::scheme(conversion, value, before, now))
    });
    if !components.is_empty() {
        object.put("components", components);
    }
}

/// The location of a parameter.
fn place<'a>(conversion: &Conversion<'a>, parameter: &'a Value) -> Option<&'a str> {
    openapi::text(openapi::resolve(conversion.root, parameter)?, "in")
}

/// Restates a member of a section, if it belongs there.
type Restate<'a> = fn(&mut Conversion<'a>, &'a Value, Pointer, Pointer) -> Option<Value>;

struct Sections<'c, 'a> {
    conversion: &'c mut Conversion<'a>,
    object: &'c mut Object<'a>,
    components: &'c mut Map<String, Value>,
}

impl<'a> Sections<'_, 'a> {
    fn take(&mut self, member: &str, section: &str, restate: Restate<'a>) {
        if let Some(value) = self.object.take(member) {
            self.put(value, member, section, restate);
        }
    }

    /// A body that is shared is a parameter in Swagger 2.0.
    fn bodies(&mut self) {
        let Some(parameters) = self.conversion.root.get("parameters") else { return };
        self.put(parameters, "parameters", "requestBodies", |conversion, value, before, now| {
            if place(conversion, value) != Some("body") {
                return None;
            }
            let consumes = media_types::or_json(&conversion.media_types.consumes);
            Some(body::body(conversion, value, before, now, &consumes))
        });
    }

    fn put(&mut self, value: &'a Value, member: &str, section: &str, restate: Restate<'a>) {
        let (before, now) =
            (Pointer::root().join(member), Pointer::root().join_all(["components", section]));
        let mut members = Map::new();
        for (name, value) in openapi::members(Some(value)) {
            let (before, now) = (before.join(name), now.join(name));
            if let Some(value) = restate(self.conversion, value, before.clone(), now.clone()) {
                self.conversion.origins.moved(before, now);
                members.insert(name.to_owned(), value);
            }
        }
        if !members.is_empty() {
            if self.components.is_empty() {
                self.conversion.origins.made(Pointer::root().join("components"), before.clone());
            }
            self.conversion.origins.moved(before, now);
            self.components.insert(section.to_owned(), Value::Object(members));
        }
    }
}
