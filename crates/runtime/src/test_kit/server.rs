//! The server: a thread for each connection, and a record of all requests.

use std::io::{self, Read};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::{reply::Reply, request::Request};

/// More than any request in a test needs.
const MOST_BYTES: usize = 1024 * 1024;

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

type Replies = dyn Fn(&Request) -> Reply + Send + Sync;

impl Server {
    /// Starts a server that sends the reply that `reply` has for each request.
    ///
    /// # Errors
    ///
    /// - The machine has no free port, or no loopback interface.
    pub fn start(reply: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> io::Result<Self> {
        Self::start_with(None, reply)
    }

    /// As [`start`](Self::start), with connections that are closed if so long after a reply there is no other
    /// request.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start).
    pub fn closing_idle(
        after: Duration,
        reply: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> io::Result<Self> {
        Self::start_with(Some(after), reply)
    }

    fn start_with(
        idle: Option<Duration>,
        reply: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let log = Arc::new(Log::default());
        let (seen, replies): (_, Arc<Replies>) = (Arc::clone(&log), Arc::new(reply));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if seen.stopped.load(Ordering::Relaxed) {
                    break;
                }
                seen.connections.fetch_add(1, Ordering::Relaxed);
                let (seen, replies) = (Arc::clone(&seen), Arc::clone(&replies));
                // A connection that fails is the client's to notice.
                thread::spawn(move || serve(stream, idle, &seen, &*replies));
            }
        });
        Ok(Self { address, log })
    }

    /// The origin of the server, such as `http://127.0.0.1:54321`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests so far, in the order in which they were received.
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

/// Replies to the requests of a connection until one of the sides ends it.
fn serve(
    mut stream: TcpStream,
    idle: Option<Duration>,
    log: &Log,
    replies: &Replies,
) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut buffer = Vec::new();
    while let Some(request) = receive(&mut stream, &mut buffer)? {
        log.requests.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
        if !replies(&request).send(&mut stream)? {
            break;
        }
        stream.set_read_timeout(idle)?;
    }
    Ok(())
}

/// The next request; `None` if the client is done. What follows it stays in the buffer.
fn receive(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> io::Result<Option<Request>> {
    loop {
        if let Some((request, length)) = Request::parse(buffer)? {
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
