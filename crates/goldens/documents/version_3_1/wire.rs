#[tokio::test]
async fn what_is_required_and_nothing_is_sent_as_null() {
    let server =
        Loopback::answering(200, "application/json", r#"{"id":"1","note":null,"tip":5}"#);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let change = types::Change { note: None, gift: None, tip: Some(5) };
    let answer = client.change_order("1", &change).await.ok().unwrap();
    let order = answer.value().unwrap();
    assert_eq!((order.note.as_deref(), order.tip), (None, Some(5)));
    assert_eq!(answer.drift().len(), 0);
    let request = server.request();
    assert_eq!(request.line, "PATCH /orders/1");
    assert_eq!(request.body, r#"{"note":null,"tip":5}"#);
}
