//! What a shop makes of a cancel. It knows the client as a trait, so a test can put a stand-in there.

use dintero_checkout_client::{Confirmation, Error, Outcome, SessionId, Sessions, Standing};

/// What the shop does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    /// The session is cancelled: the customer gets the mail.
    TellCustomer,
    /// Dintero will not cancel this session, which may be captured: the money goes back another way.
    RefundInstead,
    /// Dintero did not take the call: the shop's access is wrong, or it called too often. The session is as
    /// it was before, so nothing is paid back. The cancel is tried again once that is mended.
    MendAndTryAgain,
    /// Nothing is proven yet: a job settles it later. Nothing is promised.
    SettleLater,
    /// Dintero accepted the cancel, and yet the session stays open: the shop's staff ask Dintero.
    AskDintero,
}

pub(crate) async fn give_back(sessions: &dyn Sessions, session_id: &SessionId) -> Decision {
    decide(&sessions.cancel_and_confirm(session_id).await)
}

fn decide(result: &Result<Confirmation, Error>) -> Decision {
    match Standing::of(result) {
        Standing::Cancelled => Decision::TellCustomer,
        Standing::Accepted | Standing::Unknown => Decision::SettleLater,
        Standing::NeedsAPerson => Decision::AskDintero,
        Standing::NotCancelled => match result {
            Err(error) if is_final(error) => Decision::RefundInstead,
            _ => Decision::MendAndTryAgain,
        },
    }
}

/// True if Dintero refused this session, and not the shop.
fn is_final(error: &Error) -> bool {
    let is_the_shops =
        error.status().is_some_and(|status| matches!(status.as_u16(), 401 | 403 | 404 | 425 | 429));
    error.outcome() == Outcome::Refused && !is_the_shops
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use dintero_checkout_client::chrono::DateTime;
    use dintero_checkout_client::test_kit::{failed_cancel, response, settlement};
    use dintero_checkout_client::{BoxFuture, Unknown};
    use http::StatusCode;

    use super::*;

    /// Fails every cancel with this status; `None` is a request that was never sent.
    struct Failing(Option<StatusCode>);

    impl Sessions for Failing {
        fn cancel_and_confirm<'a>(
            &'a self,
            session_id: &'a SessionId,
        ) -> BoxFuture<'a, Result<Confirmation, Error>> {
            Box::pin(async { Err(failed_cancel(session_id, self.0, "")) })
        }
    }

    #[tokio::test]
    async fn only_a_refusal_lets_the_money_go_back_another_way() {
        let id = "T1.2".parse().unwrap();
        for (status, decision) in [
            (None, Decision::MendAndTryAgain),
            (Some(StatusCode::CONFLICT), Decision::RefundInstead),
            (Some(StatusCode::FORBIDDEN), Decision::MendAndTryAgain),
            (Some(StatusCode::TOO_MANY_REQUESTS), Decision::MendAndTryAgain),
            (Some(StatusCode::REQUEST_TIMEOUT), Decision::SettleLater),
            (Some(StatusCode::BAD_GATEWAY), Decision::SettleLater),
        ] {
            assert_eq!(give_back(&Failing(status), &id).await, decision, "{status:?}");
        }
    }

    #[test]
    fn a_cancel_without_an_answer_is_settled_after_ten_minutes() {
        let sent_at = DateTime::UNIX_EPOCH;
        let unknown = Unknown::of("T1.2".parse().unwrap(), sent_at);
        for (minutes, decision) in [(9, Decision::SettleLater), (10, Decision::MendAndTryAgain)] {
            let read = Ok(response(StatusCode::OK, r#"{"id": "T1.2"}"#));
            let as_of = sent_at + Duration::from_secs(minutes * 60);
            assert_eq!(decide(&settlement(&unknown, read, as_of)), decision, "{minutes}");
        }
    }
}
