//! What a shop makes of a cancel. It knows the client as a trait, so a test can put anything there.

use dintero_checkout_client::{Outcome, SessionId, Sessions, Standing};

/// What the shop does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    /// The session is cancelled: the customer gets the mail.
    TellCustomer,
    /// Dintero will not cancel this session, captured as it may be: the money goes back another way.
    RefundInstead,
    /// Dintero did not take the call: the shop's access is wrong, or it called too often. The session is as
    /// it was before, so nothing is paid back; somebody mends that, and the cancel is tried again.
    MendAndTryAgain,
    /// Nobody can know yet: somebody, or a job, reads the session later. Nothing is promised.
    LookAtItLater,
}

pub(crate) async fn give_back(sessions: &dyn Sessions, session_id: &SessionId) -> Decision {
    match sessions.cancel_and_confirm(session_id).await {
        Ok(confirmation) => match confirmation.standing() {
            Standing::Cancelled => Decision::TellCustomer,
            _ => Decision::LookAtItLater,
        },
        Err(error) => match (error.outcome(), error.status().map(|status| status.as_u16())) {
            (Outcome::Refused, Some(401 | 403 | 404 | 429)) | (Outcome::NotSent, _) => {
                Decision::MendAndTryAgain
            }
            (Outcome::Refused, _) => Decision::RefundInstead,
            _ => Decision::LookAtItLater,
        },
    }
}

#[cfg(test)]
mod tests {
    use std::time::UNIX_EPOCH;

    use dintero_checkout_client::test_kit::{cancellation, confirmation, failed_cancel, response};
    use dintero_checkout_client::types::CheckoutSession;
    use dintero_checkout_client::{
        BoxFuture, Cancellation, Confirmation, Error, Response, Unknown,
    };
    use http::StatusCode;

    use super::*;

    /// Fails every call with this status; `None` is a request that was never sent.
    struct Failing(Option<StatusCode>);

    impl Failing {
        fn error(&self, session_id: &SessionId) -> Error {
            failed_cancel(session_id, self.0, "")
        }
    }

    impl Sessions for Failing {
        fn cancel<'a>(
            &'a self,
            session_id: &'a SessionId,
        ) -> BoxFuture<'a, Result<Cancellation, Error>> {
            Box::pin(async { Ok(cancellation(session_id, response(StatusCode::OK, "{}"))) })
        }

        fn cancel_and_confirm<'a>(
            &'a self,
            session_id: &'a SessionId,
        ) -> BoxFuture<'a, Result<Confirmation, Error>> {
            Box::pin(async { Err(self.error(session_id)) })
        }

        fn confirm(&self, cancellation: Cancellation) -> BoxFuture<'_, Confirmation> {
            let read = Err(self.error(cancellation.session_id()));
            Box::pin(async { confirmation(cancellation, read, UNIX_EPOCH) })
        }

        fn cancel_after<'a>(
            &'a self,
            unknown: &'a Unknown,
        ) -> BoxFuture<'a, Result<Confirmation, Error>> {
            Box::pin(async { Err(self.error(unknown.session_id())) })
        }

        fn get_session<'a>(
            &'a self,
            session_id: &'a SessionId,
        ) -> BoxFuture<'a, Result<Response<CheckoutSession>, Error>> {
            Box::pin(async { Err(self.error(session_id)) })
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
            (Some(StatusCode::REQUEST_TIMEOUT), Decision::LookAtItLater),
            (Some(StatusCode::BAD_GATEWAY), Decision::LookAtItLater),
        ] {
            assert_eq!(give_back(&Failing(status), &id).await, decision, "{status:?}");
        }
    }
}
