//! The id of a checkout session.

use std::fmt;
use std::str::FromStr;

use openapi_client_runtime::segment;

use crate::invalid::InvalidArgument;

/// The id of a checkout session, as Dintero gave it out when the session was made.
///
/// It becomes one segment of a URL's path, so an id that could not is refused here, before any
/// request: an empty one, `.` and `..`, one with control characters or of more than 512 bytes.
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
    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SessionId {
    type Err = InvalidArgument;

    fn from_str(text: &str) -> Result<Self, InvalidArgument> {
        segment("session_id", text)?;
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for SessionId {
    type Error = InvalidArgument;

    fn try_from(text: String) -> Result<Self, InvalidArgument> {
        segment("session_id", &text)?;
        Ok(Self(text))
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
