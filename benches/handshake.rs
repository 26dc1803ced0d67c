//! The TLS handshake that a fresh connection costs, in full and resumed: what the client and the server take of a
//! processor, the bytes, and the round trips before the request can be sent. In memory, so no network is in it.
//! `cargo bench --manifest-path benches/Cargo.toml --no-default-features --bench handshake`.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::client::Resumption;
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer, ServerName};
use rustls::server::ServerSessionMemoryCache;
use rustls::version::{TLS12, TLS13};
use rustls::{
    ClientConfig, ClientConnection, HandshakeKind, RootCertStore, ServerConfig, ServerConnection,
    SupportedProtocolVersion,
};

const ROUNDS: usize = 501;

type Failed = Box<dyn Error>;

struct Cost {
    client: Duration,
    server: Duration,
    bytes: usize,
    round_trips: u32,
    kind: Option<HandshakeKind>,
}

fn configs(
    version: &'static SupportedProtocolVersion,
    certificate: &CertificateDer<'static>,
    key: &[u8],
) -> Result<(ClientConfig, Arc<ServerConfig>), Failed> {
    let provider = Arc::new(ring::default_provider());
    let mut roots = RootCertStore::empty();
    roots.add(certificate.clone())?;
    let client = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_protocol_versions(&[version])?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let mut server = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[version])?
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.clone()],
            PrivatePkcs8KeyDer::from(key.to_vec()).into(),
        )?;
    // The full handshakes leave sessions, too, which must not displace the one that is resumed.
    server.session_storage = ServerSessionMemoryCache::new(8 * ROUNDS);
    Ok((client, Arc::new(server)))
}

#[allow(clippy::disallowed_methods, reason = "what is measured is the time of this machine")]
fn timed<T>(total: &mut Duration, run: impl FnOnce() -> Result<T, Failed>) -> Result<T, Failed> {
    let began = Instant::now();
    let result = run();
    *total += began.elapsed();
    result
}

fn handshake(client: &Arc<ClientConfig>, server: &Arc<ServerConfig>) -> Result<Cost, Failed> {
    let mut cost = Cost {
        client: Duration::ZERO,
        server: Duration::ZERO,
        bytes: 0,
        round_trips: 0,
        kind: None,
    };
    let mut ours = timed(&mut cost.client, || {
        let name = ServerName::try_from("localhost")?;
        Ok(ClientConnection::new(Arc::clone(client), name)?)
    })?;
    let mut theirs = timed(&mut cost.server, || Ok(ServerConnection::new(Arc::clone(server))?))?;
    loop {
        let is_done = !ours.is_handshaking();
        let mut flight = Vec::new();
        timed(&mut cost.client, || {
            while ours.wants_write() {
                ours.write_tls(&mut flight)?;
            }
            Ok(())
        })?;
        cost.bytes += flight.len();
        timed(&mut cost.server, || receive(&mut theirs, &flight))?;
        let mut flight = Vec::new();
        timed(&mut cost.server, || {
            while theirs.wants_write() {
                theirs.write_tls(&mut flight)?;
            }
            Ok(())
        })?;
        cost.bytes += flight.len();
        cost.round_trips += u32::from(!is_done);
        timed(&mut cost.client, || receive(&mut ours, &flight))?;
        // What the server sends at the end, such as the ticket of the session, comes with its answer.
        if is_done {
            cost.kind = ours.handshake_kind();
            return Ok(cost);
        }
    }
}

fn receive<D>(
    connection: &mut impl std::ops::DerefMut<Target = rustls::ConnectionCommon<D>>,
    mut flight: &[u8],
) -> Result<(), Failed> {
    while !flight.is_empty() {
        connection.read_tls(&mut flight)?;
        connection.process_new_packets()?;
    }
    Ok(())
}

fn median(mut figures: Vec<Duration>) -> f64 {
    figures.sort();
    figures.get(figures.len() / 2).map_or(0.0, |it| it.as_secs_f64() * 1e6)
}

fn main() -> Result<(), Failed> {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()])?;
    let (certificate, key) = (made.cert.der(), made.signing_key.serialize_der());
    println!("medians of {ROUNDS} handshakes with one ECDSA certificate, in turns");
    for (name, version) in [("TLS 1.3", &TLS13), ("TLS 1.2", &TLS12)] {
        let (config, server) = configs(version, certificate, &key)?;
        let mut without = config.clone();
        without.resumption = Resumption::disabled();
        let clients = [Arc::new(without), Arc::new(config)];
        // The first leaves a session that the others resume.
        handshake(&clients[1], &server)?;
        let mut costs = [Vec::new(), Vec::new()];
        for _ in 0..ROUNDS {
            for (client, costs) in clients.iter().zip(&mut costs) {
                costs.push(handshake(client, &server)?);
            }
        }
        for (costs, expected) in
            costs.into_iter().zip([HandshakeKind::Full, HandshakeKind::Resumed])
        {
            assert!(costs.iter().all(|cost| cost.kind == Some(expected)));
            let last = costs.last().ok_or("no rounds")?;
            println!(
                "{name} {:<8} {:>7.1} us client {:>7.1} us server {:>6} bytes {:>2} round trips",
                format!("{expected:?}").to_lowercase(),
                median(costs.iter().map(|cost| cost.client).collect()),
                median(costs.iter().map(|cost| cost.server).collect()),
                last.bytes,
                last.round_trips,
            );
        }
    }
    Ok(())
}
