#[tokio::test]
async fn any_answer_is_taken() {
    let server = Loopback::answering(200, "text/plain", "done");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let response = client.list_orders().await.unwrap();
    assert_eq!(response.body(), b"done");
    assert_eq!(server.request().header("accept"), Some("*/*"));
}
