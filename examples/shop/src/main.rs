//! A shop that cancels Dintero sessions, and knows what became of each, also after `kill -9`.
//!
//! | variable | usual value | |
//! |---|---|---|
//! | `DINTERO_…` | | the account and the API, as `ClientBuilder::from_env` reads them |
//! | `SHOP_LISTEN` | `127.0.0.1:8080` | the address of the shop's own API |
//! | `SHOP_DATABASE` | `shop.sqlite` | the file of the database |
//! | `SHOP_SETTLE_SECONDS` | `60` | how often the job looks for cancels to settle |
//! | `SHOP_HORIZON_SECONDS` | `600` | how long a cancel that was sent may still take effect |
//!
//! There is no orderly end: what a process leaves open, the next one settles.

mod cancel;
mod http;
mod settle;
mod state;
mod store;

use std::sync::Arc;
use std::time::Duration;

use dintero_checkout_client::{Client, ClientBuilder, Sessions};
use store::Store;
use tokio::net::TcpListener;

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// What each request and the job need. `Sessions` is the client, or a test's stand-in for it.
#[derive(Clone)]
struct Shop {
    store: Store,
    sessions: Arc<dyn Sessions>,
}

#[tokio::main]
async fn main() -> Result<(), BoxError> {
    tracing_subscriber::fmt().json().init();
    let interval = seconds("SHOP_SETTLE_SECONDS", 60)?;
    let shop = Shop {
        store: Store::open(&variable("SHOP_DATABASE", "shop.sqlite")?)?,
        sessions: Arc::new(client(seconds("SHOP_HORIZON_SECONDS", 600)?)?),
    };
    let listener = TcpListener::bind(variable("SHOP_LISTEN", "127.0.0.1:8080")?).await?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    tokio::spawn(settle::run(shop.clone(), interval));
    axum::serve(listener, http::router(shop)).await?;
    Ok(())
}

/// A short horizon, as a test has it, makes the time-outs shorter: the horizon must be the longest.
fn client(horizon: Duration) -> Result<Client, BoxError> {
    let builder = ClientBuilder::from_env()?
        .system("shop", env!("CARGO_PKG_VERSION"))
        .horizon(horizon)
        .deadline(Duration::from_secs(60).min(horizon / 2))
        .attempt_timeout(Duration::from_secs(30).min(horizon / 4))
        .connect_timeout(Duration::from_secs(5).min(horizon / 8));
    Ok(builder.build()?)
}

fn variable(name: &str, usual: &str) -> Result<String, BoxError> {
    match std::env::var(name) {
        Ok(value) => Ok(value),
        Err(std::env::VarError::NotPresent) => Ok(usual.to_owned()),
        Err(error) => Err(format!("`{name}`: {error}").into()),
    }
}

fn seconds(name: &str, usual: u64) -> Result<Duration, BoxError> {
    match variable(name, &usual.to_string())?.parse() {
        Ok(0) | Err(_) => Err(format!("`{name}` is not a whole number of seconds above 0").into()),
        Ok(seconds) => Ok(Duration::from_secs(seconds)),
    }
}
