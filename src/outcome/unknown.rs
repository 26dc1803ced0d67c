//! The record of a cancel that is not settled yet.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Utc};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;

use crate::clock::later;
use crate::invalid::InvalidArgument;
use crate::outcome::standing::Outcome;
use crate::session_id::SessionId;

/// How much later it is worth asking again if the session could not be read.
const PAUSE: Duration = Duration::from_secs(60);

/// The record of a cancel that is not settled yet. Store it, and give it to
/// [`Client::settle`](crate::Client::settle), in this process or another.
///
/// `Display` writes it as one line of JSON, which `FromStr` reads; serde writes the same members. A text
/// of an older version is read, and what it lacks is taken from the rest. A text with a member that this
/// version does not know is an error, since the member may change what the record means.
///
/// ```
/// use chrono::DateTime;
/// use dintero_checkout_client::Unknown;
///
/// let began_at = DateTime::from_timestamp(1_700_000_000, 0).ok_or("no such time")?;
/// let intention = Unknown::of("T12345678.4XnDdt4jN2mF".parse()?, began_at);
/// let stored = intention.to_string();
/// assert!(stored.starts_with(r#"{"session_id":"T12345678.4XnDdt4jN2mF","attempts":1,"#));
/// assert_eq!(stored.parse::<Unknown>()?, intention);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "Stored", try_from = "Stored")]
pub struct Unknown {
    pub(crate) session_id: SessionId,
    pub(crate) attempts: u32,
    pub(crate) last_status: Option<StatusCode>,
    pub(crate) first_sent_at: DateTime<Utc>,
    pub(crate) last_sent_at: DateTime<Utc>,
    pub(crate) was_accepted: bool,
    pub(crate) ask_again_at: DateTime<Utc>,
}

impl Unknown {
    /// The record of a cancel that a process is about to send. Store it before the call, in case the process ends
    /// before the outcome is known.
    ///
    /// `began_at` is the time just before the call. The [horizon](crate::ClientBuilder::horizon) counts
    /// from it, and is longer than the call's deadline.
    pub fn of(session_id: SessionId, began_at: DateTime<Utc>) -> Self {
        Self {
            session_id,
            attempts: 1,
            last_status: None,
            first_sent_at: began_at,
            last_sent_at: began_at,
            was_accepted: false,
            ask_again_at: began_at,
        }
    }

    /// The session that was to be cancelled.
    pub fn session_id(&self) -> &SessionId {
        &self.session_id
    }

    /// The number of requests that were tried, including those that certainly did not take effect.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The status of the last answer, if one came.
    pub fn last_status(&self) -> Option<StatusCode> {
        self.last_status
    }

    /// The time of the first request that may have taken effect; for a refusal whose session could not be
    /// read, the time at which the call began.
    pub fn first_sent_at(&self) -> DateTime<Utc> {
        self.first_sent_at
    }

    /// The time of the last request that may have taken effect: the [horizon](crate::ClientBuilder::horizon)
    /// counts from it. It never goes back, even if the clock does.
    pub fn last_sent_at(&self) -> DateTime<Utc> {
        self.last_sent_at
    }

    /// True if the server accepted one of the requests with a 2xx.
    pub fn was_accepted(&self) -> bool {
        self.was_accepted
    }

    /// When to [`settle`](crate::Client::settle) this, or to settle it again: at once if the session has
    /// not been read yet, at the horizon if it was read as open or as not there, and a minute after a read
    /// that failed if that is later. An earlier read does no harm, and may find that the session is
    /// cancelled.
    pub fn ask_again_at(&self) -> DateTime<Utc> {
        self.ask_again_at
    }

    /// What a session that is read as open, or as not there, says of this cancel.
    pub(crate) fn outcome_if_open(&self, as_of: DateTime<Utc>, horizon: Duration) -> Outcome {
        if as_of < self.horizon_ends_at(horizon) {
            Outcome::Unknown
        } else if self.was_accepted {
            Outcome::NeedsAPerson
        } else {
            Outcome::NotCancelled
        }
    }

    /// True if a request may still be repeated. `perhaps` is the latest time of day that it may be if the clock has
    /// gone back. The horizon of the first request bounds the repeats; if each moved the end, they would never stop.
    /// A clock that is behind the record has gone back, and cannot date another request.
    pub(crate) fn may_be_repeated(
        &self,
        now: DateTime<Utc>,
        perhaps: DateTime<Utc>,
        horizon: Duration,
    ) -> bool {
        self.last_sent_at <= now && perhaps < later(self.first_sent_at, horizon)
    }

    /// This record after a read as of some time that found the session open or not there.
    pub(crate) fn read_as_open(self, horizon: Duration) -> Self {
        Self { ask_again_at: self.horizon_ends_at(horizon), ..self }
    }

    /// This record after a read as of some time that found nothing out.
    pub(crate) fn not_read(self, as_of: DateTime<Utc>, horizon: Duration) -> Self {
        Self { ask_again_at: self.horizon_ends_at(horizon).max(later(as_of, PAUSE)), ..self }
    }

    fn horizon_ends_at(&self, horizon: Duration) -> DateTime<Utc> {
        later(self.last_sent_at, horizon)
    }
}

/// The record as it is stored.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    session_id: SessionId,
    #[serde(default = "one")]
    attempts: u32,
    #[serde(default)]
    last_status: Option<u16>,
    first_sent_at: DateTime<Utc>,
    #[serde(default)]
    last_sent_at: Option<DateTime<Utc>>,
    #[serde(default)]
    was_accepted: bool,
    #[serde(default)]
    ask_again_at: Option<DateTime<Utc>>,
}

fn one() -> u32 {
    1
}

impl From<Unknown> for Stored {
    fn from(unknown: Unknown) -> Self {
        Self {
            session_id: unknown.session_id,
            attempts: unknown.attempts,
            last_status: unknown.last_status.map(|status| status.as_u16()),
            first_sent_at: unknown.first_sent_at,
            last_sent_at: Some(unknown.last_sent_at),
            was_accepted: unknown.was_accepted,
            ask_again_at: Some(unknown.ask_again_at),
        }
    }
}

impl TryFrom<Stored> for Unknown {
    type Error = InvalidArgument;

    fn try_from(stored: Stored) -> Result<Self, InvalidArgument> {
        let last_sent_at = stored.last_sent_at.unwrap_or(stored.first_sent_at);
        if last_sent_at < stored.first_sent_at {
            return Err(InvalidArgument::new("last_sent_at", "is before `first_sent_at`"));
        }
        let status = stored.last_status.map(StatusCode::from_u16).transpose();
        let last_status =
            status.map_err(|_| InvalidArgument::new("last_status", "is not a status of HTTP"))?;
        Ok(Self {
            session_id: stored.session_id,
            attempts: stored.attempts,
            last_status,
            first_sent_at: stored.first_sent_at,
            last_sent_at,
            was_accepted: stored.was_accepted,
            ask_again_at: stored.ask_again_at.unwrap_or(last_sent_at),
        })
    }
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl FromStr for Unknown {
    type Err = InvalidArgument;

    fn from_str(text: &str) -> Result<Self, InvalidArgument> {
        let parsed = serde_json::from_str(text);
        parsed.map_err(|error| InvalidArgument::new("unknown", reason(&error)))
    }
}

/// Why a text is not a record, without any value of it.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match error.classify() {
        Category::Data if !message.starts_with("invalid ") => message,
        Category::Data => format!("has a member of another form at column {}", error.column()),
        Category::Io | Category::Syntax | Category::Eof => "is not JSON".to_owned(),
    }
}
