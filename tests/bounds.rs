//! Answers that are meant to exhaust a client: a typed result, in little memory.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test fails by panicking"
)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use dintero_checkout_client::{BodyEnd, Cancellation, Client, Credentials, Unreadable};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MEBIBYTE: usize = 1024 * 1024;

/// What one test may grow by.
const MOST_GROWTH: usize = 16 * MEBIBYTE;

/// Writes an answer until it is done or the client has had enough.
type Write1 = fn(&mut TcpStream) -> std::io::Result<()>;

/// Cancels at a server that reads the request and answers with what `write` writes.
fn cancel(write: Write1) -> (Cancellation, usize) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        assert!(stream.read(&mut request).unwrap() > 0);
        // The client hangs up when it has read enough.
        let _ = write(&mut stream);
    });
    let client = Client::builder(Credentials::token("t").unwrap()).base_url(base_url);
    let client = client.build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let cancellation = runtime.block_on(client.cancel(&"a".parse().unwrap())).unwrap();
    let drift = cancellation.response().drift();
    assert!(drift.len() <= 1_000);
    let growth = MEMORY.peak_usage().saturating_sub(before);
    drop((client, runtime));
    server.join().unwrap();
    (cancellation, growth)
}

fn head(stream: &mut TcpStream, headers: &str) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n{headers}\r\n")
}

fn endless(stream: &mut TcpStream) -> std::io::Result<()> {
    head(stream, "transfer-encoding: chunked\r\n")?;
    let chunk = vec![b'['; MEBIBYTE];
    for _ in 0..1024 {
        write!(stream, "{:x}\r\n", chunk.len())?;
        stream.write_all(&chunk)?;
        stream.write_all(b"\r\n")?;
    }
    stream.write_all(b"0\r\n\r\n")
}

fn announced(stream: &mut TcpStream) -> std::io::Result<()> {
    head(stream, "content-length: 1099511627776\r\n")?;
    stream.write_all(&vec![b' '; 8 * MEBIBYTE])
}

/// Ten bytes that announce themselves as gzip are handed on as they came.
fn gzip(stream: &mut TcpStream) -> std::io::Result<()> {
    head(stream, "content-encoding: gzip\r\ncontent-length: 10\r\n")?;
    stream.write_all(&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
}

fn nested(stream: &mut TcpStream) -> std::io::Result<()> {
    json(stream, &format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)))
}

/// Writes a body of JSON.
fn json(stream: &mut TcpStream, body: &str) -> std::io::Result<()> {
    head(stream, &format!("content-length: {}\r\n", body.len()))?;
    stream.write_all(body.as_bytes())
}

/// A few bytes each, but hundreds in memory; the last one does not fit, so that all are read twice.
fn empty_objects(number: usize) -> String {
    let objects = "{},".repeat(number);
    format!("{{\"id\":\"a\",\"order\":{{\"items\":[{objects}0]}},\"events\":[{objects}0]}}")
}

fn too_many_objects(stream: &mut TcpStream) -> std::io::Result<()> {
    json(stream, &empty_objects(100_000))
}

fn as_many_objects_as_are_read(stream: &mut TcpStream) -> std::io::Result<()> {
    json(stream, &empty_objects(2_498))
}

/// As many unknown fields as values are read, each of which is drift.
fn drifting(stream: &mut TcpStream) -> std::io::Result<()> {
    let fields: String = (0..45_000).map(|number| format!(",\"u{number}\":0")).collect();
    json(stream, &format!("{{\"id\":\"a\"{fields}}}"))
}

/// One test, since they all share one memory.
#[test]
fn whatever_is_answered_a_2xx_is_a_success_and_memory_is_bounded() {
    let (cancellation, growth) = cancel(endless);
    assert_eq!(
        cancellation.response().unreadable(),
        Some(Unreadable::Incomplete(BodyEnd::TooLong))
    );
    assert!(growth < MOST_GROWTH, "endless: {growth}");

    let (cancellation, growth) = cancel(announced);
    assert_eq!(cancellation.response().body_end(), BodyEnd::TooLong);
    assert!(growth < MOST_GROWTH, "announced: {growth}");

    let (cancellation, growth) = cancel(gzip);
    assert_eq!(cancellation.response().unreadable(), Some(Unreadable::NotJson));
    assert_eq!(cancellation.response().body().len(), 10);
    assert!(growth < MOST_GROWTH, "gzip: {growth}");

    let (cancellation, growth) = cancel(nested);
    assert_eq!(cancellation.response().unreadable(), Some(Unreadable::OtherForm));
    assert!(growth < MOST_GROWTH, "nested: {growth}");

    let (cancellation, growth) = cancel(too_many_objects);
    assert_eq!(cancellation.response().unreadable(), Some(Unreadable::TooComplex));
    assert_eq!(cancellation.response().drift(), []);
    assert!(growth < MOST_GROWTH, "too many objects: {growth}");

    let (cancellation, growth) = cancel(as_many_objects_as_are_read);
    assert_eq!(cancellation.session().unwrap().id.as_deref(), Some("a"));
    assert!(growth < MOST_GROWTH, "many objects: {growth}");

    let (cancellation, growth) = cancel(drifting);
    assert_eq!(cancellation.session().unwrap().id.as_deref(), Some("a"));
    assert_eq!(cancellation.response().drift().len(), 1_000);
    assert!(growth < MOST_GROWTH, "drifting: {growth}");
}
