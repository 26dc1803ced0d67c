#[tokio::test]
async fn a_name_is_only_a_name() {
    let body = r#"{"items":[{}],"pay":{"kind":"bank","iban":"NO1"}}"#;
    let server = Loopback::answering(200, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let options = options::ListOrdersOptions::default().with_a_b(true).with_example(2);
    let response = client.list_orders_with("s", &options).await.unwrap();
    assert!(response.drift().is_empty(), "{:?}", response.drift());
    let Some(types::PayBy::ByBank(bank)) = &response.value().unwrap().pay else {
        panic!("{response:?}")
    };
    assert_eq!(bank.iban.as_deref(), Some("NO1"));
    assert_eq!(server.request().line, "GET /orders?a%2Fb=true&example=2&schema=s");
}
