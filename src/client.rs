//! The client a merchant builds once and shares.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::account_id::AccountId;
use crate::builder::ClientBuilder;
use crate::cancellation::Cancellation;
use crate::credentials::{Credentials, Kind, authorization};
use crate::error::{Error, Phase};
use crate::exchange::Authorization;
use crate::generated;
use crate::object::Redacted;
use crate::response::Response;
use crate::session_id::SessionId;
use crate::types::{CheckoutSession, SystemHeader, TokenGrantType, TokenRequest};

/// A token is renewed this long before it ends, so that it does not end on its way.
const RENEW_AHEAD: Duration = Duration::from_secs(60);

/// A client of Dintero Checkout. Cloning it is cheap; the clones share connections and token.
///
/// ```no_run
/// use dintero_checkout_client::{Client, Credentials, SessionId};
///
/// # async fn cancel() -> Result<(), Box<dyn std::error::Error>> {
/// let client = Client::builder(Credentials::client("T12345678".parse()?, "id", "secret")?)
///     .system("my-shop", "1.4.0")
///     .build()?;
/// let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
/// let cancellation = client.cancel(&session_id).await?;
/// println!("accepted; verified: {}", cancellation.is_verified());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
}

struct Shared {
    http: reqwest::Client,
    base_url: String,
    credentials: Credentials,
    system: System,
    token: Mutex<Option<Token>>,
}

/// What the `Dintero-System-*` headers say of the shop.
#[derive(Debug, Clone, Default)]
pub(crate) struct System {
    pub(crate) name: Option<SystemHeader>,
    pub(crate) version: Option<SystemHeader>,
    pub(crate) plugin_name: Option<SystemHeader>,
    pub(crate) plugin_version: Option<SystemHeader>,
}

/// A token that was fetched, and until when it is used.
struct Token {
    authorization: Authorization,
    renew_at: Option<Instant>,
}

impl Client {
    /// Starts building a client.
    pub fn builder(credentials: Credentials) -> ClientBuilder {
        ClientBuilder::new(credentials)
    }

    pub(crate) fn assemble(
        http: reqwest::Client,
        base_url: String,
        credentials: Credentials,
        system: System,
    ) -> Self {
        let token = Mutex::new(None);
        Self { shared: Arc::new(Shared { http, base_url, credentials, system, token }) }
    }

    /// Cancels a session, which voids its transaction if that is initialized or authorized.
    ///
    /// `Ok` means that the server accepted the cancel, whatever its answer looks like: see
    /// [`Cancellation`] for what is known beyond that. The request is sent at most once; where it
    /// cannot be known whether the server carried it out, the error's
    /// [`outcome`](Error::outcome) is [`Unknown`](crate::Outcome::Unknown).
    ///
    /// A cancelled session is not yet money released: only the status of its transaction proves that.
    ///
    /// Needs the scope `admin:checkout` or `write:checkout`.
    ///
    /// # Errors
    ///
    /// No token, no connection, no answer, or an answer that is no 2xx: [`Error`].
    pub async fn cancel(&self, session_id: &SessionId) -> Result<Cancellation, Error> {
        let system = &self.shared.system;
        let response = self
            .operations()
            .await?
            .cancel_session(
                session_id.as_str(),
                system.name.as_ref(),
                system.plugin_name.as_ref(),
                system.plugin_version.as_ref(),
                system.version.as_ref(),
            )
            .await
            .map_err(|failure| Error::new(Phase::Cancel, failure))?;
        Ok(Cancellation::new(session_id.clone(), response))
    }

    /// Reads a session.
    ///
    /// Needs the scope `admin:checkout` or `read:checkout`.
    ///
    /// # Errors
    ///
    /// No token, no connection, no answer, or an answer that is no 2xx: [`Error`].
    pub async fn get_session(
        &self,
        session_id: &SessionId,
    ) -> Result<Response<CheckoutSession>, Error> {
        self.operations()
            .await?
            .get_session(session_id.as_str(), None)
            .await
            .map_err(|failure| Error::new(Phase::Read, failure))
    }

    /// The generated operations, authorised.
    async fn operations(&self) -> Result<generated::Client, Error> {
        let authorization = match &self.shared.credentials {
            Credentials(Kind::Token(authorization)) => authorization.clone(),
            Credentials(Kind::Client { account, authorization }) => match self.cached_token() {
                Some(token) => token,
                None => self.fetch_token(account, authorization.clone()).await?,
            },
        };
        Ok(self.with(authorization))
    }

    fn with(&self, authorization: Authorization) -> generated::Client {
        generated::Client {
            baseurl: self.shared.base_url.clone(),
            client: self.shared.http.clone(),
            inner: authorization,
        }
    }

    fn cached_token(&self) -> Option<Authorization> {
        let token = self.shared.token.lock().unwrap_or_else(PoisonError::into_inner);
        let token = token.as_ref()?;
        (token.renew_at? > Instant::now()).then(|| token.authorization.clone())
    }

    async fn fetch_token(
        &self,
        account: &AccountId,
        basic: Authorization,
    ) -> Result<Authorization, Error> {
        let request = TokenRequest {
            audience: format!("https://api.dintero.com/v1/accounts/{account}"),
            grant_type: TokenGrantType::ClientCredentials,
        };
        let asked_at = Instant::now();
        let response = self
            .with(basic)
            .get_token(account.as_str(), &request)
            .await
            .map_err(|failure| Error::new(Phase::Token, failure))?;
        let status = response.status();
        let answer = response.into_value().ok_or_else(|| Error::no_token(status))?;
        let authorization =
            authorization("Bearer", &answer.access_token).ok_or_else(|| Error::no_token(status))?;
        let seconds = answer.expires_in.and_then(|seconds| u64::try_from(seconds).ok());
        let renew_at = seconds
            .map(|seconds| Duration::from_secs(seconds).saturating_sub(RENEW_AHEAD))
            .and_then(|life| asked_at.checked_add(life));
        let token = Token { authorization: authorization.clone(), renew_at };
        *self.shared.token.lock().unwrap_or_else(PoisonError::into_inner) = Some(token);
        Ok(authorization)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let has_token = self.cached_token().map(|_| Redacted);
        f.debug_struct("Client")
            .field("base_url", &self.shared.base_url)
            .field("credentials", &self.shared.credentials)
            .field("system", &self.shared.system)
            .field("token", &has_token)
            .finish_non_exhaustive()
    }
}
