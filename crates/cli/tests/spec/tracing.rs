//! `trace`

use std::fmt::Write;

use super::crate_copy::{CrateCopy, DOCUMENT};
use super::{Ending, Ran};

/// Runs `cargo spec …` where the contract never changes.
fn run(arguments: &[&str]) -> Ran {
    CrateCopy::original().run(arguments)
}

/// One item of each kind, and of each way to a name.
const ITEMS: [&str; 9] = [
    "cancel_session",
    "CheckoutSession",
    "CheckoutSession.cancelled_at",
    "AmountLimit.amount",
    "types::BamboraConfiguration.type",
    "ScaRule.type",
    "TokenAuthMethod::ThreeDs",
    "TokenType::Undocumented",
    "SystemHeader",
];

#[test]
fn an_item_is_traced_to_its_place_its_actions_and_its_passes() {
    let mut all = String::new();
    for item in ITEMS {
        let ran = run(&["trace", item]);
        assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Clean, ""), "{item}");
        writeln!(all, "$ cargo spec trace {item}\n{}", ran.output).unwrap();
    }
    super::settings().bind(|| insta::assert_snapshot!("trace", super::without_lines(&all)));
}

#[test]
fn the_places_are_where_the_contract_says_so() {
    for (item, key) in [("OrderItem.quantity", "quantity:"), ("SessionUrls", "SessionUrls:")] {
        let ran = run(&["trace", item]);
        let place = ran
            .output
            .lines()
            .find_map(|line| line.trim().strip_prefix("spec/sessions-cancel.yaml:"));
        let line: usize = place.unwrap().split(':').next().unwrap().parse().unwrap();
        assert_eq!(DOCUMENT.lines().nth(line - 1).unwrap().trim(), key);
    }
}

/// A document of Swagger 2.0 is read as OpenAPI 3.0, and has its own places.
#[test]
fn places_of_swagger_are_those_of_the_original() {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../goldens/documents/swagger_bodies/document.yaml");
    let document = std::fs::read_to_string(path).unwrap();
    for (item, place, key) in [
        ("Order", "/definitions/Order", "Order:"),
        ("SearchRequest.text", "/paths/~1search/parameters/0", "- { name: text"),
        ("SearchRequest.kinds", "/parameters/Kinds", "Kinds: {"),
        ("put_note", "/paths/~1note/put", "put:"),
    ] {
        let ran = run(&["trace", item, path, "--no-overlay"]);
        assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Clean, ""), "{item}");
        let mut places = ran.output.lines().filter_map(|line| line.trim().strip_prefix(path));
        let found = places.find(|found| found.ends_with(&format!("  {place}")));
        let found = found.unwrap_or_else(|| panic!("{item}: {}", ran.output));
        let line: usize = found.split(':').nth(1).unwrap().parse().unwrap();
        let line = document.lines().nth(line - 1).unwrap().trim();
        assert!(line.starts_with(key), "{item}: {line}");
    }
}

#[test]
fn what_is_no_item_is_answered_with_what_is_like_it() {
    let ran = run(&["trace", "CheckoutSession.canceled_at"]);
    assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""));
    assert!(ran.errors.contains("there is `CheckoutSession.cancelled_at`"), "{}", ran.errors);
    let ran = run(&["trace", "§"]);
    assert!(ran.errors.contains("the client has no item `§`\n"), "{}", ran.errors);
}
