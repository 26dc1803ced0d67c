//! Schemas that upstream has renamed, moved to components or back, or split keep their descriptions and their order.

use super::{Crate, overlay};

pub const FRAME: &str = "openapi: 3.0.0
info:
  title: Shop
  version: '1'
paths:
  /order:
    get:
      operationId: get_order
      description: Our operation.
      responses:
        '200':
          description: Our answer.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Order'
components:
  schemas:
";

const ADDRESS: &str = "      description: Our address.
      type: object
      properties:
        street:
          description: Our street.
          type: string
        city:
          description: Our city.
          type: string
";

fn order(address: &str) -> String {
    format!(
        "    Order:
      description: Our order.
      type: object
      properties:
        id:
          description: Our id.
          type: string
        address:
{address}"
    )
}

/// The address in place, four levels further in.
fn inline() -> String {
    ADDRESS.lines().map(|line| format!("    {line}\n")).collect()
}

fn refers_to(name: &str) -> String {
    order(&format!("          $ref: '#/components/schemas/{name}'\n"))
}

fn component(name: &str) -> String {
    format!("    {name}:\n{ADDRESS}")
}

/// The document with upstream's words, or with none.
pub fn upstream(schemas: &str) -> String {
    let words = |line: &&str| !line.trim_start().starts_with("description: Our");
    let lines: Vec<&str> = schemas.lines().filter(words).collect();
    format!("{FRAME}{}\n", lines.join("\n"))
}

/// The fragment after an import, and the report.
pub fn renewed(before: &str, after: &str) -> (String, String) {
    let package = Crate::of(&format!("{FRAME}{before}"));
    let ran = package.imports(&upstream(after), &[]);
    let fragment = package.fragment();
    (fragment.strip_prefix(FRAME).unwrap().to_owned(), ran.output)
}

#[test]
fn words_follow_what_they_are_about() {
    let both = format!("{}{}", component("Address"), refers_to("Address"));
    let renamed = format!("{}{}", component("Place"), refers_to("Place"));
    let in_place = order(&inline());
    let behind = format!("{}{}", refers_to("Address"), component("Address"));
    for (what, before, after) in [
        ("a component is renamed", &both, &renamed),
        ("a schema in place is made a component", &in_place, &behind),
        ("a component is put back in place", &both, &in_place),
    ] {
        let (fragment, report) = renewed(before, after);
        assert_eq!(&fragment, after, "{what}");
        assert!(report.contains("Undescribed: nothing"), "{what}: {report}");
        assert!(report.contains("Moved upstream"), "{what}: {report}");
    }
}

/// Two places have a component each where they had one: both have its words.
#[test]
fn a_component_that_is_split_keeps_its_words_in_each() {
    let with = |components: &[&str], address: &str, home: &str| {
        let components: String = components.iter().map(|name| component(name)).collect();
        let home = format!("        home:\n          $ref: '#/components/schemas/{home}'\n");
        format!("{components}{}{home}", refers_to(address))
    };
    let before = with(&["Address"], "Address", "Address");
    for after in
        [with(&["Address", "Home"], "Address", "Home"), with(&["Place", "Home"], "Place", "Home")]
    {
        let (fragment, report) = renewed(&before, &after);
        assert_eq!(fragment, after, "{report}");
        assert!(report.contains("/components/schemas/Home\n"), "{report}");
    }
}

/// Properties keep their words in whichever part of `allOf` they are; only the part itself is new.
#[test]
fn a_component_that_is_taken_apart_keeps_the_words_of_its_properties() {
    let apart = "    Order:
      description: Our order.
      allOf:
        - $ref: '#/components/schemas/Base'
        - type: object
          properties:
            address:
              description: Our address.
              type: string
    Base:
      type: object
      properties:
        id:
          description: Our id.
          type: string
";
    let whole = order("          description: Our address.\n          type: string\n");
    let (fragment, report) = renewed(&whole, apart);
    assert_eq!(fragment, apart);
    assert!(report.contains("Undescribed: 2 places"), "{report}");
    let (fragment, report) = renewed(apart, &whole);
    assert_eq!(fragment, whole);
    assert!(report.contains("Undescribed: nothing"), "{report}");
}

/// A change that only looks like a rename is not one: the descriptions would be wrong.
#[test]
fn a_reference_to_something_else_brings_no_words() {
    let both = format!("{}{}", component("Address"), refers_to("Address"));
    let other = "    Price:
      type: object
      properties:
        amount:
          type: integer
";
    let (fragment, report) = renewed(&both, &format!("{}{other}", refers_to("Price")));
    assert!(!fragment.contains("Our address"), "{fragment}");
    assert!(!report.contains("Moved upstream"), "{report}");
}

#[test]
fn an_operation_that_is_taken_in_place_of_another_one_keeps_its_words() {
    let before = format!("{FRAME}{}", component("Order"));
    let package = Crate::of(&before);
    let after = before.replace("  /order:\n    get:", "  /orders/first:\n    post:");
    package.imports(
        &after.replace("Our ", "Their "),
        &["--operation", "POST /orders/first", "--remove", "get_order"],
    );
    assert_eq!(package.fragment(), after);
}

/// Without a record of the types, the name goes with the component; the report has the action that keeps it.
#[test]
fn the_report_says_what_keeps_the_name_and_where_an_action_leads_now() {
    let both = format!("{}{}", component("Address"), refers_to("Address"));
    let overlay = overlay(&[
        ("$.components.schemas.Address.properties.city", "x-sensitive: true"),
        ("$.components.schemas.Order.properties.idd", "x-sensitive: true"),
        ("$.components.schemas.Nothing", "x-sensitive: true"),
    ]);
    let package = Crate::with(&format!("{FRAME}{both}"), &overlay);
    let renamed = format!("{}{}", component("Place"), refers_to("Place"));
    let report = package.imports(&upstream(&renamed), &[]).output;
    for words in [
        "- target: $.components.schemas.Place\n",
        "x-rust-name: Address",
        "write: target: $.components.schemas.Place.properties.city\n",
        "write: target: $.components.schemas.Order.properties.id\n",
        "upstream has nothing like it: remove the action",
    ] {
        assert!(report.contains(words), "{words}\n{report}");
    }
}

/// Both the choice and the form have the words, which a person reads again.
#[test]
fn a_schema_that_becomes_one_of_several_forms_keeps_its_words() {
    let whole = order(&inline());
    let form: String = inline().lines().skip(1).map(|line| format!("    {line}\n")).collect();
    let form = form.trim_start();
    for choice in ["oneOf", "anyOf"] {
        let expected = order(&format!(
            "          description: Our address.
          {choice}:
            - type: string
            - description: Our address.
              {form}"
        ));
        let (fragment, report) = renewed(&whole, &expected);
        assert_eq!(fragment, expected, "{report}");
        assert!(report.contains("Undescribed: 1 place\n"), "{report}");
        assert!(report.contains(&format!("/address/{choice}/1\n")), "{report}");
    }
}

/// What the overlay refers to is taken along, though nothing upstream does; if it is gone, the report names the
/// action.
#[test]
fn what_the_overlay_refers_to_is_taken_along() {
    let update = "$ref: '#/components/schemas/Address'";
    let overlay = overlay(&[("$.components.schemas.Order.properties.id", update)]);
    let fragment = |address: &str| {
        format!("{address}{}", order("          description: Our place.\n          type: string\n"))
    };
    let package = Crate::with(&format!("{FRAME}{}", fragment(&component("Address"))), &overlay);
    let report = package.imports(&upstream(&fragment(&component("Address"))), &[]).output;
    assert_eq!(package.fragment(), format!("{FRAME}{}", fragment(&component("Address"))));
    assert!(report.contains("every action of spec/overlay.yaml matches"), "{report}");
    let report = package.imports(&upstream(&fragment("")), &[]).output;
    assert_eq!(package.fragment(), format!("{FRAME}{}", fragment("")));
    assert!(report.contains("leads to a place that does not exist"), "{report}");
    assert!(report.contains("spec/overlay.yaml:4:5"), "{report}");
}

/// The type has its name where it is described, so that what the overlay writes beside a reference would go unheard.
#[test]
fn an_action_on_what_has_become_a_reference_is_reported() {
    for (mark, value) in [("x-rust-name", "Home"), ("x-rust-required", "[street]")] {
        let target = "$.components.schemas.Order.properties.address";
        let overlay = overlay(&[(target, &format!("{mark}: {value}"))]);
        let package = Crate::with(&format!("{FRAME}{}", order(&inline())), &overlay);
        let after = format!("{}{}", refers_to("Address"), component("Address"));
        let report = package.imports(&upstream(&after), &[]).output;
        for words in [
            &format!("`{mark}`"),
            "target: $.components.schemas.Address\n",
            "by spec/overlay.yaml:4:5",
        ] {
            assert!(report.contains(words), "{words}\n{report}");
        }
    }
}

/// What is proposed for a name that is taken can be written as it is: where it is said, and under the keyword that
/// has an effect there.
#[test]
fn the_name_that_is_asked_for_is_one_that_the_place_can_have() {
    let answers = "        '201':
          description: Another answer.
          content:
            application/json:
              schema:
                description: Another.
                type: object
                properties:
                  response:
                    $ref: '#/components/schemas/GetOrderResponse'
                  responses:
                    $ref: '#/components/schemas/GetOrderResponses'
components:
";
    let upstream = format!(
        "{}{}{}{}",
        FRAME.replace("components:\n", answers),
        order(&inline()),
        component("GetOrderResponse"),
        component("GetOrderResponses").replace("city", "town")
    );
    let overlay =
        overlay(&[("$.components.schemas.Order.properties.address", "x-rust-name: Home")]);
    let package = Crate::with(&format!("{FRAME}{}", order(&inline())), &overlay);
    let report = package.imports(&upstream, &[]).output;
    let proposal = "write: - target: $.paths['/order'].get
         description: Upstream's name is taken.
         update:
           operationId: …
";
    assert!(report.contains(proposal), "{report}");
}
