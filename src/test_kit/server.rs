//! The loopback server, under Dintero's path.

use std::io;
use std::time::Duration;

use openapi_client_runtime::test_kit::{self, Request};

use super::answer::Answer;

/// A server on a free port of `127.0.0.1`. It stops when it is dropped.
#[derive(Debug)]
pub struct Server(test_kit::Server);

impl Server {
    /// Starts a server that gives each request the answer that `answer` has for it.
    ///
    /// # Errors
    ///
    /// - The machine has no free port, or no loopback interface.
    pub fn start(answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> io::Result<Self> {
        test_kit::Server::start(move |request| answer(request).0).map(Self)
    }

    /// As [`start`](Self::start), with connections that are closed after so long without a request.
    pub(super) fn closing_idle(
        after: Duration,
        answer: impl Fn(&Request) -> Answer + Send + Sync + 'static,
    ) -> io::Result<Self> {
        test_kit::Server::closing_idle(after, move |request| answer(request).0).map(Self)
    }

    /// The base URL for [`ClientBuilder::base_url`](crate::ClientBuilder::base_url).
    pub fn base_url(&self) -> String {
        format!("{}/v1", self.0.origin())
    }

    /// The requests so far, in the order they came.
    pub fn requests(&self) -> Vec<Request> {
        self.0.requests()
    }

    /// The number of connections so far.
    pub fn connections(&self) -> usize {
        self.0.connections()
    }
}
