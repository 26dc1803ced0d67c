//! A server on this machine that answers one request as it is told, and says what came.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use http::HeaderValue;

use openapi_client_runtime::{Attempt, Progress};

pub struct Loopback {
    address: SocketAddr,
    served: JoinHandle<Request>,
}

/// A request as it came.
#[derive(Debug, Default)]
pub struct Request {
    /// Method and target, such as `GET /orders?limit=1`.
    pub line: String,
    /// Lower-case names and values, in their order.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Loopback {
    /// Answers with a status, a content type (none where it is empty) and a body.
    pub fn answering(status: u16, content_type: &str, body: &str) -> Self {
        let content_type = match content_type {
            "" => String::new(),
            name => format!("content-type: {name}\r\n"),
        };
        let answer = format!(
            "HTTP/1.1 {status} Status\r\n{content_type}content-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        );
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let served = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
            let request = read(&mut stream);
            stream.write_all(answer.as_bytes()).unwrap();
            request
        });
        Self { address, served }
    }

    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn http(&self) -> reqwest::Client {
        // Another package of the build may have turned TLS on without a provider.
        let _ = rustls::crypto::ring::default_provider().install_default();
        reqwest::Client::builder().no_proxy().build().unwrap()
    }

    pub fn attempt(&self) -> Attempt {
        Attempt {
            authorization: HeaderValue::from_static("Bearer golden"),
            timeout: Duration::from_secs(10),
            resend_count: 0,
            progress: Arc::new(Progress::default()),
        }
    }

    /// The request that came.
    pub fn request(self) -> Request {
        self.served.join().unwrap()
    }
}

fn read(stream: &mut impl Read) -> Request {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        let mut chunk = [0; 4096];
        let length = stream.read(&mut chunk).unwrap();
        assert!(length > 0, "the request breaks off");
        bytes.extend_from_slice(&chunk[..length]);
    };
    let text = String::from_utf8(bytes[..head].to_vec()).unwrap();
    let mut lines = text.lines();
    let line = lines.next().unwrap().trim_end_matches(" HTTP/1.1").to_owned();
    let headers: Vec<(String, String)> = lines
        .map(|line| line.split_once(": ").unwrap())
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let mut request = Request { line, headers, body: String::new() };
    let length: usize = request.header("content-length").map_or(0, |text| text.parse().unwrap());
    let mut body = bytes[head + 4..].to_vec();
    while body.len() < length {
        let mut chunk = [0; 4096];
        let read = stream.read(&mut chunk).unwrap();
        assert!(read > 0, "the body breaks off");
        body.extend_from_slice(&chunk[..read]);
    }
    request.body = String::from_utf8(body).unwrap();
    request
}
