//! Why a call has no success to report, and what became of it.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use http::StatusCode;

use crate::generated::types::ErrorBody;
use crate::session_id::SessionId;
use openapi_client_runtime::{Failure, Invalid, Response, transport_type};

/// What is known of a request that has no success to report.
///
/// Take [`NotSent`](Self::NotSent) and [`Refused`](Self::Refused) for "not cancelled by this call", and
/// everything else for [`Unknown`](Self::Unknown).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// It never reached the server, which is proven.
    NotSent,
    /// The server refused it, and has not carried it out.
    Refused,
    /// Nobody can know yet: the request may have reached the server, which may have carried it out or
    /// may still do so; or it was refused, perhaps since an earlier one was carried out, and the session
    /// could not be read. Do not report a failure; read the session.
    Unknown,
}

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
}

/// A cancel of which nobody can know yet whether it was carried out: what there is to know about it.
///
/// From [`Error::unknown`]. It is what [`Client::cancel_after`](crate::Client::cancel_after) takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    pub(crate) session_id: SessionId,
    pub(crate) attempts: u32,
    pub(crate) last_status: Option<StatusCode>,
    pub(crate) first_sent_at: SystemTime,
}

impl Unknown {
    /// A cancel that another process may have sent, such as one that ended before it could say: for
    /// [`Client::cancel_after`](crate::Client::cancel_after).
    ///
    /// ```
    /// use std::time::SystemTime;
    ///
    /// use dintero_checkout_client::Unknown;
    ///
    /// let unknown = Unknown::of("T12345678.4XnDdt4jN2mF".parse()?, SystemTime::now());
    /// assert_eq!(unknown.attempts(), 1);
    /// # Ok::<(), dintero_checkout_client::InvalidArgument>(())
    /// ```
    pub fn of(session_id: SessionId, first_sent_at: SystemTime) -> Self {
        Self { session_id, attempts: 1, last_status: None, first_sent_at }
    }

    /// The session.
    pub fn session_id(&self) -> &SessionId {
        &self.session_id
    }

    /// How many requests were tried, including those that surely were not carried out.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The status of the last answer, if one came.
    pub fn last_status(&self) -> Option<StatusCode> {
        self.last_status
    }

    /// When the first request was sent that the server may have carried out; of a refusal whose session
    /// could not be read, when the call began.
    pub fn first_sent_at(&self) -> SystemTime {
        self.first_sent_at
    }
}

/// Why a call failed, and what became of it.
///
/// `Display` is one line for a log: the phase, the status, and the API's error code where it has the
/// form of one. The server's own message may hold a customer's data and is to be had from
/// [`response`](Self::response) only. Cloning is cheap.
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
    unknown: Option<Unknown>,
    /// Why reading the session, to find out, did not help.
    read: Option<Error>,
}

pub(crate) enum Kind {
    Invalid(Invalid),
    Transport(reqwest::Error),
    Refused(Box<Response<ErrorBody>>),
    /// A 2xx of the token endpoint without a token that could be sent.
    NoToken(StatusCode),
    /// A 2xx that is not the session that was asked for.
    NotTheSession(StatusCode),
    /// A 2xx with the session that was asked for, which does not say clearly whether it is cancelled.
    Unclear(StatusCode),
    /// A text that is no token, or that no header can hold.
    BadToken,
    /// The token source has none.
    Source(Box<dyn std::error::Error + Send + Sync>),
    /// The call's time was up before the next request could be sent.
    Deadline,
    /// No answer came, says a test.
    #[cfg(feature = "test-kit")]
    NoAnswer,
    /// A blocking call was made where it would block an async runtime.
    #[cfg(feature = "blocking")]
    InsideRuntime,
}

impl Kind {
    pub(crate) fn of(failure: Failure<ErrorBody>) -> Self {
        match failure {
            Failure::Invalid(invalid) => Self::Invalid(invalid),
            Failure::Transport(error) => Self::Transport(error),
            Failure::Refused(response) => Self::Refused(response),
        }
    }

    /// What this says of the request that it ended. The status decides, never the body.
    pub(crate) fn outcome(&self) -> Outcome {
        match self {
            Self::Transport(error) if error.is_connect() || error.is_builder() => Outcome::NotSent,
            Self::Transport(_) | Self::NotTheSession(_) | Self::Unclear(_) => Outcome::Unknown,
            Self::Refused(response) if is_refusal(response.status()) => Outcome::Refused,
            Self::Refused(_) => Outcome::Unknown,
            _ => Outcome::NotSent,
        }
    }

    pub(crate) fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Refused(response) => Some(response.status()),
            Self::NoToken(status) | Self::NotTheSession(status) | Self::Unclear(status) => {
                Some(*status)
            }
            _ => None,
        }
    }
}

impl Error {
    pub(crate) fn new(phase: Phase, kind: Kind, attempts: u32, unknown: Option<Unknown>) -> Self {
        let outcome = match (phase, &unknown) {
            // Without a token the operation was never sent.
            (Phase::Token, None) => Outcome::NotSent,
            (_, Some(_)) => Outcome::Unknown,
            (_, None) => kind.outcome(),
        };
        let kind = Arc::new(kind);
        Self(Box::new(Inner { phase, outcome, kind, attempts, unknown, read: None }))
    }

    /// The same, with nothing known, after reading the session failed as well.
    pub(crate) fn still_unknown(mut self, unknown: Unknown, read: Self) -> Self {
        self.0.outcome = Outcome::Unknown;
        self.0.unknown = Some(unknown);
        self.0.read = Some(read);
        self
    }

    pub(crate) fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// The part of the call that failed.
    pub fn phase(&self) -> Phase {
        self.0.phase
    }

    /// What became of the request: whether it was surely not carried out, or cannot be known yet.
    ///
    /// The status decides, never the body. A 4xx that is registered with IANA is a refusal, but for 408.
    /// Every other status that is not a 2xx is unknown: a gateway may answer with it for a server that has
    /// carried out the request.
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// What there is to know of a cancel whose outcome is [`Outcome::Unknown`].
    pub fn unknown(&self) -> Option<&Unknown> {
        self.0.unknown.as_ref()
    }

    /// How many requests of the operation were tried.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Why reading the session did not tell what became of the cancel, if that was tried.
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

    /// Whether the time was up: the call's, or an attempt's.
    pub fn is_timeout(&self) -> bool {
        match self.kind() {
            Kind::Deadline => true,
            Kind::Transport(error) => error.is_timeout(),
            _ => false,
        }
    }

    /// One word for what ended the request, as OpenTelemetry's `error.type` wants it.
    pub(crate) fn type_name(&self) -> String {
        match self.kind() {
            Kind::Invalid(_) => "invalid_request".to_owned(),
            Kind::Transport(error) => transport_type(error).to_owned(),
            Kind::Refused(response) => response.status().as_str().to_owned(),
            Kind::NoToken(_) | Kind::BadToken | Kind::Source(_) => "no_token".to_owned(),
            Kind::NotTheSession(_) | Kind::Unclear(_) => "unexpected_body".to_owned(),
            #[cfg(feature = "test-kit")]
            Kind::NoAnswer => "connection".to_owned(),
            Kind::Deadline => "deadline".to_owned(),
            #[cfg(feature = "blocking")]
            Kind::InsideRuntime => "inside_runtime".to_owned(),
        }
    }
}

/// True for the 4xx that IANA has registered, but 408: the server that sends one has not carried out the
/// request. Others, such as 499, come from something in between, which may answer so for a server that has.
fn is_refusal(status: StatusCode) -> bool {
    matches!(status.as_u16(), 400..=407 | 409..=418 | 421..=426 | 428 | 429 | 431 | 451)
}

/// A code that is safe in a log: short, and nothing but letters and underscores. Whatever holds digits,
/// dots or an `@` might be somebody's.
fn is_code(code: &str) -> bool {
    (1..=64).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.phase() {
            Phase::Token => "no access token: ",
            Phase::Cancel => "cancel session: ",
            Phase::Read => "read session: ",
        })?;
        match self.kind() {
            Kind::Invalid(invalid) => write!(f, "the request cannot be made: {invalid}")?,
            Kind::Transport(error) if error.is_connect() => f.write_str("no connection")?,
            Kind::Transport(error) if error.is_timeout() => f.write_str("no answer in time")?,
            Kind::Transport(_) => f.write_str("the connection failed before an answer came")?,
            Kind::Refused(response) => write!(f, "the answer is {}", response.status())?,
            Kind::NoToken(status) => write!(f, "{status} without a token that can be used")?,
            Kind::NotTheSession(status) => write!(f, "{status}, but not with this session")?,
            Kind::Unclear(status) => {
                write!(f, "{status}, but not clear about whether the session is cancelled")?;
            }
            Kind::BadToken => f.write_str(
                "it is empty, starts with `Bearer `, or holds a character that no header can hold",
            )?,
            Kind::Source(_) => f.write_str("the token source has none")?,
            #[cfg(feature = "test-kit")]
            Kind::NoAnswer => f.write_str("the connection failed before an answer came")?,
            Kind::Deadline => f.write_str("less time was left than a connection may take")?,
            #[cfg(feature = "blocking")]
            Kind::InsideRuntime => f.write_str("a blocking call inside an async runtime")?,
        }
        if let Some(code) = self.code().filter(|code| is_code(code)) {
            write!(f, " ({code})")?;
        }
        f.write_str(match (self.phase(), self.outcome()) {
            (Phase::Read, _) => "",
            (_, Outcome::NotSent) => "; not sent",
            (_, Outcome::Refused) => "; not carried out",
            (_, Outcome::Unknown) => "; whether it was carried out is unknown",
        })
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
        match self.kind() {
            Kind::Invalid(invalid) => debug.field("invalid", invalid),
            Kind::Transport(error) => debug.field("transport", error),
            Kind::Refused(response) => debug.field("response", response),
            Kind::NoToken(status) => debug.field("no_token", status),
            Kind::NotTheSession(status) => debug.field("not_the_session", status),
            Kind::Unclear(status) => debug.field("unclear", status),
            Kind::BadToken => debug.field("bad_token", &true),
            // A source's error is somebody else's, who may have put anything into it.
            Kind::Source(_) => debug.field("source", &format_args!("[its own]")),
            #[cfg(feature = "test-kit")]
            Kind::NoAnswer => debug.field("no_answer", &true),
            Kind::Deadline => debug.field("deadline", &true),
            #[cfg(feature = "blocking")]
            Kind::InsideRuntime => debug.field("inside_runtime", &true),
        };
        if let Some(unknown) = self.unknown() {
            debug.field("unknown", unknown);
        }
        if let Some(read) = self.read_error() {
            debug.field("read", read);
        }
        debug.finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.kind() {
            Kind::Invalid(invalid) => Some(invalid),
            Kind::Transport(error) => Some(error),
            Kind::Source(error) => Some(&**error),
            _ => None,
        }
    }
}
