//! Plans the types: facts that the passes need and progenitor does not keep.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::choices::Choices;
use super::descriptions::{self, code, default_sentence};
use super::entry_points::{EntryPoint, entry_points};
use super::keep_reachable;
use super::origin::origin;
use super::report::Report;
use crate::names;
use crate::openapi::{self, mark};
use crate::plan::call::Call;
use crate::plan::{Direction, FieldPlan, OperationPlan, Plan, TypePlan};
use crate::prose;
use crate::record;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

pub(super) fn run(
    root: &Value,
    choices: &Choices,
    is_curated: bool,
    report: &mut Report<'_>,
) -> Plan {
    let received = keep_reachable::reached_in(Direction::Response, root);
    let mut plan = Plan::default();
    for (name, schema) in openapi::component_schemas(root) {
        let direction =
            if received.contains(name) { Direction::Response } else { Direction::Request };
        let ty = TypePlan {
            origin: origin(schema),
            direction,
            fields: fields(root, schema, direction, report),
            variants: variants(schema, direction, is_curated, report),
            choice: choices.of(schema).cloned(),
            forms: words_of_forms(root, schema, choices),
        };
        plan.add_type(name, ty);
    }
    let entries = entry_points(root);
    for operation in openapi::operations(root) {
        let id = openapi::text(operation.value, "operationId").unwrap_or_default();
        let route = format!("{} {}", operation.method.to_uppercase(), operation.path);
        let (origin, call) = (operation.pointer.clone(), Call::default());
        let values = words_of_values(root, &names::field_name(id), &entries);
        let words = [words(operation.value)].into_iter().filter(|it| !it.is_empty()).chain(values);
        let words = words.collect::<Vec<_>>().join("\n\n");
        plan.add_operation(&names::field_name(id), OperationPlan { origin, route, words, call });
    }
    plan
}

/// The descriptions of the body of an operation and of its answers that their types do not have.
fn words_of_values(root: &Value, method: &str, entries: &[EntryPoint]) -> Vec<String> {
    let mut all = Vec::new();
    for entry in entries {
        let what = entry.place.strip_prefix(method).and_then(|rest| rest.strip_prefix('/'));
        let Some(what) = what.filter(|what| !what.contains('/')) else { continue };
        let Some(schema) = entry.pointer.get(root) else { continue };
        let Some(words) = words_at(root, schema) else { continue };
        let name = match what {
            record::BODY => "The body".to_owned(),
            status => format!("`{status}`"),
        };
        all.push(format!("{name}: {words}"));
    }
    all.dedup();
    all
}

/// The descriptions of a value, and of what is inside of it, that its type does not have.
fn words_at(root: &Value, schema: &Value) -> Option<String> {
    let own = own_words(root, schema).map(|words| words.trim_end().to_owned());
    let words = prose::join(own.into_iter().chain(words_inside(root, schema)));
    (!words.is_empty()).then_some(words)
}

/// The description of each form of a choice that its type does not have.
fn words_of_forms(root: &Value, schema: &Value, choices: &Choices) -> Vec<Option<String>> {
    let words = |form: &Value| words_at(root, form);
    match choices.of(schema) {
        Some(choice) => {
            let list = |name: &str| schema.get("properties")?.get(name)?.get("items");
            choice.branches.iter().map(|known| list(&known.name).and_then(words)).collect()
        }
        None => {
            let forms = schema.get("oneOf").or_else(|| schema.get("anyOf"));
            openapi::items(forms).map(|(_, form)| words(form)).collect()
        }
    }
}

/// The summary of an operation, as a sentence of its own, the description, and whether it is
/// deprecated.
fn words(operation: &Value) -> String {
    let summary = openapi::text(operation, "summary").map(|it| it.trim_end_matches(['.', ',']));
    let is_deprecated = openapi::is_true(operation, "deprecated");
    let all = summary.into_iter().chain(openapi::text(operation, "description"));
    let all = all.chain(is_deprecated.then_some("Deprecated."));
    all.map(str::trim).filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The fields of a type.
fn fields(
    root: &Value,
    schema: &Value,
    direction: Direction,
    report: &mut Report<'_>,
) -> BTreeMap<String, FieldPlan> {
    let expected: BTreeSet<&str> = openapi::strings(schema.get(mark::EXPECTED)).collect();
    let required: BTreeSet<&str> = openapi::strings(schema.get("required")).collect();
    let mut rust_names: BTreeMap<String, Pointer> = BTreeMap::new();
    let mut fields = BTreeMap::new();
    let properties: Vec<_> = openapi::members(schema.get("properties")).collect();
    let wanted = properties.iter().map(|(name, _)| names::field_names(name));
    let distinct = names::distinct(&wanted.collect::<Vec<_>>(), |_| false);
    for ((name, property), rust_name) in properties.into_iter().zip(distinct) {
        if let Some(first) = rust_names.get(&rust_name) {
            let (name, first) = (rust_name.clone(), first.clone());
            report.add(&origin(property), Problem::FieldTaken { name, first });
        } else {
            rust_names.insert(rust_name.clone(), origin(property));
        }
        fields.insert(
            name.to_owned(),
            FieldPlan {
                origin: origin(property),
                rust_name,
                description: description(root, property, direction),
                is_sensitive: openapi::is_true(property, mark::SENSITIVE),
                is_expected: expected.contains(name),
                is_required: required.contains(name),
            },
        );
    }
    fields
}

/// The documentation of a property: its description or its target's, those of its items or values, its default, the
/// places that can have it, and whether it is deprecated.
fn description(root: &Value, property: &Value, direction: Direction) -> Option<String> {
    let own = openapi::text(property, mark::DOC).or(openapi::text(property, "description"));
    let words = own.or_else(|| openapi::text(openapi::resolve(root, property)?, "description"));
    let inside = words_inside(root, property);
    let default = default_of(root, property).map(|default| match direction {
        Direction::Request => default_words(default),
        Direction::Response => default_sentence(default),
    });
    let is_deprecated = openapi::is_true(property, "deprecated");
    let places =
        openapi::text(property, mark::PLACES).map(|places| format!("Only {places} can have this."));
    let sentences = words.map(str::to_owned).into_iter().chain(inside).chain(default).chain(places);
    let words = prose::document(sentences, is_deprecated);
    (!words.is_empty()).then_some(words)
}

/// The descriptions of the items of a list, or of the values of a map, that their type does not have.
pub(super) fn words_inside(root: &Value, schema: &Value) -> Vec<String> {
    descriptions::words_inside(schema, &|inner| own_words(root, inner))
}

/// The description of a schema, unless it refers to a type that has the same.
pub(super) fn own_words<'a>(root: &Value, schema: &'a Value) -> Option<&'a str> {
    let own = openapi::text(schema, "description");
    let target = openapi::reference(schema).and_then(|_| openapi::resolve(root, schema));
    own.filter(|own| target.is_none_or(|target| openapi::text(target, "description") != Some(own)))
}

/// The default of a schema, or of the component that it refers to.
pub(super) fn default_of<'a>(root: &'a Value, schema: &'a Value) -> Option<&'a str> {
    let own = openapi::text(schema, mark::DEFAULT);
    own.or_else(|| openapi::text(openapi::resolve(root, schema)?, mark::DEFAULT))
}

/// A sentence about the default of what is sent.
pub(super) fn default_words(default: &str) -> String {
    format!("The server uses {} if this is absent.", code(default))
}

/// The places of enums whose names in the overlay are those that the values have without it.
pub(super) fn idle_variants(root: &Value, plan: &Plan) -> Vec<Pointer> {
    let idle = openapi::component_schemas(root).filter(|(name, schema)| {
        let of_value = |(value, name): (&String, &String)| *name == names::type_name(value);
        schema.get(mark::VARIANTS).is_some()
            && plan.type_named(name).is_some_and(|ty| ty.variants.iter().all(of_value))
    });
    idle.map(|(_, schema)| origin(schema)).collect()
}

fn variants(
    schema: &Value,
    direction: Direction,
    is_curated: bool,
    report: &mut Report<'_>,
) -> BTreeMap<String, String> {
    let at = origin(schema).join("enum");
    let values: Vec<&str> = openapi::strings(schema.get("enum")).collect();
    let mut given: Vec<&str> = openapi::strings(schema.get(mark::VARIANTS)).collect();
    if !given.is_empty() && given.len() != values.len() {
        let (values, names) = (values.len(), given.len());
        // Upstream's own extensions are not documentation.
        let problem = match is_curated {
            true => Problem::VariantNames { values, names },
            false => Problem::VariantNamesIgnored { values, names },
        };
        report.add(&origin(schema), problem);
        given.clear();
    }
    let by_value = schema.get(mark::VARIANTS).filter(|names| names.is_object());
    for (value, _) in openapi::members(by_value).filter(|(value, _)| !values.contains(value)) {
        report.add(&at, Problem::VariantNameOfNothing(value.to_owned()));
    }
    let given = |index: usize, value: &str| {
        by_value.and_then(|names| openapi::text(names, value)).or(given.get(index).copied())
    };
    let wanted = values.iter().enumerate().map(|(index, value)| match given(index, value) {
        Some(given) if is_curated => vec![names::type_name(given)],
        None if is_curated => vec![names::type_name(value)],
        Some(given) => {
            [names::type_name(given)].into_iter().chain(names::type_names(value)).collect()
        }
        None => names::type_names(value),
    });
    let is_open = direction == Direction::Response;
    let is_reserved = |name: &str| is_open && name == names::OTHER_VARIANT;
    let distinct = names::distinct(&wanted.collect::<Vec<_>>(), is_reserved);
    let mut rust_names: BTreeMap<String, String> = BTreeMap::new();
    let mut variants = BTreeMap::new();
    for (value, name) in values.into_iter().zip(distinct) {
        let value = value.to_owned();
        if is_reserved(&name) {
            let name = names::OTHER_VARIANT;
            report.add(&at, Problem::VariantReserved { name, value: value.clone() });
        }
        if let Some(first) = rust_names.insert(name.clone(), value.clone()) {
            let (name, value) = (name.clone(), value.clone());
            report.add(&at, Problem::VariantTaken { name, value, first });
        }
        variants.insert(value, name);
    }
    variants
}
