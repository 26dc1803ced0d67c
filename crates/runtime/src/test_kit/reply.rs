//! The replies of the server.

use std::fmt;
use std::io::{self, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use http::StatusCode;

/// A reply, and how much of it is sent.
#[derive(Debug, Clone)]
pub struct Reply {
    status: StatusCode,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    ending: Ending,
}

#[derive(Debug, Clone)]
enum Ending {
    Whole,
    /// Another reply follows after this duration.
    FollowedBy(Duration, Box<Reply>),
    /// The connection is closed after so many bytes of the body.
    After(usize),
    /// The connection is closed without a reply.
    Close,
    /// The connection is reset without a reply.
    Reset,
    /// Nothing is sent for so long, then the connection is closed.
    Silence(Duration),
    /// This is sent in place of a reply, then the connection is closed.
    Written(Writer),
}

#[derive(Clone)]
struct Writer(Arc<Write>);

type Write = dyn Fn(&mut TcpStream) -> io::Result<()> + Send + Sync;

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Writer")
    }
}

impl Reply {
    /// A reply with a status and a body. The server adds its `Content-Length`.
    pub fn new(status: StatusCode, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: Vec::new(), body: body.into(), ending: Ending::Whole }
    }

    /// No reply: the connection is closed once the request was read.
    pub fn close() -> Self {
        Self { ending: Ending::Close, ..Self::new(StatusCode::OK, "") }
    }

    /// No reply: the connection is reset once the request was read.
    pub fn reset() -> Self {
        Self { ending: Ending::Reset, ..Self::close() }
    }

    /// No reply: nothing is sent for so long.
    pub fn silence(duration: Duration) -> Self {
        Self { ending: Ending::Silence(duration), ..Self::close() }
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Breaks the reply off after so many bytes of the body.
    pub fn broken_off_after(self, bytes: usize) -> Self {
        Self { ending: Ending::After(bytes), ..self }
    }

    /// Replies once too often: sends another reply so long after this one, though no request asks for it.
    pub fn followed_by(self, after: Duration, other: Self) -> Self {
        Self { ending: Ending::FollowedBy(after, Box::new(other)), ..self }
    }

    /// The bytes that `write` writes to the connection, which is then closed.
    pub fn written_by(
        write: impl Fn(&mut TcpStream) -> io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        Self { ending: Ending::Written(Writer(Arc::new(write))), ..Self::close() }
    }

    /// Sends the reply; `false` if the connection ends with it.
    pub(super) fn send(&self, stream: &mut TcpStream) -> io::Result<bool> {
        let length = match &self.ending {
            Ending::Whole | Ending::FollowedBy(..) => self.body.len(),
            Ending::After(length) => *length,
            Ending::Close => return Ok(false),
            Ending::Reset => {
                // Without lingering, closing a connection resets it.
                socket2::SockRef::from(&*stream).set_linger(Some(Duration::ZERO))?;
                return Ok(false);
            }
            Ending::Silence(duration) => {
                thread::sleep(*duration);
                return Ok(false);
            }
            Ending::Written(Writer(write)) => return write(stream).map(|()| false),
        };
        let mut bytes = format!("HTTP/1.1 {}\r\n", self.status).into_bytes();
        for (name, value) in &self.headers {
            bytes.extend(format!("{name}: {value}\r\n").bytes());
        }
        bytes.extend(format!("content-length: {}\r\n\r\n", self.body.len()).bytes());
        bytes.extend(self.body.iter().take(length));
        stream.write_all(&bytes)?;
        match &self.ending {
            Ending::FollowedBy(after, other) => {
                thread::sleep(*after);
                other.send(stream)
            }
            ending => Ok(matches!(ending, Ending::Whole)),
        }
    }
}
