//! The client of an older contract, by the generator as it is.

use serde_json::{Value, json};
use serde_json_path::JsonPath;

use openapi_client_build::source::document::Document;
use openapi_client_build::source::problem::Problem;
use openapi_client_build::{Diagnostics, Source, overlay, validate};

/// The directory of the crate.
pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");

const SPEC: &str = "spec/sessions-cancel.yaml";
const OVERLAY: &str = "spec/overlay.yaml";

/// The client of the fragment after these overlays.
pub fn client(steps: &[String]) -> String {
    generate(steps).unwrap_or_else(|errors| panic!("{errors}"))
}

fn generate(steps: &[String]) -> Result<String, Diagnostics> {
    let fragment = older_fragment(steps)?;
    let overlay = Document::load(Source { name: OVERLAY, text: &read(OVERLAY) })?;
    let mut overlay = overlay.root().clone();
    forget_what_is_newer(&mut overlay, &fragment);
    let fragment = fragment.to_string();
    loop {
        let text = overlay.to_string();
        let spec = Source { name: "the older fragment", text: &fragment };
        match openapi_client_build::generate(spec, Source { name: OVERLAY, text: &text }) {
            Ok(generated) => return Ok(generated.code),
            Err(errors) => forget_names(&mut overlay, &errors)?,
        }
    }
}

fn read(name: &str) -> String {
    std::fs::read_to_string(format!("{ROOT}/{name}")).unwrap()
}

fn older_fragment(steps: &[String]) -> Result<Value, Diagnostics> {
    let mut fragment = Document::load(Source { name: SPEC, text: &read(SPEC) })?;
    for step in steps {
        let back = Document::load(Source { name: step, text: &read(step) })?;
        let older = overlay::apply(validate::validate(fragment)?, &back)?.root().to_string();
        fragment = Document::load(Source { name: step, text: &older })?;
    }
    Ok(fragment.root().clone())
}

/// Takes out of today's overlay what speaks of things that the older contract did not have yet:
/// actions whose target matches nothing in it, and names in a union of names that match nothing.
fn forget_what_is_newer(overlay: &mut Value, fragment: &Value) {
    overlay["actions"].as_array_mut().unwrap().retain_mut(|action| {
        let target = action["target"].as_str().unwrap().to_owned();
        let path = JsonPath::parse(&target).unwrap();
        let located = path.query_located(fragment);
        let pointers = located.locations().map(|at| at.to_json_pointer());
        let last = |at: String| at.rsplit('/').next().unwrap_or_default().replace("~1", "/");
        let places: Vec<String> = pointers.map(last).collect();
        if let Some((around, names)) = target.strip_suffix("']").and_then(|t| t.rsplit_once("['")) {
            let names = names.split("',").map(|name| name.trim_matches([' ', '\'']).to_owned());
            let names: Vec<String> = names.filter(|name| places.contains(name)).collect();
            action["target"] = format!("{around}['{}']", names.join("', '")).into();
        }
        !places.is_empty()
    });
}

/// Takes the names away from shapes that have not grown apart yet and so are one type. Anything else
/// that the generator finds fault with stays an error.
fn forget_names(overlay: &mut Value, errors: &Diagnostics) -> Result<(), Diagnostics> {
    let actions = overlay["actions"].as_array_mut().unwrap();
    for error in errors.iter() {
        let Problem::TwoNames { .. } = &error.problem else { return Err(errors.clone()) };
        let place = error.pointer.tokens().into_iter().map(|name| format!("['{name}']"));
        let target = format!("${}['x-rust-name']", place.collect::<String>());
        let description = "The same shape as another one that has a name.";
        actions.push(json!({ "target": target, "description": description, "remove": true }));
    }
    Ok(())
}
