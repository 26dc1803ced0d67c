#[tokio::test]
async fn what_a_merge_key_names_is_there() {
    let server = Loopback::answering(200, "application/json", r#"{"id":"o1","state":3}"#);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let response = client.list_orders().await.unwrap();
    assert!(response.drift().is_empty());
    let order = response.value().unwrap();
    assert_eq!((order.id.as_deref(), order.state), (Some("o1"), Some(3)));
}
