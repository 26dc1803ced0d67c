//! Why an item has its name.

use super::history::History;
use super::item::Item;
use super::place::located;
use crate::surface::{Type, Variant};
use openapi_client_build::names;
use openapi_client_build::openapi::{self, mark};
use openapi_client_build::source::pointer::Pointer;

/// The reason, in a line.
pub fn reason(history: &History, item: Item<'_>, places: &[Pointer]) -> String {
    match item {
        Item::Operation(_) => {
            let given = given(history, places, "operationId");
            given.unwrap_or_else(|| "the contract's `operationId`, in Rust's case".to_owned())
        }
        Item::Type(ty) => type_reason(history, ty, places),
        Item::Field(_, field) if field.name == field.wire_name => "the name in JSON".to_owned(),
        Item::Field(_, field) if field.name.trim_end_matches('_') == field.wire_name => {
            format!("the name in JSON; `{}` is a keyword of Rust", field.wire_name)
        }
        Item::Field(_, field) => format!("the name in JSON, `{}`, in Rust's case", field.wire_name),
        Item::Variant(ty, variant) => variant_reason(history, ty, variant),
    }
}

fn type_reason(history: &History, ty: &Type, places: &[Pointer]) -> String {
    if let Some(given) = given(history, places, mark::NAME) {
        return given;
    }
    let Some(place) = places.first() else {
        return "progenitor's own name for it".to_owned();
    };
    let component = openapi::schema_component(&format!("#{place}")).map(str::to_owned);
    match component {
        Some(component) if component == ty.name => "the component's name".to_owned(),
        Some(component) => format!("the component's name, `{component}`, in Rust's case"),
        None => "the contract has none: made of the type or operation around it and of the \
                 property or parameter that holds it"
            .to_owned(),
    }
}

fn variant_reason(history: &History, ty: &Type, variant: &Variant) -> String {
    let Some(value) = &variant.value else {
        return match variant.name == names::OTHER_VARIANT {
            true => {
                "the generator's name for all values that the contract does not name".to_owned()
            }
            false => "progenitor's name for its content".to_owned(),
        };
    };
    let places = history.places_of_type(&ty.name);
    if names::type_name(value) == variant.name {
        return format!("the value, `{value}`, in Rust's case");
    }
    given(history, &places, mark::VARIANTS)
        .unwrap_or_else(|| format!("`{}` of the contract, for `{value}`", mark::VARIANTS))
}

/// The overlay's action that gives a name by some member.
fn given(history: &History, places: &[Pointer], member: &str) -> Option<String> {
    let touches = history.touches(places);
    let touch = touches
        .iter()
        .find(|touch| touch.update.is_some_and(|update| update.get(member).is_some()))?;
    Some(format!("`{member}` of {}", located(&history.overlay, touch.action)))
}
