#[tokio::test]
async fn a_constant_is_a_value_of_its_own() {
    let server = Loopback::answering(200, "application/json", r#"{"object":"refund"}"#);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let refund =
        types::RefundRequest { kind: types::RefundRequestKind::Refund, reason: None };
    let answer = client.refund(&refund).await.ok().unwrap();
    let object = answer.value().unwrap().object.as_ref();
    assert_eq!(object, Some(&types::RefundRequestKind::Refund));
    assert_eq!(server.request().body, r#"{"kind":"refund"}"#);
}
