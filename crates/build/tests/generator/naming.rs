//! The place of an error about a type's name is where the overlay can give another.

use std::collections::BTreeMap;
use std::fs;

use openapi_client_build::source::problem::Problem;

use super::*;

/// A word that makes a name too long which follows that of a component.
const LONG: &str = "AnUnnecessarilyLongWordBeforeEach";

/// The goldens, with long names of their components.
fn long_named() -> Vec<(String, Value)> {
    let goldens = fs::read_dir("../goldens/documents").unwrap();
    let mut documents: Vec<(String, Value)> = goldens
        .map(|entry| {
            let entry = entry.unwrap();
            let text = fs::read_to_string(entry.path().join("document.yaml")).unwrap();
            (entry.file_name().into_string().unwrap(), long(load(&text).root()))
        })
        .collect();
    documents.sort_by(|a, b| a.0.cmp(&b.0));
    documents
}

/// A document with the long word before the name of each schema.
fn long(document: &Value) -> Value {
    let mut document = document.clone();
    for components in ["/components/schemas", "/definitions"] {
        if let Some(Value::Object(schemas)) = document.pointer_mut(components) {
            *schemas = std::mem::take(schemas)
                .into_iter()
                .map(|(name, schema)| (format!("{LONG}{name}"), schema))
                .collect();
        }
    }
    refer_to_long(&mut document);
    document
}

fn refer_to_long(value: &mut Value) {
    match value {
        Value::Object(members) => members.values_mut().for_each(refer_to_long),
        Value::Array(items) => items.iter_mut().for_each(refer_to_long),
        Value::String(text) => {
            for start in ["#/components/schemas/", "#/definitions/"] {
                if let Some(name) = text.strip_prefix(start) {
                    *text = format!("{start}{LONG}{name}");
                }
            }
        }
        _ => {}
    }
}

/// The errors about names, if the overlay gives these.
fn name_errors(document: &Value, given: &BTreeMap<Pointer, String>) -> BTreeMap<Pointer, Problem> {
    // Without an overlay, names are resolved automatically.
    let mut all = vec!["target: $.info, update: { x-read: true }".to_owned()];
    for (place, name) in given {
        let target = Value::from(overlay::target(place));
        all.push(format!("target: {target}, update: {{ x-rust-name: {name} }}"));
    }
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let (text, overlay) = (document.to_string(), actions(&all));
    let [document, overlay] =
        [&text, &overlay].map(|text| Source { name: "a document", text: text.as_str() });
    let Err(errors) = openapi_client_build::generate(document, overlay) else {
        return BTreeMap::new();
    };
    let is_about_values = |problem: &Problem| {
        matches!(
            problem,
            Problem::VariantTaken { .. }
                | Problem::VariantReserved { .. }
                | Problem::VariantNames { .. }
        )
    };
    let errors = errors.iter().filter(|error| !is_about_values(&error.problem));
    errors.map(|error| (error.pointer.clone(), error.problem.clone())).collect()
}

#[test]
fn a_name_given_at_the_place_of_an_error_removes_it() {
    let mut failed = Vec::new();
    let mut names = 0;
    for (name, document) in long_named() {
        let mut given = BTreeMap::new();
        let mut errors = name_errors(&document, &given);
        // What was of one shape may become two types under two names.
        for _round in 0..3 {
            for place in errors.into_keys() {
                names += 1;
                given.entry(place).or_insert_with(|| format!("Given{names}"));
            }
            errors = name_errors(&document, &given);
        }
        failed.extend(errors.iter().map(|(place, problem)| format!("{name}: {place}: {problem}")));
    }
    assert!(failed.is_empty(), "{failed:#?}");
    assert!(names > 50, "only {names} names were rejected");
}

#[test]
fn a_loss_is_at_a_place_of_the_document() {
    let mut missing = Vec::new();
    for (name, document) in long_named() {
        let text = document.to_string();
        let source = Source { name: "a document", text: &text };
        let Ok(generated) = openapi_client_build::generate(source, overlay::NONE) else { continue };
        for loss in generated.losses {
            if loss.pointer.get(&document).is_none() {
                missing.push(format!("{name}: {}: {}", loss.pointer, loss.problem));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
