#[tokio::test]
async fn null_is_sent_where_a_reference_may_be_null() {
    let server = Loopback::answering(200, "application/json", r#"{"state":null,"parent":{}}"#);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let wish = types::Wish { giver: None, next: None, state: None, taker: None };
    let answer = client.put_order(&wish).await.ok().unwrap();
    let order = answer.value().unwrap();
    assert_eq!((order.state.as_ref(), order.parent.is_some()), (None, true));
    assert_eq!(server.request().body, r#"{"giver":null,"state":null}"#);
}
