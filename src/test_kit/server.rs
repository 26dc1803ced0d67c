//! The loopback server: a thread for each connection, and a record of all requests.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::answer::{Answer, Ending};

/// More than any request of this crate's needs.
const MOST_BYTES: usize = 1024 * 1024;

/// A request as it came over the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Request {
    /// The method, in capitals.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The path and query, as they were sent.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The headers in their order, names as they were sent.
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// A header's value; upper and lower case of its name are the same.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The body.
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

/// A server on a free port of `127.0.0.1`. It stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    log: Arc<Log>,
}

#[derive(Debug, Default)]
struct Log {
    requests: Mutex<Vec<Request>>,
    connections: AtomicUsize,
    stopped: AtomicBool,
}

type Answers = dyn Fn(&Request) -> Answer + Send + Sync;

impl Server {
    /// Starts a server that gives each request the answer that `answer` has for it.
    ///
    /// # Errors
    ///
    /// The machine has no free port, or no loopback interface.
    pub fn start(answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> io::Result<Self> {
        Self::start_with(None, answer)
    }

    /// The same, with connections that are closed after some time without a request.
    pub(super) fn start_with(
        idle: Option<Duration>,
        answer: impl Fn(&Request) -> Answer + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let log = Arc::new(Log::default());
        let (seen, answer): (_, Arc<Answers>) = (Arc::clone(&log), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if seen.stopped.load(Ordering::Relaxed) {
                    break;
                }
                seen.connections.fetch_add(1, Ordering::Relaxed);
                let (seen, answer) = (Arc::clone(&seen), Arc::clone(&answer));
                // A connection that fails is the client's to notice.
                thread::spawn(move || serve(stream, idle, &seen, &*answer));
            }
        });
        Ok(Self { address, log })
    }

    /// The base URL for [`ClientBuilder::base_url`](crate::ClientBuilder::base_url).
    pub fn base_url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// The requests so far, in the order they came.
    pub fn requests(&self) -> Vec<Request> {
        self.log.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The number of connections so far.
    pub fn connections(&self) -> usize {
        self.log.connections.load(Ordering::Relaxed)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.log.stopped.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for a connection, so that it sees the flag.
        drop(TcpStream::connect(self.address));
    }
}

/// Answers the requests of a connection until one of the sides ends it.
fn serve(
    mut stream: TcpStream,
    idle: Option<Duration>,
    log: &Log,
    answer: &Answers,
) -> io::Result<()> {
    stream.set_read_timeout(idle)?;
    stream.set_nodelay(true)?;
    let mut buffer = Vec::new();
    while let Some(request) = read_request(&mut stream, &mut buffer)? {
        log.requests.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
        if !write_answer(&mut stream, &answer(&request))? {
            break;
        }
    }
    Ok(())
}

/// The next request; `None` where the client is done. What follows it stays in the buffer.
fn read_request(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> io::Result<Option<Request>> {
    loop {
        if let Some((request, length)) = parse(buffer)? {
            buffer.drain(..length);
            return Ok(Some(request));
        }
        let mut chunk = [0; 8192];
        let read = stream.read(&mut chunk)?;
        buffer.extend(chunk.iter().take(read));
        if read == 0 || buffer.len() > MOST_BYTES {
            return Ok(None);
        }
    }
}

/// The request at the start of the buffer and its length, once it is whole.
fn parse(buffer: &[u8]) -> io::Result<Option<(Request, usize)>> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut head = httparse::Request::new(&mut headers);
    let status = head.parse(buffer).map_err(io::Error::other)?;
    let httparse::Status::Complete(head_length) = status else { return Ok(None) };
    let headers: Vec<(String, String)> = head
        .headers
        .iter()
        .map(|header| (header.name.to_owned(), String::from_utf8_lossy(header.value).into_owned()))
        .collect();
    let mut request = Request {
        method: head.method.unwrap_or_default().to_owned(),
        path: head.path.unwrap_or_default().to_owned(),
        headers,
        body: Vec::new(),
    };
    let length = request.header("content-length").and_then(|length| length.parse().ok());
    let end = head_length + length.unwrap_or(0);
    let Some(body) = buffer.get(head_length..end) else { return Ok(None) };
    request.body = body.to_vec();
    Ok(Some((request, end)))
}

/// Sends an answer; `false` where the connection ends with it.
fn write_answer(stream: &mut TcpStream, answer: &Answer) -> io::Result<bool> {
    match answer.ending {
        Ending::Never => return Ok(false),
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
    let mut bytes = format!("HTTP/1.1 {}\r\n", answer.status).into_bytes();
    for (name, value) in &answer.headers {
        bytes.extend(format!("{name}: {value}\r\n").bytes());
    }
    bytes.extend(format!("content-length: {}\r\n\r\n", answer.body.len()).bytes());
    let sent = match answer.ending {
        Ending::After(length) => answer.body.len().min(length),
        _ => answer.body.len(),
    };
    bytes.extend(answer.body.iter().take(sent));
    stream.write_all(&bytes)?;
    Ok(matches!(answer.ending, Ending::Whole))
}
