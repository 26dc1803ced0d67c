//! Why a call has no success to report, and what became of it.

use std::fmt;

use http::StatusCode;

use crate::exchange::{Failure, Invalid};
use crate::response::Response;
use crate::types::ErrorBody;

/// An argument that cannot be used, by name and without its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidArgument {
    name: &'static str,
    reason: &'static str,
}

impl InvalidArgument {
    pub(crate) fn new(name: &'static str, reason: &'static str) -> Self {
        Self { name, reason }
    }
}

impl fmt::Display for InvalidArgument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.name, self.reason)
    }
}

impl std::error::Error for InvalidArgument {}

impl From<crate::path::InvalidSegment> for InvalidArgument {
    fn from(error: crate::path::InvalidSegment) -> Self {
        Self::new(error.parameter, error.reason)
    }
}

/// What is known of a request that has no success to report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// The server has not carried it out: the request never reached it, or it was refused.
    NotApplied,
    /// Nobody can know yet: the request may have reached the server, which may have carried it out or
    /// may still do so. Do not report a failure; read the session.
    Unknown,
}

/// The request of a call that failed.
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

/// Why a call failed, and what became of it.
///
/// `Display` is one line for a log: the phase, the status, and the API's error code where it has the
/// form of one. The server's own message may hold a customer's data and is to be had from
/// [`response`](Self::response) only.
pub struct Error {
    phase: Phase,
    kind: Box<Kind>,
}

enum Kind {
    Invalid(Invalid),
    Transport(reqwest::Error),
    Refused(Box<Response<ErrorBody>>),
    /// A 200 of the token endpoint without a token that could be sent.
    NoToken {
        status: StatusCode,
    },
}

impl Error {
    pub(crate) fn new(phase: Phase, failure: Failure<ErrorBody>) -> Self {
        let kind = match failure {
            Failure::Invalid(invalid) => Kind::Invalid(invalid),
            Failure::Transport(error) => Kind::Transport(error),
            Failure::Refused(response) => Kind::Refused(response),
        };
        Self { phase, kind: Box::new(kind) }
    }

    pub(crate) fn no_token(status: StatusCode) -> Self {
        Self { phase: Phase::Token, kind: Box::new(Kind::NoToken { status }) }
    }

    /// The request that failed.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether the operation was surely not carried out, or cannot be known yet.
    ///
    /// The status decides, never the body. Redirects, 408 and 5xx are unknown: a gateway may answer
    /// for a server that has carried out the request.
    pub fn outcome(&self) -> Outcome {
        if self.phase == Phase::Token {
            return Outcome::NotApplied;
        }
        match &*self.kind {
            Kind::Invalid(_) | Kind::NoToken { .. } => Outcome::NotApplied,
            Kind::Transport(error) if error.is_connect() || error.is_builder() => {
                Outcome::NotApplied
            }
            Kind::Transport(_) => Outcome::Unknown,
            Kind::Refused(response) => match response.status() {
                StatusCode::REQUEST_TIMEOUT => Outcome::Unknown,
                status if status.is_client_error() => Outcome::NotApplied,
                _ => Outcome::Unknown,
            },
        }
    }

    /// The response, if one came: its status, its headers, its bytes, and the API's own error.
    pub fn response(&self) -> Option<&Response<ErrorBody>> {
        match &*self.kind {
            Kind::Refused(response) => Some(response),
            _ => None,
        }
    }

    /// The HTTP status, if a response came.
    pub fn status(&self) -> Option<StatusCode> {
        match &*self.kind {
            Kind::Refused(response) => Some(response.status()),
            Kind::NoToken { status } => Some(*status),
            Kind::Invalid(_) | Kind::Transport(_) => None,
        }
    }

    /// The API's error code, if it sent one, such as `ACCESS_TOKEN_EXPIRED`.
    pub fn code(&self) -> Option<&str> {
        self.response()?.value()?.error.as_ref()?.code.as_deref()
    }
}

/// A code that is safe in a log: short, and nothing but letters, digits and joints.
fn is_code(code: &str) -> bool {
    (1..=64).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.phase {
            Phase::Token => "no access token: ",
            Phase::Cancel => "cancel session: ",
            Phase::Read => "read session: ",
        })?;
        match &*self.kind {
            Kind::Invalid(invalid) => write!(f, "the request cannot be made: {invalid}")?,
            Kind::Transport(error) if error.is_connect() => f.write_str("no connection")?,
            Kind::Transport(error) if error.is_timeout() => f.write_str("no answer in time")?,
            Kind::Transport(_) => f.write_str("the connection failed before an answer came")?,
            Kind::Refused(response) => write!(f, "the answer is {}", response.status())?,
            Kind::NoToken { status } => write!(f, "{status} without a token that can be used")?,
        }
        if let Some(code) = self.code().filter(|code| is_code(code)) {
            write!(f, " ({code})")?;
        }
        f.write_str(match self.outcome() {
            Outcome::NotApplied => "; not carried out",
            Outcome::Unknown => "; whether it was carried out is unknown",
        })
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug.field("phase", &self.phase).field("outcome", &self.outcome());
        match &*self.kind {
            Kind::Invalid(invalid) => debug.field("invalid", invalid),
            Kind::Transport(error) => debug.field("transport", error),
            Kind::Refused(response) => debug.field("response", response),
            Kind::NoToken { status } => debug.field("no_token", status),
        };
        debug.finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.kind {
            Kind::Invalid(invalid) => Some(invalid),
            Kind::Transport(error) => Some(error),
            Kind::Refused(_) | Kind::NoToken { .. } => None,
        }
    }
}
