#[tokio::test]
async fn a_body_goes_out_and_one_comes_back() {
    let server = Loopback::answering(200, "application/json", r#"{"id":"1","state":"lost"}"#);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let refund = types::Refund { amount: 100, reason: None };
    let answer = client.refund_order("a/b", &refund).await.ok().unwrap();
    let order = answer.value().unwrap();
    assert_eq!(order.state, Some(types::OrderState::Undocumented("lost".to_owned())));
    let request = server.request();
    assert_eq!(request.line, "POST /orders/a%2Fb");
    assert_eq!(request.body, r#"{"amount":100}"#);
}
