#[tokio::test]
async fn what_is_required_can_be_sent_and_read() {
    let server = Loopback::answering(200, "application/json", r#"{"extra":[1]}"#);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let order = types::NewOrder { id: "o1".to_owned(), extra: serde_json::json!({ "a": 1 }) };
    let response = client.put_order(&order).await.unwrap();
    assert!(response.drift().is_empty(), "{:?}", response.drift());
    assert_eq!(response.value().unwrap().extra, Some(serde_json::json!([1])));
    assert_eq!(server.request().body, r#"{"extra":{"a":1},"id":"o1"}"#);

    let server = Loopback::answering(200, "application/json", "{}");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let response = client.put_order(&order).await.unwrap();
    assert_eq!(response.value().unwrap().extra, None);
    assert_eq!(response.drift()[0].to_string(), "missing required at $.extra");
}
