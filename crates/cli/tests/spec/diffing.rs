//! `diff`, as a reviewer meets it. Which verdict a change has is in `tests/verdicts`.

use serde_json::Value;

use super::Ending;
use super::crate_copy::{CrateCopy, SPEC};

/// Goes in front of `cancelled_by`, under a name that upstream will never have.
const NEW_PROPERTY: &str = "cancel_note_of_the_tests:
          description: Why the session was cancelled, as the caller put it.
          type: string
        ";

fn add_property(copy: &CrateCopy) {
    let before = "\n        cancelled_by:\n";
    let after = before.replace("cancelled_by", &format!("{NEW_PROPERTY}cancelled_by"));
    copy.edit(SPEC, before, &after);
}

fn json(copy: &CrateCopy, arguments: &[&str]) -> Value {
    let ran = copy.run(&[&["diff", "--format", "json"], arguments].concat());
    assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Clean, ""));
    serde_json::from_str(&ran.output).unwrap()
}

#[test]
fn an_optional_property_is_one_line_for_the_reviewer_and_a_minor_release() {
    let copy = CrateCopy::new("diff-property");
    copy.commit();
    let before =
        ["client", "outline"].map(|name| copy.read(&format!("tests/snapshots/{name}.snap")));
    add_property(&copy);
    let ran = copy.run(&["diff", "HEAD"]);
    assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Clean, ""));
    super::settings().bind(|| insta::assert_snapshot!("diff_property", ran.output));
    // The changes in the snapshots that a reviewer sees.
    copy.accept();
    let after =
        ["client", "outline"].map(|name| copy.read(&format!("tests/snapshots/{name}.snap")));
    let added = |old: &str, new: &str| new.lines().count() - old.lines().count();
    assert_eq!(added(&before[1], &after[1]), 1, "one line of the outline");
    assert!(added(&before[0], &after[0]) <= 10, "ten lines of the client");
    assert!(before[0].lines().all(|line| after[0].contains(line)), "nothing is changed or gone");
}

#[test]
fn several_changes_come_with_the_gravest_first() {
    let copy = CrateCopy::new("diff-several");
    copy.commit();
    add_property(&copy);
    // A renamed field, a value less and one more, another type, other bounds, other words, and a header.
    copy.edit(
        SPEC,
        "        - return_url\n      properties:\n        return_url:",
        "        - back_url\n      properties:\n        back_url:",
    );
    copy.edit(SPEC, "            minimum_age_required:", "            minimum_age:");
    copy.edit(
        SPEC,
        "description: Given name of the recipient.",
        "description: First name of the recipient.",
    );
    let text = copy.read(SPEC).replace("maxLength: 120", "maxLength: 100");
    copy.write(SPEC, &text);
    let ran = copy.run(&["diff", "HEAD"]);
    assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Clean, ""));
    super::settings().bind(|| insta::assert_snapshot!("diff_several", ran.output));
}

#[test]
fn a_verdict_that_is_too_grave_ends_with_an_exit_code() {
    let copy = CrateCopy::new("diff-at-most");
    copy.commit();
    add_property(&copy);
    let ending = |most: &str| copy.run(&["diff", "HEAD", "--at-most", most]).ending;
    assert_eq!(ending("patch"), Ending::Found);
    assert_eq!(ending("minor"), Ending::Clean);
    copy.edit(SPEC, "            minimum_age_required:", "            minimum_age:");
    assert_eq!(ending("minor"), Ending::Found);
    assert_eq!(ending("major"), Ending::Failed, "everything is at most major");
}

#[test]
fn files_revisions_and_the_working_tree_can_be_compared() {
    let copy = CrateCopy::new("diff-sides");
    copy.commit();
    add_property(&copy);
    copy.accept();
    copy.commit();
    for sides in [&["HEAD~1"][..], &["HEAD~1", "HEAD"], &["main~1", "main"]] {
        let found = json(&copy, sides);
        assert_eq!(found["verdict"], "minor", "{sides:?}");
        assert_eq!(found["next_version"], serde_json::json!(["0.1.0", "0.1.1"]));
        assert_eq!(found["changes"][0]["subject"], "CheckoutSession.cancel_note_of_the_tests");
        assert_eq!(found["document"].as_array().unwrap().len(), 1);
    }
    let backwards = json(&copy, &["HEAD", "HEAD~1"]);
    assert_eq!(backwards["verdict"], "major");
    assert_eq!(backwards["next_version"], serde_json::json!(["0.1.0", "0.2.0"]));
    let file = copy.root.join(SPEC).display().to_string();
    assert_eq!(json(&copy, &["HEAD~1", &file])["verdict"], "minor");
    assert_eq!(json(&copy, &[&file, "HEAD"])["verdict"], Value::Null);
    assert_eq!(json(&copy, &["HEAD"])["verdict"], Value::Null);
}

#[test]
fn a_change_of_the_generator_is_seen_in_the_reviewed_snapshot() {
    let copy = CrateCopy::new("diff-generator");
    // As if the generator had not hidden it, and had written another type.
    let client = "tests/snapshots/client.snap";
    copy.edit(client, "pub expires_in: Option<i64>,", "pub expires_in: Option<u32>,");
    copy.edit(client, "to.sensitive_required(it.access_token)", "to.required(it.access_token)");
    copy.commit();
    let found = json(&copy, &["HEAD"]);
    assert_eq!(found["document"], serde_json::json!([]));
    let subjects: Vec<(&str, &str)> = found["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| (change["subject"].as_str().unwrap(), change["what"].as_str().unwrap()))
        .collect();
    assert_eq!(
        subjects,
        [
            ("AccessToken.expires_in", "type changed"),
            ("AccessToken.access_token", "`Debug` changed")
        ]
    );
}

/// Of a long list of names, the one that is gone.
#[test]
fn a_target_with_one_name_less_is_told_by_that_name() {
    let copy = CrateCopy::new("diff-target");
    copy.commit();
    copy.edit("spec/overlay.yaml", "'cancelled_by', ", "");
    let found = json(&copy, &["HEAD"]);
    let overlay = found["overlay"].as_array().unwrap();
    assert_eq!((overlay.len(), &overlay[0]["what"]), (1, &Value::from("removed")));
    let place = overlay[0]["place"].as_str().unwrap();
    assert!(place.ends_with("['cancelled_by']"), "{place}");
}

#[test]
fn sides_that_cannot_be_had_are_named() {
    let copy = CrateCopy::new("diff-errors");
    copy.commit();
    let ran = copy.run(&["diff", "nowhere"]);
    assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""));
    assert!(ran.errors.contains("`nowhere` is neither a file nor a revision"), "{}", ran.errors);
    // An option of git is not a revision.
    assert_eq!(copy.run(&["diff", "--", "--help"]).ending, Ending::Failed);
    copy.edit(SPEC, "version: '1'", "version: ['1'");
    let ran = copy.run(&["diff", "HEAD"]);
    assert_eq!(ran.ending, Ending::Failed);
    assert!(ran.errors.contains("spec/sessions-cancel.yaml:"), "{}", ran.errors);
}

const SHOP: &str = "openapi: 3.0.3
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      operationId: get_order
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
        ships_to: { type: object, properties: { street: { type: string } } }
        hours: { $ref: '#/components/schemas/OpeningHours' }
    OpeningHours:
      type: object
      properties: { from: { type: string } }
";

/// The overlay of a shop without the last line, so that actions can follow.
const SHOP_OVERLAY: &str = "overlay: 1.1.0
info: { title: Shop, version: '1' }
actions:
  - target: $.components.schemas.Order
    description: A name.
    update: { x-rust-name: ShopOrder }
";

#[test]
fn the_way_to_keep_a_name_is_in_the_report() {
    let copy = CrateCopy::shop("diff-names", SHOP, SHOP_OVERLAY);
    copy.write("new.yaml", &SHOP.replace("OpeningHours", "BusinessHours"));
    let sides = ["diff", "openapi.yaml", "new.yaml"];
    let ran = copy.run(&sides);
    assert!(ran.output.starts_with("## Client: major\n"), "{}", ran.output);
    assert!(ran.output.contains("1 of 1 major changes lose only a name."), "{}", ran.output);
    let (_, actions) = ran.output.split_once("```yaml\n").unwrap();
    let (actions, _) = actions.split_once("  ```").unwrap();
    copy.write("overlay.yaml", &format!("{SHOP_OVERLAY}{actions}"));
    // The action is about the new document; the old one is compared as it was.
    let found = copy.run(&["outline", "new.yaml", "--overlay", "overlay.yaml"]);
    assert!(found.output.contains("struct OpeningHours"), "{}{}", found.output, found.errors);
}

#[test]
fn a_place_that_leaves_its_type_with_all_of_it_is_named_with_its_line_in_the_record() {
    let copy = CrateCopy::shop("diff-places", SHOP, SHOP_OVERLAY);
    let grown = SHOP.replacen("street: {", "city: { type: string }, street: {", 1);
    copy.write("new.yaml", &grown);
    let ran = copy.run(&["diff", "openapi.yaml", "new.yaml"]);
    assert!(ran.output.contains("keep a record of the types"), "{}", ran.output);
    // With a record that does not have the place.
    let manifest = copy.read("Cargo.toml") + "types = \"types.txt\"\n";
    copy.write("Cargo.toml", &manifest);
    copy.write("types.txt", "ShopOrderBuyer: ShopOrder.buyer\nShopOrder: components.Order\n");
    copy.write("openapi.yaml", SHOP);
    let ran = copy.run(&["types", "--write"]);
    assert_eq!(ran.errors, "");
    copy.write("openapi.yaml", &grown);
    assert_eq!(
        copy.run(&["diff", "openapi.yaml", "new.yaml"]).output.lines().next(),
        Some("## Client: unchanged")
    );
}
