//! Writes `$OUT_DIR/client.rs`: with the feature `codegen` generated from `spec/`, without it the
//! reviewed snapshot of the same bytes.

use std::fs;

const REVIEWED: &str = "tests/snapshots/client.snap";

fn main() {
    println!("cargo::rerun-if-changed={REVIEWED}");
    // What follows insta's header. There is no snapshot before the first review.
    let snapshot = fs::read_to_string(REVIEWED).unwrap_or_default();
    write(snapshot.splitn(3, "---\n").nth(2).map(str::to_owned));
}

#[cfg(feature = "codegen")]
fn write(reviewed: Option<String>) {
    openapi_client_build::Build::new("spec/sessions-cancel.yaml")
        .overlay("spec/overlay.yaml")
        .types("spec/types.txt")
        .reviewed(reviewed)
        .write("client.rs");
}

#[cfg(not(feature = "codegen"))]
fn write(reviewed: Option<String>) {
    let out = std::env::var_os("OUT_DIR").map(std::path::PathBuf::from);
    let written = reviewed.zip(out).map(|(client, out)| fs::write(out.join("client.rs"), client));
    if !matches!(written, Some(Ok(()))) {
        println!("cargo::error={REVIEWED} cannot be copied; turn the feature `codegen` on");
    }
}
