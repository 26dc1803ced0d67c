//! Distinguishes types that the overlay names alike, if one is sent and the other received.
//!
//! A schema inside a component that is merged into what is sent and into what is received has one `x-rust-name`
//! for both. If both become one type, they share the name. Otherwise the received type keeps it, and the sent
//! one is called `…Request`; unless the record has the name for a sent type.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::keep_reachable;
use super::shapes::{Shape, Shapes};
use crate::names;
use crate::openapi::{self, mark, schemas};
use crate::plan::Direction;
use crate::record::Record;
use crate::source::pointer::Pointer;

/// The shapes of the schemas that the overlay names alike.
type Named = BTreeMap<String, BTreeSet<Shape>>;

pub(super) fn run(root: &mut Value, record: Option<&Record>) {
    let [sent, received] = [Direction::Request, Direction::Response]
        .map(|direction| keep_reachable::places_reached_in(direction, root));
    let only_sent: Vec<Pointer> = sent.difference(&received).cloned().collect();
    let only_received: Vec<Pointer> = received.difference(&sent).cloned().collect();
    let mut shapes = Shapes::default();
    let mut named = |places: &mut dyn Iterator<Item = &Pointer>| {
        let mut named = Named::new();
        for schema in places.filter_map(|place| place.get(root)) {
            shapes.learn(schema);
            note(schema, &shapes, &mut named);
        }
        named
    };
    let (in_request, in_response) = (named(&mut only_sent.iter()), named(&mut received.iter()));
    let differs = |(name, of_request): &(&String, &BTreeSet<Shape>)| {
        in_response.get(*name).is_some_and(|of_response| of_response.is_disjoint(of_request))
    };
    let apart: BTreeSet<String> =
        in_request.iter().filter(differs).map(|(name, _)| name.clone()).collect();
    if apart.is_empty() {
        return;
    }
    let is_of_sent = |name: &str| {
        record.is_some_and(|record| {
            let is_recorded = record.iter().any(|(_, known)| known == name);
            is_recorded && !record.received().contains(name)
        })
    };
    for (places, word, is_for_sent) in
        [(only_sent, "request", false), (only_received, "response", true)]
    {
        for place in places {
            let Some(schema) = place.get_mut(root) else { continue };
            schemas::each_inside_mut(schema, &mut |schema| {
                let Some(name) = given_name(schema) else { return };
                let is_renamed = apart.contains(&name) && is_of_sent(&name) == is_for_sent;
                if let (Value::Object(members), true) = (schema, is_renamed) {
                    let renamed = names::type_name(&format!("{name} {word}"));
                    members.insert(mark::NAME.to_owned(), renamed.into());
                }
            });
        }
    }
}

fn note(schema: &Value, shapes: &Shapes, named: &mut Named) {
    if let (Some(shape), Some(name)) = (shapes.of(schema), given_name(schema)) {
        named.entry(name).or_default().insert(shape);
    }
    schemas::each_subschema(schema, &mut |_, inner| note(inner, shapes, named));
}

fn given_name(schema: &Value) -> Option<String> {
    openapi::text(schema, mark::NAME).map(names::type_name)
}
