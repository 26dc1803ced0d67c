async fn sent(request: &types::RefundRequest) -> String {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    client.refund(request).await.ok().unwrap();
    server.request().body
}

#[tokio::test]
async fn a_form_is_sent_as_it_is() {
    let partial = types::Partial {
        amount: 1,
        reason: Some(types::Reason::Known(types::ReasonKnown::Late)),
        lines: None,
    };
    let request = types::RefundRequest::Partial(Box::new(partial.clone()));
    assert_eq!(sent(&request).await, r#"{"amount":1,"reason":"late"}"#);
    let request = types::RefundRequest::List(vec![partial]);
    assert_eq!(sent(&request).await, r#"[{"amount":1,"reason":"late"}]"#);
}

#[tokio::test]
async fn the_tag_goes_with_the_form() {
    let card = types::TargetCard { number: "1".to_owned(), owner: "me".to_owned() };
    let to = Some(types::Target::Card(Box::new(card)));
    let request = types::RefundRequest::Full(Box::new(types::Full { reason: None, to }));
    assert_eq!(sent(&request).await, r#"{"to":{"type":"card","number":"1","owner":"me"}}"#);
    let account = types::TargetAccount {
        account: "2".to_owned(),
        owner: "me".to_owned(),
        type_: types::TargetAccountType::Bban,
    };
    let to = Some(types::Target::Account(Box::new(account)));
    let request = types::RefundRequest::Full(Box::new(types::Full { reason: None, to }));
    assert_eq!(sent(&request).await, r#"{"to":{"type":"bban","account":"2","owner":"me"}}"#);
}
