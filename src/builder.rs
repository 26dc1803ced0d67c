//! Building a client.

use std::fmt;
use std::time::Duration;

use http::header::HeaderValue;

use crate::client::{Client, System};
use crate::credentials::Credentials;
use crate::error::InvalidArgument;
use crate::types::SystemHeader;

/// Dintero's host, for test and production alike: the account decides.
const BASE_URL: &str = "https://checkout.dintero.com/v1";

/// Builds a [`Client`].
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    credentials: Credentials,
    base_url: String,
    connect_timeout: Duration,
    timeout: Duration,
    system: [Option<String>; 4],
}

impl ClientBuilder {
    pub(crate) fn new(credentials: Credentials) -> Self {
        Self {
            credentials,
            base_url: BASE_URL.to_owned(),
            connect_timeout: Duration::from_secs(5),
            timeout: Duration::from_secs(30),
            system: [None, None, None, None],
        }
    }

    /// Where the API is, in place of `https://checkout.dintero.com/v1`. Plain `http` is for loopback
    /// addresses only, which is where tests run.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into();
        self
    }

    /// How long a connection may take to come about: 5 seconds unless said otherwise. It must be
    /// shorter than [`timeout`](Self::timeout), so that a connection that never came about can be
    /// told from a request that was sent.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long a request may take from connecting to the end of the answer: 30 seconds unless said
    /// otherwise.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The name and version of the shop system, of at most 120 characters each, for Dintero's
    /// support: the headers `Dintero-System-Name` and `Dintero-System-Version`.
    pub fn system(mut self, name: impl Into<String>, version: impl Into<String>) -> Self {
        let [old_name, old_version, ..] = &mut self.system;
        (*old_name, *old_version) = (Some(name.into()), Some(version.into()));
        self
    }

    /// The name and version of the plugin that calls, of at most 120 characters each: the headers
    /// `Dintero-System-Plugin-Name` and `Dintero-System-Plugin-Version`.
    pub fn plugin(mut self, name: impl Into<String>, version: impl Into<String>) -> Self {
        let [_, _, old_name, old_version] = &mut self.system;
        (*old_name, *old_version) = (Some(name.into()), Some(version.into()));
        self
    }

    /// Builds the client. Nothing is sent yet.
    ///
    /// The client follows no redirects, which would repeat the cancel elsewhere or turn it into a
    /// read. A proxy is taken from the environment (`HTTPS_PROXY`, `NO_PROXY`), but never for a
    /// loopback address.
    ///
    /// # Errors
    ///
    /// An argument that cannot be used, or no TLS: [`BuildError`].
    pub fn build(self) -> Result<Client, BuildError> {
        let (base_url, is_loopback) = check_base_url(&self.base_url)?;
        if self.connect_timeout >= self.timeout {
            return Err(
                InvalidArgument::new("connect timeout", "is not shorter than the timeout").into()
            );
        }
        let [name, version, plugin_name, plugin_version] = self.system;
        let system = System {
            name: system_header("system name", name)?,
            version: system_header("system version", version)?,
            plugin_name: system_header("plugin name", plugin_name)?,
            plugin_version: system_header("plugin version", plugin_version)?,
        };
        let mut http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(self.connect_timeout)
            .timeout(self.timeout)
            .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")));
        if is_loopback {
            http = http.no_proxy();
        }
        #[cfg(feature = "rustls")]
        {
            let config = crate::tls::config().map_err(|error| BuildError::Tls(error.into()))?;
            http = http.tls_backend_preconfigured(config);
        }
        let http = http.build().map_err(|error| BuildError::Tls(error.into()))?;
        Ok(Client::assemble(http, base_url, self.credentials, system))
    }
}

/// The URL without a slash at its end, and whether it is on this machine.
fn check_base_url(text: &str) -> Result<(String, bool), InvalidArgument> {
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
        return Err(invalid("holds a user name or a password"));
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

fn system_header(
    name: &'static str,
    value: Option<String>,
) -> Result<Option<SystemHeader>, InvalidArgument> {
    let Some(value) = value else { return Ok(None) };
    if HeaderValue::from_str(&value).is_err() {
        return Err(InvalidArgument::new(name, "holds a control character"));
    }
    let header = value.parse();
    header.map(Some).map_err(|_| InvalidArgument::new(name, "is longer than 120 characters"))
}

/// Why a client cannot be built.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// An argument cannot be used.
    Argument(InvalidArgument),
    /// TLS could not be set up; the source says why.
    Tls(Box<dyn std::error::Error + Send + Sync>),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument(error) => error.fmt(f),
            Self::Tls(_) => f.write_str("TLS could not be set up"),
        }
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Argument(_) => None,
            Self::Tls(error) => Some(&**error),
        }
    }
}

impl From<InvalidArgument> for BuildError {
    fn from(error: InvalidArgument) -> Self {
        Self::Argument(error)
    }
}
