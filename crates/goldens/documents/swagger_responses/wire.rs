async fn server(status: u16, content_type: &str, body: &str) -> (Loopback, Client) {
    let server = Loopback::answering(status, content_type, body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    (server, client)
}

#[tokio::test]
async fn json_is_asked_for_where_it_is_produced() {
    let (server, client) = server(200, "application/json", r#"[{"id":"7"}]"#).await;
    let orders = client.list_orders().await.unwrap().into_value().unwrap();
    assert_eq!(orders.first().and_then(|order| order.id.as_deref()), Some("7"));
    assert_eq!(server.request().header("accept"), Some("application/json"));
}

#[tokio::test]
async fn an_operation_that_produces_something_else_asks_for_that() {
    let (server, client) = server(200, "application/vnd.shop+json", "[]").await;
    assert!(client.report_orders().await.unwrap().into_value().unwrap().is_empty());
    assert_eq!(server.request().header("accept"), Some("application/vnd.shop+json"));
}

#[tokio::test]
async fn a_file_is_bytes() {
    let (png, client) = server(200, "image/png", "{png").await;
    assert_eq!(client.get_picture().await.unwrap().body(), b"{png");
    assert_eq!(png.request().header("accept"), Some("image/png"));
    let (zip, client) = server(200, "application/zip", "{zip").await;
    assert_eq!(client.get_archive().await.unwrap().body(), b"{zip");
    assert_eq!(zip.request().header("accept"), Some("*/*"));
}
