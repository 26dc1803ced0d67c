//! A loopback Dintero that counts what it carries out, and waits where a test says so.

use std::collections::BTreeSet;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::Duration;

use dintero_checkout_client::test_kit::{Answer, Request, Server};

/// A point that a request passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// A token was asked for: nothing else has been sent.
    Token,
    /// The cancel has arrived, and has not been carried out.
    CancelArrived,
    /// The cancel was carried out, and is not answered yet.
    CancelDone,
    /// The session is about to be read.
    Read,
}

/// What happens at the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The request waits until [`Dintero::go_on`].
    Wait(Point),
    /// The database is locked before the request goes on, so that the shop gets the answer and cannot store it.
    Lock(Point),
}

#[derive(Default)]
struct World {
    stop: Option<Stop>,
    reached: bool,
    is_lost: bool,
    cancels_arrived: usize,
    cancels_done: usize,
    cancelled: BTreeSet<String>,
    lock: Option<rusqlite::Connection>,
}

#[derive(Default)]
struct Shared {
    world: Mutex<World>,
    changed: Condvar,
}

pub struct Dintero {
    server: Server,
    shared: Arc<Shared>,
}

impl Dintero {
    pub fn start(database: String) -> Self {
        let shared = Arc::new(Shared::default());
        let seen = Arc::clone(&shared);
        let server = Server::start(move |request| seen.answer(request, &database)).unwrap();
        Self { server, shared }
    }

    pub fn base_url(&self) -> String {
        self.server.base_url()
    }

    /// The next request that comes to the point stops there.
    pub fn stop_at(&self, stop: Stop) {
        let mut world = self.shared.world();
        (world.stop, world.reached) = (Some(stop), false);
    }

    /// Waits until a request has come to the point.
    pub fn wait_until_reached(&self) {
        let patience = Duration::from_secs(60);
        let waiting = |world: &mut World| !world.reached;
        let world = self.shared.world();
        let waited = self.shared.changed.wait_timeout_while(world, patience, waiting).unwrap();
        assert!(!waited.1.timed_out(), "no request came to the point");
    }

    /// What waits goes on, and the database is unlocked.
    pub fn go_on(&self) {
        let mut world = self.shared.world();
        (world.stop, world.lock) = (None, None);
        self.shared.changed.notify_all();
    }

    /// What waits is never carried out, and the database is unlocked.
    pub fn lose(&self) {
        self.shared.world().is_lost = true;
        self.go_on();
    }

    /// The number of cancels that arrived, and of those that were carried out.
    pub fn cancels(&self) -> (usize, usize) {
        let world = self.shared.world();
        (world.cancels_arrived, world.cancels_done)
    }
}

impl Shared {
    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap()
    }

    /// Passes a point; false if the request is lost there.
    fn pass(&self, point: Point, database: &str) -> bool {
        let mut world = self.world();
        let stop = world.stop;
        match stop {
            Some(Stop::Lock(at)) if at == point => {
                world.lock.get_or_insert_with(|| locked(database));
            }
            Some(Stop::Wait(at)) if at == point => {}
            _ => return true,
        }
        world.reached = true;
        self.changed.notify_all();
        if stop == Some(Stop::Wait(point)) {
            world = self.changed.wait_while(world, |world| world.stop == stop).unwrap();
        }
        !std::mem::take(&mut world.is_lost)
    }

    fn answer(&self, request: &Request, database: &str) -> Answer {
        let steps: Vec<&str> = request.path().split(['/', '?']).skip(2).collect();
        match (request.method(), steps.as_slice()) {
            ("POST", ["accounts", ..]) => {
                self.pass(Point::Token, database);
                Answer::token("a-token", 3600)
            }
            ("POST", ["sessions", id, "cancel"]) => {
                self.world().cancels_arrived += 1;
                if !self.pass(Point::CancelArrived, database) {
                    return Answer::close();
                }
                let mut world = self.world();
                world.cancels_done += 1;
                world.cancelled.insert((*id).to_owned());
                drop(world);
                self.pass(Point::CancelDone, database);
                Answer::cancelled(id)
            }
            ("GET", ["sessions", id]) => {
                self.pass(Point::Read, database);
                match self.world().cancelled.contains(*id) {
                    true => Answer::cancelled(id),
                    false => Answer::open(id),
                }
            }
            _ => Answer::close(),
        }
    }
}

/// A connection that keeps all others from writing.
pub fn locked(database: &str) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(database).unwrap();
    connection.busy_timeout(Duration::from_secs(20)).unwrap();
    connection.execute_batch("BEGIN IMMEDIATE").unwrap();
    connection
}
