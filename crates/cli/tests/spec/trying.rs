//! `try`

use std::fs;
use std::path::Path;

use super::{Ending, run, run_in};

const DOCUMENT: &str = "openapi: 3.0.0
info: { title: Shop, version: '1' }
paths: { /order: { get: { operationId: get_order, responses: { '200': { description: It., content: {
  application/json: { schema: { type: object, properties: { id: { type: string } } } } } } } } } }
";

fn write(name: &str, text: &str) -> String {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("try-documents");
    fs::create_dir_all(&directory).unwrap();
    let path = directory.join(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn each_document_is_generated_compiled_and_told_of() {
    let odd = "id: { type: string, colour: red }, by: { type: string, colour: red }";
    let good = write("good.yaml", &DOCUMENT.replace("id: { type: string }", odd));
    let bad = write("bad.json", "{\"openapi\": \"4.0.0\"}");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tried");
    let ran = run(&["try", &good, &bad, "--out", &out.display().to_string()]);
    assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Found, ""), "{}", ran.output);
    let row = |name: &str| {
        let line = ran.output.lines().find(|line| line.starts_with(&format!("| {name} |")));
        line.unwrap_or_else(|| panic!("{}", ran.output))
            .split('|')
            .map(str::trim)
            .skip(2)
            .take(2)
            .collect::<Vec<_>>()
    };
    assert_eq!(row("good.yaml"), ["yes", "yes"], "{}", ran.output);
    assert_eq!(row("bad.json"), ["no", ""]);
    assert!(ran.output.contains("1 of 2 generated, 1 of them compiled"), "{}", ran.output);
    assert!(ran.output.contains("the OpenAPI version `4.0.0` is unknown"), "{}", ran.output);
    // Each loss once, with all its places.
    let loss = "- a schema has no member `colour`: the client ignores it (2 times); help: ";
    let losses = ran.output.split_once(&format!("## {good}: losses\n\n{loss}")).unwrap().1;
    let schema = "/paths/~1order/get/responses/200/content/application~1json/schema/properties";
    for (line, property) in losses.lines().skip(1).zip(["by", "id"]) {
        assert!(line.starts_with(&format!("  - {good}:4:")), "{line}");
        assert!(line.ends_with(&format!(" at {schema}/{property}/colour")), "{line}");
    }
    assert!(fs::read_to_string(out.join("try-good/client.rs")).unwrap().contains("get_order"));
}

/// In a workspace apart from this repository, except for the versions of dependencies.
#[test]
fn a_package_of_another_workspace_takes_its_dependencies_from_there() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stranger");
    let write = |name: &str, text: &str| {
        let path = directory.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let here = |name: &str| fs::read_to_string(Path::new(super::ROOT).join(name)).unwrap();
    let own: toml::Table = here("Cargo.toml").parse().unwrap();
    let mut shared = own["workspace"]["dependencies"].as_table().unwrap().clone();
    let runtime = format!("{}/crates/runtime", super::ROOT);
    shared["openapi-client-runtime"]["path"] = runtime.into();
    let workspace: toml::Table =
        [("members".to_owned(), vec!["client"].into()), ("dependencies".to_owned(), shared.into())]
            .into_iter()
            .collect();
    let workspace = toml::Table::from_iter([("workspace".to_owned(), workspace.into())]);
    write("Cargo.toml", &workspace.to_string());
    write("Cargo.lock", &here("Cargo.lock"));
    let mut client = own.clone();
    client.retain(|key, _| key == "dependencies");
    write(
        "client/Cargo.toml",
        &format!(
            "[package]\nname = \"shop\"\nedition = \"2024\"\n[package.metadata.openapi-client]\n{client}"
        ),
    );
    write("client/openapi.yaml", DOCUMENT);
    let ran = run_in(&directory.join("client"), &["try", "openapi.yaml"], b"");
    assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Clean, ""), "{}", ran.output);
    assert!(ran.output.contains("1 of 1 generated, 1 of them compiled"), "{}", ran.output);
}

/// Losses of an excerpt name places of the whole document, also for Swagger 2.0.
#[test]
fn losses_of_a_part_are_at_places_of_the_whole() {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../goldens/documents/swagger_bodies/document.yaml");
    let document = fs::read_to_string(path).unwrap();
    let root: serde_json::Value = serde_yaml::from_str(&document).unwrap();
    let ran = run(&["try", path, "--operation", "search", "--deny-losses"]);
    assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Found, ""), "{}", ran.output);
    let mut places = 0;
    for (position, place) in ran.output.lines().zip(ran.output.lines().skip(1)) {
        let Some(position) = position.trim().strip_prefix("--> ") else { continue };
        let place = place.trim().strip_prefix("at ").unwrap();
        assert!(root.pointer(place).is_some(), "{place}");
        let line = position.strip_prefix(path).unwrap().split(':').nth(1).unwrap();
        let line = document.lines().nth(line.parse::<usize>().unwrap() - 1).unwrap();
        let last = place.rsplit('/').next().unwrap();
        assert!(last.parse::<usize>().is_ok() || line.contains(last), "{place}: {line}");
        places += 1;
    }
    assert!(places > 1, "{}", ran.output);
}
