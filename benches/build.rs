//! Writes progenitor's own types of the same specification, relaxed until they read the documented
//! answer: what a user would have to do who took progenitor alone.

#[cfg(feature = "compared")]
use std::{env, error::Error, fs, path::Path};

#[cfg(feature = "compared")]
use serde_json::Value;

#[cfg(feature = "compared")]
const SPEC: &str = "../spec/sessions-cancel.yaml";

#[cfg(not(feature = "compared"))]
fn main() {}

#[cfg(feature = "compared")]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SPEC}");
    // progenitor gives two types the same name; renaming one of them makes its code compile.
    let spec = fs::read_to_string(SPEC)?
        .replace("schemas/SessionExpress'", "schemas/ExpressOfSession'")
        .replace("\n    SessionExpress:\n", "\n    ExpressOfSession:\n");
    let mut document: Value = serde_yaml::from_str(&spec)?;
    relax(&mut document);
    let model: openapiv3::OpenAPI = serde_json::from_value(document)?;
    let tokens = progenitor::Generator::default().generate_tokens(&model)?;
    let code = prettyplease::unparse(&syn::parse2(tokens)?);
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("relaxed.rs"), code)?)
}

/// Nothing is required, addresses are strings, and the one integer that is documented as a fraction
/// is a number.
#[cfg(feature = "compared")]
fn relax(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|name, value| {
                !(name == "required" && value.is_array())
                    && !(name == "format" && (value == "uri" || value == "int32"))
            });
            if let Some(Value::Object(days)) = members.get_mut("days_until_due") {
                days.insert("type".to_owned(), "number".into());
            }
            members.values_mut().for_each(relax);
        }
        Value::Array(items) => items.iter_mut().for_each(relax),
        _ => {}
    }
}
