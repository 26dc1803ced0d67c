//! The HTTP client that requests are sent with.

/// Makes the HTTP client that generated code relies on. The other settings of the builder stay.
///
/// - Each request has a connection of its own, so that an answer belongs to its request: a peer that answers
///   once too often would leave its stale answer to the next request on the same connection, and a request
///   on a connection that the server closes meanwhile may or may not have arrived. rustls resumes the TLS
///   session of the connection before; the system's library makes a full handshake each time.
/// - Redirects are not followed: they would send a request elsewhere, or turn a `POST` into a `GET`.
/// - reqwest repeats nothing.
/// - Bodies are read as they were sent, without decompression, so that their length is bounded.
/// - What goes over the wire is not logged.
///
/// A peer that sends interim responses (1xx) without end is given up when the time of the attempt is over. Over
/// plain HTTP, in a debug build and a runtime of one thread, that can be some seconds late: hyper reads up to 50 MB
/// of them before timers are looked at again. Over TLS it is 2 MB.
///
/// # Errors
///
/// - TLS cannot be set up, or a setting of the builder is invalid.
pub fn http_client(builder: reqwest::ClientBuilder) -> reqwest::Result<reqwest::Client> {
    builder
        .pool_max_idle_per_host(0)
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .no_gzip()
        .no_brotli()
        .no_zstd()
        .no_deflate()
        .connection_verbose(false)
        .build()
}
