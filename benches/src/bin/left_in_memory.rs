//! Looks into each block of memory as it is freed: a fetched token must be in none that this crate allocated, however
//! the answer was written. HTTP and TLS below have buffers of their own, which keep what went over the wire.
//! `cargo run --manifest-path benches/Cargo.toml --no-default-features --bin left_in_memory`.

use std::alloc::{GlobalAlloc, Layout, System};
use std::backtrace::Backtrace;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use dintero_checkout_client::test_kit::{Answer, Server};
use dintero_checkout_client::{ApiClient, Client, Credentials};
use http::StatusCode;

/// What the server's tokens contain. What counts is the memory that is allocated, so it may stand here.
const NEEDLE: &[u8] = b"c2VjcmV0LXRva2Vu";

/// Crates whose blocks are not this crate's, and this crate's.
const BELOW: [&str; 7] = ["hyper", "hyper_util", "reqwest", "tokio", "mio", "tower", "http_body"];
const OURS: [&str; 2] = ["dintero_checkout_client", "openapi_client_runtime"];

static IS_ON: AtomicBool = AtomicBool::new(false);
/// Who allocated the blocks that are in use.
static BLOCKS: Mutex<BTreeMap<usize, (usize, Backtrace)>> = Mutex::new(BTreeMap::new());
/// Who allocated the blocks that had the needle in them when they were freed.
static FOUND: Mutex<Vec<Backtrace>> = Mutex::new(Vec::new());

thread_local! {
    /// True while this thread looks at memory itself.
    static IS_LOOKING: Cell<bool> = const { Cell::new(false) };
}

struct Watching;

// SAFETY: every call goes to the system's allocator as it is.
unsafe impl GlobalAlloc for Watching {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let pointer = unsafe { System.alloc(layout) };
        if layout.size() >= NEEDLE.len() {
            looking(|| {
                let block = (layout.size(), Backtrace::force_capture());
                BLOCKS.lock().map(|mut blocks| blocks.insert(pointer as usize, block)).is_ok()
            });
        }
        pointer
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        if layout.size() >= NEEDLE.len() {
            looking(|| {
                let block = BLOCKS.lock().ok()?.remove(&(pointer as usize))?;
                let has_needle = contains_needle(pointer as usize, layout.size());
                has_needle.then(|| FOUND.lock().map(|mut found| found.push(block.1)))
            });
        }
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static WATCHING: Watching = Watching;

/// Runs this once at a time in a thread, so that it may allocate.
fn looking<T>(look: impl FnOnce() -> T) {
    let is_looking = || IS_LOOKING.try_with(|it| it.replace(true)).unwrap_or(true);
    if IS_ON.load(Ordering::Relaxed) && !is_looking() {
        drop(look());
        let _ = IS_LOOKING.try_with(|it| it.set(false));
    }
}

/// True if the needle is in a block that is still allocated.
fn contains_needle(address: usize, size: usize) -> bool {
    // SAFETY: the block is allocated; volatile, since parts of it may never have been written.
    let byte = |at: usize| unsafe { ((address + at) as *const u8).read_volatile() };
    let last = size.saturating_sub(NEEDLE.len());
    (0..=last)
        .any(|start| NEEDLE.iter().enumerate().all(|(at, wanted)| byte(start + at) == *wanted))
}

/// Answers with a token, each written in another way.
fn answers() -> Vec<String> {
    let token = String::from_utf8_lossy(NEEDLE).into_owned();
    let escaped: String =
        token.chars().map(|letter| format!("\\u{:04x}", u32::from(letter))).collect();
    let padding = "x".repeat(40_000);
    let plain = format!(r#""access_token": "{token}""#);
    vec![
        format!(r#"{{{plain}, "token_type": "Bearer", "expires_in": 3600}}"#),
        format!(
            r#"{{"access_token": "\u0061{token}\/", "token_type": "Bearer", "expires_in": 3600}}"#
        ),
        format!(r#"{{"access_token": "{escaped}", "expires_in": 3600}}"#),
        format!(r#"{{"\u0061ccess_token": "{token}", "expires_in": 3600}}"#),
        format!(r#"{{{plain}, "expires_in": "an hour", "scope": {{"a": [1]}}}}"#),
        format!(
            r#"{{{plain}, "refresh_token": "{token}", "expires_in": 36.5e2, "token_type": 1}} {{}}"#
        ),
        format!("\u{feff}{{{plain}, {plain}, \"padding\": \"{padding}\"}}"),
        format!(r#"{{"access_token": "{token} cannot be sent: \u00e5"}}"#),
        format!(r#"{{"access_token": ["{token}"#),
    ]
}

/// The server, until its input ends.
fn serve() -> Result<(), Box<dyn Error>> {
    let (answers, next) = (answers(), AtomicUsize::new(0));
    let server = Server::start(move |request| match request.path().ends_with("/auth/token") {
        true => {
            let next = next.fetch_add(1, Ordering::Relaxed) % answers.len();
            Answer::new(StatusCode::OK, "application/json", answers[next].clone())
        }
        false => Answer::cancelled("a-session"),
    })?;
    println!("{}", server.base_url());
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

fn start_server() -> Result<(Child, String), Box<dyn Error>> {
    let mut server = Command::new(env::current_exe()?);
    let mut server = server.arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut base_url = String::new();
    BufReader::new(server.stdout.take().ok_or("no output")?).read_line(&mut base_url)?;
    Ok((server, base_url.trim().to_owned()))
}

/// Cancels once with a client of its own; true if the token could be used.
fn cancel(base_url: &str) -> Result<bool, Box<dyn Error>> {
    let account_id = "T12345678".parse()?;
    let client = ApiClient { account_id, client_id: "an-id", client_secret: "a-secret" };
    let client = Client::builder(Credentials::client(client)?).base_url(base_url).build()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(runtime.block_on(client.cancel(&"a-session".parse()?)).is_ok())
}

/// The crate that a block is of: the innermost that is named in its backtrace.
fn owner(backtrace: &str) -> Option<&'static str> {
    let is_of = |line: &str, name: &str| line.contains(&format!("{name}::"));
    let names = || OURS.into_iter().chain(BELOW);
    backtrace.lines().find_map(|line| names().find(|name| is_of(line, name)))
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    if env::args().nth(1).as_deref() == Some("serve") {
        serve()?;
        return Ok(ExitCode::SUCCESS);
    }
    let (mut server, base_url) = start_server()?;
    let answers = answers().len();
    IS_ON.store(true, Ordering::Relaxed);
    let sent = (0..answers).map(|_| cancel(&base_url)).collect::<Result<Vec<_>, _>>()?;
    IS_ON.store(false, Ordering::Relaxed);
    drop(server.stdin.take());
    server.wait()?;
    println!(
        "{} of {} answers had a token that can be sent",
        sent.iter().filter(|it| **it).count(),
        sent.len()
    );
    let mut found = std::mem::take(&mut *FOUND.lock().map_err(|_| "poisoned")?);
    let blocks = std::mem::take(&mut *BLOCKS.lock().map_err(|_| "poisoned")?);
    let in_use = blocks.into_iter().filter(|(at, (size, _))| contains_needle(*at, *size));
    found.extend(in_use.map(|(_, (_, backtrace))| backtrace));
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    for backtrace in found.iter().map(ToString::to_string) {
        let owner = owner(&backtrace).unwrap_or("somebody else");
        *owners.entry(owner).or_default() += 1;
        if !BELOW.contains(&owner) {
            println!("left by {owner}:\n{backtrace}");
        }
    }
    println!("blocks with a token in them: {owners:?}");
    let is_clean = owners.keys().all(|owner| BELOW.contains(owner));
    // The buffers of HTTP show that this finds what is there.
    Ok(if is_clean && !owners.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
