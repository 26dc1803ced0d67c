//! Time, and chance, as the client sees them. Both are injected, so that tests of waiting are exact
//! and take no time.

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, TimeDelta, Utc};

use openapi_client_runtime::BoxFuture;

/// The time, waits and random numbers of a client.
///
/// The client's own is the system's; a test puts another in its place with
/// [`ClientBuilder::clock`](crate::ClientBuilder::clock).
pub trait Clock: Send + Sync + 'static {
    /// A time that only moves forward, for deadlines.
    fn now(&self) -> Instant;

    /// The time of day, for records and the horizon. It may go back.
    fn time_of_day(&self) -> DateTime<Utc>;

    /// Waits for a duration.
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

/// The latest time of day that a clock has shown, carried on by the time that has passed since. A clock that is set
/// back, and forward again later, would date a request too early, and shorten its horizon.
#[derive(Default)]
pub(crate) struct Latest(Mutex<Option<(Instant, DateTime<Utc>)>>);

impl Latest {
    /// The time of day, or a later one if the clock has gone back since this was asked first.
    pub(crate) fn time_of_day(&self, clock: &dyn Clock) -> DateTime<Utc> {
        let (now, shown) = (clock.now(), clock.time_of_day());
        let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let carried_on =
            latest.map(|(then, time)| later(time, now.saturating_duration_since(then)));
        let time = carried_on.map_or(shown, |time| time.max(shown));
        *latest = Some((now, time));
        time
    }
}

/// A time so much later, or the last that there is.
pub(crate) fn later(time: DateTime<Utc>, duration: Duration) -> DateTime<Utc> {
    let later = TimeDelta::from_std(duration).ok().and_then(|it| time.checked_add_signed(it));
    later.unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// The time of a call: one for its tokens, its requests and its waits together.
#[derive(Clone, Copy)]
pub(crate) struct Deadline<'a> {
    clock: &'a dyn Clock,
    began: Instant,
    began_at: DateTime<Utc>,
    at: Instant,
}

impl<'a> Deadline<'a> {
    pub(crate) fn after(clock: &'a dyn Clock, duration: Duration) -> Self {
        let (began, began_at) = (clock.now(), clock.time_of_day());
        // A deadline beyond the clock's range is a year away, which is as good.
        let year = Duration::from_secs(365 * 24 * 3600);
        let at = began.checked_add(duration).unwrap_or(began + year);
        Self { clock, began, began_at, at }
    }

    /// The time that is left; zero after the deadline.
    pub(crate) fn remaining(&self) -> Duration {
        self.at.saturating_duration_since(self.clock.now())
    }

    /// The time of day by the clock as it was when the call began: one that is set forward during a call ends no
    /// horizon.
    pub(crate) fn time_of_day(&self) -> DateTime<Utc> {
        later(self.began_at, self.clock.now().saturating_duration_since(self.began))
    }
}
