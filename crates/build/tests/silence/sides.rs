//! What of a document an operation reaches, and whether it is sent or received there.

use std::collections::BTreeSet;

use serde_json::Value;

use openapi_client_build::openapi;
use openapi_client_build::openapi::grammar::{self, Holds, Object};
use openapi_client_build::openapi::schemas::Place;
use openapi_client_build::source::pointer::Pointer;

/// The components that are reached, by side.
#[derive(Debug)]
pub struct Sides {
    sent: BTreeSet<Pointer>,
    received: BTreeSet<Pointer>,
}

impl Sides {
    pub fn of(root: &Value) -> Self {
        let mut starts = [Vec::new(), Vec::new()];
        let top = Pointer::root();
        let look = |at: &Pointer, value: &Value, object| (at.clone(), value.clone(), object);
        grammar::walk(Object::Document, root, &Place::Start(&top), &mut |at, object, value| {
            let at = at.pointer();
            match object {
                Object::Parameter | Object::RequestBody => starts[0].push(look(&at, value, object)),
                Object::Response => starts[1].push(look(&at, value, object)),
                Object::PathItem => {
                    starts[0].push(look(&at, &without_operations(value), object));
                    return true;
                }
                Object::Schema | Object::SecurityScheme => {}
                _ => return true,
            }
            false
        });
        let of_paths = |start: &&(Pointer, Value, Object)| {
            !start.0.is_within(&top.join("components"))
                || start.0.is_within(&top.join_all(["components", "pathItems"]))
        };
        let [sent, received] =
            starts.map(|starts| reach(root, starts.iter().filter(of_paths).cloned().collect()));
        Self { sent, received }
    }

    /// True unless the place is in a component that no operation reaches.
    pub fn are_reached(&self, at: &Pointer) -> bool {
        let components = Pointer::root().join("components");
        let mut all = self.sent.iter().chain(&self.received);
        !at.is_within(&components)
            || *at == components
            || all.any(|it| at.is_within(it) || it.is_within(at))
    }

    pub fn is_sent(&self, at: &Pointer) -> bool {
        Self::is_in(&self.sent, at).unwrap_or(!is_in_response(at))
    }

    pub fn is_received(&self, at: &Pointer) -> bool {
        Self::is_in(&self.received, at).unwrap_or(is_in_response(at))
    }

    /// `None` if it is not a component.
    fn is_in(components: &BTreeSet<Pointer>, at: &Pointer) -> Option<bool> {
        let component = component(at)?;
        Some(components.contains(&component))
    }
}

fn is_in_response(at: &Pointer) -> bool {
    at.tokens().iter().any(|token| token == "responses")
}

/// The component schema that a place is in.
fn component(at: &Pointer) -> Option<Pointer> {
    openapi::component_around(at).map(|name| openapi::component_place(&name))
}

fn without_operations(item: &Value) -> Value {
    let reference = item.get("$ref").cloned();
    reference.map_or(Value::Null, |target| serde_json::json!({ "$ref": target }))
}

/// The components that some parts refer to.
fn reach(root: &Value, mut waiting: Vec<(Pointer, Value, Object)>) -> BTreeSet<Pointer> {
    let mut reached = BTreeSet::new();
    while let Some((at, value, object)) = waiting.pop() {
        let mut targets = Vec::new();
        grammar::walk(object, &value, &Place::Start(&at), &mut |_, _, value| {
            targets.extend(openapi::reference(value).and_then(Pointer::parse));
            true
        });
        for target in targets {
            let tokens = target.tokens();
            let [_, section, name, ..] = tokens.as_slice() else { continue };
            let at = Pointer::root().join_all(["components", section, name]);
            let held = Object::Components.member(section).map(|member| member.holds);
            if let (Some(Holds::Map(object)), Some(value)) = (held, at.get(root))
                && reached.insert(at.clone())
            {
                waiting.push((at, value.clone(), object));
            }
        }
    }
    reached
}
