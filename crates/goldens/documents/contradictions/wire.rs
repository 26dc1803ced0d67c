#[tokio::test]
async fn what_the_parts_dispute_is_read_as_it_comes() {
    let body = r#"{"total": 5, "state": "paid", "parent": {"total": "6"}, "source": {"path": "/"}}"#;
    let server = Loopback::answering(200, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let answer = client.get_order().await.ok().unwrap();
    assert!(answer.drift().is_empty());
    let order = answer.into_value().unwrap();
    assert_eq!((order.total, order.state.as_deref()), (Some(5.into()), Some("paid")));
    let parent = order.parent.unwrap();
    assert_eq!(parent.total, Some("6".into()));
    assert!(matches!(order.source, Some(types::OrderSource::Object(_))));
}
