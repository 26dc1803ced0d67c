//! The contract as it was, and the client that came out of it.
//!
//! A file beside this one is the structure of the components at its date. A renewal adds a step with
//! the components of the fragment that it replaces:
//!
//! ```sh
//! git show HEAD:spec/sessions-cancel.yaml > tests/contract/evolution/$(date +%Y-%m).yaml
//! ```
//!
//! and its name in `RELEASES` and `reader.rs`; words and whatever else is in the file do no harm.

use serde_json::{Value, json};
use serde_json_path::JsonPath;

use openapi_client_build::source::document::Document;
use openapi_client_build::source::problem::Problem;
use openapi_client_build::{Diagnostics, Generated, Source};

/// The directory of the crate.
pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Oldest first. Today's contract comes after these.
pub const RELEASES: [&str; 3] = ["2024-09", "2025-03", "2026-04"];

/// What the contract is called that has no date yet.
pub const TODAY: &str = "today";

const SPEC: &str = "spec/sessions-cancel.yaml";
const OVERLAY: &str = "spec/overlay.yaml";

/// Today's fragment with the components that it had at a release.
pub fn fragment(release: &str) -> Value {
    let mut fragment = load(SPEC);
    if release != TODAY {
        let older = load(&format!("tests/contract/evolution/{release}.yaml"));
        fragment["components"]["schemas"] = older["components"]["schemas"].clone();
        forget_what_came_later(&mut fragment);
    }
    fragment
}

/// Removes operations, and shared components, that use schemas which the older contract does not have yet.
fn forget_what_came_later(fragment: &mut Value) {
    loop {
        let known = fragment.clone();
        let is_known = |part: &Value| refers_only_to_what_is_in(&known, part);
        let members = fragment.as_object_mut().unwrap();
        for (name, section) in members.iter_mut() {
            let sections: Vec<&mut Value> = match name.as_str() {
                "paths" => vec![section],
                "components" => section.as_object_mut().unwrap().values_mut().collect(),
                _ => vec![],
            };
            for section in sections {
                section.as_object_mut().unwrap().retain(|_, part| is_known(part));
            }
        }
        if *fragment == known {
            return;
        }
    }
}

fn refers_only_to_what_is_in(fragment: &Value, part: &Value) -> bool {
    match part {
        Value::Object(members) => {
            let target = members.get("$ref").and_then(Value::as_str);
            let is_there =
                |target: &str| fragment.pointer(target.trim_start_matches('#')).is_some();
            target.is_none_or(is_there)
                && members.values().all(|inner| refers_only_to_what_is_in(fragment, inner))
        }
        Value::Array(items) => items.iter().all(|inner| refers_only_to_what_is_in(fragment, inner)),
        _ => true,
    }
}

/// The client of a release that follows no older one. Today's has the types that are on record.
pub fn first_client(release: &str) -> Generated {
    let types = std::fs::read_to_string(format!("{ROOT}/spec/types.txt")).unwrap();
    client(release, if release == TODAY { &types } else { "" })
}

/// The client of a release, as if this crate had followed the contract since: with an overlay that makes today's
/// decisions for that contract, and with the recorded types.
pub fn client(release: &str, types: &str) -> Generated {
    let fragment = fragment(release);
    let mut overlay = load(OVERLAY);
    forget_what_is_newer(&mut overlay, &fragment);
    let fragment = fragment.to_string();
    loop {
        let text = overlay.to_string();
        let spec = Source { name: release, text: &fragment };
        let text = Source { name: OVERLAY, text: &text };
        let record = Source { name: "the record", text: types };
        match openapi_client_build::generate_keeping(spec, text, record) {
            Ok(generated) => return generated,
            Err(errors) => {
                forget_names(&mut overlay, &errors).unwrap_or_else(|| panic!("{errors}"))
            }
        }
    }
}

/// The properties that today's overlay keeps required in a contract; one twice if two actions say so. An action
/// cannot reach what the contract has under another name.
pub fn required(fragment: &Value) -> Vec<String> {
    let mut overlay = load(OVERLAY);
    forget_what_is_newer(&mut overlay, fragment);
    let actions = overlay["actions"].as_array().into_iter().flatten();
    let lists = actions.filter_map(|action| action["update"]["x-rust-required"].as_array());
    lists.flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

fn load(name: &str) -> Value {
    let text = std::fs::read_to_string(format!("{ROOT}/{name}")).unwrap();
    let document = Document::load(Source { name, text: &text });
    document.unwrap_or_else(|errors| panic!("{errors}")).root().clone()
}

/// Removes actions from today's overlay that concern parts which the older contract did not have yet:
/// actions whose target matches nothing in it, and names in a union of names that match nothing. A
/// part of `allOf` may have been another one, and a component may have been in place of a reference to it.
fn forget_what_is_newer(overlay: &mut Value, fragment: &Value) {
    let today = load(SPEC);
    overlay["actions"].as_array_mut().unwrap().retain_mut(|action| {
        let mut target = action["target"].as_str().unwrap().to_owned();
        let matches = |target: &str| -> Vec<String> {
            let path = JsonPath::parse(target).unwrap();
            let located = path.query_located(fragment);
            located.locations().map(|at| at.to_json_pointer()).collect()
        };
        if let (Some(older), true) =
            (in_place(&target, fragment, &today), matches(&target).is_empty())
        {
            target = older;
            action["target"] = target.clone().into();
        }
        if let (Some((before, after)), true) =
            (target.split_once("].properties."), matches(&target).is_empty())
            && let Some((component, _)) = before.rsplit_once(".allOf[")
        {
            target = format!("{component}.allOf[*].properties.{after}");
            action["target"] = target.clone().into();
        }
        let last = |at: String| at.rsplit('/').next().unwrap_or_default().replace("~1", "/");
        let places: Vec<String> = matches(&target).into_iter().map(last).collect();
        if let Some((around, names)) = target.strip_suffix("']").and_then(|t| t.rsplit_once("['")) {
            let names =
                names.split("',").map(|name| name.trim_matches([' ', '\n', '\'']).to_owned());
            let names: Vec<String> = names.filter(|name| places.contains(name)).collect();
            action["target"] = format!("{around}['{}']", names.join("', '")).into();
        }
        !places.is_empty()
    });
}

/// The target in an older contract of an action on a component that the contract does not have: where today's fragment
/// refers to the component, the older one may have the schema itself.
fn in_place(target: &str, fragment: &Value, today: &Value) -> Option<String> {
    let rest = target.strip_prefix("$.components.schemas.")?;
    let (name, inside) = rest.split_at(rest.find(['.', '[']).unwrap_or(rest.len()));
    if fragment["components"]["schemas"].get(name).is_some() {
        return None;
    }
    let reference = json!({ "$ref": format!("#/components/schemas/{name}") });
    let all = JsonPath::parse("$..*").unwrap();
    let places = all.query_located(today).into_iter().filter(|found| *found.node() == reference);
    let mut places = places.map(|found| found.location().clone());
    let is_schema = |place: &str| {
        let here = JsonPath::parse(place).unwrap().query(fragment).at_most_one();
        here.is_ok_and(|here| here.is_some_and(|it| it.is_object() && it.get("$ref").is_none()))
    };
    let place =
        places.find_map(|place| Some(place.to_string()).filter(|place| is_schema(place)))?;
    Some(format!("{place}{inside}"))
}

/// Removes names from schemas that were still one type, and from values that did not exist yet. Any other problem
/// stays an error.
fn forget_names(overlay: &mut Value, errors: &Diagnostics) -> Option<()> {
    let actions = overlay["actions"].as_array_mut().unwrap();
    for error in errors.iter() {
        let names = match &error.problem {
            Problem::TwoNames { .. } => "x-rust-name",
            Problem::VariantNameOfNothing(_) => "x-enum-varnames",
            _ => return None,
        };
        let steps = error.pointer.tokens().into_iter().filter(|step| step != "enum");
        let place = steps.map(|name| format!("['{name}']"));
        let target = format!("${}['{names}']", place.collect::<String>());
        let description = "Said of what was not there yet.";
        let action = json!({ "target": target, "description": description, "remove": true });
        if !actions.contains(&action) {
            actions.push(action);
        }
    }
    Some(())
}
