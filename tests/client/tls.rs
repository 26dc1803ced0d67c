//! TLS: a certificate that nobody vouches for ends the call before anything is sent.

use std::io::Read;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use dintero_checkout_client::{Client, Credentials, Outcome, RetryPolicy};
use rustls::pki_types::PrivatePkcs8KeyDer;

/// A server with a certificate of its own making; tells what it could read of a request.
fn untrusted() -> (u16, thread::JoinHandle<usize>) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key.into())
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let mut session = rustls::ServerConnection::new(Arc::new(config)).unwrap();
        let mut tls = rustls::Stream::new(&mut session, &mut stream);
        tls.read(&mut [0; 1024]).unwrap_or(0)
    });
    (port, server)
}

#[tokio::test]
async fn a_certificate_that_is_not_trusted_is_proof_that_nothing_was_sent() {
    let (port, server) = untrusted();
    let client = Client::builder(Credentials::token("secret").unwrap())
        .base_url(format!("https://localhost:{port}/v1"))
        .retry(RetryPolicy::none());
    let error = client.build().unwrap().cancel(&"a".parse().unwrap()).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert_eq!(server.join().unwrap(), 0, "the server read a part of the request");
    // The last cause is rustls saying what is wrong with the certificate.
    let mut cause: &dyn std::error::Error = &error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    assert!(cause.to_string().contains("certificate"), "{cause}");
}

/// Two crates of one program may want two providers; this one installs none.
#[tokio::test]
async fn no_process_wide_provider_is_installed() {
    let client = Client::builder(Credentials::token("secret").unwrap()).build().unwrap();
    drop(client);
    assert!(rustls::crypto::CryptoProvider::get_default().is_none());
}
