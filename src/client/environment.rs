//! A client from environment variables.

use std::env::VarError;

use zeroize::Zeroizing;

use crate::auth::credentials::Credentials;
use crate::client::build_error::BuildError;
use crate::client::builder::ClientBuilder;
use crate::client::operations::Client;
use crate::client::transport::check_base_url;
use crate::invalid::InvalidArgument;

impl Client {
    /// A client from the environment; see [`ClientBuilder::from_env`].
    ///
    /// # Errors
    ///
    /// A variable is missing or wrong: [`BuildError`].
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
    use crate::client::builder::BASE_URL;

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
