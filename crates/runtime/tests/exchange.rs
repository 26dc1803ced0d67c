//! One request over the wire, and the result of its answer.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

use std::io::{self, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use http::{HeaderValue, Method, StatusCode};
use openapi_client_runtime::codegen::exchange::exchange;
use openapi_client_runtime::test_kit::{Reply, Request, Server};
use openapi_client_runtime::{
    Attempt, BodyEnd, Failure, Operation, Progress, Response, Sender, http_client,
};
use serde_json::{Value, json};

type Ended = Result<Response<Value>, Failure<Value>>;

fn client() -> reqwest::Client {
    // Another package of the build may have turned TLS on without a provider.
    let _ = rustls::crypto::ring::default_provider().install_default();
    http_client(reqwest::Client::builder().no_proxy()).unwrap()
}

fn attempt(timeout: Duration) -> Attempt {
    Attempt {
        authorization: HeaderValue::from_static("Bearer t"),
        timeout,
        resend_count: 0,
        progress: Arc::new(Progress::default()),
    }
}

async fn send(
    server: &Server,
    method: Method,
    body: Option<&'static str>,
) -> (Ended, Arc<Attempt>) {
    let client = client();
    let request = client.request(method, server.origin());
    let request = match body {
        Some(body) => request.body(body),
        None => request,
    };
    let attempt = Arc::new(attempt(Duration::from_secs(10)));
    let sender: Sender = Arc::<Attempt>::clone(&attempt);
    let operation = Operation { name: "test", path: "/" };
    (exchange(&client, &sender, operation, request.build().unwrap()).await, attempt)
}

fn lengths(request: &Request) -> Vec<&str> {
    let headers = request.headers().iter();
    let lengths = headers.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    lengths.map(|(_, value)| value.as_str()).collect()
}

#[tokio::test]
async fn a_body_that_is_usual_and_absent_has_a_length_of_0() {
    let cases = [
        (Method::POST, None, vec!["0"]),
        (Method::PUT, None, vec!["0"]),
        (Method::PATCH, None, vec!["0"]),
        (Method::POST, Some(""), vec!["0"]),
        (Method::POST, Some("{}"), vec!["2"]),
        (Method::GET, None, vec![]),
        (Method::HEAD, None, vec![]),
        (Method::DELETE, None, vec![]),
        (Method::OPTIONS, None, vec![]),
        (Method::DELETE, Some("{}"), vec!["2"]),
    ];
    for (method, body, expected) in cases {
        let server = Server::start(|_| Reply::new(StatusCode::OK, "{}")).unwrap();
        send(&server, method.clone(), body).await.0.unwrap();
        let requests = server.requests();
        assert_eq!(lengths(requests.first().unwrap()), expected, "{method} {body:?}");
    }
}

#[tokio::test]
async fn a_request_is_safe_by_its_method() {
    let server = Server::start(|_| Reply::new(StatusCode::OK, "{}")).unwrap();
    let query = Method::from_bytes(b"LOCK").unwrap();
    for (method, is_safe) in [
        (Method::GET, true),
        (Method::HEAD, true),
        (Method::OPTIONS, true),
        (Method::POST, false),
        (Method::PUT, false),
        (Method::PATCH, false),
        (Method::DELETE, false),
        (query, false),
    ] {
        let (_, attempt) = send(&server, method.clone(), None).await;
        assert_eq!(attempt.progress.is_safe(), is_safe, "{method}");
    }
    assert!(!Progress::default().is_safe());
}

/// A server that writes these bytes and closes the connection.
fn writing(bytes: &'static str) -> Server {
    Server::start(move |_| Reply::written_by(|stream| stream.write_all(bytes.as_bytes()))).unwrap()
}

#[tokio::test]
async fn a_body_is_complete_if_its_framing_says_so() {
    let cases = [
        ("content-length: 7\r\n\r\n{\"a\":1}", Some(json!({"a": 1})), BodyEnd::Complete),
        ("content-length: 8\r\n\r\n{\"a\":1}", Some(json!({"a": 1})), BodyEnd::BrokenOff),
        ("content-length: 8\r\n\r\n{\"a\":", None, BodyEnd::BrokenOff),
        (
            "transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            Some(json!({})),
            BodyEnd::Complete,
        ),
        (
            "transfer-encoding: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            Some(json!({})),
            BodyEnd::Complete,
        ),
        ("transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n", Some(json!({})), BodyEnd::BrokenOff),
        ("transfer-encoding: chunked\r\n\r\n5\r\n{\"a\"", None, BodyEnd::BrokenOff),
        // The end of these is not marked.
        ("transfer-encoding: gzip\r\n\r\n{}", Some(json!({})), BodyEnd::BrokenOff),
        ("connection: close\r\n\r\n{}", Some(json!({})), BodyEnd::BrokenOff),
        ("\r\n{\"a\":", None, BodyEnd::BrokenOff),
        ("\r\n", None, BodyEnd::BrokenOff),
    ];
    for (rest, value, end) in cases {
        let bytes: &'static str = format!("HTTP/1.1 200 OK\r\n{rest}").leak();
        let server = writing(bytes);
        let response = send(&server, Method::POST, None).await.0.unwrap();
        assert_eq!((response.value(), response.body_end()), (value.as_ref(), end), "{rest}");
    }
}

#[tokio::test]
async fn a_response_that_has_no_body_is_complete() {
    let no_content = writing("HTTP/1.1 204 No Content\r\n\r\n");
    let head = writing("HTTP/1.1 200 OK\r\n\r\n");
    for (server, method) in [(no_content, Method::POST), (head, Method::HEAD)] {
        let response = send(&server, method.clone(), None).await.0.unwrap();
        assert_eq!(
            (response.body(), response.body_end()),
            (&[][..], BodyEnd::Complete),
            "{method}"
        );
    }
}

/// Writes the same bytes again and again, until the client hangs up.
fn endlessly(stream: &mut TcpStream, first: &str, again: &str, pause: Duration) -> io::Result<()> {
    stream.write_all(first.as_bytes())?;
    loop {
        stream.write_all(again.as_bytes())?;
        thread::sleep(pause);
    }
}

/// What has no end of its own ends with the time of the attempt: without an answer, if its head was not
/// received, and otherwise with what was.
#[tokio::test]
async fn what_never_ends_ends_with_the_time() {
    const PAUSE: Duration = Duration::from_millis(1);
    const HEAD: &str = "HTTP/1.1 200 OK\r\n";
    type Write = fn(&mut TcpStream) -> io::Result<()>;
    let cases: [(&str, Write, Option<u16>); 7] = [
        ("continue", |it| endlessly(it, "", "HTTP/1.1 100 Continue\r\n\r\n", PAUSE), None),
        ("early hints", |it| endlessly(it, "", "HTTP/1.1 103 Early Hints\r\n\r\n", PAUSE), None),
        ("a head that trickles", |it| endlessly(it, HEAD, "a: b\r\n", PAUSE * 50), None),
        ("a header that trickles", |it| endlessly(it, "HTTP/1.1 200 OK\r\na: ", "a", PAUSE), None),
        (
            "a body that trickles",
            |it| endlessly(it, "HTTP/1.1 200 OK\r\ncontent-length: 90000\r\n\r\n", " ", PAUSE),
            Some(200),
        ),
        (
            "chunks that trickle",
            |it| {
                endlessly(
                    it,
                    "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
                    "1\r\n \r\n",
                    PAUSE,
                )
            },
            Some(200),
        ),
        (
            "reset content, and a connection that stays",
            |it| endlessly(it, "HTTP/1.1 205 Reset Content\r\n\r\n", "", PAUSE),
            Some(205),
        ),
    ];
    for (name, write, status) in cases {
        let server = Server::start(move |_| Reply::written_by(write)).unwrap();
        let sender: Sender = Arc::new(attempt(Duration::from_millis(300)));
        let client = client();
        let request = client.post(server.origin()).build().unwrap();
        let operation = Operation { name: "test", path: "/" };
        let began = Instant::now();
        let ended: Ended = exchange(&client, &sender, operation, request).await;
        assert!(began.elapsed() < Duration::from_secs(5), "{name}: {:?}", began.elapsed());
        match (ended, status) {
            (Ok(response), Some(status)) => {
                assert_eq!(response.status().as_u16(), status, "{name}");
                assert_eq!(response.body_end(), BodyEnd::BrokenOff, "{name}");
            }
            (Err(Failure::Transport(error)), None) => assert!(!error.is_connect(), "{name}"),
            (ended, _) => panic!("{name}: {ended:?}"),
        }
    }
}
