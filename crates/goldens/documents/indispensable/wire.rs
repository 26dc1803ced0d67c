async fn read(answer: &str) -> openapi_client_runtime::Response<types::Order> {
    let server = Loopback::answering(200, "application/json", answer);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    client.get_order().await.unwrap()
}

#[tokio::test]
async fn what_is_indispensable_is_there_or_nothing_is_read() {
    let answer = serde_json::json!({
        "any": 1, "at": "2026-01-01T00:00:00Z", "code": 7, "items": [{ "kind": "other" }],
        "method": { "type": "Card", "number": "4" }, "note": { "item": { "kind": "goods" }, "words": "w" },
        "number": 5, "state": "open", "text": "t",
    });
    let response = read(&answer.to_string()).await;
    let order = response.value().unwrap();
    assert_eq!(order.note.item.kind, types::ItemKind::Thing);
    assert_eq!(order.items[0].kind, types::ItemKind::Undocumented("other".to_owned()));
    assert_eq!(order.state, types::OrderState::Open);
    assert!(matches!(&order.method, types::OrderMethod::Card(card) if card.number == "4"));
    for name in answer.as_object().unwrap().keys() {
        let mut less = answer.clone();
        less.as_object_mut().unwrap().remove(name);
        assert!(read(&less.to_string()).await.value().is_none(), "{name}");
    }
}
