//! The history of a client: its specification, and its code after each pass.

use std::collections::BTreeSet;

use openapi_client_build::openapi::{self, mark, schemas};
use openapi_client_build::overlay::{self, Applied};
use openapi_client_build::plan::Plan;
use openapi_client_build::restate::origins::Origins;
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::{Diagnostics, lower, normalise, passes, sensitive, translate, validate};
use serde_json::Value;

use crate::sources::Sources;
use crate::surface::Surface;

/// A client and its history.
pub struct History {
    /// The document, which knows the positions in the text.
    pub spec: Document,
    pub overlay: Document,
    pub plan: Plan,
    origins: Origins,
    /// The finished client.
    pub surface: Surface,
    /// progenitor's code.
    pub lowered: Surface,
    /// The client after each pass.
    pub after_passes: Vec<AfterPass>,
    applied: Vec<Applied>,
    /// The places that became a reference to each type.
    uses: Vec<(String, Pointer)>,
}

/// A pass and the client after it.
pub struct AfterPass {
    pub pass: &'static str,
    pub effect: &'static str,
    pub surface: Surface,
}

/// An overlay action that concerns an item.
pub struct Touch<'a> {
    /// The place of the action in the overlay.
    pub action: &'a Pointer,
    pub description: &'a str,
    pub update: Option<&'a Value>,
}

impl History {
    /// Generates the client, and records its history.
    pub fn of(sources: &Sources) -> Result<Self, Diagnostics> {
        let document = Document::load(sources.document.source())?;
        let overlay = Document::load(sources.overlay.source())?;
        let overlaid = overlay::apply(validate::validate(document.clone())?, &overlay)?;
        sensitive::check(&overlaid, &overlay)?;
        let applied = overlaid.applied().to_vec();
        let translated = translate::translate(overlaid)?;
        let normalised = normalise::normalise(match sources.record()? {
            Some(record) => translated.keeping(record),
            None => translated,
        })?;
        let file = lower::lower(&normalised)?;
        let lowered = Surface::of(&file);
        let mut after_passes = Vec::new();
        let file = passes::run_watched(file, &normalised, &mut |pass, effect, file| {
            after_passes.push(AfterPass { pass, effect, surface: Surface::of(file) });
        })?;
        let mut uses = Vec::new();
        schemas::each_schema(normalised.root(), &mut |_, schema| {
            let target = openapi::reference(schema).and_then(openapi::schema_component);
            let origin = openapi::text(schema, mark::ORIGIN).and_then(Pointer::parse);
            if let (Some(name), Some(origin)) = (target, origin) {
                uses.push((name.to_owned(), normalised.origins().original(&origin)));
            }
        });
        Ok(Self {
            spec: document,
            overlay,
            plan: normalised.plan().clone(),
            origins: normalised.origins().clone(),
            surface: Surface::of(&file),
            lowered,
            after_passes,
            applied,
            uses,
        })
    }

    /// The place in the original document of a place of the plan.
    pub fn original(&self, origin: &Pointer) -> Pointer {
        self.origins.original(origin)
    }

    /// The places of a type: its own first, then those that became a reference to it.
    pub fn places_of_type(&self, name: &str) -> Vec<Pointer> {
        let own = self.plan.type_named(name).map(|plan| self.original(&plan.origin));
        let uses =
            self.uses.iter().filter(|(used, _)| used == name).map(|(_, place)| place.clone());
        let mut seen = BTreeSet::new();
        own.into_iter().chain(uses).filter(|place| seen.insert(place.clone())).collect()
    }

    /// The places of a field: its own first, then the same property at the other places of its type.
    pub fn places_of_field(&self, owner: &str, wire_name: &str) -> Vec<Pointer> {
        let own = self.plan.field(owner, wire_name).map(|plan| self.original(&plan.origin));
        let others = self.places_of_type(owner).into_iter().map(|place| {
            let property = place.join("properties").join(wire_name);
            (self.spec.root().pointer(property.as_str()).is_some(), property)
        });
        let others = others.filter(|(is_there, _)| *is_there).map(|(_, place)| place);
        let mut seen = BTreeSet::new();
        own.into_iter().chain(others).filter(|place| seen.insert(place.clone())).collect()
    }

    /// The actions that concern these places themselves, not items inside of them.
    pub fn touches(&self, places: &[Pointer]) -> Vec<Touch<'_>> {
        let concerned = self.applied.iter().filter(|applied| {
            let update = self.member(applied, "update");
            let touched: Vec<Pointer> =
                applied.places.iter().flat_map(|place| leaves(place, update)).collect();
            places.iter().any(|place| touched.iter().any(|touched| says_of(touched, place)))
        });
        concerned.map(|applied| self.touch(applied)).collect()
    }

    /// The actions that make a property required, which target its type.
    pub fn touches_of_presence(&self, owner: &str, wire_name: &str) -> Vec<Touch<'_>> {
        // A part of an `allOf` has its own required properties.
        let property = self.plan.field(owner, wire_name);
        let part = property.and_then(|plan| self.original(&plan.origin).parent()?.parent());
        let mut places = self.places_of_type(owner);
        places.extend(part);
        let is_named = |value: Option<&Value>| value.is_some_and(|it| it == wire_name);
        let concerned = self.applied.iter().filter(|applied| {
            let required = self.member(applied, "update").and_then(|it| it.get(mark::REQUIRED));
            let is_kept = openapi::strings(required).any(|name| name == wire_name);
            applied.places.iter().any(|place| {
                let is_removed = is_named(self.spec.root().pointer(place.as_str()));
                let is_here = places.iter().any(|own| says_of(place, own));
                is_here && (is_kept || is_removed)
            })
        });
        concerned.map(|applied| self.touch(applied)).collect()
    }

    fn touch<'a>(&'a self, applied: &'a Applied) -> Touch<'a> {
        Touch {
            action: &applied.action,
            description: self
                .member(applied, "description")
                .and_then(Value::as_str)
                .unwrap_or_default(),
            update: self.member(applied, "update"),
        }
    }

    fn member(&self, applied: &Applied, name: &str) -> Option<&Value> {
        self.overlay.root().pointer(applied.action.join(name).as_str())
    }
}

/// The places that an update changes; without an update, the removed place.
fn leaves(place: &Pointer, update: Option<&Value>) -> Vec<Pointer> {
    match update {
        Some(Value::Object(members)) => members
            .iter()
            .flat_map(|(name, inner)| leaves(&place.join(name), Some(inner)))
            .collect(),
        _ => vec![place.clone()],
    }
}

/// True if a place is inside of another without an item in between.
fn says_of(touched: &Pointer, place: &Pointer) -> bool {
    const OWN_PLACES: [&str; 6] =
        ["properties", "items", "additionalProperties", "parameters", "requestBody", "responses"];
    touched.is_within(place) && {
        let inside = touched.tokens().into_iter().nth(place.depth());
        inside.is_none_or(|inside| !OWN_PLACES.contains(&&*inside))
    }
}
