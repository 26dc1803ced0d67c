//! What a person wants to see of a cancel.

use dintero_checkout_client::types::SessionOrder;
use dintero_checkout_client::{Cancellation, Error, Outcome, SessionId};

/// A cancel that the server accepted.
pub(crate) fn accepted(cancellation: &Cancellation) -> String {
    let response = cancellation.response();
    let session = cancellation.session();
    let verified = if cancellation.is_verified() {
        "yes: the answer names this session and says when it was cancelled"
    } else {
        "no: read the session to be sure"
    };
    let cancelled_at = session.and_then(|session| session.cancelled_at);
    let order = session.and_then(|session| session.order.as_ref());
    let drift = response.drift();
    let mut lines = vec![
        format!("Session    {}", cancellation.session_id()),
        format!("Accepted   yes, {}", response.status()),
        format!("Verified   {verified}"),
        format!("Cancelled  {}", cancelled_at.map_or("not said".to_owned(), |at| at.to_string())),
        format!("Order      {}", order.map_or("not said".to_owned(), describe)),
        format!("Drift      {}", if drift.is_empty() { "none" } else { "see below" }),
    ];
    lines.extend(response.unreadable().map(|reason| format!("Unread     {reason}")));
    lines.extend(drift.iter().map(|drift| format!("           {drift}")));
    lines.join("\n")
}

fn describe(order: &SessionOrder) -> String {
    let amount = order.amount.map_or("unknown".to_owned(), |amount| amount.to_string());
    let currency = order.currency.as_deref().unwrap_or("unknown currency");
    let items = order.items.as_ref().map_or(0, Vec::len);
    format!("{amount} in the smallest unit of {currency}, {items} items")
}

/// A cancel that has no success to report: what became of it, and what to do.
pub(crate) fn failed(session_id: &SessionId, error: &Error) -> String {
    let advice = match error.outcome() {
        Outcome::NotApplied => "The session was not cancelled by this call.",
        _ => "The session may have been cancelled. Read it before you do anything else.",
    };
    let mut lines = vec![format!("{session_id}: {error}"), advice.to_owned()];
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        lines.push(format!("  because: {cause}"));
        source = cause.source();
    }
    let detail = error.response().and_then(|response| response.value()?.error.as_ref());
    lines.extend(
        detail.and_then(|detail| detail.message.clone()).map(|m| format!("  Dintero: {m}")),
    );
    lines.join("\n")
}
