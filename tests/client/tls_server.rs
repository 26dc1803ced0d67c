//! A server that speaks TLS, and closes each connection without telling TLS so.

use std::fs;
use std::io::{self, Read};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::{HandshakeKind, ServerConnection, SupportedProtocolVersion};

pub type Stream<'a> = rustls::Stream<'a, ServerConnection, TcpStream>;

/// A certificate for `localhost` that vouches for itself, and its key.
pub struct Identity {
    certificate: CertificateDer<'static>,
    key: Vec<u8>,
    pem: String,
}

impl Identity {
    pub fn new() -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let key = made.signing_key.serialize_der();
        Self { certificate: made.cert.der().clone(), key, pem: made.cert.pem() }
    }

    /// Writes it to a directory; returns the file of the certificate, in PEM.
    pub fn write(&self, directory: &Path) -> PathBuf {
        fs::create_dir_all(directory).unwrap();
        fs::write(directory.join("certificate.der"), &self.certificate).unwrap();
        fs::write(directory.join("key.der"), &self.key).unwrap();
        let pem = directory.join("certificate.pem");
        fs::write(&pem, &self.pem).unwrap();
        pem
    }

    /// Reads what was written.
    pub fn read(directory: &Path) -> Self {
        let certificate = fs::read(directory.join("certificate.der")).unwrap().into();
        let key = fs::read(directory.join("key.der")).unwrap();
        let pem = fs::read_to_string(directory.join("certificate.pem")).unwrap();
        Self { certificate, key, pem }
    }
}

pub struct TlsServer {
    port: u16,
    log: Arc<Mutex<Vec<(HandshakeKind, String)>>>,
}

impl TlsServer {
    /// Starts a server that answers the request with this path by writing to the stream.
    pub fn start(
        identity: &Identity,
        versions: &[&'static SupportedProtocolVersion],
        answer: impl Fn(&mut Stream<'_>, &str) + Send + Sync + 'static,
    ) -> Self {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let key = PrivatePkcs8KeyDer::from(identity.key.clone());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(versions)
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![identity.certificate.clone()], key.into())
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let log = Arc::default();
        let (seen, config, answer) = (Arc::clone(&log), Arc::new(config), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (seen, config) = (Arc::clone(&seen), Arc::clone(&config));
                let answer = Arc::clone(&answer);
                // A connection that fails is the client's to notice.
                thread::spawn(move || serve(stream, config, &seen, &*answer));
            }
        });
        Self { port, log }
    }

    pub fn base_url(&self) -> String {
        format!("https://localhost:{}/v1", self.port)
    }

    /// The paths of the requests so far.
    pub fn requests(&self) -> Vec<String> {
        self.log.lock().unwrap().iter().map(|(_, path)| path.clone()).collect()
    }

    /// The kinds of the handshakes that came before the requests.
    pub fn handshakes(&self) -> Vec<HandshakeKind> {
        self.log.lock().unwrap().iter().map(|(kind, _)| *kind).collect()
    }
}

fn serve(
    mut stream: TcpStream,
    config: Arc<rustls::ServerConfig>,
    log: &Mutex<Vec<(HandshakeKind, String)>>,
    answer: &(impl Fn(&mut Stream<'_>, &str) + ?Sized),
) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut session = ServerConnection::new(config).map_err(io::Error::other)?;
    let mut tls = rustls::Stream::new(&mut session, &mut stream);
    let Some(path) = receive(&mut tls)? else { return Ok(()) };
    let kind = tls.conn.handshake_kind().ok_or(io::ErrorKind::NotConnected)?;
    log.lock().unwrap().push((kind, path.clone()));
    answer(&mut tls, &path);
    Ok(())
}

/// The path of the request, once it was read whole.
fn receive(tls: &mut Stream<'_>) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    loop {
        let mut chunk = [0; 4096];
        let read = tls.read(&mut chunk)?;
        bytes.extend(chunk.iter().take(read));
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.to_ascii_lowercase();
            let length = length.split("content-length: ").nth(1);
            let length = length.and_then(|it| it.lines().next()?.parse().ok()).unwrap_or(0);
            if body.len() >= length {
                return Ok(head.split(' ').nth(1).map(str::to_owned));
            }
        }
        if read == 0 {
            return Ok(None);
        }
    }
}
