use types::{OrderCustomer, OrderRecipient, OrderTags, OrderTagsList, OrderTotal};

async fn order(body: &str) -> (types::Order, Vec<String>) {
    let server = Loopback::answering(200, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let answer = client.get_order().await.ok().unwrap();
    let drift = answer.drift().iter().map(ToString::to_string).collect();
    (answer.into_value().unwrap(), drift)
}

#[tokio::test]
async fn the_json_type_chooses() {
    let (order, drift) = order(r#"{"customer": "c1", "total": 1.5, "tags": {"a": "b"}}"#).await;
    assert_eq!(order.customer, Some(OrderCustomer::String("c1".to_owned())));
    assert_eq!(order.total, Some(OrderTotal::Number(1.5)));
    assert!(matches!(order.tags, Some(OrderTags::Map(map)) if map.len() == 1));
    assert_eq!(drift, [""; 0]);
}

#[tokio::test]
async fn what_only_one_form_requires_chooses() {
    let body = r#"{"customer": {"deleted": true, "id": "c1"}, "total": {"amount": 1},
        "tags": ["a", {"label": "b"}],
        "recipients": [{"name": "N"}, {"id": "c2", "email": "e"}]}"#;
    let (order, drift) = order(body).await;
    assert!(matches!(order.customer, Some(OrderCustomer::DeletedCustomer(_))));
    assert!(matches!(order.total, Some(OrderTotal::Money(_))));
    let Some(OrderTags::List(tags)) = order.tags else { panic!() };
    assert!(matches!(tags.as_slice(), [OrderTagsList::String(_), OrderTagsList::Tag(_)]));
    let recipients = order.recipients.unwrap();
    assert!(matches!(
        recipients.as_slice(),
        [OrderRecipient::Recipient(_), OrderRecipient::Customer(_)]
    ));
    assert_eq!(drift, [""; 0]);
}

#[tokio::test]
async fn what_is_of_no_form_or_of_two_is_kept() {
    let body = r#"{"customer": {"id": "c1"}, "recipients": [{"email": "e", "name": "N"}]}"#;
    let (order, drift) = order(body).await;
    assert!(matches!(order.customer, Some(OrderCustomer::Undocumented(_))));
    let recipients = order.recipients.unwrap();
    assert!(matches!(recipients.as_slice(), [OrderRecipient::Undocumented(_)]));
    assert_eq!(drift, ["unknown value at $.customer", "unknown value at $.recipients[0]"]);
}

#[tokio::test]
async fn null_is_absent_and_another_type_is_drift() {
    let (order, drift) = order(r#"{"customer": null, "total": ["1"], "none_or_one": null}"#).await;
    assert_eq!((order.customer, order.total, order.none_or_one), (None, None, None));
    assert_eq!(drift, ["wrong type at $.total"]);
}
