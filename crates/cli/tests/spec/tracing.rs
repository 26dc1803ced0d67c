//! `trace`

use std::fmt::Write;

use super::{Ending, run};

/// One item of each kind, and of each way to a name.
const ITEMS: [&str; 10] = [
    "cancel_session",
    "CheckoutSession",
    "CheckoutSession.cancelled_at",
    "AmountLimit.amount",
    "types::BamboraConfiguration.type",
    "ScaRule.type",
    "TokenAuthMethod::ThreeDs",
    "TokenType::Undocumented",
    "SystemHeader",
    "error::ConversionError",
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
    let spec = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../spec/sessions-cancel.yaml"
    ));
    let spec = spec.unwrap();
    for (item, key) in [("OrderItem.quantity", "quantity:"), ("SessionUrls", "SessionUrls:")] {
        let ran = run(&["trace", item]);
        let place = ran
            .output
            .lines()
            .find_map(|line| line.trim().strip_prefix("spec/sessions-cancel.yaml:"));
        let line: usize = place.unwrap().split(':').next().unwrap().parse().unwrap();
        assert_eq!(spec.lines().nth(line - 1).unwrap().trim(), key);
    }
}

#[test]
fn what_is_no_item_is_answered_with_what_is_like_it() {
    let ran = run(&["trace", "CheckoutSession.canceled_at"]);
    assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""));
    assert!(ran.errors.contains("there is `CheckoutSession.cancelled_at`"), "{}", ran.errors);
    let ran = run(&["trace", "§"]);
    assert!(ran.errors.contains("`§` is no item of the client\n"), "{}", ran.errors);
}
