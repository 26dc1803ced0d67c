#[tokio::test]
async fn each_value_is_one_line() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let key = "k1".parse().unwrap();
    let since = "2026-02-01T10:00:00Z".parse().unwrap();
    let options = options::ListOrdersOptions::default()
        .with_x_dry_run(true)
        .with_x_ids(vec!["a".to_owned(), "b".to_owned()])
        .with_x_json(vec![1, 2])
        .with_x_mode(types::ListOrdersXMode::Slow)
        .with_x_since(since)
        .with_x_where(types::ListOrdersXWhere { city: Some("Oslo".to_owned()) })
        .with_theme(2);
    let answer = client.list_orders_with(&key, 3, "abc", &options).await;
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

#[tokio::test]
async fn what_is_optional_may_be_left_out() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    client.list_orders(&"k1".parse().unwrap(), 3, "abc").await.unwrap();
    let request = server.request();
    for name in ["x-dry-run", "x-ids", "x-json", "x-mode", "x-since", "x-where"] {
        assert_eq!(request.header(name), None, "{name}");
    }
    assert_eq!(request.header("cookie"), Some("session=abc"));
}

/// Cookies are secrets, unless the document says otherwise.
#[test]
fn options_hide_cookies() {
    let options = options::ListOrdersOptions::default().with_theme(2).with_x_dry_run(true);
    let shown = "ListOrdersOptions { x_dry_run: true, theme: [redacted] }";
    assert_eq!(format!("{options:?}"), shown);
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
