#[tokio::test]
async fn each_value_is_one_line() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let key = "k1".parse().unwrap();
    let since = "2026-02-01T10:00:00Z".parse().unwrap();
    let answer = client.list_orders(
        &key,
        3,
        Some(true),
        Some(&vec!["a".to_owned(), "b".to_owned()]),
        Some(&vec![1, 2]),
        Some(types::ListOrdersXMode::Slow),
        Some(&since),
        Some(&types::ListOrdersXWhere { city: Some("Oslo".to_owned()) }),
        "abc",
        Some(2),
    )
    .await;
    assert!(answer.is_ok());
    let request = server.request();
    let expected = [
        ("idempotency-key", "k1"),
        ("x-count", "3"),
        ("x-dry-run", "true"),
        ("x-ids", "a,b"),
        ("x-json", "[1,2]"),
        ("x-mode", "slow"),
        ("x-since", "2026-02-01T10:00:00Z"),
        ("x-where", "city=Oslo"),
        ("cookie", "session=abc; theme=2"),
    ];
    for (name, value) in expected {
        assert_eq!(request.header(name), Some(value), "{name}");
    }
    assert_eq!(request.headers().filter(|(name, _)| name == "cookie").count(), 1);
}

/// progenitor sends a header of this name with every request.
#[tokio::test]
async fn a_version_is_the_callers() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    assert!(client.list_versions("1", "2").await.is_ok());
    let request = server.request();
    assert_eq!(request.line, "GET /versions?api-version=1");
    assert_eq!(request.header("api-version"), Some("2"));
}
