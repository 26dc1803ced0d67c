#[tokio::test]
async fn what_is_public_carries_no_token() {
    for (name, token) in [
        ("closed", Some("Bearer golden")),
        ("optional", Some("Bearer golden")),
        ("public", None),
        ("open", None),
    ] {
        let server = Loopback::answering(204, "", "");
        let client =
            Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
        let answer = match name {
            "closed" => client.closed().await,
            "optional" => client.optional().await,
            "public" => client.public().await,
            _ => client.open().await,
        };
        assert!(answer.is_ok());
        assert_eq!(server.request().header("authorization"), token, "{name}");
    }
}
