//! The evidence in an answer: what it proves about a session.

use chrono::{DateTime, NaiveDateTime, Utc};
use openapi_client_runtime::Response;
use serde_json::Value;

use crate::generated::types::{CheckoutSession, SessionEventName};
use crate::session_id::SessionId;

/// 2010-01-01, in seconds. Earlier times are zero values of some language, or seconds taken for
/// milliseconds.
const EARLIEST: i64 = 1_262_304_000;

/// 2100-01-01, in seconds. The bound is absolute, since the clock of this machine may be wrong.
const LATEST: i64 = 4_102_444_800;

/// The evidence in an answer about a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// It names this session, and the instant of its cancel.
    Cancelled,
    /// It names this session, and contains nothing about a cancel.
    Open,
    /// It names this session, but what it says of a cancel is not an instant, or contradicts itself.
    Unclear,
    /// It is another session's, or cannot be read.
    NotTheSession,
}

impl Evidence {
    pub(crate) fn of(session_id: &SessionId, response: &Response<CheckoutSession>) -> Self {
        let Some(session) = response.value() else { return Self::NotTheSession };
        if session.id.as_deref() != Some(session_id.as_str()) {
            return Self::NotTheSession;
        }
        let mut claims = Claims::default();
        for (name, value) in response.members(|name| name == "id" || speaks_of_a_cancel(name)) {
            claims.note(session_id, &name, serde_json::from_str(&value).ok());
        }
        let mut events = session.events.iter().flatten();
        claims.is_cancelled |= events.any(|event| event.name == Some(SessionEventName::Cancelled));
        claims.evidence()
    }
}

/// The claims about a cancel in the members of a session. A name may occur more than once.
#[derive(Default)]
struct Claims {
    has_instant: bool,
    has_no_instant: bool,
    is_unclear: bool,
    /// Something beside `cancelled_at` says that the session is cancelled.
    is_cancelled: bool,
    /// Something beside `cancelled_at` says that the session is not cancelled.
    is_denied: bool,
}

impl Claims {
    /// Notes a member; its value is `None` if it cannot be decoded.
    fn note(&mut self, session_id: &SessionId, name: &str, value: Option<Value>) {
        match (name, value) {
            ("id", Some(value)) if value == session_id.as_str() => {}
            ("id", _) => self.is_unclear = true,
            ("cancelled_at", Some(Value::Null)) => self.has_no_instant = true,
            ("cancelled_at", Some(value)) if is_plausible_instant(&value) => {
                self.has_instant = true;
            }
            ("cancelled_at", _) => self.is_unclear = true,
            (_, Some(Value::Null)) => {}
            (_, Some(Value::Bool(false))) => self.is_denied = true,
            _ => self.is_cancelled = true,
        }
    }

    fn evidence(&self) -> Evidence {
        let is_contradiction = match self.has_instant {
            true => self.has_no_instant || self.is_denied,
            false => self.is_cancelled,
        };
        if self.is_unclear || is_contradiction {
            Evidence::Unclear
        } else if self.has_instant {
            Evidence::Cancelled
        } else {
            Evidence::Open
        }
    }
}

/// True for other spellings of `cancelled_at`, and for its companions, such as `cancelled_by`. Only letters count.
fn speaks_of_a_cancel(name: &str) -> bool {
    let begins_at = |(at, letter): (usize, u8)| {
        let letters = || name.bytes().skip(at).filter(u8::is_ascii_alphabetic);
        let begins_with = |word: &str| {
            letters().take(word.len()).map(|it| it.to_ascii_lowercase()).eq(word.bytes())
        };
        letter.eq_ignore_ascii_case(&b'c') && (begins_with("cancelled") || begins_with("canceled"))
    };
    name.bytes().enumerate().any(begins_at)
}

/// True for a time as RFC 3339 writes it, also without an offset, and for seconds or milliseconds since
/// 1970: between 2010 and 2100.
fn is_plausible_instant(value: &Value) -> bool {
    let (seconds, milliseconds) = (EARLIEST..LATEST, EARLIEST * 1000..LATEST * 1000);
    let is_epoch = |number: i64| seconds.contains(&number) || milliseconds.contains(&number);
    match value {
        #[allow(clippy::cast_possible_truncation, reason = "saturates, out of both ranges")]
        Value::Number(number) => number.as_f64().is_some_and(|number| is_epoch(number as i64)),
        Value::String(text) => match instant(text) {
            Some(instant) => seconds.contains(&instant.timestamp()),
            None => text.parse().is_ok_and(is_epoch),
        },
        _ => false,
    }
}

fn instant(text: &str) -> Option<DateTime<Utc>> {
    // The parser is the reader's, so that an instant that was read is one here.
    let without_offset = || {
        let forms = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f"];
        forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
    };
    text.parse().ok().or_else(|| without_offset().map(|instant| instant.and_utc()))
}
