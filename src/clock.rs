//! Time, and chance, as the client sees them. Both are injected, so that tests of waiting are exact
//! and take no time.

use std::fmt;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Utc};

use openapi_client_runtime::BoxFuture;

/// Where a client takes the time from, and how it waits.
///
/// The client's own is the system's; a test puts another in its place with
/// [`ClientBuilder::clock`](crate::ClientBuilder::clock).
pub trait Clock: Send + Sync + 'static {
    /// A time that only moves forward, for deadlines.
    fn now(&self) -> Instant;

    /// The time of day, for records and the horizon. It may go back.
    fn time_of_day(&self) -> DateTime<Utc>;

    /// Waits for so long.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;

    /// A random duration from nothing up to `most`, so that clients that fail together do not come
    /// back together.
    fn jitter(&self, most: Duration) -> Duration;
}

/// The system's clock.
pub(crate) struct SystemClock;

#[allow(clippy::disallowed_methods, reason = "the one place that asks the system")]
impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn time_of_day(&self) -> DateTime<Utc> {
        // A clock before 1970 is wrong; its time counts as 1970.
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
        DateTime::from_timestamp(seconds, since.subsec_nanos()).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }

    fn jitter(&self, most: Duration) -> Duration {
        most.mul_f64(fastrand::f64())
    }
}

impl fmt::Debug for dyn Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

/// The end of a call: one for its tokens, its requests and its waits together.
#[derive(Clone, Copy)]
pub(crate) struct Deadline<'a> {
    clock: &'a dyn Clock,
    at: Instant,
}

impl<'a> Deadline<'a> {
    pub(crate) fn after(clock: &'a dyn Clock, duration: Duration) -> Self {
        let now = clock.now();
        // A deadline beyond the clock's range is a year away, which is as good.
        let at = now.checked_add(duration).unwrap_or(now + Duration::from_secs(365 * 24 * 3600));
        Self { clock, at }
    }

    /// What is left; nothing, once it has passed.
    pub(crate) fn remaining(&self) -> Duration {
        self.at.saturating_duration_since(self.clock.now())
    }
}
