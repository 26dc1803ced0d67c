use crate::loopback::Request;

fn order() -> types::Order {
    types::Order { id: Some("7".to_owned()) }
}

async fn sent<T, E>(call: impl AsyncFnOnce(Client) -> Result<T, E>) -> Request {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    assert!(call(client).await.is_ok());
    server.request()
}

#[tokio::test]
async fn an_absent_body_sends_nothing() {
    let request = sent(async |client| client.put_order().await).await;
    assert_eq!((request.body.as_str(), request.header("content-type")), ("", None));
    let options = options::PutOrderOptions::default().with_body(order());
    let request = sent(async |client| client.put_order_with(&options).await).await;
    assert_eq!(request.body, r#"{"id":"7"}"#);
    assert_eq!(request.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn json_goes_out_under_its_own_name() {
    let request = sent(async |client| client.patch_order(&order()).await).await;
    let content_type = "application/merge-patch+json; charset=utf-8";
    assert_eq!(request.header("content-type"), Some(content_type));
    assert_eq!(request.body, r#"{"id":"7"}"#);
    let request = sent(async |client| client.delete_order(&order()).await).await;
    assert_eq!((request.line.as_str(), request.body.as_str()), ("DELETE /order", r#"{"id":"7"}"#));
}

#[tokio::test]
async fn a_form_is_a_form() {
    let list = |items: [&str; 2]| items.map(str::to_owned).to_vec();
    let form = types::Form {
        name: "Ada & Co".to_owned(),
        amount: Some(5),
        expand: Some(list(["a", "b"])),
        tags: Some(list(["c", "d"])),
        codes: Some(list(["e f", "g"])),
        address: Some(Box::new(types::FormAddress { city: Some("Oslo".to_owned()) })),
    };
    let request = sent(async |client| client.post_order(&form).await).await;
    assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
    let expected = "address%5Bcity%5D=Oslo&amount=5&codes=e%20f%7Cg&expand%5B0%5D=a&expand%5B1%5D=b\
                    &name=Ada%20%26%20Co&tags=c&tags=d";
    assert_eq!(request.body, expected);
}

#[tokio::test]
async fn other_bodies_are_what_the_caller_says() {
    let options = options::AskOrderOptions::default().with_body("open?");
    let request = sent(async |client| client.ask_order_with(&options).await).await;
    assert_eq!((request.line.as_str(), request.body.as_str()), ("OPTIONS /order", "open?"));
    assert_eq!(request.header("content-type"), Some("text/plain"));
    let options = options::PutPictureOptions::default().with_body(b"PNG".to_vec());
    let request = sent(async |client| client.put_picture_with(&options).await).await;
    assert_eq!(request.header("content-type"), Some("image/png"));
    let request = sent(async |client| client.put_invoice(b"<order/>").await).await;
    assert_eq!(request.body, "<order/>");
}
