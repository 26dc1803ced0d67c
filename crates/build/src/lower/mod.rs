//! Lower: progenitor, and nothing else, turns schemas into Rust.
//!
//! progenitor's errors name no place, and it panics on unexpected documents. A failure is therefore narrowed down
//! to the operation or type that causes it.

mod parse;
mod stand_ins;
mod take_back;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use openapiv3::OpenAPI;
use proc_macro2::TokenStream;
use progenitor::{GenerationSettings, Generator, InterfaceStyle};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::normalise::{self, Normalised};
use crate::openapi;
use crate::runtime::SENDER;
use crate::source::diagnostic::{Diagnostics, Stage};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;
use stand_ins::StandIns;

/// Generates the client with progenitor, under the planned names.
///
/// # Errors
///
/// - progenitor rejects the document or panics: the error names the operation or type that causes it.
/// - progenitor gives an item another name than the planned one.
pub fn lower(normalised: &Normalised) -> Result<syn::File, Diagnostics> {
    let (root, stand_ins) = with_stand_ins(normalised);
    let tokens = generate_tokens(&root);
    // The tree takes the memory that the copy had.
    drop(root);
    let mut file = tokens.and_then(parse).map_err(|problem| {
        let (root, stand_ins) = with_stand_ins(normalised);
        let (at, problem) = narrow_down(normalised, &root, &stand_ins, problem);
        normalised.error(Stage::Lower, &at, problem)
    })?;
    take_back::take_back(&stand_ins, &mut file, normalised.plan())
        .map_err(|problem| normalised.error(Stage::Lower, &Pointer::root(), problem))?;
    Ok(file)
}

/// The document with the names that progenitor is given.
fn with_stand_ins(normalised: &Normalised) -> (Value, StandIns) {
    let mut root = normalised.root().clone();
    let stand_ins = StandIns::put(&mut root, normalised.plan());
    (root, stand_ins)
}

fn generate(root: &Value) -> Result<syn::File, Problem> {
    parse(generate_tokens(root)?)
}

fn parse(tokens: TokenStream) -> Result<syn::File, Problem> {
    parse::parse(tokens).map_err(|error| Problem::Lowering(error.to_string()))
}

fn generate_tokens(root: &Value) -> Result<TokenStream, Problem> {
    let model =
        OpenAPI::deserialize(root).map_err(|error| Problem::NotTheModel(error.to_string()))?;
    let mut settings = GenerationSettings::default();
    settings
        .with_interface(InterfaceStyle::Positional)
        .with_inner_type(quote::quote!(#SENDER))
        .with_derive("PartialEq")
        .with_map_type("::std::collections::BTreeMap");
    let mut generator = Generator::new(&settings);
    catch_unwind(AssertUnwindSafe(|| generator.generate_tokens(&model)))
        .map_err(|panic| Problem::LoweringPanicked {
            part: "the document".to_owned(),
            message: panic_message(panic.as_ref()),
        })?
        .map_err(|error| Problem::Lowering(one_line(&error.to_string())))
}

fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned());
    let text = text.unwrap_or_else(|| "no message".to_owned());
    one_line(&text)
}

/// progenitor's message on one line; it prints parts of the document over many.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Finds the part that fails: tries each operation alone or, if the types alone fail, each type.
fn narrow_down(
    normalised: &Normalised,
    root: &Value,
    stand_ins: &StandIns,
    problem: Problem,
) -> (Pointer, Problem) {
    if generate(&with(root, "paths", json!({}))).is_ok() {
        for operation in openapi::operations(root) {
            let parameters = operation.item.get("parameters").cloned().unwrap_or(json!([]));
            let item = json!({ operation.method: operation.value, "parameters": parameters });
            let alone = with(root, "paths", json!({ operation.path: item }));
            if let Err(problem) = generate(&alone) {
                let part = format!("{} {}", operation.method.to_uppercase(), operation.path);
                return (operation.pointer, name_part(problem, part));
            }
        }
    }
    for (name, _) in openapi::component_schemas(root) {
        let place = openapi::component_place(name);
        let reached = normalise::reached_from(root, std::iter::once(&place));
        let schemas: Map<_, _> = openapi::component_schemas(root)
            .filter(|(other, _)| *other == name || reached.contains(*other))
            .map(|(name, schema)| (name.to_owned(), schema.clone()))
            .collect();
        let alone = with(root, "components", json!({ "schemas": schemas }));
        if let Err(problem) = generate(&with(&alone, "paths", json!({}))) {
            let name = stand_ins.real_type(name);
            let at = normalised.plan().type_named(name).map(|fact| fact.origin.clone());
            return (at.unwrap_or_default(), name_part(problem, format!("the type `{name}`")));
        }
    }
    (Pointer::root(), problem)
}

/// The document with one of its outermost members replaced.
fn with(root: &Value, member: &str, value: Value) -> Value {
    let mut changed = root.clone();
    if let Value::Object(members) = &mut changed {
        members.insert(member.to_owned(), value);
    }
    changed
}

fn name_part(problem: Problem, part: String) -> Problem {
    match problem {
        Problem::LoweringPanicked { message, .. } => Problem::LoweringPanicked { part, message },
        Problem::Lowering(reason) => Problem::Lowering(format!("{part}: {reason}")),
        other => other,
    }
}
