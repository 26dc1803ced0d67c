//! A cancel over loopback, by this crate and by reqwest alone, which sends the same request over a fresh
//! connection as well, reads the same bytes and decodes progenitor's types: one after the other, 64 and 1,000
//! at once, and what it takes in memory.
//! `cargo bench --manifest-path benches/Cargo.toml --bench call`.
//!
//! Both talk to one server in a process of its own, in turns, so that what else the machine does
//! falls on both.

use std::alloc::{GlobalAlloc, Layout, System};
use std::env;
use std::error::Error;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use dintero_checkout_client::test_kit::{Answer, Server};
use dintero_checkout_client::types::CheckoutSession;
use dintero_checkout_client::{Client, Credentials, SessionId};
use dintero_checkout_client_benches::RelaxedSession;
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderValue};

/// How many calls a round has, how many rounds there are, and whether the calls of one run at once.
struct Load {
    title: &'static str,
    calls: usize,
    rounds: usize,
    is_at_once: bool,
}

const LOADS: [Load; 3] = [
    Load { title: "one after the other", calls: 64, rounds: 41, is_at_once: false },
    Load { title: "64 at once", calls: 64, rounds: 41, is_at_once: true },
    Load { title: "1,000 at once", calls: 1000, rounds: 11, is_at_once: true },
];

type Failed = Box<dyn Error + Send + Sync>;

/// Counts the allocated bytes, and the most at one time.
struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);
static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(now, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

#[derive(Clone)]
enum Caller {
    Ours(Client),
    Reqwest(reqwest::Client, String),
}

impl Caller {
    async fn cancel(&self, session_id: &SessionId) -> Result<(), Failed> {
        match self {
            Self::Ours(client) => {
                let cancellation = client.cancel(session_id).await?;
                assert!(cancellation.session().is_some());
            }
            Self::Reqwest(client, base_url) => {
                let url = format!("{base_url}/sessions/{session_id}/cancel");
                let mut token = HeaderValue::from_static("Bearer a-token");
                token.set_sensitive(true);
                let request = client.post(url).header(ACCEPT, "application/json");
                let answer = request.header(AUTHORIZATION, token).send().await?;
                let body = answer.error_for_status()?.bytes().await?;
                let session: RelaxedSession = serde_json::from_slice(&body)?;
                assert!(session.id.is_some());
            }
        }
        Ok(())
    }

    async fn one_by_one(&self, calls: usize, session_id: &SessionId) -> Result<(), Failed> {
        for _ in 0..calls {
            self.cancel(session_id).await?;
        }
        Ok(())
    }

    async fn at_once(&self, calls: usize, session_id: &SessionId) -> Result<(), Failed> {
        let calls: Vec<_> = (0..calls)
            .map(|_| {
                let (caller, session_id) = (self.clone(), session_id.clone());
                tokio::spawn(async move { caller.cancel(&session_id).await })
            })
            .collect();
        for call in calls {
            call.await??;
        }
        Ok(())
    }
}

struct Figures {
    cpu_us: Vec<f64>,
    wall_us: Vec<f64>,
    allocations: usize,
    peak: Vec<f64>,
}

/// This process's seconds on a processor, user and system together.
fn cpu() -> Result<f64, Failed> {
    let stat = std::fs::read_to_string("/proc/self/schedstat")?;
    let nanoseconds: f64 = stat.split(' ').next().unwrap_or_default().parse()?;
    Ok(nanoseconds / 1e9)
}

#[allow(clippy::disallowed_methods, reason = "what is measured is the time of this machine")]
async fn measure(callers: &[Caller; 2], load: &Load) -> Result<[Figures; 2], Failed> {
    let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    let mut figures =
        [(); 2].map(|()| Figures { cpu_us: vec![], wall_us: vec![], allocations: 0, peak: vec![] });
    for round in 0..=load.rounds {
        for (caller, figures) in callers.iter().zip(&mut figures) {
            let (allocations, before) =
                (ALLOCATIONS.load(Ordering::Relaxed), NOW.load(Ordering::Relaxed));
            PEAK.store(before, Ordering::Relaxed);
            let (wall, used) = (std::time::Instant::now(), cpu()?);
            match load.is_at_once {
                true => caller.at_once(load.calls, &session_id).await?,
                false => caller.one_by_one(load.calls, &session_id).await?,
            }
            let (used, wall) = (cpu()? - used, wall.elapsed().as_secs_f64());
            // The first round fills caches.
            if round > 0 {
                figures.cpu_us.push(used / load.calls as f64 * 1e6);
                figures.wall_us.push(wall / load.calls as f64 * 1e6);
                figures.allocations =
                    (ALLOCATIONS.load(Ordering::Relaxed) - allocations) / load.calls;
                figures.peak.push((PEAK.load(Ordering::Relaxed) - before) as f64);
            }
        }
    }
    Ok(figures)
}

fn median(figures: impl IntoIterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.into_iter().collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

fn print(load: &Load, [ours, reqwest]: &[Figures; 2]) {
    let Load { title, calls, rounds, .. } = load;
    println!("\n{title}, medians of {rounds} rounds of {calls} calls in turns");
    for (name, figures) in [("this crate", ours), ("reqwest", reqwest)] {
        println!(
            "{name:<11} {:>8.1} us CPU {:>8.1} us wall a call, {:>4} allocations, {:>9.0} bytes at the peak",
            median(figures.cpu_us.iter().copied()),
            median(figures.wall_us.iter().copied()),
            figures.allocations,
            median(figures.peak.iter().copied()),
        );
    }
    let ratio = |of: fn(&Figures) -> &Vec<f64>| {
        median(of(ours).iter().zip(of(reqwest)).map(|(ours, reqwest)| ours / reqwest))
    };
    println!(
        "ratio       {:>8.3} CPU    {:>8.3} wall {:>33.3} at the peak",
        ratio(|it| &it.cpu_us),
        ratio(|it| &it.wall_us),
        ratio(|it| &it.peak),
    );
}

/// The server, until its input ends.
fn serve() -> Result<(), Failed> {
    let server = Server::start(|request| {
        Answer::cancelled(request.path().rsplit('/').nth(1).unwrap_or_default())
    })?;
    println!("{}", server.base_url());
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

fn start_server() -> Result<(Child, String), Failed> {
    let mut server = Command::new(env::current_exe()?)
        .arg("serve")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut base_url = String::new();
    BufReader::new(server.stdout.take().ok_or("no output")?).read_line(&mut base_url)?;
    Ok((server, base_url.trim().to_owned()))
}

// One thread, so that its seconds are all of the process's.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failed> {
    if env::args().nth(1).as_deref() == Some("serve") {
        return serve();
    }
    let (mut server, base_url) = start_server()?;
    let client =
        Client::builder(Credentials::token("a-token")?).base_url(base_url.as_str()).build()?;
    // reqwest needs a TLS provider even for plain HTTP; this crate brings its own.
    rustls::crypto::ring::default_provider().install_default().map_err(|_| "installed twice")?;
    let raw = reqwest::Client::builder()
        .no_proxy()
        .tcp_nodelay(true)
        .redirect(reqwest::redirect::Policy::none())
        .pool_max_idle_per_host(0)
        .build()?;
    let callers = [Caller::Ours(client.clone()), Caller::Reqwest(raw, base_url)];
    let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    println!("future of `cancel`: {} bytes", size_of_val(&client.cancel(&session_id)));
    println!("`CheckoutSession`: {} bytes", size_of::<CheckoutSession>());
    let progenitor = size_of::<RelaxedSession>();
    println!("progenitor's: {progenitor} bytes");
    for load in &LOADS {
        print(load, &measure(&callers, load).await?);
    }
    drop(server.stdin.take());
    server.wait()?;
    Ok(())
}
