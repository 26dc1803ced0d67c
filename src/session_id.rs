//! The id of a checkout session.

use std::fmt;
use std::str::FromStr;

use crate::as_text::as_text;
use crate::invalid::InvalidArgument;

const LONGEST: usize = 512;

/// The id of a checkout session, as Dintero gave it out when the session was made.
///
/// It consists of at most 512 of the characters that RFC 3986 calls unreserved (ASCII letters and digits, `-`,
/// `.`, `_` and `~`), and is neither `.` nor `..`, so that it is one segment of a URL's path as it is. Any other
/// text is refused here, before any request.
///
/// ```
/// use dintero_checkout_client::SessionId;
///
/// let id: SessionId = "P12345678.4XnDdt4jN2mF".parse()?;
/// assert_eq!(id.as_str(), "P12345678.4XnDdt4jN2mF");
/// assert!("..".parse::<SessionId>().is_err());
/// # Ok::<(), dintero_checkout_client::InvalidArgument>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId(String);

impl SessionId {
    /// The id as it goes into the URL, unencoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Checks a text that is to be an id.
fn check(text: &str) -> Result<(), InvalidArgument> {
    let is_unreserved =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    let reason = match text {
        "" => "is empty",
        "." | ".." => "is a step in a path",
        _ if text.len() > LONGEST => "is longer than 512 characters",
        _ if text.bytes().all(is_unreserved) => return Ok(()),
        _ => "contains a character other than ASCII letters, digits, `-`, `.`, `_` and `~`",
    };
    Err(InvalidArgument::new("session_id", reason))
}

impl FromStr for SessionId {
    type Err = InvalidArgument;

    fn from_str(text: &str) -> Result<Self, InvalidArgument> {
        check(text).map(|()| Self(text.to_owned()))
    }
}

impl TryFrom<String> for SessionId {
    type Error = InvalidArgument;

    fn try_from(text: String) -> Result<Self, InvalidArgument> {
        check(&text).map(|()| Self(text))
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

as_text!(SessionId);
