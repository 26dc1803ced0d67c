#[tokio::test]
async fn the_largest_number_is_kept() {
    let body = r#"{"all":18446744073709551615,"mode":"auto"}"#;
    let server = Loopback::answering(200, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let options = options::GetCountOptions::default().with_from(u64::MAX);
    let response = client.get_count_with(&options).await.unwrap();
    assert!(response.drift().is_empty(), "{:?}", response.drift());
    assert_eq!(response.value().unwrap().all, Some(u64::MAX));
    assert_eq!(server.request().line, "GET /count?from=18446744073709551615");
}

#[tokio::test]
async fn what_does_not_fit_costs_its_field_alone() {
    for (all, read) in [("-1", None), ("18446744073709551616", None), ("7.0", Some(7))] {
        let body = format!(r#"{{"all":{all},"mode":"manual"}}"#);
        let server = Loopback::answering(200, "application/json", &body);
        let client =
            Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
        let response = client.get_count().await.unwrap();
        let drift: Vec<String> = response.drift().iter().map(ToString::to_string).collect();
        let value = response.value().unwrap();
        assert_eq!(value.all, read, "{all}");
        assert!(value.mode.is_some(), "{drift:?}");
        assert!(drift.contains(&"unknown value at $.mode".to_owned()), "{drift:?}");
        assert_eq!(drift.len(), 1 + usize::from(read.is_none()), "{drift:?}");
    }
}
