//! `try`

use std::fs;
use std::path::Path;

use super::{Ending, run};

fn write(name: &str, text: &str) -> String {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("try-documents");
    fs::create_dir_all(&directory).unwrap();
    let path = directory.join(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn each_document_is_generated_compiled_and_told_of() {
    let good = write(
        "good.yaml",
        "openapi: 3.0.0\ninfo: { title: Shop, version: '1' }\npaths: { /order: { get: { operationId: \
         get_order, responses: { '200': { description: It., content: { application/json: { schema: \
         { type: object, properties: { id: { type: string } } } } } } } } } }\n",
    );
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
    assert!(ran.output.contains("unknown OpenAPI version `4.0.0`"), "{}", ran.output);
    assert!(fs::read_to_string(out.join("try-good/client.rs")).unwrap().contains("get_order"));
}
