#[tokio::test]
async fn nobody_misses_what_is_only_written() {
    let server = Loopback::answering(200, "application/json", r#"{"id":"1"}"#);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let card = types::NewCard { label: None, number: "4".to_owned() };
    let answer = client.add_card(&card).await.ok().unwrap();
    assert_eq!(answer.drift().len(), 0);
    assert_eq!(server.request().body, r#"{"number":"4"}"#);
}
