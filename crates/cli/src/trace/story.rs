//! Prints the history of an item.

use std::io::Write;

use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;

use super::history::History;
use super::item::Item;
use super::naming;
use super::place::located;
use crate::failure::Failure;

/// Most places that are listed; the rest is counted.
const MOST_PLACES: usize = 5;

/// Prints the origin of an item, and what changed it.
pub fn tell(output: &mut dyn Write, history: &History, item: Item<'_>) -> Result<(), Failure> {
    writeln!(output, "{}", item.line())?;
    for line in item.doc().lines() {
        writeln!(output, "    {line}")?;
    }
    let places = places(history, item);
    writeln!(output, "\ncomes from")?;
    match places.as_slice() {
        [] => writeln!(output, "    not from the contract: progenitor or a pass writes it")?,
        places => {
            for place in places.iter().take(MOST_PLACES) {
                writeln!(output, "    {}", located(&history.spec, place))?;
            }
        }
    }
    if let Some(more) = places.len().checked_sub(MOST_PLACES).filter(|more| *more > 0) {
        writeln!(output, "    and {more} more places with the same shape or a reference to it")?;
    }
    writeln!(output, "\nnamed\n    {}", naming::reason(history, item, &places))?;
    let mut touches = history.touches(&places);
    if let Item::Field(ty, field) = item {
        touches.extend(history.touches_of_presence(&ty.name, &field.wire_name));
    }
    if !touches.is_empty() {
        writeln!(output, "\noverlay")?;
    }
    for touch in touches {
        writeln!(output, "    {}", located(&history.overlay, touch.action))?;
        writeln!(output, "        {}", touch.description)?;
    }
    writeln!(output, "\npasses")?;
    for line in passes(history, item) {
        writeln!(output, "    {line}")?;
    }
    Ok(())
}

/// The places of the item in the document, its origin first.
fn places(history: &History, item: Item<'_>) -> Vec<Pointer> {
    match item {
        Item::Operation(operation) => history
            .plan
            .operation(&operation.name)
            .map(|plan| history.original(&plan.origin))
            .into_iter()
            .collect(),
        Item::Type(ty) => history.places_of_type(&ty.name),
        Item::Field(ty, field) => history.places_of_field(&ty.name, &field.wire_name),
        Item::Variant(ty, variant) => {
            let own = history.plan.type_named(&ty.name).map(|plan| history.original(&plan.origin));
            own.into_iter()
                .filter_map(|place| value_of(&history.spec, &place, variant.value.as_deref()?))
                .collect()
        }
    }
}

/// The place of a value in an `enum`.
fn value_of(spec: &Document, place: &Pointer, value: &str) -> Option<Pointer> {
    let place = place.join("enum");
    let values = spec.root().pointer(place.as_str())?.as_array()?;
    let index = values.iter().position(|known| known == value)?;
    Some(place.join(index))
}

/// The passes that changed the item.
fn passes(history: &History, item: Item<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut before = item.in_surface(&history.lowered);
    if let Some(item) = before {
        lines.push(format!("progenitor: {}", item.line()));
    }
    for step in &history.after_passes {
        let after = item.in_surface(&step.surface);
        if after.map(|item| item.content()) != before.map(|item| item.content()) {
            lines.push(format!("{}: {}", step.pass, step.effect));
        }
        let changed =
            after.filter(|after| before.is_none_or(|before| before.line() != after.line()));
        if let Some(item) = changed {
            lines.push(format!("    → {}", item.line()));
        }
        before = after;
    }
    lines
}
