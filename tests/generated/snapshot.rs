//! What a reviewer reads: the client that was compiled, and its outline.

use std::fs;

use cargo_openapi_client::outline;
use openapi_client_build::{Generated, Source};

use crate::compiled::COMPILED;

/// How to read the outline.
const LEGEND: &str = "One line for each operation, parameter, type, field and variant. \
    = is the name in JSON; expected: the contract requires it, its absence is drift; \
    sensitive: Debug hides it.";

const TYPES: &str = "spec/types.txt";

fn generate() -> Generated {
    let [spec, overlay, types] = ["spec/sessions-cancel.yaml", "spec/overlay.yaml", TYPES]
        .map(|name| (name, fs::read_to_string(name).unwrap()));
    let [spec, overlay, types] =
        [&spec, &overlay, &types].map(|(name, text)| Source { name, text });
    openapi_client_build::generate_keeping(spec, overlay, types)
        .unwrap_or_else(|errors| panic!("{errors}"))
}

fn settings(description: &str) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(description);
    settings
}

#[test]
fn the_compiled_client_is_the_reviewed_one() {
    settings("The generated client, as it was compiled.").bind(|| {
        insta::assert_snapshot!("client", COMPILED);
    });
}

#[test]
fn the_outline_is_the_reviewed_one() {
    settings(LEGEND).bind(|| {
        insta::assert_snapshot!("outline", outline::of(&generate()));
    });
}

/// Accepted with the snapshots: what has a type now keeps it.
#[test]
fn the_record_knows_every_place() {
    let types = generate().types;
    if std::env::var("INSTA_UPDATE").is_ok_and(|how| how == "always") {
        fs::write(TYPES, &types).unwrap();
    }
    similar_asserts(&fs::read_to_string(TYPES).unwrap(), &types);
}

/// With `codegen` the build has just done this; without it, it took the snapshot, which must then be
/// what the specification gives.
#[test]
fn the_compiled_client_is_what_the_specification_gives() {
    similar_asserts(COMPILED, &generate().code);
}

/// Reports the first line that differs, since a diff of 5,000 lines would not help.
fn similar_asserts(left: &str, right: &str) {
    for (number, (left, right)) in left.lines().zip(right.lines()).enumerate() {
        assert_eq!(left, right, "line {}", number + 1);
    }
    assert_eq!(left, right);
}
