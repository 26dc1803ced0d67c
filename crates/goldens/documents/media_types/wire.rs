use openapi_client_runtime::Encoded;

fn client(server: &Loopback) -> Client {
    Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() }
}

#[tokio::test]
async fn of_many_media_types_the_caller_names_one() {
    let body = Encoded { content_type: "image/gif".to_owned(), bytes: b"GIF89a".to_vec() };
    for which in 0..3 {
        let server = Loopback::answering(204, "", "");
        let client = client(&server);
        match which {
            0 => client.send_any(&body).await.map(drop).unwrap(),
            1 => client.send_image(&body).await.map(drop).unwrap(),
            _ => client.send_some_image(&body).await.map(drop).unwrap(),
        }
        let request = server.request();
        assert_eq!(request.header("content-type"), Some("image/gif"));
        assert_eq!(request.body, "GIF89a");
    }
}

#[tokio::test]
async fn json_of_any_kind_is_sent_as_json_and_asked_for_with_its_parameters() {
    let server = Loopback::answering(200, "application/json", "{}");
    let client = client(&server);
    client.send_json(&types::Order { id: None }).await.unwrap();
    let request = server.request();
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("accept"), Some("application/vnd.shop+json;version=2"));
}

#[tokio::test]
async fn parameters_of_json_are_asked_for() {
    let server = Loopback::answering(200, "application/json", "{}");
    client(&server).send_file().await.unwrap();
    assert_eq!(server.request().header("accept"), Some("application/json;odata.metadata=minimal"));
}

#[tokio::test]
async fn a_form_that_is_no_object_is_sent_as_it_is() {
    for which in 0..3 {
        let server = Loopback::answering(204, "", "");
        let client = client(&server);
        let answer = match which {
            0 => client.send_form("a=1&b=2").await,
            1 => client.send_either("a=1&b=2").await,
            _ => client.send_unknown("a=1&b=2").await,
        };
        assert!(answer.is_ok());
        let request = server.request();
        assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
        assert_eq!(request.body, "a=1&b=2");
    }
}
