//! Any text at all as a session id: refused, or exactly one segment of the path.

use dintero_checkout_client::test_kit::{Answer, Server};
use dintero_checkout_client::{Client, Credentials, SessionId};
use proptest::prelude::*;

/// Text that is apt to break a path, and any other.
fn text() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        ".", "..", "/", "\\", "%", "%2e", "%2E%2e", "%2f", "?", "#", ";", ":", "@", " ", "\t",
        "\n", "\r\n", "\0", "\u{7f}", "\u{85}", "\u{202e}", "ø", "😀", "a", "T1.2", "//",
        "http://x",
    ]);
    let mixed = prop::collection::vec(nasty, 0..8).prop_map(|parts| parts.concat());
    let long = (500_usize..10_240).prop_map(|length| "x".repeat(length));
    prop_oneof![4 => mixed, 4 => any::<String>(), 1 => long]
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
        let Ok(id) = text.parse::<SessionId>() else {
            let has_reason = text.is_empty()
                || text == "."
                || text == ".."
                || text.chars().any(char::is_control)
                || text.len() > 512;
            prop_assert!(has_reason, "refused without a reason: {text:?}");
            return Ok(());
        };
        runtime.block_on(client.cancel(&id)).unwrap();
        let requests = server.requests();
        prop_assert_eq!(requests.len(), before + 1);
        let path = requests.last().unwrap().path();
        let segment = path
            .strip_prefix("/v1/sessions/")
            .and_then(|rest| rest.strip_suffix("/cancel"))
            .ok_or_else(|| TestCaseError::fail(format!("{text:?} went to {path}")))?;
        prop_assert!(!segment.contains(['/', '\\', '?', '#']), "{}", path);
        let decoded = percent_encoding::percent_decode_str(segment).decode_utf8().unwrap();
        prop_assert_eq!(decoded, text);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}
