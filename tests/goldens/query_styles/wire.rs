#[tokio::test]
async fn each_parameter_has_its_style() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let filter = types::ListOrdersFilter {
        from: Some("2026-02-01T10:00:00Z".parse().unwrap()),
        shop: Some(Box::new(types::ListOrdersFilterShop { city: Some("Oslo".to_owned()) })),
    };
    let states = vec![types::ListOrdersState::Open, types::ListOrdersState::Paid];
    let answer = client.list_orders(
        Some(&filter),
        Some(&vec![true, false]),
        Some(&vec![1, 2]),
        Some(20),
        Some("a&b"),
        Some(&types::ListOrdersQuery { text: Some("x".to_owned()) }),
        Some(&types::ListOrdersSort { by: Some("id".to_owned()) }),
        &states,
        Some(&vec!["a".to_owned(), "b".to_owned()]),
        Some(&types::ListOrdersWindow { limit: Some(5), offset: None }),
    )
    .await;
    assert!(answer.is_ok());
    let line = server.request().line;
    let query = line.split_once('?').unwrap().1;
    let decoded = percent_encoding::percent_decode_str(query).decode_utf8().unwrap();
    let expected = [
        "filter[from]=2026-02-01T10:00:00Z",
        "filter[shop][city]=Oslo",
        "flags=true|false",
        "ids=1+2",
        "page[size]=20",
        "q=a&b",
        r#"query={"text":"x"}"#,
        "sort=by,id",
        "states=open,paid",
        "tag=a",
        "tag=b",
        "limit=5",
    ];
    assert_eq!(decoded, expected.join("&"));
}

#[tokio::test]
async fn what_is_absent_is_not_sent() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let states = vec![types::ListOrdersState::Open];
    let answer =
        client.list_orders(None, None, None, None, None, None, None, &states, None, None).await;
    assert!(answer.is_ok());
    assert_eq!(server.request().line, "GET /orders?states=open");
}
