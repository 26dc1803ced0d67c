#[tokio::test]
async fn both_schemas_of_a_property_hold() {
    for body in [
        r#"{"one":"1","note":"short","meta":{"common":"c","own":"o","first":"a"},"lines":[{"no":1,"sku":"s"}]}"#,
        r#"{"two":"2","note":"n","meta":{"common":"c","first":"f"},"lines":[{"no":1}]}"#,
        r#"{"three":"3","note":"n","meta":{"common":"c","first":"f","last":"l"},"lines":[]}"#,
    ] {
        let server = Loopback::answering(200, "application/json", body);
        let client =
            Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
        let response = client.get_order().await.unwrap();
        assert!(response.drift().is_empty(), "{body}: {:?}", response.drift());
        let order = response.value().unwrap();
        assert!(!matches!(order, types::Order::Undocumented(_)), "{body}");
        let read = serde_json::to_value(order).unwrap();
        assert_eq!(read, serde_json::from_str::<serde_json::Value>(body).unwrap());
    }
}
