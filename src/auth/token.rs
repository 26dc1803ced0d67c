//! Access tokens: fetched once for all callers, kept while they last, and renewed ahead of their end.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use crate::clock::Clock;
use crate::future::BoxFuture;
use crate::outcome::error::Error;

/// A token is renewed this long before it ends, or at half its life if that is shorter.
const RENEW_AHEAD: Duration = Duration::from_secs(300);

/// A renewal ahead of time may take this long; the token at hand is good for longer.
const RENEWAL: Duration = Duration::from_secs(3);

/// After a renewal that failed, the next is tried this much later.
const POSTPONED: Duration = Duration::from_secs(30);

/// A token is not used in the last moments of its life, in which it could end on its way.
const LAST_MOMENTS: Duration = Duration::from_secs(10);

/// A token of which nobody says how long it lasts is taken to last this long.
const UNKNOWN_LIFE: Duration = Duration::from_secs(60);

/// No token is used for longer, whatever it says. The longest that was seen lasts a day.
const LONGEST_LIFE: Duration = Duration::from_secs(7 * 24 * 3600);

/// An access token. Its memory is overwritten when the last copy is dropped.
#[derive(Clone)]
pub(crate) struct Token {
    pub(crate) secret: Arc<Zeroizing<String>>,
    renew_at: Instant,
    ends_at: Instant,
}

impl Token {
    /// A token that was asked for at a time, and lasts for so many seconds from then, if that is known.
    pub(crate) fn new(secret: String, asked_at: Instant, seconds: Option<i64>) -> Self {
        let seconds = seconds.and_then(|seconds| u64::try_from(seconds).ok());
        let life = seconds.map_or(UNKNOWN_LIFE, Duration::from_secs).min(LONGEST_LIFE);
        Self {
            secret: Arc::new(Zeroizing::new(secret)),
            renew_at: asked_at + life.saturating_sub(RENEW_AHEAD).max(life / 2),
            ends_at: asked_at + life.saturating_sub(LAST_MOMENTS).max(life / 2),
        }
    }

    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.secret, &other.secret)
    }

    fn has_ended(&self, now: Instant) -> bool {
        now >= self.ends_at
    }

    fn is_due(&self, now: Instant) -> bool {
        now >= self.renew_at
    }
}

/// The token that all clones of a client share.
#[derive(Default)]
pub(crate) struct Tokens {
    current: Mutex<Option<Token>>,
    /// Held while a token is fetched; remembers how the last fetch failed, if it did.
    fetching: tokio::sync::Mutex<Option<Error>>,
    fetches: AtomicU64,
}

impl Tokens {
    /// A token other than `rejected`, from `fetch` only where there is none. A renewal of one that is
    /// still good may take as long as `patience`.
    pub(crate) async fn get<'f>(
        &self,
        clock: &dyn Clock,
        rejected: Option<&Token>,
        patience: Duration,
        fetch: impl Fn() -> BoxFuture<'f, Result<Token, Error>> + Send + Sync,
    ) -> Result<Token, Error> {
        if let Some(token) = self.usable(clock, rejected) {
            if token.is_due(clock.now()) {
                return Ok(self.renewed(clock, token, patience, fetch).await);
            }
            return Ok(token);
        }
        let seen = self.fetches.load(Ordering::Acquire);
        let mut failure = self.fetching.lock().await;
        if let Some(token) = self.usable(clock, rejected) {
            return Ok(token);
        }
        // Whoever waited for a fetch that failed shares its failure, instead of trying one by one.
        let shared = failure.clone().filter(|_| self.fetches.load(Ordering::Acquire) != seen);
        if let Some(error) = shared {
            return Err(error);
        }
        let fetched = fetch().await;
        self.fetches.fetch_add(1, Ordering::Release);
        // That one caller had no time left is no failure of another's.
        *failure = fetched.as_ref().err().filter(|error| !error.is_timeout()).cloned();
        fetched.inspect(|token| self.keep(token.clone()))
    }

    /// Whether there is a token that can be used.
    pub(crate) fn has_one(&self, clock: &dyn Clock) -> bool {
        self.usable(clock, None).is_some()
    }

    /// A new token in place of one that is still good, or that one: whoever comes while somebody
    /// renews it, and whoever fails to, goes on with it.
    async fn renewed<'f>(
        &self,
        clock: &dyn Clock,
        token: Token,
        patience: Duration,
        fetch: impl Fn() -> BoxFuture<'f, Result<Token, Error>> + Send + Sync,
    ) -> Token {
        let Ok(_guard) = self.fetching.try_lock() else { return token };
        let next = match tokio::time::timeout(RENEWAL.min(patience), fetch()).await {
            Ok(Ok(next)) => next,
            Ok(Err(_)) | Err(_) => Token { renew_at: clock.now() + POSTPONED, ..token },
        };
        self.keep(next.clone());
        next
    }

    fn usable(&self, clock: &dyn Clock, rejected: Option<&Token>) -> Option<Token> {
        let current = self.current.lock().unwrap_or_else(PoisonError::into_inner).clone();
        current.filter(|token| {
            !token.has_ended(clock.now()) && rejected.is_none_or(|rejected| !token.is(rejected))
        })
    }

    fn keep(&self, token: Token) {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = Some(token);
    }
}
