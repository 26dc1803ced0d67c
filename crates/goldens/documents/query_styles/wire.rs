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
    let options = options::ListOrdersOptions::default()
        .with_filter(filter)
        .with_flags(vec![true, false])
        .with_ids(vec![1, 2])
        .with_page_size(20)
        .with_q("a &+ b")
        .with_query(types::ListOrdersQuery { text: Some("x".to_owned()) })
        .with_sort(types::ListOrdersSort { by: Some("id,name".to_owned()) })
        .with_tag(vec!["a".to_owned(), "b".to_owned()])
        .with_window(types::ListOrdersWindow { limit: Some(5), offset: None });
    assert!(client.list_orders_with(&states, &options).await.is_ok());
    let line = server.request().line;
    let query = line.split_once('?').unwrap().1;
    // A separator is sent unencoded, and encoded inside of a value.
    let expected = [
        "filter%5Bfrom%5D=2026-02-01T10%3A00%3A00Z",
        "filter%5Bshop%5D%5Bcity%5D=Oslo",
        "flags=true%7Cfalse",
        "ids=1%202",
        "page%5Bsize%5D=20",
        "q=a%20%26%2B%20b",
        "query=%7B%22text%22%3A%22x%22%7D",
        "sort=by,id%2Cname",
        "states=open,paid",
        "tag=a",
        "tag=b",
        "limit=5",
    ];
    assert_eq!(query, expected.join("&"));
}

#[tokio::test]
async fn what_is_absent_is_not_sent() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let states = vec![types::ListOrdersState::Open];
    assert!(client.list_orders(&states).await.is_ok());
    assert_eq!(server.request().line, "GET /orders?states=open");
}

#[tokio::test]
async fn a_query_in_the_path_stays() {
    for (limit, expected) in [(Some(5), "GET /orders?view=short&limit=5"), (None, "GET /orders?view=short")] {
        let server = Loopback::answering(204, "", "");
        let client =
            Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
        let options = options::ListOrdersShortlyOptions { limit };
        assert!(client.list_orders_shortly_with(&options).await.is_ok());
        assert_eq!(server.request().line, expected);
    }
}
