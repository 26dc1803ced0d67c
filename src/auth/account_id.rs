//! The id of a Dintero account.

use std::fmt;
use std::str::FromStr;

use crate::as_text::as_text;
use crate::invalid::InvalidArgument;

/// The id of a Dintero account: `T` (test) or `P` (production), then three or eight digits.
///
/// Test and production share one host; the account decides which of them a session belongs to.
///
/// ```
/// use dintero_checkout_client::AccountId;
///
/// let account: AccountId = "T12345678".parse()?;
/// assert!(account.is_test());
/// assert!("12345678".parse::<AccountId>().is_err());
/// # Ok::<(), dintero_checkout_client::InvalidArgument>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountId(String);

impl AccountId {
    /// The id, such as `T12345678`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True if no real money moves in this account.
    pub fn is_test(&self) -> bool {
        self.0.starts_with('T')
    }
}

impl FromStr for AccountId {
    type Err = InvalidArgument;

    fn from_str(text: &str) -> Result<Self, InvalidArgument> {
        // The contract's pattern: ^[PT]{1}(?=(?:.{3}|.{8})$)[0-9]*$
        let digits = text.strip_prefix(['P', 'T']).filter(|digits| {
            matches!(digits.len(), 3 | 8) && digits.bytes().all(|byte| byte.is_ascii_digit())
        });
        match digits {
            Some(_) => Ok(Self(text.to_owned())),
            None => Err(InvalidArgument::new(
                "account id",
                "is not `T` or `P` followed by three or eight digits",
            )),
        }
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

as_text!(AccountId);
