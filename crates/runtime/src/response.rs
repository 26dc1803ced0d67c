//! A response as it was received, and the value read from it.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use zeroize::Zeroize;

use crate::drift::Drift;
use crate::read::{self, Fault, Readable, Reader};
use crate::sender::Answer;
use crate::shown::Described;

/// A response of the API: its status, its headers, its bytes, and the value read from them, if any.
///
/// `Debug` shows neither header values nor bytes, since both may contain what must not be logged. Of the value
/// it shows what the contract names, except what is marked as sensitive: of free-form values and maps only how
/// much is in them, and of URLs only the host.
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use openapi_client_runtime::{BodyEnd, Response, Unreadable};
///
/// let read = |body: &'static str| -> Response<Vec<i64>> {
///     Response::read(StatusCode::OK, HeaderMap::new(), body.into(), BodyEnd::Complete)
/// };
/// assert_eq!(read("[1, 2.0]").value(), Some(&vec![1, 2]));
/// assert_eq!(read("\u{feff}[1]").text(), "[1]");
/// let portal = read("<h1>Log in to the Wi-Fi</h1>");
/// assert_eq!(portal.unreadable(), Some(Unreadable::NotJson));
/// ```
#[derive(Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    end: BodyEnd,
    value: Option<T>,
    /// Where the members of the object begin that the value was read from, in the text.
    members: Vec<usize>,
    drift: fn(StatusCode, &[u8]) -> Vec<Drift>,
    show: fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result,
}

/// How the reading of a body ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyEnd {
    /// The body was read to its end, which `Content-Length` or `Transfer-Encoding` marks.
    Complete,
    /// The connection ended, or the time was up, before the body was known to be complete. A body that ends
    /// with its connection, without a length, is always one of these; its value is read all the same.
    BrokenOff,
    /// The body is longer than this crate reads; the rest was left.
    TooLong,
}

/// Why a response has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unreadable {
    /// There is no body.
    Empty,
    /// The body was not received whole.
    Incomplete(BodyEnd),
    /// The body has more objects or values than this crate reads into memory.
    TooComplex,
    /// The body is not JSON.
    NotJson,
    /// The body is JSON of another form.
    OtherForm,
}

/// A value that can be read from a body, given the status. Public in a private module, since the constructor of a
/// public type is bound by it.
pub trait Content: Sized + fmt::Debug {
    /// Reads the value. `None` if the body has none, or the contract has none for this status.
    fn read(status: StatusCode, from: &mut Reader<'_>) -> Option<Self>;
    /// Shows the value in `Debug` of the response.
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// One form for every status.
impl<T: Readable> Content for T {
    fn read(_: StatusCode, from: &mut Reader<'_>) -> Option<Self> {
        from.whole()
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Described::show(self, f)
    }
}

impl<T: Content> Response<T> {
    /// Reads an answer as a client does. A stand-in of a client in a test uses it, too.
    pub fn read(status: StatusCode, headers: HeaderMap, body: Bytes, end: BodyEnd) -> Self {
        let (value, members) = read::read(status, &body).unzip();
        let members = members.unwrap_or_default();
        Self { status, headers, body, end, value, members, drift: read::drift::<T>, show: T::show }
    }
}

impl<T: Content> From<Answer> for Response<T> {
    fn from(answer: Answer) -> Self {
        let Answer { status, headers, body, body_end } = answer;
        Self::read(status, headers, body, body_end)
    }
}

impl<T> Response<T> {
    /// The answer that this was read from, such as to read it as another type.
    pub fn answer(&self) -> Answer {
        Answer::new(self.status, self.headers.clone(), self.body.clone(), self.end)
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The bytes of the body, as far as they were received.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The text that the value was read from: the body without a byte order mark, and with U+FFFD for
    /// bytes that are not UTF-8. Another look at the answer sees with it what the reader saw.
    pub fn text(&self) -> Cow<'_, str> {
        read::text(&self.body)
    }

    /// How the reading of the body ended.
    pub fn body_end(&self) -> BodyEnd {
        self.end
    }

    /// The value that was read. If a part of the answer has another form than the contract's, only that
    /// part is missing; [`drift`](Self::drift) names it.
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// The value that was read, without the rest.
    pub fn into_value(self) -> Option<T> {
        self.value
    }

    /// The value that was read, if it is a secret: the bytes of the body are overwritten.
    pub fn into_secret_value(self) -> Option<T> {
        if let Ok(mut body) = self.body.try_into_mut() {
            body.as_mut().zeroize();
        }
        self.value
    }

    /// The members of the object that the value was read from whose names are wanted, in their order: each name, and
    /// its value as it is written. That finds what the contract does not name, and every value of a name that occurs
    /// more than once. There are none if there is no value, or if it was not read from an object.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use http::{HeaderMap, StatusCode};
    /// use openapi_client_runtime::{BodyEnd, Response};
    ///
    /// let body = r#"{"total": 7, "beta_total": {"is_on": true}, "total": 8}"#.into();
    /// let response: Response<BTreeMap<String, i64>> =
    ///     Response::read(StatusCode::OK, HeaderMap::new(), body, BodyEnd::Complete);
    /// let totals = response.members(|name| name == "total");
    /// assert_eq!(totals, [("total".into(), "7".into()), ("total".into(), "8".into())]);
    /// let beta = response.members(|name| name.starts_with("beta_"));
    /// assert_eq!(beta, [("beta_total".into(), r#"{"is_on": true}"#.into())]);
    /// ```
    pub fn members(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<(String, String)> {
        read::members(&self.text(), &self.members, is_wanted)
    }

    /// Why there is no value; `None` if there is one.
    pub fn unreadable(&self) -> Option<Unreadable> {
        if self.value.is_some() {
            return None;
        }
        Some(if self.end != BodyEnd::Complete {
            Unreadable::Incomplete(self.end)
        } else if self.body.trim_ascii().is_empty() {
            Unreadable::Empty
        } else {
            match read::fault(&self.body) {
                Some(Fault::TooComplex) => Unreadable::TooComplex,
                Some(Fault::NotJson) => Unreadable::NotJson,
                None => Unreadable::OtherForm,
            }
        })
    }

    /// Where the answer differs from the contract that the client was generated from: the first 1,000
    /// differences at most, worked out from the bytes at each call. Empty if the body is not JSON or is
    /// too complex: see [`unreadable`](Self::unreadable).
    pub fn drift(&self) -> Vec<Drift> {
        (self.drift)(self.status, &self.body)
    }
}

impl<T> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Shown<'a, T>(&'a T, fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result);

        impl<T> fmt::Debug for Shown<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (self.1)(self.0, f)
            }
        }

        f.debug_struct("Response")
            .field("status", &self.status)
            .field(
                "headers",
                &self.headers.keys().map(http::HeaderName::as_str).collect::<Vec<_>>(),
            )
            .field("body", &format_args!("[{} bytes]", self.body.len()))
            .field("body_end", &self.end)
            .field("value", &self.value.as_ref().map(|value| Shown(value, self.show)))
            .finish()
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the body is empty",
            Self::Incomplete(BodyEnd::TooLong) => "the body is longer than is read",
            Self::Incomplete(_) => "the body broke off",
            Self::TooComplex => "the body has more in it than is read",
            Self::NotJson => "the body is not JSON",
            Self::OtherForm => "the body is JSON of another form",
        })
    }
}
