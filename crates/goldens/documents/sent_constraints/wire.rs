#[tokio::test]
async fn what_is_absent_is_left_out() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let order = types::NewOrder {
        amount: None,
        at: None,
        big: Some(u64::MAX),
        billed_on: Some("now".to_owned()),
        bytes: None,
        count: 3,
        day: chrono::NaiveDate::from_ymd_opt(2030, 1, 2),
        file: None,
        gift: None,
        id: "1".to_owned(),
        ip: None,
        labels: None,
        lines: vec![types::NewOrderLine { title: None }],
        note: None,
        odd: None,
        price: Some(0.1),
        small: None,
        speed: None,
        tags: Some(Vec::new()),
        waits: None,
    };
    let options = options::CreateOrderOptions::default().with_limit(5);
    client.create_order_with(&order, &options).await.ok().unwrap();
    let request = server.request();
    assert_eq!(request.line, "POST /orders?limit=5");
    let body = r#"{"big":18446744073709551615,"billedOn":"now","count":3,"day":"2030-01-02","id":"1","#;
    assert_eq!(request.body, format!(r#"{body}"lines":[{{}}],"price":0.1,"tags":[]}}"#));
}
