#[tokio::test]
async fn numbers_stay_numbers_also_those_that_nobody_has_named() {
    let answer = r#"{"parts":3,"rate":0.5,"mixed":true,"version":"1","nothing":"x","gone":null}"#;
    let server = Loopback::answering(200, "application/json", answer);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let payment = types::Payment { parts: 12, exact: true, either: None };
    let answer = client.pay(&payment).await.ok().unwrap();
    assert!(answer.drift().is_empty(), "{:?}", answer.drift());
    let receipt = answer.value().unwrap();
    assert_eq!((receipt.parts, receipt.rate), (Some(3), Some(0.5)));
    assert_eq!(receipt.version, Some(types::ReceiptVersion::X1));
    assert_eq!(server.request().body, r#"{"exact":true,"parts":12}"#);
}
