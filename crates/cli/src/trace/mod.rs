//! `cargo spec trace`

mod history;
mod item;
mod naming;

use std::io::Write;

use clap::Args;

use super::failure::Failure;
use super::repository::Choice;
use super::{Ending, Terminal};
use history::History;
use item::Item;
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;

/// More places are counted, not listed.
const MOST_PLACES: usize = 5;

/// Say where an item of the client comes from, and why it has its name
///
/// The place in the fragment, the overlay's actions that say something of it, and the passes that
/// changed the code which progenitor wrote.
#[derive(Debug, Args)]
pub struct Trace {
    /// A type, a field, a variant or an operation: `Emd`, `Emd.travel`, `DiscountType::Loyalty`
    item: String,
    #[command(flatten)]
    of: Choice,
}

impl Trace {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let (spec, overlay) = self.of.read(terminal)?;
        let history = History::of(&spec, &overlay)?;
        let item = Item::find(&history.surface, &self.item)?;
        print(terminal.output, &history, item)?;
        Ok(Ending::Clean)
    }
}

fn print(output: &mut dyn Write, history: &History, item: Item<'_>) -> Result<(), Failure> {
    writeln!(output, "{}", item.line())?;
    for line in item.doc().lines() {
        writeln!(output, "    {line}")?;
    }
    let places = places(history, item);
    writeln!(output, "\ncomes from")?;
    match places.as_slice() {
        [] => writeln!(output, "    no place of the contract: progenitor or a pass writes it")?,
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

/// Where the item stands in the fragment, the place that shaped it first.
fn places(history: &History, item: Item<'_>) -> Vec<Pointer> {
    match item {
        Item::Operation(operation) => history
            .plan
            .operation(&operation.name)
            .map(|plan| plan.origin.clone())
            .into_iter()
            .collect(),
        Item::Type(ty) => history.places_of_type(&ty.name),
        Item::Field(ty, field) => history.places_of_field(&ty.name, &field.wire_name),
        Item::Variant(ty, variant) => {
            let own = history.plan.type_named(&ty.name).map(|plan| plan.origin.clone());
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

/// `file:line:column  /json/pointer`
fn located(document: &Document, place: &Pointer) -> String {
    match document.locate(place) {
        Some(position) => {
            format!("{}:{}:{}  {place}", document.name(), position.line, position.column)
        }
        None => format!("{}  {place}", document.name()),
    }
}

/// The passes after which the item was another.
fn passes(history: &History, item: Item<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut before = item.in_surface(&history.lowered);
    if let Some(item) = before {
        lines.push(format!("progenitor: {}", item.line()));
    }
    for step in &history.steps {
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
