//! `cargo spec` has to start when the specification is broken, which is when it is wanted most.

use std::path::Path;
use std::process::Command;

use super::crate_copy::{CrateCopy, SPEC};

/// Without the feature `codegen` the client is the reviewed one; `build.rs` is compiled here as it is then.
#[test]
fn without_the_generator_the_build_takes_the_snapshot_and_looks_at_no_specification() {
    let manifest = Path::new(super::ROOT);
    let alias = std::fs::read_to_string(manifest.join(".cargo/config.toml")).unwrap();
    assert!(alias.contains("spec = \"run --package cargo-openapi-client --\""), "{alias}");

    let copy = CrateCopy::new("broken-specification");
    copy.write(SPEC, "openapi: [");
    copy.write("spec/overlay.yaml", "\t");
    let built = copy.root.join("build-script");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let compiled = Command::new(rustc)
        .args(["--edition", "2024", "--check-cfg", "cfg(feature, values(\"codegen\"))", "-o"])
        .args([&built, &manifest.join("build.rs")])
        .output()
        .unwrap();
    assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    let ran =
        Command::new(&built).current_dir(&copy.root).env("OUT_DIR", &copy.root).output().unwrap();
    assert!(ran.status.success());
    let said = String::from_utf8(ran.stdout).unwrap();
    assert_eq!(said, "cargo::rerun-if-changed=tests/snapshots/client.snap\n");
    assert_eq!(copy.read("client.rs"), copy.snapshot("client"));

    // And the tool, once it runs, says what is broken.
    let ran = copy.run(&["check"]);
    for place in ["spec/sessions-cancel.yaml:", "spec/overlay.yaml:"] {
        assert!(ran.output.contains(place), "{}", ran.output);
    }
}
