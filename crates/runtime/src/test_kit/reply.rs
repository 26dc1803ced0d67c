//! What the server replies.

use std::io::{self, Write};
use std::net::TcpStream;
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

#[derive(Debug, Clone, Copy)]
enum Ending {
    Whole,
    /// The connection is closed after so many bytes of the body.
    After(usize),
    /// The connection is closed without a reply.
    Close,
    /// The connection is reset without a reply.
    Reset,
    /// Nothing is sent for so long, then the connection is closed.
    Silence(Duration),
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

    /// Sends the reply; `false` if the connection ends with it.
    pub(super) fn send(&self, stream: &mut TcpStream) -> io::Result<bool> {
        match self.ending {
            Ending::Close => return Ok(false),
            Ending::Reset => {
                // Without lingering, closing a connection resets it.
                socket2::SockRef::from(&*stream).set_linger(Some(Duration::ZERO))?;
                return Ok(false);
            }
            Ending::Silence(duration) => {
                thread::sleep(duration);
                return Ok(false);
            }
            Ending::Whole | Ending::After(_) => {}
        }
        let mut bytes = format!("HTTP/1.1 {}\r\n", self.status).into_bytes();
        for (name, value) in &self.headers {
            bytes.extend(format!("{name}: {value}\r\n").bytes());
        }
        bytes.extend(format!("content-length: {}\r\n\r\n", self.body.len()).bytes());
        let length = match self.ending {
            Ending::After(length) => length,
            _ => self.body.len(),
        };
        bytes.extend(self.body.iter().take(length));
        stream.write_all(&bytes)?;
        Ok(matches!(self.ending, Ending::Whole))
    }
}
