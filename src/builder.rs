//! Building a client.

use std::env::VarError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::HeaderValue;
use zeroize::Zeroizing;

use crate::client::Client;
use crate::clock::{Clock, SystemClock};
use crate::credentials::Credentials;
use crate::invalid::InvalidArgument;
use crate::retry::{Budget, RetryPolicy};
use crate::shared::{CallOptions, Shared, System};
use crate::token::Tokens;
use crate::types::SystemHeader;

/// Dintero's host, for test and production alike: the account decides.
const BASE_URL: &str = "https://checkout.dintero.com/v1";

/// Builds a [`Client`].
///
/// ```
/// use std::time::Duration;
///
/// use dintero_checkout_client::{Client, Credentials, RetryPolicy};
///
/// let client = Client::builder(Credentials::token("an access token")?)
///     .system("my-shop", "1.4.0")
///     .plugin("my-plugin", "0.3")
///     .connect_timeout(Duration::from_secs(2))
///     .attempt_timeout(Duration::from_secs(15))
///     .deadline(Duration::from_secs(30))
///     .retry(RetryPolicy::default().most_retries(1))
///     .build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    credentials: Credentials,
    base_url: String,
    connect_timeout: Duration,
    attempt_timeout: Duration,
    deadline: Duration,
    retry: RetryPolicy,
    clock: Arc<dyn Clock>,
    http: reqwest::ClientBuilder,
    system: [Option<String>; 4],
}

impl ClientBuilder {
    pub(crate) fn new(credentials: Credentials) -> Self {
        Self {
            credentials,
            base_url: BASE_URL.to_owned(),
            connect_timeout: Duration::from_secs(5),
            attempt_timeout: Duration::from_secs(30),
            deadline: Duration::from_secs(60),
            retry: RetryPolicy::default(),
            clock: Arc::new(SystemClock),
            http: reqwest::Client::builder(),
            system: [None, None, None, None],
        }
    }

    /// A builder with what the environment says:
    ///
    /// | variable | |
    /// |---|---|
    /// | `DINTERO_ACCOUNT_ID` | the account, such as `T12345678` |
    /// | `DINTERO_CLIENT_ID`, `DINTERO_CLIENT_SECRET` | an API client of that account |
    /// | `DINTERO_ACCESS_TOKEN` | an access token, in place of the three above |
    /// | `DINTERO_BASE_URL` | where the API is, if not at `https://checkout.dintero.com/v1` |
    ///
    /// # Errors
    ///
    /// A variable is missing, empty, not Unicode or not what it should be: [`BuildError`] names it.
    pub fn from_env() -> Result<Self, BuildError> {
        Self::from_variables(|name| std::env::var(name))
    }

    fn from_variables(get: impl Fn(&str) -> Result<String, VarError>) -> Result<Self, BuildError> {
        let variable = |name: &'static str| match get(name) {
            Ok(value) if value.trim().is_empty() => Err(InvalidArgument::new(name, "is empty")),
            Ok(value) => Ok(Some(Zeroizing::new(value))),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(InvalidArgument::new(name, "is not Unicode")),
        };
        let needed = |name| variable(name)?.ok_or(InvalidArgument::new(name, "is not set"));
        let credentials = match variable("DINTERO_ACCESS_TOKEN")? {
            Some(token) => named("DINTERO_ACCESS_TOKEN", Credentials::token(&token))?,
            None => {
                let account = named("DINTERO_ACCOUNT_ID", needed("DINTERO_ACCOUNT_ID")?.parse())?;
                let client_id = needed("DINTERO_CLIENT_ID")?;
                let client_secret = needed("DINTERO_CLIENT_SECRET")?;
                let made = Credentials::client(account, &client_id, &client_secret);
                named("DINTERO_CLIENT_ID or DINTERO_CLIENT_SECRET", made)?
            }
        };
        let builder = Self::new(credentials);
        Ok(match variable("DINTERO_BASE_URL")? {
            Some(base_url) => {
                named("DINTERO_BASE_URL", check_base_url(&base_url))?;
                builder.base_url(base_url.as_str())
            }
            None => builder,
        })
    }

    /// Where the API is, in place of `https://checkout.dintero.com/v1`. Plain `http` is for loopback
    /// addresses only, which is where tests run.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into();
        self
    }

    /// How long a connection may take to come about: 5 seconds unless said otherwise. It must be
    /// shorter than [`attempt_timeout`](Self::attempt_timeout), so that a connection that never came
    /// about can be told from a request that was sent.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long one request may take from connecting to the end of the answer: 30 seconds unless said
    /// otherwise.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = timeout;
        self
    }

    /// How long a call may take in all, with its tokens, its repeats, its waits and its confirmation:
    /// 60 seconds unless said otherwise. No request is sent with less than the connect time-out left.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// When requests are repeated: a cancel only where it was surely not carried out.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// Another clock, for tests.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
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

    /// A `reqwest::ClientBuilder` to start from: for a proxy, for a pool, for a resolver.
    ///
    /// What this crate has to rely on is set last and cannot be changed: no redirects, no repeats by
    /// reqwest, no decompression, no dump of what goes over the wire, the time-outs, the user agent, and
    /// TLS with certificates that are checked. Default headers and a cookie store are yours, and go with
    /// every request.
    pub fn http(mut self, http: reqwest::ClientBuilder) -> Self {
        self.http = http;
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
        let invalid = InvalidArgument::new;
        if self.connect_timeout >= self.attempt_timeout {
            return Err(
                invalid("connect timeout", "is not shorter than the attempt timeout").into()
            );
        }
        if self.connect_timeout >= self.deadline {
            return Err(invalid("connect timeout", "is not shorter than the deadline").into());
        }
        let [name, version, plugin_name, plugin_version] = self.system;
        let system = System {
            name: system_header("system name", name)?,
            version: system_header("system version", version)?,
            plugin_name: system_header("plugin name", plugin_name)?,
            plugin_version: system_header("plugin version", plugin_version)?,
        };
        let mut http = self
            .http
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            .connection_verbose(false)
            .connect_timeout(self.connect_timeout)
            .timeout(self.attempt_timeout)
            .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")));
        if is_loopback {
            http = http.no_proxy();
        }
        #[cfg(feature = "rustls")]
        {
            let config = crate::tls::config().map_err(|error| BuildError::Tls(error.into()))?;
            http = http.tls_backend_preconfigured(config);
        }
        #[cfg(all(feature = "native-tls", not(feature = "rustls")))]
        {
            http = http
                .tls_backend_native()
                .tls_danger_accept_invalid_certs(false)
                .tls_danger_accept_invalid_hostnames(false);
        }
        let shared = Shared {
            http: http.build().map_err(|error| BuildError::Tls(error.into()))?,
            base_url,
            credentials: self.credentials,
            system,
            clock: self.clock,
            connect_timeout: self.connect_timeout,
            attempt_timeout: self.attempt_timeout,
            budget: Budget::new(&self.retry),
            tokens: Tokens::default(),
        };
        let options = CallOptions { deadline: self.deadline, retry: self.retry };
        Ok(Client::assemble(shared, options))
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("base_url", &shown(&self.base_url))
            .field("connect_timeout", &self.connect_timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("deadline", &self.deadline)
            .field("retry", &self.retry)
            .field("system", &self.system)
            .finish_non_exhaustive()
    }
}

/// An error of a value from the environment, by the name of its variable.
fn named<T>(
    variable: &'static str,
    value: Result<T, InvalidArgument>,
) -> Result<T, InvalidArgument> {
    value.map_err(|error| InvalidArgument::new(variable, error.reason()))
}

/// A URL without what may be a secret in it.
fn shown(base_url: &str) -> String {
    match reqwest::Url::parse(base_url) {
        Ok(url) => url.origin().ascii_serialization(),
        Err(_) => "[not a URL]".to_owned(),
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
    /// A blocking client has no runtime of its own to run on; the source says why.
    #[cfg(feature = "blocking")]
    Runtime(std::io::Error),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument(error) => error.fmt(f),
            Self::Tls(_) => f.write_str("TLS could not be set up"),
            #[cfg(feature = "blocking")]
            Self::Runtime(_) => f.write_str("no runtime could be started"),
        }
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Argument(_) => None,
            Self::Tls(error) => Some(&**error),
            #[cfg(feature = "blocking")]
            Self::Runtime(error) => Some(error),
        }
    }
}

impl From<InvalidArgument> for BuildError {
    fn from(error: InvalidArgument) -> Self {
        Self::Argument(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(variables: &[(&str, &str)]) -> Result<String, String> {
        let get = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned()).ok_or(VarError::NotPresent)
        };
        let built = ClientBuilder::from_variables(get);
        built.map(|builder| builder.base_url).map_err(|error| error.to_string())
    }

    #[test]
    fn the_environment_says_who_calls_and_where() {
        let account = [
            ("DINTERO_ACCOUNT_ID", "T12345678"),
            ("DINTERO_CLIENT_ID", "id"),
            ("DINTERO_CLIENT_SECRET", "secret"),
        ];
        assert_eq!(build(&account), Ok(BASE_URL.to_owned()));
        let token = [("DINTERO_ACCESS_TOKEN", "t"), ("DINTERO_BASE_URL", "https://localhost/v1")];
        assert_eq!(build(&token), Ok("https://localhost/v1".to_owned()));
        assert_eq!(build(&[]), Err("`DINTERO_ACCOUNT_ID` is not set".to_owned()));
        assert_eq!(build(&account[..2]), Err("`DINTERO_CLIENT_SECRET` is not set".to_owned()));
        assert_eq!(
            build(&[("DINTERO_ACCOUNT_ID", "12345678")]),
            Err("`DINTERO_ACCOUNT_ID` is not `T` or `P` followed by three or eight digits"
                .to_owned())
        );
        assert_eq!(
            build(&[("DINTERO_ACCESS_TOKEN", "t"), ("DINTERO_BASE_URL", "nonsense")]),
            Err("`DINTERO_BASE_URL` is not a URL".to_owned())
        );
        assert_eq!(
            build(&[("DINTERO_ACCESS_TOKEN", " ")]),
            Err("`DINTERO_ACCESS_TOKEN` is empty".to_owned())
        );
    }
}
