//! TLS: what is not trusted, is cut off, or never ends, and that sessions are resumed.

use std::env;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use dintero_checkout_client::{
    BodyEnd, Cancellation, Client, ClientBuilder, Credentials, Error, Outcome, RetryPolicy,
};
use rustls::HandshakeKind;
use rustls::version::{TLS12, TLS13};

use crate::shop::{SESSION, credentials, session_id};
use crate::tls_server::{Identity, TlsServer};

fn builder(server: &TlsServer, credentials: Credentials) -> ClientBuilder {
    Client::builder(credentials).base_url(server.base_url()).retry(RetryPolicy::none())
}

/// Cancels with a client of this server that has a token.
fn cancel(
    server: &TlsServer,
    set: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> Result<Cancellation, Error> {
    let client = set(builder(server, Credentials::token("secret").unwrap())).build().unwrap();
    block_on(client.cancel(&session_id()))
}

/// One thread, so that whatever keeps it busy delays the timers.
fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(future)
}

#[test]
fn a_certificate_that_is_not_trusted_is_proof_that_nothing_was_sent() {
    let server = TlsServer::start(&Identity::new(), &[&TLS13, &TLS12], |stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 500 Internal Server Error\r\n\r\n");
    });
    let error = cancel(&server, |it| it).unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert_eq!(server.requests(), [""; 0], "the server read a part of the request");
    // The last cause is the TLS library saying what is wrong with the certificate.
    let mut cause: &dyn std::error::Error = &error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    assert!(cause.to_string().contains("certificate"), "{cause}");
}

/// Two crates of one program may want two providers; this one installs none.
#[cfg(feature = "rustls")]
#[test]
fn no_process_wide_provider_is_installed() {
    drop(Client::builder(Credentials::token("secret").unwrap()).build().unwrap());
    assert!(rustls::crypto::CryptoProvider::get_default().is_none());
}

/// Runs a test in a process that trusts a certificate, which both TLS libraries read from the environment.
#[cfg(target_os = "linux")]
fn trusting(test: &str, run: impl FnOnce(&Identity)) {
    const TRUSTED: &str = "TLS_TEST_TRUSTED";
    if let Ok(directory) = env::var(TRUSTED) {
        return run(&Identity::read(Path::new(&directory)));
    }
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let certificate = Identity::new().write(&directory);
    let child = Command::new(env::current_exe().unwrap())
        .args(["--exact", &format!("tls::{test}")])
        .env("SSL_CERT_FILE", certificate)
        .env(TRUSTED, directory)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success() && said.contains("1 passed"), "{said}");
}

/// What is cut off without the close that TLS has for it is not taken for whole, whatever the TLS library
/// makes of it.
#[cfg(target_os = "linux")]
#[test]
fn a_body_that_is_cut_off_is_broken_off() {
    trusting("a_body_that_is_cut_off_is_broken_off", |identity| {
        let body = format!(r#"{{"id": "{SESSION}", "cancelled_at": "2023-11-07T05:31:56Z"}}"#);
        let length = body.len();
        let cases = [
            (format!("content-length: {length}\r\n\r\n{body}"), BodyEnd::Complete),
            (format!("content-length: {}\r\n\r\n{body}", length + 1), BodyEnd::BrokenOff),
            (format!("\r\n{body}"), BodyEnd::BrokenOff),
            (format!("connection: close\r\n\r\n{body}"), BodyEnd::BrokenOff),
            (
                format!("transfer-encoding: chunked\r\n\r\n{length:x}\r\n{body}\r\n0\r\n\r\n"),
                BodyEnd::Complete,
            ),
            (
                format!("transfer-encoding: chunked\r\n\r\n{length:x}\r\n{body}\r\n"),
                BodyEnd::BrokenOff,
            ),
        ];
        for versions in [[&TLS13], [&TLS12]] {
            for (rest, end) in cases.clone() {
                let server = TlsServer::start(identity, &versions, move |stream, _| {
                    let _ = write!(stream, "HTTP/1.1 200 OK\r\n{rest}");
                });
                let cancellation = cancel(&server, |it| it).unwrap();
                assert_eq!(cancellation.response().body_end(), end);
                // The server accepted the cancel, and the received part of the body proves it.
                assert!(cancellation.is_verified());
            }
        }
    });
}

/// A head that is cut off is not an answer.
#[cfg(target_os = "linux")]
#[test]
fn a_head_that_is_cut_off_leaves_the_cancel_unknown() {
    trusting("a_head_that_is_cut_off_leaves_the_cancel_unknown", |identity| {
        for head in
            ["", "HTTP/1.1 200", "HTTP/1.1 404 Not Found\r\n", "HTTP/1.1 404 Not Found\r\na: "]
        {
            let server = TlsServer::start(identity, &[&TLS13, &TLS12], move |stream, _| {
                let _ = stream.write_all(head.as_bytes());
            });
            let error = cancel(&server, |it| it).unwrap_err();
            assert_eq!(error.outcome(), Outcome::Unknown, "{head:?}");
        }
    });
}

#[cfg(target_os = "linux")]
#[test]
fn what_never_ends_ends_with_the_time() {
    trusting("what_never_ends_ends_with_the_time", |identity| {
        let cases = [
            ("", "HTTP/1.1 100 Continue\r\n\r\n", Duration::ZERO),
            ("", "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n", Duration::ZERO),
            ("HTTP/1.1 200 OK\r\n", "a: b\r\n", Duration::from_millis(20)),
        ];
        for (first, again, pause) in cases {
            let server = TlsServer::start(identity, &[&TLS13, &TLS12], move |stream, _| {
                let again = if pause.is_zero() { again.repeat(500) } else { again.to_owned() };
                let mut sent = stream.write_all(first.as_bytes());
                while sent.is_ok() {
                    sent = stream.write_all(again.as_bytes()).and_then(|()| stream.flush());
                    std::thread::sleep(pause);
                }
            });
            let began = Instant::now();
            let timeouts = |it: ClientBuilder| {
                it.connect_timeout(Duration::from_millis(900))
                    .attempt_timeout(Duration::from_secs(1))
            };
            let error = cancel(&server, timeouts).unwrap_err();
            let took = began.elapsed();
            println!("{again:?}: {took:?}");
            assert_eq!(error.outcome(), Outcome::Unknown, "{again:?}");
            assert!(took < Duration::from_secs(5), "{again:?}: {took:?}");
        }
    });
}

/// A fresh connection for each request costs a handshake; rustls resumes the session in all but the first.
#[cfg(target_os = "linux")]
#[test]
fn a_fresh_connection_resumes_the_session() {
    trusting("a_fresh_connection_resumes_the_session", |identity| {
        for versions in [[&TLS13], [&TLS12]] {
            let server = TlsServer::start(identity, &versions, |stream, path| {
                let body = match path.ends_with("/auth/token") {
                    true => r#"{"access_token": "t", "token_type": "Bearer", "expires_in": 3600}"#
                        .to_owned(),
                    false => format!(r#"{{"id": "{SESSION}"}}"#),
                };
                let _ = write!(
                    stream,
                    "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}",
                    body.len()
                );
            });
            let client = builder(&server, credentials()).build().unwrap();
            block_on(async {
                client.cancel(&session_id()).await.unwrap();
                client.get_session(&session_id()).await.unwrap();
                client.clone().cancel(&session_id()).await.unwrap();
            });
            let requests = server.requests();
            assert!(
                matches!(&requests[..], [token, ..] if token.ends_with("/auth/token")),
                "{requests:?}"
            );
            let mut handshakes = vec![HandshakeKind::Full];
            // The library of the system takes up no session.
            let later =
                if cfg!(feature = "rustls") { HandshakeKind::Resumed } else { HandshakeKind::Full };
            handshakes.extend([later; 3]);
            assert_eq!(server.handshakes(), handshakes, "{versions:?}");
        }
    });
}
