//! Lower: progenitor, and nothing else, turns schemas into Rust.
//!
//! It is the one stage that is not ours. Its errors name no place, and it panics on documents it
//! does not expect, so a failure is narrowed down to the operation or type that causes it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use openapiv3::OpenAPI;
use progenitor::{GenerationSettings, Generator, InterfaceStyle};
use serde_json::Value;

use super::diagnostic::{Diagnostics, Stage};
use super::normalise::Normalised;
use super::openapi;
use super::pointer::Pointer;
use super::problem::Problem;

/// The client as progenitor writes it.
pub fn lower(normalised: &Normalised) -> Result<syn::File, Diagnostics> {
    generate(normalised.root()).map_err(|problem| {
        let (at, problem) = narrow_down(normalised, problem);
        normalised.error(Stage::Lower, &at, problem).into()
    })
}

fn generate(root: &Value) -> Result<syn::File, Problem> {
    let model: OpenAPI = serde_json::from_value(root.clone())
        .map_err(|error| Problem::NotTheModel(error.to_string()))?;
    let mut settings = GenerationSettings::default();
    settings
        .with_interface(InterfaceStyle::Positional)
        .with_inner_type(quote::quote!(crate::exchange::Attempt))
        .with_derive("PartialEq")
        .with_map_type("::std::collections::BTreeMap");
    let mut generator = Generator::new(&settings);
    let tokens = catch_unwind(AssertUnwindSafe(|| generator.generate_tokens(&model)))
        .map_err(|panic| Problem::LoweringPanicked {
            part: "the document".to_owned(),
            message: panic_message(panic.as_ref()),
        })?
        .map_err(|error| Problem::Lowering(one_line(&error.to_string())))?;
    syn::parse2(tokens).map_err(|error| Problem::Lowering(error.to_string()))
}

fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned());
    let text = text.unwrap_or_else(|| "no message".to_owned());
    one_line(&text)
}

/// What progenitor prints of the document is laid out over many lines.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tries each operation alone, then each type alone, to name the one that fails.
fn narrow_down(normalised: &Normalised, problem: Problem) -> (Pointer, Problem) {
    let root = normalised.root();
    for operation in openapi::operations(root) {
        let mut alone = root.clone();
        let item = serde_json::json!({
            operation.method: operation.value,
            "parameters": operation.item.get("parameters").cloned().unwrap_or_else(|| Value::Array(Vec::new())),
        });
        let paths = serde_json::json!({ operation.path: item });
        alone.as_object_mut().map(|root| root.insert("paths".to_owned(), paths));
        let without_types = {
            let mut without = root.clone();
            without
                .as_object_mut()
                .map(|root| root.insert("paths".to_owned(), Value::Object(serde_json::Map::new())));
            generate(&without).is_ok()
        };
        if let (Err(problem), true) = (generate(&alone), without_types) {
            let part = format!("{} {}", operation.method.to_uppercase(), operation.path);
            return (operation.pointer, name_part(problem, part));
        }
    }
    for (name, schema) in openapi::members(root.pointer("/components/schemas")) {
        let mut alone = root.clone();
        let reached = std::iter::once((name, schema)).chain(
            openapi::members(root.pointer("/components/schemas"))
                .filter(|(other, _)| reaches(root, schema, other)),
        );
        let schemas: serde_json::Map<_, _> =
            reached.map(|(name, schema)| (name.to_owned(), schema.clone())).collect();
        alone.as_object_mut().map(|root| {
            root.insert("paths".to_owned(), Value::Object(serde_json::Map::new()));
            root.insert("components".to_owned(), serde_json::json!({ "schemas": schemas }))
        });
        if let Err(problem) = generate(&alone) {
            let at = normalised.facts().of_type(name).map(|fact| fact.origin.clone());
            return (at.unwrap_or_default(), name_part(problem, format!("the type `{name}`")));
        }
    }
    (Pointer::root(), problem)
}

fn name_part(problem: Problem, part: String) -> Problem {
    match problem {
        Problem::LoweringPanicked { message, .. } => Problem::LoweringPanicked { part, message },
        Problem::Lowering(reason) => Problem::Lowering(format!("{part}: {reason}")),
        other => other,
    }
}

/// Whether a schema leads to a component.
fn reaches(root: &Value, schema: &Value, wanted: &str) -> bool {
    let mut todo = vec![schema];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(schema) = todo.pop() {
        if let Some(name) = openapi::reference(schema).and_then(openapi::schema_component) {
            if name == wanted {
                return true;
            }
            if seen.insert(name) {
                todo.extend(root.pointer("/components/schemas").and_then(|all| all.get(name)));
            }
        }
        todo.extend(openapi::subschemas(schema).into_iter().map(|(_, inner)| inner));
    }
    false
}
