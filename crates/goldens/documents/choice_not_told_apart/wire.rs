#[tokio::test]
async fn what_any_of_them_has_is_read() {
    let body = r#"{"id": "1", "note": "N", "state": "closed", "total": 1.5, "buyer": {"name": "B"},
        "part_of": {"id": "2", "buyer": "B"}}"#;
    let server = Loopback::answering(200, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let answer = client.get_order().await.ok().unwrap();
    assert_eq!(answer.drift(), []);
    let order = answer.into_value().unwrap();
    assert_eq!((order.note.as_deref(), order.total), (Some("N"), Some(1.5)));
    assert_eq!(order.buyer, Some(serde_json::json!({ "name": "B" })));
    assert_eq!(order.part_of.unwrap().buyer, Some(serde_json::json!("B")));
}
