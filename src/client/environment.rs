//! A client from environment variables.

use std::env::VarError;

use zeroize::Zeroizing;

use crate::auth::credentials::{ApiClient, Credentials, check_client_id, check_client_secret};
use crate::client::build_error::BuildError;
use crate::client::builder::ClientBuilder;
use crate::client::operations::Client;
use crate::client::transport::check_base_url;
use crate::invalid::InvalidArgument;

const ACCOUNT_ID: &str = "DINTERO_ACCOUNT_ID";
const CLIENT_ID: &str = "DINTERO_CLIENT_ID";
const CLIENT_SECRET: &str = "DINTERO_CLIENT_SECRET";
const ACCESS_TOKEN: &str = "DINTERO_ACCESS_TOKEN";
const BASE_URL: &str = "DINTERO_BASE_URL";

impl Client {
    /// A client from the environment; see [`ClientBuilder::from_env`].
    ///
    /// # Errors
    ///
    /// - A variable is missing or wrong: [`BuildError::Argument`] names it.
    /// - TLS cannot be set up: [`BuildError::Tls`].
    ///
    /// ```no_run
    /// let client = dintero_checkout_client::Client::from_env()?;
    /// # Ok::<(), dintero_checkout_client::BuildError>(())
    /// ```
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }
}

impl ClientBuilder {
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
    /// - A variable is missing: [`BuildError::Argument`] names it.
    /// - A variable is empty, not Unicode, or cannot be used: [`BuildError::Argument`] names it, and says why.
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
        let credentials = match variable(ACCESS_TOKEN)? {
            Some(token) => named(ACCESS_TOKEN, Credentials::token(&token))?,
            None => {
                let account_id = named(ACCOUNT_ID, needed(ACCOUNT_ID)?.parse())?;
                let (client_id, client_secret) = (needed(CLIENT_ID)?, needed(CLIENT_SECRET)?);
                named(CLIENT_ID, check_client_id(&client_id))?;
                named(CLIENT_SECRET, check_client_secret(&client_secret))?;
                let (client_id, client_secret) = (&*client_id, &*client_secret);
                Credentials::client(ApiClient { account_id, client_id, client_secret })?
            }
        };
        let builder = Self::new(credentials);
        Ok(match variable(BASE_URL)? {
            Some(base_url) => {
                named(BASE_URL, check_base_url(&base_url))?;
                builder.base_url(base_url.as_str())
            }
            None => builder,
        })
    }
}

/// An error of a value from the environment, by the name of its variable.
fn named<T>(
    variable: &'static str,
    value: Result<T, InvalidArgument>,
) -> Result<T, InvalidArgument> {
    value.map_err(|error| InvalidArgument::new(variable, error.reason().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a builder from these variables shows, or which variable it blames.
    fn build(variables: &[(&str, &str)]) -> Result<String, String> {
        let get = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            match found {
                Some((_, "NOT UNICODE")) => Err(VarError::NotUnicode("".into())),
                Some((_, value)) => Ok((*value).to_owned()),
                None => Err(VarError::NotPresent),
            }
        };
        let built = ClientBuilder::from_variables(get);
        built.map(|builder| format!("{builder:?}")).map_err(|error| error.to_string())
    }

    /// All variables that are read with a client's secrets, or with a token, with one of them changed.
    fn with(variable: &str, value: Option<&str>) -> Vec<(&'static str, String)> {
        let all = [
            (ACCOUNT_ID, "T12345678"),
            (CLIENT_ID, "an-id"),
            (CLIENT_SECRET, "a-secret"),
            (ACCESS_TOKEN, "a-token"),
            (BASE_URL, "https://localhost/v1"),
        ];
        let is_of_client = [ACCOUNT_ID, CLIENT_ID, CLIENT_SECRET].contains(&variable);
        let is_read = |name: &str| (name == ACCESS_TOKEN) != is_of_client || name == BASE_URL;
        let changed = |(name, usual): (&'static str, &str)| {
            let text = if name == variable { value? } else { usual };
            Some((name, text.to_owned()))
        };
        all.into_iter().filter(|(name, _)| is_read(name)).filter_map(changed).collect()
    }

    #[test]
    fn the_environment_says_who_calls_and_where() {
        let account = [(ACCOUNT_ID, "T12345678"), (CLIENT_ID, "id"), (CLIENT_SECRET, "secret")];
        let built = build(&account).unwrap();
        assert!(built.contains("T12345678") && built.contains("https://checkout.dintero.com"));
        let built = build(&[(ACCESS_TOKEN, "t"), (BASE_URL, "https://localhost/v1")]).unwrap();
        assert!(built.contains("Token") && built.contains("https://localhost"), "{built}");
        assert_eq!(build(&[]), Err("`DINTERO_ACCOUNT_ID` is not set".to_owned()));
    }

    #[test]
    fn each_variable_is_blamed_for_itself() {
        let account_form = "is not `T` or `P` followed by three or eight digits";
        let control = "contains a control character";
        for (variable, value, reason) in [
            (ACCOUNT_ID, None, "is not set"),
            (ACCOUNT_ID, Some("12345678"), account_form),
            (ACCOUNT_ID, Some("T12345678 "), account_form),
            (CLIENT_ID, None, "is not set"),
            (CLIENT_ID, Some("an-id\n"), control),
            (CLIENT_ID, Some("an:id"), "contains a colon"),
            (CLIENT_SECRET, None, "is not set"),
            (CLIENT_SECRET, Some("a-secret\r\n"), control),
            (ACCESS_TOKEN, Some("Bearer a-token"), "starts with `Bearer `"),
            (ACCESS_TOKEN, Some(" a-token"), "has a space at its start or end"),
            (ACCESS_TOKEN, Some("a\ntoken"), control),
            (ACCESS_TOKEN, Some("tøken"), control),
            (BASE_URL, Some("nonsense"), "is not a URL"),
            (BASE_URL, Some("ftp://localhost"), "is neither https nor http"),
            (BASE_URL, Some("http://example.com"), "is plain http to another machine"),
            (BASE_URL, Some("https://localhost/?a"), "has a query or a fragment"),
            (BASE_URL, Some("https://me@localhost/"), "contains a user name or a password"),
        ] {
            check(variable, value, reason);
        }
        for variable in [ACCOUNT_ID, CLIENT_ID, CLIENT_SECRET, ACCESS_TOKEN, BASE_URL] {
            check(variable, Some(""), "is empty");
            check(variable, Some(" \t"), "is empty");
            check(variable, Some("NOT UNICODE"), "is not Unicode");
        }
    }

    fn check(variable: &str, value: Option<&str>, reason: &str) {
        let variables = with(variable, value);
        let variables: Vec<_> =
            variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let said = build(&variables).unwrap_err();
        let blamed = format!("`{variable}` {reason}");
        assert!(said.starts_with(&blamed), "{variable}={value:?}: {said}");
        assert!(!said.contains("secret") && !said.contains("token"), "{said}");
    }
}
