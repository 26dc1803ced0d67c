use super::types::{RefundOrderError, RefundOrderResponse};
use ::openapi_client_runtime::codegen::exchange::Failure;
use ::openapi_client_runtime::codegen::response::Response;

async fn refund(
    status: u16,
    body: &str,
) -> Result<Response<RefundOrderResponse>, Response<RefundOrderError>> {
    let server = Loopback::answering(status, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let answer = client.refund_order().await;
    assert_eq!(server.request().header("accept"), Some("application/json, text/html"));
    answer.map_err(|failure| match failure {
        Failure::Refused(answer) => *answer,
        _ => panic!("no answer"),
    })
}

#[tokio::test]
async fn the_status_decides_what_a_success_is() {
    let answer = refund(200, r#"{"id":"7"}"#).await.unwrap();
    assert!(matches!(answer.value(), Some(RefundOrderResponse::Status200(it)) if it.id.is_some()));
    let answer = refund(202, r#"{"id":"7"}"#).await.unwrap();
    assert!(matches!(answer.value(), Some(RefundOrderResponse::Status202(_))));
    assert_eq!(answer.drift().len(), 1, "`id` is not a member of an answer with 202");
    assert!(refund(204, "").await.unwrap().value().is_none());
    let undocumented = refund(201, r#"{"id":"7"}"#).await.unwrap();
    assert!(undocumented.value().is_none() && undocumented.body() == br#"{"id":"7"}"#);
}

#[tokio::test]
async fn an_exact_status_comes_before_a_range_before_the_others() {
    let answer = refund(404, r#"["no such order"]"#).await.unwrap_err();
    assert_eq!(answer.value(), Some(&RefundOrderError::Status404(vec!["no such order".into()])));
    let answer = refund(422, r#"{"hint":"pay first"}"#).await.unwrap_err();
    assert!(matches!(answer.value(), Some(RefundOrderError::Status4xx(it)) if it.hint.is_some()));
    let answer = refund(503, r#"{"reason":"down"}"#).await.unwrap_err();
    assert!(matches!(answer.value(), Some(RefundOrderError::Default(it)) if it.reason.is_some()));
    assert!(answer.drift().is_empty());
}

#[tokio::test]
async fn a_status_without_json_has_no_value() {
    let answer = refund(409, r#"{"hint":"?"}"#).await.unwrap_err();
    assert!(answer.value().is_none() && answer.drift().is_empty());
    let answer = refund(500, "<h1>Sorry</h1>").await.unwrap_err();
    assert!(answer.value().is_none());
    assert_eq!(answer.body(), b"<h1>Sorry</h1>");
}
