#[tokio::test]
async fn a_number_is_read_and_sent_as_a_number() {
    let body = r#"{"kind":2,"bark":"loud"}"#;
    let server = Loopback::answering(200, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let response = client.get_pet().await.unwrap();
    assert!(response.drift().is_empty(), "{:?}", response.drift());
    assert!(matches!(response.value(), Some(types::Pet::Dog(_))));

    let cat = types::Cat { meow: Some("low".to_owned()), kind: None };
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    client.put_pet(&types::Pet::Cat(Box::new(cat))).await.unwrap();
    assert_eq!(server.request().body, r#"{"kind":1,"meow":"low"}"#);
}

#[tokio::test]
async fn a_boolean_is_sent_as_a_boolean() {
    let open = types::PutPaidRequestOpen { is_paid: false, due: None };
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    client.put_paid(&types::PutPaidRequest::Open(Box::new(open))).await.unwrap();
    assert_eq!(server.request().body, r#"{"is_paid":false}"#);
}
