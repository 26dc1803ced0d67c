//! Properties that upstream has renamed keep their words and their place, and what only looks like a rename does not.

use super::moving::{FRAME, renewed, upstream};
use super::{Crate, overlay};

/// An order with these properties.
fn order(properties: &[String]) -> String {
    object("Order", properties)
}

fn object(name: &str, properties: &[String]) -> String {
    format!(
        "    {name}:
      description: Our {name}.
      type: object
      properties:
{}",
        indented(properties, 8)
    )
}

/// A property with our words on the word, whatever its name is.
fn property(name: &str, word: &str, schema: &str) -> String {
    format!("{name}:\n  description: Our {word}.\n{}", indented(&[schema.to_owned()], 2))
}

fn text(name: &str, word: &str) -> String {
    property(name, word, "type: string\n")
}

fn indented(texts: &[String], by: usize) -> String {
    let lines = texts.iter().flat_map(|text| text.lines());
    lines.map(|line| format!("{}{line}\n", " ".repeat(by))).collect()
}

/// An object in place.
fn address(name: &str, properties: &[String]) -> String {
    let properties = indented(properties, 2);
    property(name, "address", &format!("type: object\nproperties:\n{properties}"))
}

#[test]
fn a_renamed_property_keeps_its_words() {
    let [id, note] = ["id", "note"].map(|name| text(name, name));
    let [street, road] = ["street", "road"].map(|name| text(name, "street"));
    let [city, town] = ["city", "town"].map(|name| text(name, "city"));
    let around = |renamed: &[&String]| {
        let renamed = renamed.iter().map(|it| (*it).clone());
        [id.clone()].into_iter().chain(renamed).chain([note.clone()]).collect::<Vec<_>>()
    };
    let count = |name| property(name, "count", "type: integer\n");
    let part = |property: &String| {
        format!(
            "    Order:
      description: Our order.
      allOf:
        - description: Our base.
          type: object
          properties:
{}        - description: Our rest.
          type: object
          properties:
            id:
              description: Our id.
              type: string
",
            indented(std::slice::from_ref(property), 12)
        )
    };
    let item = |properties: &[String]| {
        let properties = indented(properties, 4);
        let items = format!(
            "type: array\nitems:\n  description: Our item.\n  type: object\n  properties:\n{properties}"
        );
        order(&[property("items", "items", &items)])
    };
    let card = |name: &str, component: &str| {
        let reference = format!("{name}:\n  $ref: '#/components/schemas/{component}'\n");
        let card = object(component, &around(&[])).replace(&format!("Our {component}"), "Our card");
        format!("{}{card}", order(&[id.clone(), reference]))
    };
    for (what, before, after) in [
        ("at the same place", order(&around(&[&street])), order(&around(&[&road]))),
        (
            "as the only one",
            order(std::slice::from_ref(&street)),
            order(std::slice::from_ref(&road)),
        ),
        ("in a part of allOf", part(&street), part(&road)),
        ("inside an item", item(&around(&[&street])), item(&around(&[&road]))),
        ("two at once", order(&around(&[&street, &city])), order(&around(&[&road, &town]))),
        (
            "two at once, whose types tell them apart",
            order(&around(&[&street, &count("count")])),
            order(&around(&[&road, &count("number")])),
        ),
        (
            "while another one goes",
            order(&around(&[&count("count"), &street])),
            order(&around(&[&road])),
        ),
        (
            "with the object that it is in, which has grown",
            order(&around(&[&address("address", &around(&[&street]))])),
            order(&around(&[&address("place", &around(&[&road, &count("count")]))])),
        ),
        ("with the component that it is", card("giftcard", "Card"), card("voucher", "Voucher")),
    ] {
        let (fragment, report) = renewed(&before, &without(&after, "Our count"));
        let kept = !after.contains("Our count") || before.contains("Our count");
        let expected = if kept { after.clone() } else { without(&after, "Our count") };
        assert_eq!(fragment, expected, "{what}: {report}");
        assert!(report.contains("taken for the same"), "{what}: {report}");
        assert_eq!(report.contains("Undescribed: nothing"), kept, "{what}: {report}");
    }
}

/// Without the line of a description.
fn without(text: &str, words: &str) -> String {
    let lines = text.lines().filter(|line| !line.contains(words));
    lines.map(|line| format!("{line}\n")).collect()
}

/// A similar name is enough, wherever the property is: it stays where it was.
#[test]
fn a_property_under_a_similar_name_may_be_elsewhere() {
    let [id, note] = ["id", "note"].map(|name| text(name, name));
    let [long, short] = ["transaction_id", "transaction"].map(|name| text(name, "transaction"));
    let [kept, changed] = ["billing_street", "billingStreet"].map(|name| text(name, "street"));
    let before = order(&[long, kept, id.clone(), note.clone()]);
    let after = order(&[id.clone(), changed.clone(), note.clone(), short.clone()]);
    let (fragment, report) = renewed(&before, &after);
    assert_eq!(fragment, order(&[short, changed, id, note]), "{report}");
}

#[test]
fn what_only_looks_like_a_rename_brings_no_words() {
    let [id, note, street, road, town] =
        ["id", "note", "street", "road", "town"].map(|name| text(name, name));
    let all = |properties: &[&String]| {
        order(&properties.iter().map(|it| (*it).clone()).collect::<Vec<_>>())
    };
    let retyped = property("streets", "road", "type: integer\n");
    let closed = property("streets", "road", "type: string\nenum:\n  - a\n  - b\n");
    let other = property("streets", "road", "$ref: '#/components/schemas/Base'\n");
    let base = object("Base", &[street.clone(), id.clone()]);
    let with_base = |property: &String, base: &str| {
        let base = base.to_owned();
        format!(
            "    Order:
      description: Our order.
      allOf:
        - $ref: '#/components/schemas/Base'
        - description: Our rest.
          type: object
          properties:
{}{base}",
            indented(std::slice::from_ref(property), 12)
        )
    };
    let empty = object("Base", std::slice::from_ref(&id));
    for (what, before, after) in [
        ("another type", all(&[&id, &street]), all(&[&id, &retyped])),
        ("a list of values", all(&[&id, &street]), all(&[&id, &closed])),
        ("a reference", all(&[&id, &street]), format!("{}{empty}", all(&[&id, &other]))),
        (
            "one that is required now",
            all(&[&id, &street]),
            all(&[&id, &road])
                .replace("      properties:", "      required:\n        - road\n      properties:"),
        ),
        ("two that it may be", all(&[&id, &street]), all(&[&id, &road, &town])),
        ("two that it may have been", all(&[&id, &street, &note]), all(&[&id, &town])),
        ("another place", all(&[&street, &id, &note]), all(&[&id, &note, &road])),
        ("one that moved to another part", with_base(&street, &empty), with_base(&road, &base)),
    ] {
        let (fragment, report) = renewed(&before, &after);
        let words = |name: &str| fragment.contains(&format!("{name}:\n          description"));
        assert!(!words("streets") && !words("road") && !words("town"), "{what}: {fragment}");
        assert!(!report.contains("taken for the same"), "{what}: {report}");
    }
}

/// The overlay is told where the property is now.
#[test]
fn an_action_for_a_renamed_property_is_retargeted() {
    let overlay = overlay(&[
        ("$.components.schemas.Order.properties.street", "x-sensitive: true"),
        ("$.components.schemas.Order.properties['street', 'id']", "x-sensitive: true"),
    ]);
    let before = order(&[text("id", "id"), text("street", "street")]);
    let after = order(&[text("id", "id"), text("road", "street")]);
    let package = Crate::with(&format!("{FRAME}{before}"), &overlay);
    let report = package.imports(&upstream(&after), &[]).output;
    for target in ["properties.road\n", "properties['road', 'id']"] {
        let target = format!("target: $.components.schemas.Order.{target}");
        assert!(report.contains(&target), "{target}\n{report}");
    }
}

/// The action decides about the property once its target is corrected, so that no other one is proposed.
#[test]
fn a_renamed_property_is_not_to_be_decided_about_again() {
    let target = "$.components.schemas.Order.properties.email_address";
    let overlay = overlay(&[(target, "x-sensitive: true")]);
    let before = order(&[text("email_address", "address")]);
    let package = Crate::with(&format!("{FRAME}{before}"), &overlay);
    let report = package.imports(&upstream(&order(&[text("email", "address")])), &[]).output;
    assert!(report.contains("target: $.components.schemas.Order.properties.email\n"), "{report}");
    assert!(!report.contains("sensitive"), "{report}");
}
