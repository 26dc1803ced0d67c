//! The HTTP client underneath: the settings that the crate relies on, and the address.

use std::time::Duration;

use crate::client::build_error::BuildError;
#[cfg(feature = "rustls")]
use crate::client::tls;
use crate::invalid::InvalidArgument;

/// The HTTP client with the crate's rules set last, so that `http` cannot undo them.
pub(crate) fn http_client(
    http: reqwest::ClientBuilder,
    is_loopback: bool,
    (connect_timeout, attempt_timeout): (Duration, Duration),
) -> Result<reqwest::Client, BuildError> {
    let mut http = http
        .connect_timeout(connect_timeout)
        .timeout(attempt_timeout)
        .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")));
    if is_loopback {
        http = http.no_proxy();
    }
    #[cfg(feature = "rustls")]
    {
        let config = tls::config().map_err(|error| BuildError::Tls(error.into()))?;
        http = http.tls_backend_preconfigured(config);
    }
    #[cfg(all(feature = "native-tls", not(feature = "rustls")))]
    {
        http = http
            .tls_backend_native()
            .tls_danger_accept_invalid_certs(false)
            .tls_danger_accept_invalid_hostnames(false);
    }
    openapi_client_runtime::http_client(http).map_err(|error| BuildError::Tls(error.into()))
}

/// A URL without what may be a secret in it.
pub(crate) fn shown(base_url: &str) -> String {
    match reqwest::Url::parse(base_url) {
        Ok(url) => url.origin().ascii_serialization(),
        Err(_) => "[not a URL]".to_owned(),
    }
}

/// The URL without a slash at its end; true if it is on this machine.
pub(crate) fn check_base_url(text: &str) -> Result<(String, bool), InvalidArgument> {
    let invalid = |reason| InvalidArgument::new("base url", reason);
    let url = reqwest::Url::parse(text).map_err(|_| invalid("is not a URL"))?;
    let is_loopback = match url.host_str() {
        Some("localhost" | "[::1]") => true,
        Some(host) => host.parse::<std::net::Ipv4Addr>().is_ok_and(|address| address.is_loopback()),
        None => return Err(invalid("has no host")),
    };
    if url.query().is_some() || url.fragment().is_some() {
        return Err(invalid("has a query or a fragment"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(invalid("contains a user name or a password"));
    }
    match url.scheme() {
        "http" if is_loopback => {}
        "http" => return Err(invalid("is plain http to another machine")),
        "https" if cfg!(any(feature = "rustls", feature = "native-tls")) => {}
        "https" => return Err(invalid("needs TLS; turn the feature `rustls` or `native-tls` on")),
        _ => return Err(invalid("is neither https nor http")),
    }
    Ok((url.as_str().trim_end_matches('/').to_owned(), is_loopback))
}
