use ::openapi_client_runtime::codegen::body::Encoded;
use crate::loopback::Request;

async fn sent<T, E>(call: impl AsyncFnOnce(Client) -> Result<T, E>) -> Request {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    assert!(call(client).await.is_ok());
    server.request()
}

#[tokio::test]
async fn the_callers_bytes_go_out_under_the_callers_content_type() {
    let content_type = "multipart/form-data; boundary=b";
    let bytes = b"--b\r\nContent-Disposition: form-data; name=\"picture\"\r\n\r\npng\r\n--b--\r\n";
    let body = Encoded { content_type: content_type.to_owned(), bytes: bytes.to_vec() };
    let request = sent(async |client| client.put_picture(&body).await).await;
    assert_eq!(request.header("content-type"), Some(content_type));
    assert_eq!(request.body.as_bytes(), bytes);
}

#[tokio::test]
async fn an_absent_body_sends_nothing() {
    let request = sent(async |client| client.post_picture().await).await;
    assert_eq!((request.body.as_str(), request.header("content-type")), ("", None));
    let (content_type, bytes) = ("multipart/form-data; boundary=b".to_owned(), b"--b--".to_vec());
    let options = options::PostPictureOptions::default().with_body(Encoded { content_type, bytes });
    assert_eq!(format!("{options:?}"), "PostPictureOptions { body: [redacted] }");
    let request = sent(async |client| client.post_picture_with(&options).await).await;
    let content_type = Some("multipart/form-data; boundary=b");
    assert_eq!((request.body.as_str(), request.header("content-type")), ("--b--", content_type));
}

#[tokio::test]
async fn a_content_type_that_is_none_sends_nothing() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let body = Encoded { content_type: "a\nb".to_owned(), bytes: Vec::new() };
    assert!(client.put_picture(&body).await.is_err());
}

#[tokio::test]
async fn json_is_preferred() {
    let picture = types::PatchPictureRequest { title: Some("Sea".to_owned()) };
    let request = sent(async |client| client.patch_picture(&picture).await).await;
    assert_eq!(request.header("content-type"), Some("application/json"));
}
