//! Building a client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::HeaderValue;

use crate::auth::credentials::Credentials;
use crate::auth::token::Tokens;
use crate::client::build_error::BuildError;
use crate::client::operations::Client;
use crate::client::proxy;
use crate::client::retry::{Budget, RetryPolicy};
use crate::client::shared::{CallOptions, Shared};
use crate::client::transport;
use crate::clock::{Clock, Latest, SystemClock};
use crate::generated::options::CancelSessionOptions;
use crate::generated::types::SystemHeader;
use crate::invalid::InvalidArgument;

/// Dintero's host, for test and production alike: the account decides.
const BASE_URL: &str = "https://checkout.dintero.com/v1";

/// No request takes effect later than this after it was sent: see [`ClientBuilder::horizon`].
pub(crate) const HORIZON: Duration = Duration::from_secs(600);

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
    horizon: Duration,
    retry: RetryPolicy,
    clock: Arc<dyn Clock>,
    http: reqwest::ClientBuilder,
    system: [Option<String>; 4],
}

impl Client {
    /// Starts building a client.
    ///
    /// ```
    /// use dintero_checkout_client::{Client, Credentials};
    ///
    /// let client = Client::builder(Credentials::token("an access token")?).build()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn builder(credentials: Credentials) -> ClientBuilder {
        ClientBuilder::new(credentials)
    }
}

impl ClientBuilder {
    pub(crate) fn new(credentials: Credentials) -> Self {
        Self {
            credentials,
            base_url: BASE_URL.to_owned(),
            connect_timeout: Duration::from_secs(5),
            attempt_timeout: Duration::from_secs(30),
            deadline: Duration::from_secs(60),
            horizon: HORIZON,
            retry: RetryPolicy::default(),
            clock: Arc::new(SystemClock),
            http: reqwest::Client::builder(),
            system: [None, None, None, None],
        }
    }

    /// The address of the API, instead of `https://checkout.dintero.com/v1`. Plain `http` is allowed for
    /// loopback addresses only, for tests.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into();
        self
    }

    /// How long connecting may take: 5 seconds by default. It must be shorter than
    /// [`attempt_timeout`](Self::attempt_timeout), so that a failed connection differs from a request that was
    /// sent.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long one request may take, from connecting to the end of the answer: 30 seconds by default.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = timeout;
        self
    }

    /// How long a call may take in total, with its tokens, repeats, waits and confirmation: 60 seconds by
    /// default. The client sends no request if less than the connect time-out is left.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// How long after it was sent a request may still take effect: 10 minutes by default. If a session is read
    /// as open, or as not there, later than that after the last request that may have taken effect, it is not
    /// cancelled, and that request will not cancel it. Before that the outcome is unknown.
    ///
    /// A request takes effect within minutes or not at all. This client ends an attempt after its time-out, 30
    /// seconds; a system that closes a connection gives up what is left in it after a minute or two; load balancers
    /// and gateways in between end a request after 30 to 60 seconds unless configured otherwise, some after 5
    /// minutes. Ten minutes are longer than these together.
    ///
    /// It must be longer than the deadline and than [`attempt_timeout`](Self::attempt_timeout), since a
    /// record that was stored before a call counts from the beginning of that call.
    ///
    /// The time of day decides. If it goes back the horizon ends later, never earlier, also if it is set forward
    /// again; a client notices what happened since it was built.
    pub fn horizon(mut self, horizon: Duration) -> Self {
        self.horizon = horizon;
        self
    }

    /// The policy of repeats. A cancel is repeated only if it certainly did not take effect.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// Replaces the system's clock, for tests.
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

    /// A `reqwest::ClientBuilder` to start from, such as one with a proxy or a resolver.
    ///
    /// What this crate relies on is set last and cannot be changed: a connection for each request, no
    /// redirects, no repeats by reqwest, no decompression, no dump of what goes over the wire, the
    /// time-outs, the user agent, and TLS with certificates that are checked. Default headers and a cookie
    /// store are yours, and go with every request.
    ///
    /// With rustls a certificate that was added to the builder is not used. The operating system decides which are
    /// trusted, on Linux with the variable `SSL_CERT_FILE`, which can name another file of them.
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
    /// - An argument, or a variable of the environment that names a proxy, cannot be used:
    ///   [`BuildError::Argument`] names it.
    /// - TLS cannot be set up: [`BuildError::Tls`].
    pub fn build(self) -> Result<Client, BuildError> {
        let (base_url, is_loopback) = transport::check_base_url(&self.base_url)?;
        if !is_loopback {
            proxy::check_variables(|name| std::env::var(name))?;
        }
        let invalid = InvalidArgument::new;
        if self.connect_timeout >= self.attempt_timeout {
            return Err(
                invalid("connect timeout", "is not shorter than the attempt timeout").into()
            );
        }
        if self.connect_timeout >= self.deadline {
            return Err(invalid("connect timeout", "is not shorter than the deadline").into());
        }
        if self.horizon <= self.deadline.max(self.attempt_timeout) {
            let reason = "is not longer than the deadline and the attempt timeout";
            return Err(invalid("horizon", reason).into());
        }
        let [name, version, plugin_name, plugin_version] = self.system;
        #[allow(clippy::needless_update, reason = "the contract may gain an option")]
        let system = CancelSessionOptions {
            dintero_system_name: system_header("system name", name)?,
            dintero_system_version: system_header("system version", version)?,
            dintero_system_plugin_name: system_header("plugin name", plugin_name)?,
            dintero_system_plugin_version: system_header("plugin version", plugin_version)?,
            ..CancelSessionOptions::default()
        };
        let timeouts = (self.connect_timeout, self.attempt_timeout);
        let http = transport::http_client(self.http, is_loopback, timeouts)?;
        let shared = Shared {
            http,
            base_url,
            credentials: self.credentials,
            system,
            clock: self.clock,
            latest: Latest::default(),
            connect_timeout: self.connect_timeout,
            attempt_timeout: self.attempt_timeout,
            horizon: self.horizon,
            budget: Budget::new(&self.retry),
            tokens: Tokens::default(),
        };
        // From now on it is noticed if the clock goes back.
        shared.sending_time();
        let options = CallOptions { deadline: self.deadline, retry: self.retry };
        Ok(Client::assemble(shared, options))
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("base_url", &transport::shown(&self.base_url))
            .field("connect_timeout", &self.connect_timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("deadline", &self.deadline)
            .field("horizon", &self.horizon)
            .field("retry", &self.retry)
            .field("system", &self.system)
            .finish_non_exhaustive()
    }
}

fn system_header(
    name: &'static str,
    value: Option<String>,
) -> Result<Option<SystemHeader>, InvalidArgument> {
    let Some(value) = value else { return Ok(None) };
    if HeaderValue::from_str(&value).is_err() {
        return Err(InvalidArgument::new(name, "contains a control character"));
    }
    let header = value.parse();
    header.map(Some).map_err(|_| InvalidArgument::new(name, "is longer than 120 characters"))
}
