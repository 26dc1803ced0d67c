//! The credentials of a client.

use std::fmt;
use std::sync::Arc;

use crate::auth::account_id::AccountId;
use crate::auth::bearer::{Basic, Bearer};
use crate::invalid::InvalidArgument;
use openapi_client_runtime::{BoxFuture, Redacted};

/// The credentials of a client. `Debug` does not show the secret, which is overwritten in memory when
/// the last copy is dropped.
#[derive(Clone)]
pub struct Credentials(pub(crate) Kind);

/// An API client of an account, as Dintero's backoffice shows it, for [`Credentials::client`]. Its parts are
/// named, so that the id and the secret cannot be swapped unnoticed. `Debug` does not show the secret.
#[derive(Clone)]
pub struct ApiClient<'a> {
    /// The account.
    pub account_id: AccountId,
    /// The public part.
    pub client_id: &'a str,
    /// The secret part.
    pub client_secret: &'a str,
}

#[derive(Clone)]
pub(crate) enum Kind {
    /// The secrets of an API client, with which access tokens are fetched.
    Client { account: AccountId, basic: Basic },
    /// An access token that is never renewed.
    Token(Bearer),
    /// The user's code fetches and keeps access tokens.
    Source(Arc<dyn TokenSource>),
}

/// The result of a [`TokenSource`]: an access token, without the word `Bearer`, or an error.
pub type TokenResult = Result<String, Box<dyn std::error::Error + Send + Sync>>;

/// A source of access tokens other than this crate: a secrets manager, a sidecar, a cache that several
/// processes share.
///
/// ```
/// use std::future::ready;
///
/// use dintero_checkout_client::{BoxFuture, Credentials, TokenResult, TokenSource};
///
/// struct FromFile(std::path::PathBuf);
///
/// impl TokenSource for FromFile {
///     fn token<'a>(&'a self, _rejected: Option<&'a str>) -> BoxFuture<'a, TokenResult> {
///         let token = std::fs::read_to_string(&self.0).map(|token| token.trim().to_owned());
///         Box::pin(ready(token.map_err(Into::into)))
///     }
/// }
///
/// let credentials = Credentials::source(FromFile("/run/secrets/dintero".into()));
/// ```
pub trait TokenSource: Send + Sync + 'static {
    /// Returns an access token. The client asks before each request, so keep a token while it lasts.
    ///
    /// `rejected` is a token that the API has just rejected with 401: return another, or return the same again
    /// to let the call fail.
    ///
    /// # Errors
    ///
    /// - There is no token; the call then fails, and sends nothing.
    fn token<'a>(&'a self, rejected: Option<&'a str>) -> BoxFuture<'a, TokenResult>;
}

impl Credentials {
    /// The id and secret of an API client of an account. Access tokens are fetched with them as
    /// needed, and kept while they last.
    ///
    /// # Errors
    ///
    /// - The id or the secret is empty or blank.
    /// - One of them contains a control character.
    /// - The id contains a colon, which ends it in HTTP Basic authentication.
    ///
    /// ```
    /// use dintero_checkout_client::{ApiClient, Credentials};
    ///
    /// let credentials = Credentials::client(ApiClient {
    ///     account_id: "T12345678".parse()?,
    ///     client_id: "client id",
    ///     client_secret: "client secret",
    /// })?;
    /// assert!(!format!("{credentials:?}").contains("client secret"));
    /// # Ok::<(), dintero_checkout_client::InvalidArgument>(())
    /// ```
    pub fn client(client: ApiClient<'_>) -> Result<Self, InvalidArgument> {
        let ApiClient { account_id: account, client_id, client_secret } = client;
        check_client_id(client_id)?;
        check_client_secret(client_secret)?;
        let not_a_header = InvalidArgument::new("client secret", "cannot be in a header");
        let basic = Basic::new(client_id, client_secret).ok_or(not_a_header)?;
        Ok(Self(Kind::Client { account, basic }))
    }

    /// An access token, without the word `Bearer`. It is sent as it is and never renewed, and a request that
    /// is refused with it is not repeated.
    ///
    /// # Errors
    ///
    /// - It is empty or blank.
    /// - It has a space at its start or end, or starts with `Bearer `.
    /// - It contains a control character, or a letter outside ASCII.
    ///
    /// ```
    /// use dintero_checkout_client::Credentials;
    ///
    /// let credentials = Credentials::token("an access token")?;
    /// # Ok::<(), dintero_checkout_client::InvalidArgument>(())
    /// ```
    pub fn token(access_token: &str) -> Result<Self, InvalidArgument> {
        Bearer::new(access_token).map(|bearer| Self(Kind::Token(bearer)))
    }

    /// Access tokens from a [`TokenSource`].
    pub fn source(source: impl TokenSource) -> Self {
        Self(Kind::Source(Arc::new(source)))
    }
}

/// Checks the id of an API client.
pub(crate) fn check_client_id(id: &str) -> Result<(), InvalidArgument> {
    const NAME: &str = "client id";
    check(NAME, id)?;
    match id.contains(':') {
        true => Err(InvalidArgument::new(NAME, "contains a colon")),
        false => Ok(()),
    }
}

/// Checks the secret of an API client.
pub(crate) fn check_client_secret(secret: &str) -> Result<(), InvalidArgument> {
    check("client secret", secret)
}

fn check(name: &'static str, value: &str) -> Result<(), InvalidArgument> {
    if value.trim().is_empty() {
        Err(InvalidArgument::new(name, "is empty"))
    } else if value.chars().any(char::is_control) {
        Err(InvalidArgument::new(name, "contains a control character"))
    } else {
        Ok(())
    }
}

impl fmt::Debug for ApiClient<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiClient")
            .field("account_id", &self.account_id.as_str())
            .field("client_id", &self.client_id)
            .field("client_secret", &Redacted)
            .finish()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Client { account, .. } => f
                .debug_struct("Client")
                .field("account", &account.as_str())
                .field("secret", &Redacted)
                .finish(),
            Kind::Token(_) => f.debug_tuple("Token").field(&Redacted).finish(),
            Kind::Source(_) => f.write_str("Source"),
        }
    }
}
