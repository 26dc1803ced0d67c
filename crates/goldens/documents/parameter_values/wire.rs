#[tokio::test]
async fn each_form_of_a_union_is_sent() {
    for (either, must, line) in [
        (
            types::ListOrdersEither::String("a b".to_owned()),
            types::ListOrdersMust::Integer(7),
            "GET /orders?either=a%20b&joined=a%20b&must=7",
        ),
        (
            types::ListOrdersEither::List(vec!["a".to_owned(), "b".to_owned()]),
            types::ListOrdersMust::List(vec![1, 2]),
            "GET /orders?either=a&either=b&joined=a,b&must=1&must=2",
        ),
    ] {
        let server = Loopback::answering(204, "", "");
        let client =
            Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
        let options = options::ListOrdersOptions::default()
            .with_either(either.clone())
            .with_joined(either)
            .with_until(types::ListOrdersUntil::Asap(types::Asap::Now))
            .with_x_until(types::ListOrdersUntil::Integer(3));
        client.list_orders_with(&must, "s", &options).await.unwrap();
        let request = server.request();
        assert_eq!(request.line, format!("{line}&until=now"));
        assert_eq!(request.header("x-until"), Some("3"));
    }
}

/// Text is not JSON, and a cookie ends where its value does.
#[tokio::test]
async fn a_value_is_no_more_than_it_says() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let must = types::ListOrdersMust::Integer(7);
    let sid = "a; admin=1, \"b\" 100%\n é==";
    let options =
        options::ListOrdersOptions::default().with_text("plain \"text\"").with_x_text("x").with_ids("7; 8");
    client.list_orders_with(&must, sid, &options).await.unwrap();
    let request = server.request();
    assert_eq!(request.line, "GET /orders?must=7&text=plain%20%22text%22");
    assert_eq!(request.header("x-text"), Some("x"));
    let cookie = "ids[]=7%3B%208; sid=a%3B%20admin=1%2C%20%22b%22%20100%25%0A%20%C3%A9==";
    assert_eq!(request.header("cookie"), Some(cookie));
}
