//! The proxies that the environment names.

use std::env::VarError;

use http::Uri;
use http::uri::Authority;

use crate::invalid::InvalidArgument;

/// The variables that reqwest reads; the first of a pair that is set counts.
const VARIABLES: [[&str; 2]; 3] =
    [["HTTPS_PROXY", "https_proxy"], ["HTTP_PROXY", "http_proxy"], ["ALL_PROXY", "all_proxy"]];

/// Checks the variables that name a proxy. reqwest ignores one that it cannot parse, and would connect past
/// the proxy.
pub(crate) fn check_variables(
    get: impl Fn(&str) -> Result<String, VarError>,
) -> Result<(), InvalidArgument> {
    // In a CGI script a request header could set `HTTP_PROXY`, so that reqwest reads none of them.
    if get("REQUEST_METHOD").is_ok() {
        return Ok(());
    }
    for pair in VARIABLES {
        for variable in pair {
            match get(variable) {
                Err(VarError::NotPresent) => continue,
                Err(VarError::NotUnicode(_)) => {
                    return Err(InvalidArgument::new(variable, "is not Unicode"));
                }
                Ok(value) if value.is_empty() || is_proxy(&value) => {}
                Ok(_) => {
                    let reason = "is not the address of a proxy, such as `http://localhost:3128`";
                    return Err(InvalidArgument::new(variable, reason));
                }
            }
            break;
        }
    }
    Ok(())
}

/// True if reqwest accepts a text as the address of a proxy: an authority, perhaps with a known scheme and with
/// a user.
fn is_proxy(value: &str) -> bool {
    const SCHEMES: [&str; 6] = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"];
    let Ok(uri) = value.parse::<Uri>() else { return false };
    let is_known = uri.scheme_str().is_none_or(|scheme| SCHEMES.contains(&scheme));
    let host = uri.authority().map(Authority::as_str);
    let host = host.map(|text| text.split_once('@').map_or(text, |(_user, host)| host));
    let Some(Ok(authority)) = host.map(str::parse::<Authority>) else { return false };
    // What an authority may contain, but no connection can: a port that is not a number, and an `@` in a
    // password, which has to be written as `%40`.
    let is_plain = authority.as_str() == authority.host() || authority.port_u16().is_some();
    is_known && is_plain && !authority.as_str().contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(variables: &[(&str, &str)]) -> Result<(), String> {
        let get = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned()).ok_or(VarError::NotPresent)
        };
        check_variables(get).map_err(|error| error.to_string())
    }

    #[test]
    fn each_variable_is_blamed_for_itself() {
        for variable in VARIABLES.into_iter().flatten() {
            for proxy in [
                "",
                "localhost:3128",
                "proxy",
                "http://localhost:3128",
                "http://localhost:3128/",
                "https://user:secret@proxy.example:443",
                "socks5h://[::1]:1080",
            ] {
                assert_eq!(check(&[(variable, proxy)]), Ok(()), "{variable}={proxy}");
            }
            for proxy in [
                " ",
                "http://",
                "http:/localhost",
                "://localhost",
                "/localhost",
                "ftp://localhost:21",
                "localhost:port",
                "http://local host:3128",
                "http://localhost:3128 ",
                "http://user:sec@ret@localhost:3128",
                "http://user:secret@",
                "http://[::1:3128",
                "prøxy:3128",
            ] {
                let error = check(&[(variable, proxy)]).err().unwrap_or_default();
                let blamed = format!("`{variable}` is not the address of a proxy");
                assert!(error.starts_with(&blamed), "{variable}={proxy}: {error}");
                assert!(!error.contains("sec"), "{error}");
            }
        }
    }

    #[test]
    fn what_reqwest_does_not_read_is_not_checked() {
        assert_eq!(check(&[("HTTPS_PROXY", "localhost:1"), ("https_proxy", " ")]), Ok(()));
        assert_eq!(check(&[("HTTPS_PROXY", " "), ("REQUEST_METHOD", "GET")]), Ok(()));
        assert_eq!(check(&[("NO_PROXY", " ")]), Ok(()));
    }
}
