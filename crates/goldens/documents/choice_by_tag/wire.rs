use types::{Event, Method, PaymentShipping};

async fn payment(sent: &types::Payment, body: &str) -> (types::Payment, Vec<String>, String) {
    let server = Loopback::answering(200, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let answer = client.pay(sent).await.ok().unwrap();
    let drift = answer.drift().iter().map(ToString::to_string).collect();
    (answer.into_value().unwrap(), drift, server.request().body)
}

#[tokio::test]
async fn the_tag_chooses_whatever_the_order() {
    let body = r#"{"method": {"iban": "NO1", "type": "sepa"},
        "events": [{"reason": "no money", "kind": "Failed"}, {"kind": "Paid", "amount": 1}],
        "shipping": {"shop": "Oslo", "by": "pickup"}}"#;
    let (payment, drift, _) = payment(&types::Payment::default(), body).await;
    let Some(Method::BankAccount(account)) = payment.method else { panic!() };
    assert_eq!(account.iban.as_deref(), Some("NO1"));
    assert!(matches!(payment.events.as_deref(), Some([Event::Failed(_), Event::Paid(_)])));
    let Some(PaymentShipping::Pickup(pickup)) = payment.shipping else { panic!() };
    assert_eq!(pickup.shop.as_deref(), Some("Oslo"));
    assert_eq!(drift, [""; 0]);
}

#[tokio::test]
async fn an_unknown_or_missing_tag_keeps_the_object() {
    let body = r#"{"method": {"type": "crypto", "wallet": [1]}, "ways": {"a": {"number": "1"}},
        "events": [7, {"kind": "Paid"}]}"#;
    let (payment, drift, _) = payment(&types::Payment::default(), body).await;
    let unknown = serde_json::json!({ "type": "crypto", "wallet": [1] });
    assert_eq!(payment.method, Some(Method::Undocumented(unknown)));
    assert_eq!(format!("{:?}", payment.method), "Some(Undocumented([redacted]))");
    let untagged = Method::Undocumented(serde_json::json!({ "number": "1" }));
    assert_eq!(payment.ways.unwrap().get("a"), Some(&untagged));
    // A value that is not an object has none of the forms.
    assert_eq!(payment.events, None);
    let expected =
        ["unknown value at $.method.type", "missing required at $.ways.a.type", "wrong type at $.events[0]"];
    assert_eq!(drift, expected);
}

#[tokio::test]
async fn drift_inside_a_form_costs_what_drifted() {
    let body = r#"{"method": {"type": "Split", "first": {"type": "card", "number": "1", "expires": "soon"},
        "parts": [{"type": "sepa", "iban": "NO1", "bic": "X"}]}}"#;
    let (payment, drift, _) = payment(&types::Payment::default(), body).await;
    let Some(Method::Split(split)) = payment.method else { panic!() };
    let Some(Method::Card(card)) = split.first else { panic!() };
    assert_eq!((card.number.as_deref(), card.expires), (Some("1"), None));
    assert!(matches!(split.parts.as_deref(), Some([Method::BankAccount(_)])));
    assert_eq!(
        drift,
        ["wrong type at $.method.first.expires", "unknown field at $.method.parts[0].bic"]
    );
}

#[tokio::test]
async fn the_tag_is_sent_also_where_nobody_wrote_it() {
    let card = types::Card { number: Some("1".to_owned()), ..Default::default() };
    let account = types::BankAccount {
        type_: Some(types::BankAccountType::Sepa),
        iban: Some("NO1".to_owned()),
    };
    let split = types::Split {
        first: Some(Method::Card(Box::new(card))),
        parts: Some(vec![
            Method::BankAccount(Box::new(account)),
            Method::Undocumented(serde_json::json!({ "type": "crypto" })),
        ]),
        ..Default::default()
    };
    let method = Some(Method::Split(Box::new(split)));
    let sent = types::Payment { method, ..Default::default() };
    let (_, _, request) = payment(&sent, "{}").await;
    let expected = r#"{"method":{"type":"Split","first":{"type":"card","number":"1"},"parts":[{"type":"sepa","iban":"NO1"},{"type":"crypto"}]}}"#;
    let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(parse(&request), parse(expected));
}

#[tokio::test]
async fn the_whole_answer_is_a_choice() {
    let server = Loopback::answering(200, "application/json", r#"{"type":"bank","iban":"NO1"}"#);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let answer = client.get_method().await.ok().unwrap();
    assert!(matches!(answer.value(), Some(Method::BankAccount(_))));
}

/// Deeper than any stack, were it not bounded.
#[test]
fn a_choice_in_a_choice_ends() {
    let body = format!(
        "{}{}{}",
        r#"{"type":"Split","first":"#.repeat(4_000),
        "null",
        "}".repeat(4_000)
    );
    let answer = crate::loopback::answer::<Method>(&body);
    assert!(matches!(answer.value(), Some(Method::Split(_))));
    assert!(!answer.drift().is_empty());
}
