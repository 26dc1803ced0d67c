//! Why a call failed, and the outcome of its request.

use std::fmt;
use std::sync::Arc;

use chrono::SecondsFormat;
use http::StatusCode;

use crate::generated::types::ErrorBody;
use crate::outcome::kind::Kind;
use crate::outcome::standing::{Outcome, Standing};
use crate::outcome::unknown::Unknown;
use openapi_client_runtime::{Failure, Response};

/// The part of a call that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Phase {
    /// Getting an access token; the operation itself was not sent.
    Token,
    /// Cancelling the session.
    Cancel,
    /// Reading the session.
    Read,
    /// An operation of [`Client::operations`](crate::Client::operations).
    Operation,
}

/// What a call is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// A cancel, whose standing its errors say.
    Cancel,
    /// A read, whose errors say nothing about a cancel.
    Read,
    /// An operation of the generated client, by its name; None if it was not heard of.
    Operation { name: Option<&'static str>, is_safe: bool },
}

/// Why a call failed, and the outcome of the request.
///
/// `Display` is one line for a log: the phase, the status, and the API's error code if it has the form of
/// one. The server's own message may contain a customer's data; it is in [`response`](Self::response)
/// only. Cloning is cheap.
///
/// ```
/// use dintero_checkout_client::{Outcome, test_kit};
/// use http::StatusCode;
///
/// let id = "T1.2".parse()?;
/// let body = r#"{"error": {"code": "ACCESS_DENIED", "message": "not for kari@example.com"}}"#;
/// let error = test_kit::failed_cancel(&id, Some(StatusCode::FORBIDDEN), body);
/// assert_eq!(error.outcome(), Outcome::Refused);
/// assert_eq!(
///     error.to_string(),
///     "cancel session: the answer is 403 Forbidden (ACCESS_DENIED); not carried out"
/// );
///
/// let error = test_kit::failed_cancel(&id, Some(StatusCode::BAD_GATEWAY), "");
/// assert_eq!(error.unknown().map(|unknown| unknown.session_id()), Some(&id));
/// # Ok::<(), dintero_checkout_client::InvalidArgument>(())
/// ```
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    phase: Phase,
    outcome: Outcome,
    kind: Arc<Kind>,
    attempts: u32,
    /// The record, if this is about a cancel whose outcome is unknown.
    unknown: Option<Unknown>,
    /// What reading the session has found, if it was read after this.
    read: Option<Error>,
    about: About,
}

impl Error {
    pub(crate) fn new(phase: Phase, kind: Kind, attempts: u32, unknown: Option<Unknown>) -> Self {
        let outcome = match (phase, &unknown) {
            (_, Some(_)) => Outcome::Unknown,
            // Without a token the operation was never sent.
            (Phase::Token, None) => Outcome::NotSent,
            (_, None) => kind.outcome(),
        };
        let (kind, read, about) = (Arc::new(kind), None, About::Cancel);
        Self(Box::new(Inner { phase, outcome, kind, attempts, unknown, read, about }))
    }

    /// This error of a call that only reads, which says nothing about a cancel.
    pub(crate) fn of_a_read(mut self) -> Self {
        self.0.about = About::Read;
        self
    }

    /// This error of an operation of the generated client.
    pub(crate) fn of_an_operation(mut self, name: &'static str, is_safe: bool) -> Self {
        self.0.about = About::Operation { name: Some(name), is_safe };
        self
    }

    /// This error with what is known after the session was read.
    pub(crate) fn settled(mut self, outcome: Outcome, unknown: Unknown) -> Self {
        self.0.outcome = outcome;
        self.0.unknown = Some(unknown).filter(|_| outcome == Outcome::Unknown);
        self.0.about = About::Cancel;
        self
    }

    /// This error with what reading the session has found.
    pub(crate) fn after_reading(mut self, read: Self) -> Self {
        self.0.read = Some(read);
        self
    }

    pub(crate) fn type_name(&self) -> String {
        self.kind().type_name()
    }

    pub(crate) fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// The part of the call that failed.
    pub fn phase(&self) -> Phase {
        self.0.phase
    }

    /// What became of the request, or of the cancel that it repeats or settles. For an operation of
    /// [`Client::operations`](crate::Client::operations): whether it was carried out.
    ///
    /// The status decides, never the body. A 4xx that is registered with IANA is a refusal, but for 408.
    /// Every other status that is not a 2xx is unknown: a gateway may answer with it for a server that has
    /// carried out the request.
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// How the cancel stands: `NotCancelled`, `NeedsAPerson` or `Unknown`. The error of a call that only
    /// reads, or of an operation of [`Client::operations`](crate::Client::operations), says nothing about a
    /// cancel, and leaves it unknown.
    pub fn standing(&self) -> Standing {
        match self.0.outcome {
            _ if self.0.about != About::Cancel => Standing::Unknown,
            Outcome::NotSent | Outcome::Refused | Outcome::NotCancelled => Standing::NotCancelled,
            Outcome::NeedsAPerson => Standing::NeedsAPerson,
            Outcome::Unknown => Standing::Unknown,
        }
    }

    /// The record of a cancel whose outcome is [`Outcome::Unknown`]: what to store, and to
    /// [`settle`](crate::Client::settle).
    pub fn unknown(&self) -> Option<&Unknown> {
        self.0.unknown.as_ref()
    }

    /// The number of requests of the operation that were tried.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// What reading the session has found after the cancel failed: that it is open or not there, or why it
    /// could not be read.
    pub fn read_error(&self) -> Option<&Error> {
        self.0.read.as_ref()
    }

    /// The response, if one came: its status, its headers, its bytes, and the API's own error.
    pub fn response(&self) -> Option<&Response<ErrorBody>> {
        match self.kind() {
            Kind::Refused(response) => Some(response),
            _ => None,
        }
    }

    /// The HTTP status, if a response came.
    pub fn status(&self) -> Option<StatusCode> {
        self.kind().status()
    }

    /// The API's error code, if it sent one, such as `ACCESS_TOKEN_EXPIRED`.
    pub fn code(&self) -> Option<&str> {
        self.response()?.value()?.error.as_ref()?.code.as_deref()
    }

    /// True if the time was up: the call's, or an attempt's.
    pub fn is_timeout(&self) -> bool {
        self.kind().is_timeout()
    }

    /// True if the call changes nothing, so that it does not matter whether it was carried out.
    fn only_reads(&self) -> bool {
        matches!(self.0.about, About::Read | About::Operation { is_safe: true, .. })
    }

    /// The phase and the reason, without the outcome.
    fn write_reason(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.phase(), self.0.about) {
            (Phase::Token, _) => "no access token",
            (Phase::Cancel, _) => "cancel session",
            (Phase::Read, _) => "read session",
            (Phase::Operation, About::Operation { name: Some(name), .. }) => name,
            (Phase::Operation, _) => "operation",
        })?;
        f.write_str(": ")?;
        fmt::Display::fmt(self.kind(), f)?;
        match self.code().filter(|code| is_code(code)) {
            Some(code) => write!(f, " ({code})"),
            None => Ok(()),
        }
    }
}

/// True for a code that is safe in a log: short, and of ASCII letters and underscores only. Digits, dots or
/// an `@` might be a customer's.
fn is_code(code: &str) -> bool {
    (1..=64).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_reason(f)?;
        if let Some(read) = self.read_error() {
            f.write_str("; ")?;
            read.write_reason(f)?;
        }
        match (self.outcome(), self.unknown()) {
            _ if self.only_reads() => Ok(()),
            (Outcome::NotSent, _) => f.write_str("; not sent"),
            (Outcome::Refused, _) => f.write_str("; not carried out"),
            (Outcome::NotCancelled, _) => f.write_str("; not cancelled"),
            (Outcome::NeedsAPerson, _) => f.write_str("; accepted before, so this needs a person"),
            (Outcome::Unknown, Some(unknown))
                if unknown.ask_again_at() > unknown.last_sent_at() =>
            {
                let at = unknown.ask_again_at().to_rfc3339_opts(SecondsFormat::Secs, true);
                write!(f, "; whether it was carried out is unknown, ask again at {at}")
            }
            (Outcome::Unknown, _) => f.write_str("; whether it was carried out is unknown"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug.field("phase", &self.phase()).field("outcome", &self.outcome());
        debug.field("attempts", &self.attempts());
        if let Some(code) = self.code().filter(|code| is_code(code)) {
            debug.field("code", &code);
        }
        self.kind().show(&mut debug);
        if let Some(unknown) = self.unknown() {
            debug.field("unknown", unknown);
        }
        if let Some(read) = self.read_error() {
            debug.field("read", read);
        }
        debug.finish()
    }
}

/// The error of an operation of [`Client::operations`](crate::Client::operations), whatever type its
/// document gives to a refusal. [`response`](Error::response) has the bytes of one.
impl<E> From<Failure<E>> for Error {
    fn from(failure: Failure<E>) -> Self {
        let reread = |response: Box<Response<E>>| Box::new(Response::from(response.answer()));
        let failure = match failure {
            Failure::Ended { error, response } => match error.downcast::<Self>() {
                Ok(error) => return *error,
                Err(error) => Failure::Ended { error, response: response.map(reread) },
            },
            Failure::Refused(response) => Failure::Refused(reread(response)),
            Failure::Invalid(invalid) => Failure::Invalid(invalid),
            Failure::Transport(error) => Failure::Transport(error),
        };
        let attempts = u32::from(!matches!(failure, Failure::Invalid(_)));
        let mut error = Self::new(Phase::Operation, Kind::of(failure), attempts, None);
        error.0.about = About::Operation { name: None, is_safe: false };
        error
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.kind() {
            Kind::Invalid(invalid) => Some(invalid),
            Kind::Transport(error) => Some(error),
            Kind::Source(error) | Kind::Sender(error) => Some(&**error),
            _ => None,
        }
    }
}
