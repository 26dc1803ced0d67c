//! When a request is sent again, and how long to wait before. A request that changes something is resent
//! only if it certainly did not take effect.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use http::header::RETRY_AFTER;
use http::{HeaderMap, StatusCode};

use crate::clock::Clock;
use crate::outcome::kind::Kind;

/// What a success puts back into the budget.
const REFUND: f64 = 0.1;

/// How often, and after what waits, a client repeats a request.
///
/// - A request that certainly did nothing is repeated: there was no connection, or the answer was 425 or 429.
/// - A request that changes nothing is also repeated if the connection failed, or the answer was 408 or 5xx:
///   reading a session, by its method, and getting a token, as the one exception.
/// - Nothing else is repeated: not a cancel that may have taken effect, and no redirect.
///
/// Waits grow from the first to the longest by doubling, and each is drawn at random between nothing and that
/// (full jitter). If the answer has a `Retry-After`, in seconds or as a date, the wait is that plus such a
/// random part, so that clients that were told the same do not return together. A request is not repeated if
/// it asks for more than [`longest_retry_after`](Self::longest_retry_after), or if the deadline of the call
/// comes first.
///
/// The budget is shared by all calls of a client: each repeat takes one from it, and ten successes put one
/// back, so that a server that is down is not asked several times by every call. The replacement of an access
/// token that was refused takes one, too.
///
/// ```
/// use std::time::Duration;
///
/// use dintero_checkout_client::RetryPolicy;
///
/// let policy = RetryPolicy::default()
///     .most_retries(2)
///     .waits(Duration::from_millis(100), Duration::from_secs(1))
///     .longest_retry_after(Duration::from_secs(10))
///     .budget(20);
/// assert_ne!(policy, RetryPolicy::none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct RetryPolicy {
    most_retries: u32,
    first_wait: Duration,
    longest_wait: Duration,
    longest_retry_after: Duration,
    budget: u32,
}

impl Default for RetryPolicy {
    /// Three repeats, waits of up to 200 milliseconds growing to 5 seconds, a `Retry-After` of at most
    /// 20 seconds, and a budget of ten.
    fn default() -> Self {
        Self {
            most_retries: 3,
            first_wait: Duration::from_millis(200),
            longest_wait: Duration::from_secs(5),
            longest_retry_after: Duration::from_secs(20),
            budget: 10,
        }
    }
}

impl RetryPolicy {
    /// A policy without repeats.
    pub fn none() -> Self {
        Self { most_retries: 0, ..Self::default() }
    }

    /// Sets the most repeats in one call.
    pub fn most_retries(self, most_retries: u32) -> Self {
        Self { most_retries, ..self }
    }

    /// Sets the first and the longest wait; each wait is drawn at random up to that.
    pub fn waits(self, first: Duration, longest: Duration) -> Self {
        Self { first_wait: first, longest_wait: longest.max(first), ..self }
    }

    /// Sets the longest wait that a `Retry-After` may ask for.
    pub fn longest_retry_after(self, longest: Duration) -> Self {
        Self { longest_retry_after: longest, ..self }
    }

    /// Sets the number of repeats that all calls of the client share.
    pub fn budget(self, budget: u32) -> Self {
        Self { budget, ..self }
    }

    /// The wait before a repeat, `None` for no repeat. `retries` have been made before.
    pub(crate) fn wait(
        &self,
        retries: u32,
        asked: Option<Duration>,
        clock: &dyn Clock,
    ) -> Option<Duration> {
        if retries >= self.most_retries {
            return None;
        }
        let asked = asked.unwrap_or_default();
        let doubled = self.first_wait.saturating_mul(2_u32.saturating_pow(retries));
        (asked <= self.longest_retry_after)
            .then(|| asked.saturating_add(clock.jitter(doubled.min(self.longest_wait))))
    }
}

/// The repeats that all calls of a client may still make.
#[derive(Debug)]
pub(crate) struct Budget {
    left: Mutex<f64>,
    most: f64,
}

impl Budget {
    pub(crate) fn new(policy: &RetryPolicy) -> Self {
        let most = f64::from(policy.budget);
        Self { left: Mutex::new(most), most }
    }

    /// Takes one repeat. Returns `false` if none is left.
    pub(crate) fn take(&self) -> bool {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let enough = *left >= 1.0;
        if enough {
            *left -= 1.0;
        }
        enough
    }

    /// Notes a success.
    pub(crate) fn refund(&self) {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        *left = (*left + REFUND).min(self.most);
    }
}

/// True if a request that ended so certainly did nothing, and may do better later.
pub(crate) fn did_nothing(kind: &Kind) -> bool {
    match kind {
        Kind::Transport(error) => error.is_connect(),
        kind => kind.status().is_some_and(|status| {
            [StatusCode::TOO_EARLY, StatusCode::TOO_MANY_REQUESTS].contains(&status)
        }),
    }
}

/// True if what ended a request may pass, so that repeating one that does no harm may help.
pub(crate) fn may_pass(kind: &Kind) -> bool {
    match kind {
        Kind::Transport(error) => !error.is_builder(),
        Kind::Refused(response) => {
            let status = response.status();
            status == StatusCode::REQUEST_TIMEOUT || status.is_server_error()
        }
        _ => false,
    }
}

/// The wait that an answer asks for, in seconds or as a date. Anything else asks for none.
pub(crate) fn retry_after(headers: &HeaderMap, now: DateTime<Utc>) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // More seconds than there are numbers for are too many, too.
        return Some(value.parse().map_or(Duration::MAX, Duration::from_secs));
    }
    let date = DateTime::<Utc>::from(httpdate::parse_http_date(value).ok()?);
    // A date that has passed asks for no wait.
    Some((date - now).to_std().unwrap_or_default())
}
