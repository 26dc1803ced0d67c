//! Access tokens: fetched once for all callers, kept while they last, and renewed ahead of their end.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::auth::bearer::Bearer;
use crate::clock::Clock;
use crate::outcome::error::Error;
use openapi_client_runtime::BoxFuture;

/// A token is renewed this long before it ends, or at half its life if that is shorter.
const RENEW_AHEAD: Duration = Duration::from_secs(300);

/// A renewal ahead of time may take this long, since the current token is good for longer.
const RENEWAL: Duration = Duration::from_secs(3);

/// After a renewal that failed, or a token that was refused, the next is tried this much later.
const POSTPONED: Duration = Duration::from_secs(30);

/// A token is not used in the last moments of its life, in which it could end on its way.
const LAST_MOMENTS: Duration = Duration::from_secs(10);

/// The life of a token whose answer does not say a sensible one.
const UNKNOWN_LIFE: Duration = Duration::from_secs(60);

/// No token is used for longer, whatever its answer says. The longest that was seen lasts a day.
const LONGEST_LIFE: Duration = Duration::from_secs(7 * 24 * 3600);

/// An access token and its life.
#[derive(Clone)]
pub(crate) struct Token {
    pub(crate) bearer: Bearer,
    renew_at: Instant,
    ends_at: Instant,
}

impl Token {
    /// A token that was asked for at this time, and lasts for so many seconds from then, if that is known. A
    /// life that is not positive says nothing.
    pub(crate) fn new(bearer: Bearer, asked_at: Instant, seconds: Option<i64>) -> Self {
        let seconds = seconds.and_then(|seconds| u64::try_from(seconds).ok()).filter(|it| *it > 0);
        let life = seconds.map_or(UNKNOWN_LIFE, Duration::from_secs).min(LONGEST_LIFE);
        Self {
            bearer,
            renew_at: asked_at + life.saturating_sub(RENEW_AHEAD).max(life / 2),
            ends_at: asked_at + life.saturating_sub(LAST_MOMENTS).max(life / 2),
        }
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
    /// Held while a token is fetched. Contains the error of the last fetch, if it failed.
    fetching: tokio::sync::Mutex<Option<Error>>,
    fetches: AtomicU64,
    replacement: Mutex<Replacement>,
}

/// The last time that a token was replaced because it was refused.
#[derive(Default)]
struct Replacement {
    began_at: Option<Instant>,
    /// The token, until its replacement is there.
    of: Option<Bearer>,
}

impl Tokens {
    /// A token other than `rejected`. It is fetched if there is none. The renewal of one that is still good may
    /// take as long as `patience`.
    pub(crate) async fn get<'f>(
        &self,
        clock: &dyn Clock,
        rejected: Option<&Token>,
        patience: Duration,
        fetch: impl Fn() -> BoxFuture<'f, Result<Token, Error>> + Send + Sync,
    ) -> Result<Token, Error> {
        let is_usable = |token: &Token| !token.has_ended(clock.now());
        if let Some(token) = self.other_than(rejected).filter(is_usable) {
            if token.is_due(clock.now()) {
                return Ok(self.renewed(clock, token, patience, fetch).await);
            }
            return Ok(token);
        }
        let seen = self.fetches.load(Ordering::Acquire);
        let mut failure = self.fetching.lock().await;
        // Callers that waited for a fetch share its result, even a token that has ended meanwhile, instead of
        // fetching one by one.
        let is_shared = self.fetches.load(Ordering::Acquire) != seen;
        if let Some(error) = failure.clone().filter(|_| is_shared) {
            return Err(error);
        }
        if let Some(token) = self.other_than(rejected).filter(|it| is_shared || is_usable(it)) {
            return Ok(token);
        }
        let fetched = fetch().await;
        self.fetches.fetch_add(1, Ordering::Release);
        // Do not share one caller's deadline error with the others.
        *failure = fetched.as_ref().err().filter(|error| !error.is_timeout()).cloned();
        fetched.inspect(|token| self.keep(token.clone()))
    }

    /// True if a token that was refused may be replaced at once. It has to be paid for, unless it was replaced
    /// already, or is being replaced, or the last time is long ago.
    pub(crate) fn may_replace(
        &self,
        refused: &Token,
        now: Instant,
        pay: impl FnOnce() -> bool,
    ) -> bool {
        if self.other_than(Some(refused)).is_some() {
            return true;
        }
        let mut replacement = lock(&self.replacement);
        let is_underway = replacement.of.as_ref().is_some_and(|it| it.is(&refused.bearer));
        let is_long_ago = replacement.began_at.is_some_and(|then| now >= then + POSTPONED);
        let may_begin = !is_underway && (is_long_ago || pay());
        if may_begin {
            *replacement = Replacement { began_at: Some(now), of: Some(refused.bearer.clone()) };
        }
        is_underway || may_begin
    }

    /// Notes that the replacement of a token has ended, well or not.
    pub(crate) fn replaced(&self, refused: &Token) {
        let mut replacement = lock(&self.replacement);
        replacement.of.take_if(|it| it.is(&refused.bearer));
    }

    /// A token from a source that keeps its tokens itself. One that it gives again is the same token.
    pub(crate) fn given(&self, bearer: Bearer, now: Instant) -> Token {
        let known = self.other_than(None).map(|token| token.bearer).filter(|it| *it == bearer);
        let token = Token::new(known.unwrap_or(bearer), now, None);
        self.keep(token.clone());
        token
    }

    /// True if there is a token that can be used.
    pub(crate) fn has_one(&self, clock: &dyn Clock) -> bool {
        self.other_than(None).is_some_and(|token| !token.has_ended(clock.now()))
    }

    /// A new token in place of one that is still good; that one if another caller is renewing it, or if the
    /// renewal fails.
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

    /// The token that was fetched last, unless it is `rejected`.
    fn other_than(&self, rejected: Option<&Token>) -> Option<Token> {
        let current = lock(&self.current).clone();
        current.filter(|token| rejected.is_none_or(|it| !token.bearer.is(&it.bearer)))
    }

    fn keep(&self, token: Token) {
        *lock(&self.current) = Some(token);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
