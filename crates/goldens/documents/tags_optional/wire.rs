async fn pay(body: &types::Pay, answer: &str) -> (String, types::Paid) {
    let server = Loopback::answering(200, "application/json", answer);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let response = client.pay(body).await.unwrap();
    assert!(response.drift().is_empty(), "{:?}", response.drift());
    (server.request().body, response.value().unwrap().clone())
}

#[tokio::test]
async fn what_was_not_set_is_not_sent() {
    let card = |channel| {
        types::Pay::PayCard(Box::new(types::PayCard { pan: "4".to_owned(), channel }))
    };
    let (sent, read) = pay(&card(None), r#"{"pan":"4"}"#).await;
    assert_eq!(sent, r#"{"pan":"4"}"#);
    assert!(matches!(read, types::Paid::Card(_)));
    let (sent, read) =
        pay(&card(Some(types::PayCardChannel::Web)), r#"{"iban":"NO1","by":"giro"}"#).await;
    assert_eq!(sent, r#"{"channel":"web","pan":"4"}"#);
    assert!(matches!(read, types::Paid::Bank(_)));
    assert_eq!(serde_json::to_string(&read).unwrap(), r#"{"by":"giro","iban":"NO1"}"#);
}

/// The tag decides if it is present; an unknown tag is drift, and then the properties decide.
#[tokio::test]
async fn a_tag_goes_before_properties() {
    for (body, is_card) in [
        (r#"{"by":"card"}"#, true),
        (r#"{"by":"card","iban":"NO1"}"#, true),
        (r#"{"by":"cheque","iban":"NO1"}"#, false),
    ] {
        let read: types::Paid = serde_json::from_str(body).unwrap();
        assert_eq!(matches!(read, types::Paid::Card(_)), is_card, "{body}");
    }
}
