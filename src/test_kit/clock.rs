//! A clock that a test moves.

use std::future::ready;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use crate::clock::Clock;
use openapi_client_runtime::BoxFuture;

/// A clock that only a test and the client's waits move. A wait takes no real time, and the clock records it. Waits
/// are not random: each is the longest possible.
///
/// ```
/// use std::sync::Arc;
/// use std::time::Duration;
///
/// use dintero_checkout_client::test_kit::{ManualClock, Scenario};
/// use dintero_checkout_client::{Client, Credentials};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let clock = Arc::new(ManualClock::at(chrono::DateTime::UNIX_EPOCH));
/// let server = Scenario::too_many_requests(1, "7").start()?;
/// let client = Client::builder(Credentials::token("t")?)
///     .base_url(server.base_url())
///     .clock(clock.clone())
///     .build()?;
/// client.cancel(&"T1.2".parse()?).await?;
/// // What the server asked for, and the random part, which is 200 milliseconds at most.
/// assert_eq!(clock.waits(), [Duration::from_millis(7_200)]);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct ManualClock {
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    now: Instant,
    time_of_day: DateTime<Utc>,
    waits: Vec<Duration>,
}

impl ManualClock {
    /// A clock that shows a time of day.
    #[allow(clippy::disallowed_methods, reason = "an `Instant` can only be had from the system")]
    pub fn at(time_of_day: DateTime<Utc>) -> Self {
        let state = State { now: Instant::now(), time_of_day, waits: Vec::new() };
        Self { state: Mutex::new(state) }
    }

    /// Moves the clock forward.
    pub fn advance(&self, duration: Duration) {
        let mut state = self.state();
        state.now += duration;
        state.time_of_day += duration;
    }

    /// Sets the time of day, also back, as a correction of the system's clock does. Deadlines do not notice.
    pub fn set_time_of_day(&self, time_of_day: DateTime<Utc>) {
        self.state().time_of_day = time_of_day;
    }

    /// The waits so far.
    pub fn waits(&self) -> Vec<Duration> {
        self.state().waits.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Instant {
        self.state().now
    }

    fn time_of_day(&self) -> DateTime<Utc> {
        self.state().time_of_day
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.advance(duration);
        self.state().waits.push(duration);
        Box::pin(ready(()))
    }

    fn jitter(&self, most: Duration) -> Duration {
        most
    }
}
