//! `check`

use serde_json::Value;

use super::crate_copy::{CrateCopy, SPEC};
use super::{Ending, run};

#[test]
fn this_crate_can_be_released() {
    let ran = run(&["check"]);
    assert_eq!(ran.ending, Ending::Clean, "{}", ran.output);
    assert_eq!(ran.output.lines().filter(|line| line.starts_with("ok: ")).count(), 4);
}

/// Checks a copy of the crate after an edit, as text and as JSON, and gives the problems of the latter.
fn problems(name: &str, edit: impl FnOnce(&CrateCopy)) -> Vec<Value> {
    let copy = CrateCopy::new(name);
    edit(&copy);
    let text = copy.run(&["check"]);
    assert_eq!((text.ending, text.errors.as_str()), (Ending::Found, ""));
    let json = copy.run(&["check", "--format", "json"]);
    assert_eq!(json.ending, Ending::Found);
    let report: Value = serde_json::from_str(&json.output).unwrap();
    assert_eq!(report["ok"], false);
    let problems = report["problems"].as_array().unwrap().clone();
    for problem in &problems {
        let (file, line) = (problem["file"].as_str().unwrap(), problem["line"].as_u64().unwrap());
        assert!(text.output.contains(&format!("--> {file}:{line}:")), "{}", text.output);
        assert!(text.output.contains(problem["help"].as_str().unwrap()), "{}", text.output);
    }
    problems
}

#[test]
fn a_fragment_that_is_not_valid_is_found_with_its_place() {
    let found = problems("check-invalid", |copy| {
        let broken =
            "operationId: checkout_session_get\n      requestBody: { $ref: '#/components/none' }\n";
        copy.edit(SPEC, "operationId: checkout_session_get\n", broken);
    });
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["pointer"], "/paths/~1sessions~1{session_id}/get/requestBody/$ref");
    assert_eq!(found[0]["check"], "validate");
}

#[test]
fn an_overlay_that_does_not_apply_is_found_with_its_place() {
    let found = problems("check-overlay", |copy| {
        copy.edit("spec/overlay.yaml", "SCARule.required[?@ == 'type']", "SCARule.nothing");
    });
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["file"], "spec/overlay.yaml");
    assert_eq!(found[0]["pointer"], "/actions/0/target");
}

#[test]
fn snapshots_of_another_specification_are_found_until_they_are_accepted() {
    let copy = CrateCopy::new("check-snapshots");
    copy.edit(SPEC, "description: Where a store lies.", "description: Where it lies.");
    let ran = copy.run(&["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.output).unwrap();
    assert_eq!(report["problems"].as_array().unwrap().len(), 1, "an outline has no words");
    let problem = &report["problems"][0];
    assert_eq!(problem["file"], "tests/snapshots/client.snap");
    // The line is the one that differs.
    let line = usize::try_from(problem["line"].as_u64().unwrap()).unwrap();
    let reviewed = copy.read("tests/snapshots/client.snap");
    assert_eq!(reviewed.lines().nth(line - 1), Some("    /// Where a store lies."));
    copy.accept();
    assert_eq!(copy.run(&["check"]).ending, Ending::Clean);
}

#[test]
fn a_readme_of_another_version_is_found() {
    let found = problems("check-version", |copy| {
        copy.edit("Cargo.toml", "\nversion = \"0.1.0\"\n", "\nversion = \"0.2.0\"\n");
    });
    assert!(found.len() > 1, "the README shows the requirement more than once");
    assert!(found.iter().all(|problem| problem["file"] == "README.md"));
    let found = problems("check-no-version", |copy| copy.write("README.md", "# A crate\n"));
    assert_eq!(found[0]["message"], "the README does not show how to depend on the package");
}

#[test]
fn a_crate_without_a_specification_cannot_be_checked() {
    let copy = CrateCopy::new("check-nothing");
    std::fs::remove_file(copy.root.join(SPEC)).unwrap();
    let ran = copy.run(&["check"]);
    assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""));
    assert!(ran.errors.contains(SPEC), "{}", ran.errors);
}
