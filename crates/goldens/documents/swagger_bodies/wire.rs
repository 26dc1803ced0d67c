use crate::loopback::Request;
use ::openapi_client_runtime::codegen::body::Encoded;

async fn sent<T, E>(call: impl AsyncFnOnce(Client) -> Result<T, E>) -> Request {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    assert!(call(client).await.is_ok());
    server.request()
}

fn order() -> types::Order {
    types::Order { id: "7".to_owned() }
}

fn of(request: &Request) -> (&str, Option<&str>, &str) {
    (&request.line, request.header("content-type"), &request.body)
}

#[tokio::test]
async fn a_body_is_sent_as_what_the_operation_consumes() {
    let body = r#"{"id":"7"}"#;
    let request = sent(async |client| client.post_order(&order()).await).await;
    assert_eq!(of(&request), ("POST /orders", Some("application/json"), body));
    let options = options::PutOrderOptions::default().with_body(order());
    let request = sent(async |client| client.put_order_with(&options).await).await;
    assert_eq!(of(&request), ("PUT /orders", Some("application/vnd.shop+json"), body));
    let request = sent(async |client| client.patch_order().await).await;
    assert_eq!(of(&request), ("PATCH /orders", None, ""));
    let options = options::PutNoteOptions::default().with_body("a \"b\"");
    let request = sent(async |client| client.put_note_with(&options).await).await;
    assert_eq!(of(&request), ("PUT /note", Some("text/plain"), "a \"b\""));
}

#[tokio::test]
async fn the_fields_of_a_form_are_one_body() {
    let list = |items: [&str; 2]| Some(items.map(str::to_owned).to_vec());
    let form = types::SearchRequest {
        text: "a b".to_owned(),
        page: Some(2),
        kinds: list(["x", "y"]),
        tabs: Some("a\tb".to_owned()),
        tags: list(["p,q", "r"]),
    };
    let request = sent(async |client| client.search(&form).await).await;
    let body = "kinds=x&kinds=y&page=2&tabs=a%09b&tags=p%2Cq,r&text=a%20b";
    assert_eq!(of(&request), ("POST /search", Some("application/x-www-form-urlencoded"), body));
    let form = types::PutSearchRequest { text: "a".to_owned(), page: None };
    let request = sent(async |client| client.put_search(&form).await).await;
    assert_eq!(of(&request), ("PUT /search", Some("application/x-www-form-urlencoded"), "text=a"));
}

#[tokio::test]
async fn a_file_goes_out_in_parts() {
    let content_type = "multipart/form-data; boundary=b";
    let bytes = b"--b\r\nContent-Disposition: form-data; name=\"picture\"\r\n\r\npng\r\n--b--\r\n";
    let body = Encoded { content_type: content_type.to_owned(), bytes: bytes.to_vec() };
    let request = sent(async |client| client.put_picture(&body).await).await;
    assert_eq!(request.header("content-type"), Some(content_type));
    assert_eq!(request.body.as_bytes(), bytes);
}
