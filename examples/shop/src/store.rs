//! The database: it records each cancel before it is sent, and its result.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use dintero_checkout_client::chrono::Utc;
use dintero_checkout_client::{SessionId, Unknown};
use rusqlite::{Connection, OptionalExtension as _, Row, TransactionBehavior, params};

use crate::BoxError;
use crate::state::{Found, State};

/// An order has a record of its cancel exactly as long as that is to be settled.
const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS orders (
        id         TEXT PRIMARY KEY,
        session_id TEXT NOT NULL,
        state      TEXT NOT NULL DEFAULT 'paid',
        record     TEXT,
        CHECK ((state = 'settling') = (record IS NOT NULL))
    )";

/// An order with work left for the job.
pub(crate) struct Open {
    pub(crate) order: String,
    /// The cancel to settle, as it is stored. `None` if it is proven that nothing was cancelled.
    pub(crate) record: Option<String>,
}

/// The orders. Clones share one connection.
#[derive(Clone)]
pub(crate) struct Store(Arc<Mutex<Connection>>);

impl Store {
    pub(crate) fn open(path: &str) -> Result<Self, BoxError> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    /// Adds a paid order; an existing order stays unchanged.
    pub(crate) async fn add(&self, order: String, session_id: SessionId) -> Result<(), BoxError> {
        let insert = "INSERT INTO orders (id, session_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.with(move |database| {
            database.execute(insert, params![order, session_id.to_string()])?;
            Ok(())
        })
        .await
    }

    /// The state of an order, if there is such an order.
    pub(crate) async fn state(&self, order: String) -> Result<Option<State>, BoxError> {
        self.with(move |database| {
            let select = "SELECT state FROM orders WHERE id = ?1";
            let word: Option<String> =
                database.query_row(select, [order], |row| row.get(0)).optional()?;
            let unknown = |word| format!("the database has a state `{word}`");
            word.map(|word| State::from_word(&word).ok_or(unknown(word).into())).transpose()
        })
        .await
    }

    /// Writes down that the order's session is about to be cancelled, and returns the record of that.
    /// `None` if a cancel is under way or done, or if there is no such order: then nothing may be sent.
    pub(crate) async fn begin(&self, order: String) -> Result<Option<Unknown>, BoxError> {
        self.with(move |database| {
            // The time is taken once the database is this one's: the horizon counts from it.
            let transaction = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let select =
                "SELECT session_id FROM orders WHERE id = ?1 AND state IN ('paid', 'try_again')";
            let found: Option<String> =
                transaction.query_row(select, [&order], |row| row.get(0)).optional()?;
            let Some(session_id) = found else { return Ok(None) };
            let intention = Unknown::of(session_id.parse()?, Utc::now());
            transaction.execute(
                "UPDATE orders SET state = 'settling', record = ?2 WHERE id = ?1",
                params![order, intention.to_string()],
            )?;
            transaction.commit()?;
            Ok(Some(intention))
        })
        .await
    }

    /// Stores what the call that this process sent for an order found out. It is the only one: another
    /// begins no sooner than this one is settled.
    pub(crate) async fn finish(&self, order: String, found: Found) -> Result<(), BoxError> {
        self.update(order, None, found).await
    }

    /// Stores what settling `known` found out, unless the call itself has found out more meanwhile.
    pub(crate) async fn settle(
        &self,
        order: String,
        known: Unknown,
        found: Found,
    ) -> Result<(), BoxError> {
        self.update(order, Some(known), found).await
    }

    async fn update(
        &self,
        order: String,
        known: Option<Unknown>,
        Found { state, record }: Found,
    ) -> Result<(), BoxError> {
        tracing::info!(order, state = state.word(), "found");
        self.with(move |database| {
            let [known, record] = [known, record].map(|it| it.map(|record| record.to_string()));
            database.execute(
                "UPDATE orders SET state = ?3, record = ?4
                 WHERE id = ?1 AND state = 'settling' AND record = coalesce(?2, record)",
                params![order, known, state.word(), record],
            )?;
            Ok(())
        })
        .await
    }

    /// The orders with work left for the job.
    pub(crate) async fn open_orders(&self) -> Result<Vec<Open>, BoxError> {
        self.with(|database| {
            let select = "SELECT id, record FROM orders WHERE state IN ('settling', 'try_again')";
            let mut statement = database.prepare(select)?;
            let open = |row: &Row<'_>| Ok(Open { order: row.get(0)?, record: row.get(1)? });
            Ok(statement.query_map([], open)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// SQLite blocks while it writes to the disk or waits for another process.
    async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, BoxError> + Send + 'static,
    ) -> Result<T, BoxError> {
        let connection = Arc::clone(&self.0);
        tokio::task::spawn_blocking(move || {
            work(&mut connection.lock().unwrap_or_else(PoisonError::into_inner))
        })
        .await?
    }
}
