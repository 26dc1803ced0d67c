//! Servers with the behaviours that a merchant's code must handle.

use std::collections::BTreeSet;
use std::io;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::StatusCode;
use openapi_client_runtime::test_kit::Request;

use super::answer::Answer;
use super::server::Server;

/// The behaviour of a server. In every scenario the server issues tokens, and answers a read of a session with the
/// documented session, cancelled or open.
///
/// ```
/// use dintero_checkout_client::test_kit::Scenario;
/// use dintero_checkout_client::{Client, Credentials, Outcome};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let server = Scenario::applied_then_close().start()?;
/// let client = Client::builder(Credentials::token("any")?).base_url(server.base_url()).build()?;
///
/// let error = client.cancel(&"a-session".parse()?).await.unwrap_err();
/// assert_eq!(error.outcome(), Outcome::Unknown);
///
/// let confirmation = client.cancel_and_confirm(&"another".parse()?).await?;
/// assert!(confirmation.is_cancelled());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Scenario {
    applies: bool,
    refuses_repeats: bool,
    cancel: Option<Answer>,
    read: Option<Answer>,
    token_failures: u32,
    rejected_tokens: u32,
    too_many: Option<(u32, String)>,
    idle: Option<Duration>,
}

impl Scenario {
    /// Cancels, and answers as the documentation prints it.
    pub fn cancels() -> Self {
        Self {
            applies: true,
            refuses_repeats: false,
            cancel: None,
            read: None,
            token_failures: 0,
            rejected_tokens: 0,
            too_many: None,
            idle: None,
        }
    }

    /// Cancels, but closes the connection before it answers.
    pub fn applied_then_close() -> Self {
        Self { cancel: Some(Answer::close()), ..Self::cancels() }
    }

    /// Cancels, but resets the connection before it answers.
    pub fn applied_then_reset() -> Self {
        Self { cancel: Some(Answer::reset()), ..Self::cancels() }
    }

    /// Cancels, but never answers: give the client short time-outs, which are real ones.
    pub fn applied_then_hangs() -> Self {
        Self { cancel: Some(Answer::silence(Duration::from_secs(600))), ..Self::cancels() }
    }

    /// Reads the request, does not cancel, and closes the connection.
    pub fn closes_without_applying() -> Self {
        Self { applies: false, ..Self::applied_then_close() }
    }

    /// Reads the request, and neither cancels nor answers.
    pub fn hangs() -> Self {
        Self { applies: false, ..Self::applied_then_hangs() }
    }

    /// Cancels, and answers with another answer.
    pub fn applied_then_answers(answer: Answer) -> Self {
        Self { cancel: Some(answer), ..Self::cancels() }
    }

    /// Refuses to cancel, with this status and the API's error code.
    pub fn refuses(status: StatusCode, code: &str) -> Self {
        let answer = Answer::error(status, code, "refused by the test kit");
        Self { applies: false, cancel: Some(answer), ..Self::cancels() }
    }

    /// Cancels, and refuses to cancel a session that is cancelled already, perhaps by an earlier process.
    pub fn refuses_repeats() -> Self {
        Self { refuses_repeats: true, ..Self::cancels() }
    }

    /// Answers the first so many requests for a token with a 503.
    pub fn flaky_token(failures: u32) -> Self {
        Self { token_failures: failures, ..Self::cancels() }
    }

    /// Answers 401 to the first so many tokens that it gave out itself.
    pub fn rejects_tokens(tokens: u32) -> Self {
        Self { rejected_tokens: tokens, ..Self::cancels() }
    }

    /// Answers the first so many cancels with 429 and this `Retry-After`.
    pub fn too_many_requests(times: u32, retry_after: &str) -> Self {
        Self { too_many: Some((times, retry_after.to_owned())), ..Self::cancels() }
    }

    /// This server, with this answer to every cancel.
    pub fn cancel_answer(self, answer: Answer) -> Self {
        Self { cancel: Some(answer), ..self }
    }

    /// This server, with this answer to every read of a session.
    pub fn read_answer(self, answer: Answer) -> Self {
        Self { read: Some(answer), ..self }
    }

    /// This server, with connections that are closed after so long without a request.
    pub fn closing_idle(self, after: Duration) -> Self {
        Self { idle: Some(after), ..self }
    }

    /// Starts the server.
    ///
    /// # Errors
    ///
    /// - The machine has no free port, or no loopback interface.
    pub fn start(self) -> io::Result<Server> {
        let (idle, state) = (self.idle, State::default());
        let answer = move |request: &Request| self.answer(request, &state);
        match idle {
            Some(after) => Server::closing_idle(after, answer),
            None => Server::start(answer),
        }
    }

    fn answer(&self, request: &Request, state: &State) -> Answer {
        let steps: Vec<&str> = request.path().split(['/', '?']).skip(2).collect();
        match (request.method(), steps.as_slice()) {
            ("POST", ["accounts", _, "auth", "token"]) => self.answer_token(state),
            ("POST", ["sessions", id, "cancel"]) => self.answer_cancel(request, id, state),
            ("GET", ["sessions", id, ..]) => self.answer_read(id, state),
            _ => Answer::error(StatusCode::NOT_FOUND, "NOT_FOUND", "no such path"),
        }
    }

    fn answer_token(&self, state: &State) -> Answer {
        let number = state.tokens.fetch_add(1, Ordering::Relaxed);
        if number < self.token_failures {
            let status = StatusCode::SERVICE_UNAVAILABLE;
            return Answer::error(status, "UNAVAILABLE", "come back later");
        }
        Answer::token(&format!("token-{number}"), 3600)
    }

    fn answer_cancel(&self, request: &Request, id: &str, state: &State) -> Answer {
        let bearer = request.header("authorization").unwrap_or_default();
        let number = bearer.strip_prefix("Bearer token-").and_then(|n| n.parse::<u32>().ok());
        if number.is_some_and(|number| number < self.rejected_tokens) {
            let status = StatusCode::UNAUTHORIZED;
            return Answer::error(status, "ACCESS_TOKEN_EXPIRED", "expired");
        }
        match &self.too_many {
            Some((times, wait)) if state.too_many.fetch_add(1, Ordering::Relaxed) < *times => {
                let status = StatusCode::TOO_MANY_REQUESTS;
                let answer = Answer::error(status, "TOO_MANY_REQUESTS", "slow down");
                return answer.header("retry-after", wait);
            }
            _ => {}
        }
        if self.refuses_repeats && state.cancelled().contains(id) {
            return Answer::error(StatusCode::CONFLICT, "ALREADY_CANCELLED", "cancelled before");
        }
        if self.applies {
            state.cancelled().insert(id.to_owned());
        }
        self.cancel.clone().unwrap_or_else(|| Answer::cancelled(id))
    }

    fn answer_read(&self, id: &str, state: &State) -> Answer {
        match &self.read {
            Some(answer) => answer.clone(),
            None if state.cancelled().contains(id) => Answer::cancelled(id),
            None => Answer::open(id),
        }
    }
}

/// What has happened so far.
#[derive(Debug, Default)]
struct State {
    tokens: AtomicU32,
    too_many: AtomicU32,
    cancelled: Mutex<BTreeSet<String>>,
}

impl State {
    fn cancelled(&self) -> std::sync::MutexGuard<'_, BTreeSet<String>> {
        self.cancelled.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
