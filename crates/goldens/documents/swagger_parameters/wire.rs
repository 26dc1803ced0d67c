use crate::loopback::Request;

async fn listed() -> Request {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let texts = ["a,b", "c|d"].map(str::to_owned).to_vec();
    let states = vec![types::ListOrdersState::Pending, types::ListOrdersState::Paid];
    let keys = vec![1, 2];
    let options = options::ListOrdersOptions::default()
        .with_at("2026-02-01T10:00:00Z".parse().unwrap())
        .with_flags(vec![true, false])
        .with_ids(vec![3, 4])
        .with_limit(5)
        .with_note("n")
        .with_page(types::ListOrdersPage { size: Some(2) })
        .with_rows(vec!["a,b".to_owned(), "c".to_owned()])
        .with_tabs("a\tb")
        .with_words(texts)
        .with_x_bars("a|b")
        .with_x_tags(vec!["a b".to_owned(), "c".to_owned()])
        .with_x_trace("t".parse().unwrap());
    let answer = client.list_orders_with("oslo", &keys, &states, &options).await;
    assert!(answer.is_ok());
    server.request()
}

/// `csv` where nothing is said, `multi` as a pair for each; what OpenAPI 3.0 has no word for is written
/// by the caller.
#[tokio::test]
async fn each_collection_format_is_its_own() {
    let request = listed().await;
    let (path, query) = request.line.split_once('?').unwrap();
    assert_eq!(path, "GET /shops/oslo/orders/1,2");
    let expected = [
        "at=2026-02-01T10%3A00%3A00Z",
        "flags=true%7Cfalse",
        "ids=3,4",
        "limit=5",
        "note=n",
        "size=2",
        "rows=a%2Cb%7Cc",
        "states=open",
        "states=paid",
        "tabs=a%09b",
        "words=a%2Cb%20c%7Cd",
    ];
    let mut pairs: Vec<&str> = query.split('&').collect();
    let mut expected = expected.to_vec();
    pairs.sort_unstable();
    expected.sort_unstable();
    assert_eq!(pairs, expected);
    assert_eq!(request.header("x-trace"), Some("t"));
    assert_eq!(request.header("x-bars"), Some("a|b"));
}

#[tokio::test]
async fn a_path_with_spaces_in_it_is_the_callers() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let at = "2026-02-01T10:00:00Z".parse().unwrap();
    let options = options::DeleteOrdersOptions::default().with_at(at);
    assert!(client.delete_orders_with("oslo", "1 2", &options).await.is_ok());
    let line = "DELETE /shops/oslo/orders/1%202?at=2026-02-01T10%3A00%3A00Z";
    assert_eq!(server.request().line, line);
}
