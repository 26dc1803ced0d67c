use ::openapi_client_runtime::codegen::exchange::Failure;

#[tokio::test]
async fn a_problem_is_read() {
    let server = Loopback::answering(503, "application/problem+json", r#"{"title":"Closed"}"#);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let Err(Failure::Refused(answer)) = client.get_order().await else { panic!("no refusal") };
    assert_eq!(answer.value().unwrap().title.as_deref(), Some("Closed"));
    let accepted = "application/vnd.shop.order+json, application/problem+json";
    assert_eq!(server.request().header("accept"), Some(accepted));
}
