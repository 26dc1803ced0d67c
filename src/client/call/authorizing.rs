//! How a call is authorized: by a token that is renewed if it is refused, by the secrets that get one, or not at all.

use std::sync::{Arc, PoisonError};

use http::StatusCode;
use http::header::HeaderValue;
use zeroize::Zeroizing;

use super::{Answered, Call, Ended, Sent};
use crate::auth::bearer::Bearer;
use crate::auth::credentials::{Kind as Credential, TokenSource};
use crate::auth::secrets::{Taken, TakingTokens};
use crate::auth::token::Token;
use crate::generated;
use crate::generated::types::{AccessToken, TokenGrantType, TokenRequest};
use crate::outcome::error::{Error, Phase};
use crate::outcome::kind::Kind;
use openapi_client_runtime::BoxFuture;

impl Call<'_> {
    /// Sends an operation with a token, and again if that is safe and may help.
    pub(crate) async fn run<'s, A>(
        &mut self,
        send: impl Fn(generated::Client) -> BoxFuture<'s, Ended<A>> + Send + Sync,
    ) -> Result<Answered<A>, Error> {
        let mut refused: Option<(Token, Error)> = None;
        loop {
            let token = match self.token(refused.as_ref().map(|(token, _)| token)).await {
                Ok(token) => token,
                // Without a new token it stays what it was: sent, and refused.
                Err(error) => return Err(refused.map_or(error, |(_, refusal)| refusal)),
            };
            if let Some((_, error)) = refused.take_if(|(old, _)| old.bearer == token.bearer) {
                // The source has no other token, so the answer would be the same.
                return Err(error);
            }
            let failed = match self.attempt(token.bearer.header(), &send).await {
                Ok(answered) => return Ok(answered),
                Err(failed) => failed,
            };
            let is_unauthorized = failed.error.status() == Some(StatusCode::UNAUTHORIZED);
            if is_unauthorized && refused.is_none() && self.may_renew(&token) {
                refused = Some((token, failed.error));
            } else if !self.waits_to_retry(&failed).await {
                return Err(failed.error);
            }
        }
    }

    /// Sends an operation that needs no credentials, and again if that is safe and may help.
    pub(crate) async fn run_publicly<'s, A>(
        &mut self,
        send: impl Fn(generated::Client) -> BoxFuture<'s, Ended<A>> + Send + Sync,
    ) -> Result<Answered<A>, Error> {
        self.run_with(HeaderValue::from_static(""), send).await
    }

    /// Gets a token with the id and secret of the API client, and again if that may help.
    pub(crate) async fn run_with_secrets<'s, A>(
        &mut self,
        send: impl Fn(generated::Client) -> BoxFuture<'s, Ended<A>> + Send + Sync,
    ) -> Result<Answered<A>, Error> {
        self.gets_a_token = true;
        match &self.shared.credentials.0 {
            Credential::Client { basic, .. } => self.run_with(basic.header(), send).await,
            Credential::Token(_) | Credential::Source(_) => Err(self.error(Kind::NoSecrets, None)),
        }
    }

    /// True if a token that was refused may be replaced, and the operation be sent with the new one.
    fn may_renew(&self, token: &Token) -> bool {
        let shared = self.shared;
        !matches!(shared.credentials.0, Credential::Token(_))
            && shared.tokens.may_replace(token, shared.clock.now(), || shared.budget.take())
    }

    /// A token, within the call's time.
    async fn token(&self, rejected: Option<&Token>) -> Result<Token, Error> {
        let shared = self.shared;
        let token = self.any_token(rejected);
        let token = tokio::time::timeout(self.deadline.remaining(), token).await;
        if let Some(rejected) = rejected {
            shared.tokens.replaced(rejected);
        }
        token.unwrap_or_else(|_| Err(Error::new(Phase::Token, Kind::Deadline, 0, None)))
    }

    async fn any_token(&self, rejected: Option<&Token>) -> Result<Token, Error> {
        let (shared, clock) = (self.shared, &*self.shared.clock);
        match &shared.credentials.0 {
            Credential::Token(bearer) => Ok(Token::new(bearer.clone(), clock.now(), None)),
            Credential::Source(source) => {
                let bearer = from_source(&**source, rejected).await?;
                Ok(shared.tokens.given(bearer, clock.now()))
            }
            Credential::Client { account, .. } => {
                let fetch = || -> BoxFuture<'_, Result<Token, Error>> {
                    let mut call = Call::new(self.shared, self.retry, Phase::Token, self.deadline);
                    Box::pin(async move { call.fetch(account.as_str()).await })
                };
                let patience = self.deadline.remaining().saturating_sub(shared.connect_timeout) / 2;
                shared.tokens.get(clock, rejected, patience, fetch).await
            }
        }
    }

    /// Fetches a token with the secrets of an API client.
    async fn fetch(&mut self, account: &str) -> Result<Token, Error> {
        let request = TokenRequest::new(
            format!("https://api.dintero.com/v1/accounts/{account}"),
            TokenGrantType::ClientCredentials,
        );
        let taken = Taken::default();
        let send = |api: generated::Client| -> BoxFuture<'_, Sent<AccessToken>> {
            let (request, taken) = (&request, Arc::clone(&taken));
            let inner = Arc::new(TakingTokens { sender: Arc::clone(&api.inner), taken });
            let api = generated::Client { inner, ..api };
            Box::pin(async move { api.get_token(account, request).await })
        };
        let Answered { response, asked_at, .. } = self.run_with_secrets(send).await?;
        let status = response.status();
        let token = taken.lock().unwrap_or_else(PoisonError::into_inner).take();
        let bearer = token.and_then(|token| Bearer::new(&token).ok());
        match response.into_secret_value().zip(bearer) {
            Some((answer, bearer)) => Ok(Token::new(bearer, asked_at, answer.expires_in)),
            None => Err(self.error(Kind::NoToken(status), None)),
        }
    }
}

async fn from_source(source: &dyn TokenSource, rejected: Option<&Token>) -> Result<Bearer, Error> {
    let rejected = rejected.map(|token| token.bearer.secret());
    let error = |kind| Error::new(Phase::Token, kind, 0, None);
    let secret = source.token(rejected).await.map_err(|source| error(Kind::Source(source)))?;
    Bearer::new(&Zeroizing::new(secret)).map_err(|invalid| error(Kind::BadToken(invalid)))
}
