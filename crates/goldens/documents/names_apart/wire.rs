#[tokio::test]
async fn each_field_has_its_own_member() {
    let answer = r#"{"type":"a","@type":"b","links":["c"],"_links":{"d":"e"},"$":1.5,"1":"f","x²":"g",
        "orderLine":{"price":2},"Order-Line":{"weight":3},"buyer_address":{"city":"h"},
        "buyer":{"address":{"street":"i"}},"option":{"chosen":true}}"#;
    let server = Loopback::answering(200, "application/json", answer);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let change = types::Change {
        paidAt: "now".to_owned(),
        paid_at: Some("here".to_owned()),
        paid_dash_at: None,
        self_: "me".to_owned(),
    };
    let answer = client.x2nd_order("1", &change).await.ok().unwrap();
    let order = answer.value().unwrap();
    assert!(answer.drift().is_empty(), "{:?}", answer.drift());
    assert_eq!(order.type_.as_deref(), Some("a"));
    assert_eq!(order.at_type.as_deref(), Some("b"));
    assert_eq!(order.links.as_deref(), Some(["c".to_owned()].as_slice()));
    assert_eq!(order._links.as_ref().unwrap()["d"], "e");
    assert_eq!(order.dollar, Some(1.5));
    let line: &types::Order_line = order.orderLine.as_deref().unwrap();
    assert_eq!(line.price, Some(2));
    let request = server.request();
    assert_eq!(request.line, "PUT /orders/1");
    assert_eq!(request.body, r#"{"paidAt":"now","paid_at":"here","self":"me"}"#);
}
