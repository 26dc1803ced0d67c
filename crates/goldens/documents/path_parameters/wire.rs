#[tokio::test]
async fn each_value_is_one_segment() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let day = "2026-02-01T10:00:00Z".parse().unwrap();
    let state = types::ListOrdersState::PaidBack;
    let size = types::ListOrdersSize { unit: Some("a=b".to_owned()) };
    let code = "a/b".parse().unwrap();
    let answer =
        client.list_orders("s 1", 2026, 2, state, &day, &code, &vec![1, 2], "missing", "type", &size).await;
    assert!(answer.is_ok());
    assert_eq!(
        server.request().line,
        "GET /shops/s%201/orders/2026-2/paid-back/2026-02-01T10%3A00%3A00Z/a%2Fb/1,2/missing/type/unit=a%3Db"
    );
}

#[test]
fn a_text_that_does_not_fit_is_refused_without_repeating_it() {
    let parsed = "secret".parse::<types::ListOrdersCode>();
    let error = parsed.map(|_| ()).unwrap_err();
    assert_eq!((error.reason(), error.to_string().as_str()), ("longer than 3 characters", error.reason()));
    assert_eq!("æøå".parse::<types::ListOrdersCode>().map(|code| code.len()), Ok(6));
}
