#[tokio::test]
async fn each_goes_out_under_its_own_name() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let answer = client.put_order(
        "path",
        Some("body_query"),
        Some("header_map_query"),
        Some("id_query"),
        Some("request"),
        Some("sort"),
        Some("sort_query"),
        Some("url"),
        Some("x3ds"),
        Some("id_header"),
        "body",
    )
    .await;
    assert!(answer.is_ok());
    let request = server.request();
    let query = "body=body_query&header_map=header_map_query&id=id_query&request=request\
                 &sortBy=sort&sort_by=sort_query&url=url&3ds=x3ds";
    assert_eq!(request.line, format!("PUT /orders/path?{query}"));
    assert_eq!(request.header("id"), Some("id_header"));
    assert_eq!(request.body, r#""body""#);
}
