//! How a client shows who it is.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::header::HeaderValue;

use crate::account_id::AccountId;
use crate::error::InvalidArgument;
use crate::exchange::Authorization;
use crate::object::Redacted;

/// How a client shows who it is. `Debug` does not show the secret.
#[derive(Clone)]
pub struct Credentials(pub(crate) Kind);

#[derive(Clone)]
pub(crate) enum Kind {
    /// The secrets of an API client, with which access tokens are fetched.
    Client { account: AccountId, authorization: Authorization },
    /// An access token that somebody else keeps fresh.
    Token(Authorization),
}

impl Credentials {
    /// The id and secret of an API client of an account. Access tokens are fetched with them as
    /// needed.
    ///
    /// # Errors
    ///
    /// One of them is empty or holds a control character, or the id holds a colon, which HTTP Basic
    /// authentication has no room for.
    pub fn client(
        account: AccountId,
        client_id: &str,
        client_secret: &str,
    ) -> Result<Self, InvalidArgument> {
        check("client id", client_id)?;
        check("client secret", client_secret)?;
        if client_id.contains(':') {
            return Err(InvalidArgument::new("client id", "holds a colon"));
        }
        let encoded = BASE64_STANDARD.encode(format!("{client_id}:{client_secret}"));
        let authorization = authorization("Basic", &encoded)
            .ok_or(InvalidArgument::new("client secret", "is no header value"))?;
        Ok(Self(Kind::Client { account, authorization }))
    }

    /// An access token, without the word `Bearer`. It is sent as it is and never renewed.
    ///
    /// # Errors
    ///
    /// It is empty or holds a control character.
    pub fn token(access_token: &str) -> Result<Self, InvalidArgument> {
        check("access token", access_token)?;
        let authorization = authorization("Bearer", access_token)
            .ok_or(InvalidArgument::new("access token", "is no header value"))?;
        Ok(Self(Kind::Token(authorization)))
    }
}

/// A value for the `Authorization` header, marked so that nobody prints it.
pub(crate) fn authorization(scheme: &str, value: &str) -> Option<Authorization> {
    let mut value = HeaderValue::try_from(format!("{scheme} {value}")).ok()?;
    value.set_sensitive(true);
    Some(Authorization(value))
}

fn check(name: &'static str, value: &str) -> Result<(), InvalidArgument> {
    if value.is_empty() {
        Err(InvalidArgument::new(name, "is empty"))
    } else if value.chars().any(char::is_control) {
        Err(InvalidArgument::new(name, "holds a control character"))
    } else {
        Ok(())
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
        }
    }
}
