//! Any text as a session id: refused, or one segment of the path as it is.

use dintero_checkout_client::test_kit::{Answer, Server};
use dintero_checkout_client::{Client, Credentials, SessionId};
use proptest::prelude::*;

/// Text that is apt to break a path, text that is an id, and any other.
fn text() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        ".", "..", "/", "\\", "%", "%2e", "%2E%2e", "%2f", "?", "#", ";", ":", "@", " ", "\t",
        "\n", "\r\n", "\0", "\u{7f}", "\u{85}", "\u{202e}", "ø", "😀", "Å", "a", "T1.2", "//", "+",
        "=", "&", "{", "\"", "*", "'", "http://x",
    ]);
    let mixed = prop::collection::vec(nasty, 0..8).prop_map(|parts| parts.concat());
    let plain = prop::string::string_regex("[A-Za-z0-9._~-]{1,40}").unwrap();
    let long = (500_usize..600).prop_map(|length| "x".repeat(length));
    prop_oneof![4 => mixed, 4 => plain, 2 => any::<String>(), 1 => long]
}

/// Characters that RFC 3986 calls unreserved need no escape, and gateways do not change them.
fn is_id(text: &str) -> bool {
    let is_unreserved = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
    !["", ".", ".."].contains(&text) && text.len() <= 512 && text.chars().all(is_unreserved)
}

#[test]
fn an_id_is_refused_or_is_one_segment() {
    let server = Server::start(|_| Answer::new(http::StatusCode::OK, "text/plain", "")).unwrap();
    let client = Client::builder(Credentials::token("t").unwrap()).base_url(server.base_url());
    let client = client.build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut runner = proptest::test_runner::TestRunner::default();
    let result = runner.run(&text(), |text| {
        let before = server.requests().len();
        let parsed = text.parse::<SessionId>();
        prop_assert_eq!(parsed.is_ok(), is_id(&text), "{:?}", text);
        prop_assert_eq!(SessionId::try_from(text.clone()).is_ok(), parsed.is_ok());
        let Ok(id) = parsed else { return Ok(()) };
        runtime.block_on(client.cancel(&id)).unwrap();
        let requests = server.requests();
        prop_assert_eq!(requests.len(), before + 1);
        prop_assert_eq!(requests.last().unwrap().path(), format!("/v1/sessions/{text}/cancel"));
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}
