#[tokio::test]
async fn every_operation_is_there() {
    for which in 0..5 {
        let server = Loopback::answering(204, "", "");
        let client =
            Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
        let (answer, line) = match which {
            0 => (client.get_new().await, "GET /new"),
            1 => (client.new_with_client().await, "GET /client"),
            2 => (client.self_().await, "GET /self"),
            3 => (client.inner().await, "GET /inner"),
            _ => (client.baseurl().await, "GET /baseurl"),
        };
        assert!(answer.is_ok());
        assert_eq!(server.request().line, line);
    }
}

#[tokio::test]
async fn every_field_is_read_from_its_own_name() {
    let names =
        ["type", "type_", "self", "self_", "_", "__", "line-id", "line_id", "lineId_"];
    let members: Vec<String> = names.iter().map(|name| format!("{name:?}:{name:?}")).collect();
    let body = format!("{{{}}}", members.join(","));
    let server = Loopback::answering(200, "application/json", &body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let response = client.other().await.unwrap();
    assert!(response.drift().is_empty());
    let value = serde_json::to_value(response.value().unwrap()).unwrap();
    assert_eq!(value, serde_json::from_str::<serde_json::Value>(&body).unwrap());
}
