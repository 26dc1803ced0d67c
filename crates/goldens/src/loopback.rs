//! A server that replies to every request alike, and what a generated client needs to send one to it.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderValue, StatusCode};
use openapi_client_runtime::test_kit::{self, Reply, Server};
use openapi_client_runtime::{Attempt, BodyEnd, Content, Progress, Response, Sender};

pub struct Loopback(Server);

/// A request as it was received.
pub struct Request {
    /// Method and target, such as `GET /orders?limit=1`.
    pub line: String,
    pub body: String,
    received: test_kit::Request,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.received.header(name)
    }

    /// Lower-case names and values, in their order.
    pub fn headers(&self) -> impl Iterator<Item = (String, &str)> {
        self.received.headers().iter().map(|(name, value)| (name.to_lowercase(), value.as_str()))
    }
}

/// A whole body as a client reads it, without a server.
pub fn answer<T: Content>(body: &str) -> Response<T> {
    let body = body.to_owned().into();
    Response::read(StatusCode::OK, HeaderMap::new(), body, BodyEnd::Complete)
}

impl Loopback {
    /// Replies with a status, a content type (none if it is empty) and a body.
    pub fn answering(status: u16, content_type: &str, body: &str) -> Self {
        let reply = Reply::new(StatusCode::from_u16(status).unwrap(), body);
        let reply = match content_type {
            "" => reply,
            content_type => reply.header("content-type", content_type),
        };
        Self(Server::start(move |_| reply.clone()).unwrap())
    }

    pub fn base_url(&self) -> String {
        self.0.origin()
    }

    pub fn http(&self) -> reqwest::Client {
        // Another package of the build may have turned TLS on without a provider.
        let _ = rustls::crypto::ring::default_provider().install_default();
        reqwest::Client::builder().no_proxy().build().unwrap()
    }

    pub fn attempt(&self) -> Sender {
        Arc::new(Attempt {
            authorization: HeaderValue::from_static("Bearer golden"),
            timeout: Duration::from_secs(10),
            resend_count: 0,
            progress: Arc::new(Progress::default()),
        })
    }

    /// The request that was received; there must be one.
    pub fn request(self) -> Request {
        let [received] = <[_; 1]>::try_from(self.0.requests()).unwrap();
        let line = format!("{} {}", received.method(), received.path());
        let body = String::from_utf8(received.body().to_vec()).unwrap();
        Request { line, body, received }
    }
}
