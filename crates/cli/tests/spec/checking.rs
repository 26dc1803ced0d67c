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
fn an_action_that_matches_nothing_says_what_else_has_its_type() {
    let found = problems("check-named", |copy| {
        let target = "$.components.schemas.BamboraConfiguration.properties.applepay\n";
        copy.edit("spec/overlay.yaml", target, &target.replace("applepay", "apple_pay"));
    });
    assert_eq!(found.len(), 1, "{found:?}");
    let message = found[0]["message"].as_str().unwrap();
    let expected = "; `PaymentMethod` is the type of BamboraConfiguration.applepay, ";
    assert!(message.contains(expected) && message.ends_with(" more"), "{message}");
}

/// The overlay of a shop: of the names, one is that of the component, one is that of the place, and one is neither;
/// the format makes no difference, and the type does.
const SHOP_OVERLAY: &str = "overlay: 1.1.0
info: { title: Shop, version: '1' }
actions:
  - target: $.paths['/orders'].get
    description: A method's name.
    update: { operationId: get_order }
  - target: $.components.schemas.Order
    description: What upstream calls it.
    update: { x-rust-name: Order }
  - target: $.components.schemas.Order.properties.buyer
    description: What it would be called anyway.
    update: { x-rust-name: OrderBuyer }
  - target: $.components.schemas.Order.properties.lines.items
    description: A name that no place gives.
    update: { x-rust-name: Item }
  - target: $.components.schemas.Order.properties.number.format
    description: A format that no type has.
    remove: true
  - target: $.components.schemas.Order.properties.number
    description: A number with a letter in it was seen.
    update: { type: string }
";

const SHOP: &str = "openapi: 3.0.3
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      operationId: order
      responses:
        '200':
          description: The order.
          content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
components:
  schemas:
    Order:
      type: object
      properties:
        buyer: { type: object, properties: { street: { type: string } } }
        lines: { type: array, items: { type: object, properties: { count: { type: integer } } } }
        number: { type: integer, format: decimal }
";

#[test]
fn actions_without_an_effect_are_listed() {
    let copy = CrateCopy::shop("check-idle", SHOP, SHOP_OVERLAY);
    let ran = copy.run(&["check", "--format", "json"]);
    assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Clean, ""));
    let report: Value = serde_json::from_str(&ran.output).unwrap();
    let idle: Vec<&str> = report["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|warning| warning["check"] == "overlay")
        .map(|warning| warning["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(idle, ["/actions/1", "/actions/2", "/actions/4"]);
    assert_eq!(report["warnings"][0]["line"], 7);
}

#[test]
fn a_version_that_does_not_suffice_for_the_changes_since_the_last_release_is_found() {
    let copy = CrateCopy::new("check-release");
    copy.commit();
    let unreleased = copy.run(&["check"]).output;
    assert!(
        unreleased.contains("not checked: the version: no tag such as `v1.2.3` is here"),
        "{unreleased}"
    );
    copy.git(&["tag", "v0.1.0"]);
    // Not a release, and one of another package.
    copy.git(&["tag", "v0.2.0-notes"]);
    copy.git(&["tag", "runtime-v3.0.0"]);
    let unchanged = copy.run(&["check"]).output;
    assert!(unchanged.contains("ok: the client is the one of `v0.1.0`"), "{unchanged}");
    let before = "\n        cancelled_by:\n";
    let property = "\n        note_of_the_tests: { description: A note., type: string }";
    copy.edit(SPEC, before, &format!("{property}{before}"));
    copy.accept();
    let ran = copy.run(&["check"]);
    let expected = "error[version]: what has changed since `v0.1.0` is minor and takes version 0.1.1; the manifest \
                    says 0.1.0\n  --> Cargo.toml:3:1";
    assert!(ran.output.contains(expected), "{}", ran.output);
    assert_eq!(ran.ending, Ending::Found);
    copy.edit("Cargo.toml", "version = \"0.1.0\"", "version = \"0.1.1\"");
    let ran = copy.run(&["check"]);
    assert_eq!(ran.ending, Ending::Clean, "{}", ran.output);
    assert!(ran.output.contains("what has changed since `v0.1.0`: minor"), "{}", ran.output);
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
