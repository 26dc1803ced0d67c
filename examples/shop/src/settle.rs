//! The job that settles open orders, including those that earlier processes left.

use std::time::Duration;

use dintero_checkout_client::Unknown;
use dintero_checkout_client::chrono::Utc;
use tokio::time::MissedTickBehavior;

use crate::cancel::cancel;
use crate::state::Found;
use crate::store::Open;
use crate::{BoxError, Shop};

/// Settles open orders: at once, and then after each interval.
pub(crate) async fn run(shop: Shop, interval: Duration) {
    let mut ticks = tokio::time::interval(interval);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let open_orders = shop.store.open_orders().await.unwrap_or_else(|error| {
            tracing::error!(error, "reading what is open");
            Vec::new()
        });
        for open in open_orders {
            let order = open.order.clone();
            // An order that cannot be settled does not keep the others waiting.
            if let Err(error) = settle(&shop, open).await {
                tracing::error!(order, error, "settling");
            }
        }
    }
}

async fn settle(shop: &Shop, Open { order, record }: Open) -> Result<(), BoxError> {
    let Some(record) = record else {
        // It is proven that nothing was cancelled, so this is a new cancel.
        cancel(shop.clone(), order).await?;
        return Ok(());
    };
    let record: Unknown = record.parse()?;
    if record.ask_again_at() <= Utc::now() {
        // This reads the session, and never sends the cancel again.
        let result = shop.sessions.settle(&record).await;
        let found = Found::of(record.clone(), &result);
        shop.store.settle(order, record, found).await?;
    }
    Ok(())
}
