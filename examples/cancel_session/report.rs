//! What a person wants to see of a cancel.

use dintero_checkout_client::types::SessionOrder;
use dintero_checkout_client::{Confirmation, Error, SessionId, Standing};

/// The report of a confirmed cancel.
pub(crate) fn known(session_id: &SessionId, confirmation: &Confirmation) -> String {
    let standing = match confirmation.is_cancelled() {
        true => "yes, the session says so itself",
        false => "accepted, but the session could not be read",
    };
    let session = confirmation.session();
    let cancelled_at = session.and_then(|session| session.cancelled_at);
    let order = session.and_then(|session| session.order.as_deref());
    let answer = confirmation.cancellation().map(|cancellation| cancellation.response());
    let drift = answer.map(|answer| answer.drift()).unwrap_or_default();
    let unreadable = answer.and_then(|answer| answer.unreadable());
    let compared = match (answer, unreadable) {
        (None, _) => "not checked: there was no answer".to_owned(),
        (_, Some(reason)) => format!("not checked: {reason}"),
        _ if drift.is_empty() => "none".to_owned(),
        _ => "see below".to_owned(),
    };
    let mut lines = vec![
        format!("Session    {session_id}"),
        format!("Cancelled  {standing}"),
        format!("At         {}", cancelled_at.map_or("not stated".to_owned(), |at| at.to_string())),
        format!("Order      {}", order.map_or("not stated".to_owned(), describe)),
        format!("Drift      {compared}"),
    ];
    lines.extend(drift.iter().map(|drift| format!("           {drift}")));
    lines.extend(confirmation.cause().map(|cause| format!("Because    {cause}")));
    lines.extend(confirmation.unknown().map(|unknown| format!("To settle  {unknown}")));
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
    let advice = match error.standing() {
        Standing::NotCancelled => "The session was not cancelled by this call.",
        Standing::NeedsAPerson => {
            "Dintero accepted the cancel, and the session is open. Ask Dintero."
        }
        _ => "The session may have been cancelled. Settle it before you do anything else.",
    };
    let mut lines = vec![format!("{session_id}: {error}"), advice.to_owned()];
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        lines.push(format!("  because: {cause}"));
        source = cause.source();
    }
    lines.extend(error.unknown().map(|unknown| format!("  to settle: {unknown}")));
    let detail = error.response().and_then(|response| response.value()?.error.as_ref());
    let message = detail.and_then(|detail| detail.message.as_deref());
    lines.extend(message.map(|message| format!("  Dintero: {message}")));
    lines.join("\n")
}
