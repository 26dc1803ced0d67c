//! What ended a request, or kept it from being sent.

use std::fmt;

use http::StatusCode;

use crate::generated::types::ErrorBody;
use crate::invalid::InvalidArgument;
use crate::outcome::standing::Outcome;
use openapi_client_runtime::{Failure, Invalid, Response, transport_type};

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
    /// A 2xx with the session that was asked for, which is not cancelled.
    Open(StatusCode),
    /// A text that cannot be sent as a token.
    BadToken(InvalidArgument),
    /// The operation takes a client id and secret, and the client was built with access tokens.
    NoSecrets,
    /// The token source returned an error.
    Source(Box<dyn std::error::Error + Send + Sync>),
    /// What sends the requests ended the call for a reason of its own.
    Sender(Box<dyn std::error::Error + Send + Sync>),
    /// The call's time was up before the next request could be sent.
    Deadline,
    /// No answer came, says a test.
    #[cfg(feature = "test-kit")]
    NoAnswer,
    /// A stand-in for a client does not offer the operation.
    NotOffered,
    /// The blocking client was called inside an async runtime.
    #[cfg(feature = "blocking")]
    InsideRuntime,
}

impl Kind {
    pub(crate) fn of(failure: Failure<ErrorBody>) -> Self {
        match failure {
            Failure::Invalid(invalid) => Self::Invalid(invalid),
            Failure::Transport(error) => Self::Transport(error),
            Failure::Refused(response) | Failure::Ended { response: Some(response), .. } => {
                Self::Refused(response)
            }
            Failure::Ended { error, response: None } => Self::Sender(error),
        }
    }

    /// The outcome of the request that ended so. The status decides, never the body.
    pub(crate) fn outcome(&self) -> Outcome {
        match self {
            Self::Transport(error) if error.is_connect() || error.is_builder() => Outcome::NotSent,
            Self::Refused(response) if is_refusal(response.status()) => Outcome::Refused,
            Self::Transport(_)
            | Self::Sender(_)
            | Self::Refused(_)
            | Self::NotTheSession(_)
            | Self::Unclear(_)
            | Self::Open(_) => Outcome::Unknown,
            _ => Outcome::NotSent,
        }
    }

    pub(crate) fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Refused(response) => Some(response.status()),
            Self::NoToken(status)
            | Self::NotTheSession(status)
            | Self::Unclear(status)
            | Self::Open(status) => Some(*status),
            _ => None,
        }
    }

    pub(crate) fn is_timeout(&self) -> bool {
        match self {
            Self::Deadline => true,
            Self::Transport(error) => error.is_timeout(),
            _ => false,
        }
    }

    /// One word for what ended the request, for OpenTelemetry's `error.type`.
    pub(crate) fn type_name(&self) -> String {
        let word = match self {
            Self::Invalid(_) => "invalid_request",
            Self::Transport(error) => transport_type(error),
            Self::Refused(response) => return response.status().as_str().to_owned(),
            Self::NoToken(_) | Self::BadToken(_) | Self::Source(_) => "no_token",
            Self::NoSecrets => "no_secrets",
            Self::NotTheSession(_) | Self::Unclear(_) => "unexpected_body",
            Self::Open(_) => "open_session",
            #[cfg(feature = "test-kit")]
            Self::NoAnswer => "connection",
            Self::Sender(_) => "sender",
            Self::Deadline => "deadline",
            Self::NotOffered => "not_offered",
            #[cfg(feature = "blocking")]
            Self::InsideRuntime => "inside_runtime",
        };
        word.to_owned()
    }

    /// Adds what `Debug` may show.
    pub(crate) fn show(&self, debug: &mut fmt::DebugStruct<'_, '_>) {
        match self {
            Self::Invalid(invalid) => debug.field("invalid", invalid),
            Self::Transport(error) => debug.field("transport", error),
            Self::Refused(response) => debug.field("response", response),
            Self::NoToken(status) => debug.field("no_token", status),
            Self::NotTheSession(status) => debug.field("not_the_session", status),
            Self::Unclear(status) => debug.field("unclear", status),
            Self::Open(status) => debug.field("open", status),
            Self::BadToken(invalid) => debug.field("bad_token", invalid),
            Self::NoSecrets => debug.field("no_secrets", &true),
            // The error of the user's source may contain anything.
            Self::Source(_) => debug.field("source", &format_args!("[its own]")),
            Self::Sender(_) => debug.field("sender", &format_args!("[its own]")),
            #[cfg(feature = "test-kit")]
            Self::NoAnswer => debug.field("no_answer", &true),
            Self::Deadline => debug.field("deadline", &true),
            Self::NotOffered => debug.field("not_offered", &true),
            #[cfg(feature = "blocking")]
            Self::InsideRuntime => debug.field("inside_runtime", &true),
        };
    }
}

/// True for the 4xx that IANA has registered, except 408: a server that sends one has not carried out the
/// request. Others, such as 499, come from a gateway, which may send them for a server that has.
fn is_refusal(status: StatusCode) -> bool {
    matches!(status.as_u16(), 400..=407 | 409..=418 | 421..=426 | 428 | 429 | 431 | 451)
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(invalid) => write!(f, "the request cannot be made: {invalid}"),
            Self::Transport(error) if error.is_connect() => f.write_str("no connection"),
            Self::Transport(error) if error.is_timeout() => f.write_str("no answer in time"),
            Self::Transport(_) => f.write_str("the connection failed before an answer came"),
            Self::Refused(response) => {
                let status = response.status();
                write!(f, "the answer is {}", status.as_str())?;
                let reason = status.canonical_reason();
                reason.map_or(Ok(()), |reason| write!(f, " {reason}"))
            }
            Self::NoToken(status) => write!(f, "the answer is {status}, without a usable token"),
            Self::Sender(_) => f.write_str("the sender of the requests ended the call"),
            Self::NotTheSession(status) => {
                write!(f, "the answer is {status}, but not of this session")
            }
            Self::Unclear(status) => {
                write!(f, "the answer is {status}, but not clear about the cancel")
            }
            Self::Open(_) => f.write_str("the session is not cancelled yet"),
            Self::BadToken(invalid) => invalid.fmt(f),
            Self::NoSecrets => f.write_str(
                "it takes a client id and secret, but this client was built with access tokens; \
                 build one with `Credentials::client`",
            ),
            Self::Source(_) => f.write_str("the token source returned an error"),
            #[cfg(feature = "test-kit")]
            Self::NoAnswer => f.write_str("the connection failed before an answer came"),
            Self::Deadline => {
                f.write_str("the time that was left is less than a connection may take")
            }
            Self::NotOffered => {
                f.write_str("this implementation of `Sessions` does not offer the operation")
            }
            #[cfg(feature = "blocking")]
            Self::InsideRuntime => {
                f.write_str("the blocking client was called inside an async runtime")
            }
        }
    }
}
