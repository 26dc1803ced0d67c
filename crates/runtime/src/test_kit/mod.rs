//! A loopback server for tests of a generated client.
//!
//! ```
//! use http::StatusCode;
//! use openapi_client_runtime::test_kit::{Reply, Server};
//!
//! let server = Server::start(|request| match request.path() {
//!     "/orders" => Reply::new(StatusCode::OK, "[]").header("content-type", "application/json"),
//!     _ => Reply::close(),
//! })?;
//! assert!(server.origin().starts_with("http://127.0.0.1:"));
//! assert_eq!(server.requests(), []);
//! # Ok::<(), std::io::Error>(())
//! ```

mod reply;
mod request;
mod server;

pub use reply::Reply;
pub use request::Request;
pub use server::Server;
