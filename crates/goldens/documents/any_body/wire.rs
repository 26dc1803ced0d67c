#[tokio::test]
async fn any_json_goes_out_and_comes_back() {
    let server = Loopback::answering(200, "application/json", "[1]");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let answer = client.put_any(&serde_json::json!({ "a": null })).await.ok().unwrap();
    assert_eq!(answer.value(), Some(&serde_json::json!([1])));
    assert_eq!(server.request().body, r#"{"a":null}"#);
}

#[tokio::test]
async fn what_is_no_json_stays_as_it_came() {
    let server = Loopback::answering(200, "text/csv", "id;state\n");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let answer = client.export_orders().await.ok().unwrap();
    assert_eq!(answer.body(), b"id;state\n");
    assert!(answer.drift().is_empty());
    assert_eq!(server.request().header("accept"), Some("application/pdf, text/csv"));
}

#[tokio::test]
async fn an_empty_answer_beside_json_has_no_value() {
    let server = Loopback::answering(202, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let answer = client.get_order().await.ok().unwrap();
    assert!(answer.value().is_none());
    assert!(answer.drift().is_empty());
    assert_eq!(server.request().header("accept"), Some("application/json"));
}
