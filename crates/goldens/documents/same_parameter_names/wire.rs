#[tokio::test]
async fn each_goes_out_under_its_own_name() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let options = options::PutOrderOptions::default()
        .with_body_query("body_query")
        .with_header_map_query("header_map_query")
        .with_id_query("id_query")
        .with_request("request")
        .with_sort_by("sort")
        .with_sort_by_query("sort_query")
        .with_url("url")
        .with_x3ds("x3ds")
        .with_id_header("id_header");
    assert!(client.put_order_with("path", "body", &options).await.is_ok());
    let request = server.request();
    let query = "body=body_query&header_map=header_map_query&id=id_query&request=request\
                 &sortBy=sort&sort_by=sort_query&url=url&3ds=x3ds";
    assert_eq!(request.line, format!("PUT /orders/path?{query}"));
    assert_eq!(request.header("id"), Some("id_header"));
    assert_eq!(request.body, r#""body""#);
}
