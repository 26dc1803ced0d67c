//! Writes `$OUT_DIR/client.rs`: with the feature `codegen` generated from `spec/`, without it the
//! reviewed snapshot of the same bytes.

#[cfg(feature = "codegen")]
#[path = "src/codegen/mod.rs"]
#[allow(dead_code, reason = "the tests and the maintainer's tool use the rest")]
mod codegen;

use std::path::Path;
use std::{env, fs};

const SNAPSHOT: &str = "tests/snapshots/client.snap";

fn main() {
    if let Err(error) = write_client() {
        for line in error.to_string().lines() {
            println!("cargo::error={line}");
        }
    }
}

fn write_client() -> Result<(), Box<dyn std::error::Error>> {
    let reviewed = reviewed()?;
    let code = client(reviewed.as_deref())?;
    let target = Path::new(&env::var("OUT_DIR")?).join("client.rs");
    Ok(fs::write(target, code)?)
}

/// The snapshot's content: what follows insta's header. `None` where there is no snapshot yet.
fn reviewed() -> Result<Option<String>, Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={SNAPSHOT}");
    let Ok(snapshot) = fs::read_to_string(SNAPSHOT) else { return Ok(None) };
    let content = snapshot.splitn(3, "---\n").nth(2).ok_or(format!("{SNAPSHOT}: no header"))?;
    Ok(Some(content.to_owned()))
}

#[cfg(not(feature = "codegen"))]
fn client(reviewed: Option<&str>) -> Result<String, Box<dyn std::error::Error>> {
    Ok(reviewed.ok_or(format!("{SNAPSHOT} is missing; turn the feature `codegen` on"))?.to_owned())
}

#[cfg(feature = "codegen")]
fn client(reviewed: Option<&str>) -> Result<String, Box<dyn std::error::Error>> {
    let [spec, overlay] = ["spec/sessions-cancel.yaml", "spec/overlay.yaml"].map(|name| {
        println!("cargo::rerun-if-changed={name}");
        fs::read_to_string(name)
            .map(|text| (name, text))
            .map_err(|error| format!("{name}: {error}"))
    });
    let (spec, overlay) = (spec?, overlay?);
    let [spec, overlay] = [&spec, &overlay].map(|(name, text)| codegen::Source { name, text });
    let codegen::Generated { code, losses, .. } = codegen::generate(spec, overlay)?;
    for line in losses
        .iter()
        .flat_map(|loss| loss.to_string().lines().map(str::to_owned).collect::<Vec<_>>())
    {
        println!("cargo::warning={line}");
    }
    if reviewed != Some(&code) {
        println!("cargo::warning=the generated client is not the reviewed one in {SNAPSHOT}");
    }
    Ok(code)
}
