#[tokio::test]
async fn the_values_on_the_wire_are_those_of_the_document() {
    let answer = r#"{"method":"CARD","state":"Undocumented","language":"日本"}"#;
    let server = Loopback::answering(200, "application/json", answer);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let payment = types::Payment {
        method: types::Method::PaidDashOut,
        compare: Some(types::PaymentCompare::LessEqual),
    };
    let options = options::PayOptions::default()
        .with_reaction(types::PayReaction::Minus1)
        .with_version(types::PayVersion::X110);
    let answer = client.pay_with(&payment, &options).await.ok().unwrap();
    assert!(answer.drift().is_empty(), "{:?}", answer.drift());
    let receipt = answer.value().unwrap();
    assert_eq!(receipt.method, Some(types::ReceiptMethod::CARD));
    assert_eq!(receipt.state, Some(types::ReceiptState::UndocumentedValue));
    assert_eq!(receipt.language, Some(types::ReceiptLanguage::日本));
    let request = server.request();
    assert_eq!(request.header("reaction"), Some("-1"));
    // A number without quotes is the text that the document has, which no number says.
    assert_eq!(request.line, "POST /payments?version=1.10");
    assert_eq!(request.body, r#"{"compare":"<=","method":"paid-out"}"#);
}
