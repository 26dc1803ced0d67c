//! Cancels an order.

use crate::state::{Found, State};
use crate::{BoxError, Shop};

/// Cancels the session of an order, unless that is under way or done, and returns how the order stands
/// then; `None` if there is no such order.
///
/// The record of the cancel is stored before anything is sent. If the process ends, or storing fails, at
/// any point after that, the job settles it.
pub(crate) async fn cancel(shop: Shop, order: String) -> Result<Option<State>, BoxError> {
    if let Some(intention) = shop.store.begin(order.clone()).await? {
        let result = shop.sessions.cancel_and_confirm(intention.session_id()).await;
        shop.store.finish(order.clone(), Found::of(intention, &result)).await?;
    }
    shop.store.state(order).await
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use dintero_checkout_client::http::StatusCode;
    use dintero_checkout_client::test_kit::{Answer, Scenario, failed_cancel};
    use dintero_checkout_client::{
        ApiClient, BoxFuture, Client, Confirmation, Credentials, Error, SessionId, Sessions,
    };

    use super::*;
    use crate::store::Store;

    /// The ways a cancel can go, and how the order stands after each.
    fn ways() -> Vec<(&'static str, Scenario, State)> {
        let portal = Answer::new(StatusCode::OK, "text/html", "<h1>Log in to the Wi-Fi</h1>");
        let no_scope = || Answer::error(StatusCode::FORBIDDEN, "MISSING_SCOPE", "read:checkout");
        let refuses = Scenario::refuses;
        vec![
            ("cancels", Scenario::cancels(), State::Cancelled),
            ("cancels, and the answer is lost", Scenario::applied_then_close(), State::Cancelled),
            ("gives out no token at first", Scenario::flaky_token(1), State::Cancelled),
            ("rejects the token once", Scenario::rejects_tokens(1), State::Cancelled),
            ("asks to wait", Scenario::too_many_requests(1, "0"), State::Cancelled),
            ("refuses", refuses(StatusCode::CONFLICT, "ALREADY_CAPTURED"), State::RefundInstead),
            (
                "finds the shop's access wrong",
                refuses(StatusCode::FORBIDDEN, "MISSING_SCOPE"),
                State::TryAgain,
            ),
            (
                "answers, but cannot be read",
                Scenario::applied_then_answers(portal).read_answer(no_scope()),
                State::Settling,
            ),
            (
                "says nothing, and cannot be read",
                Scenario::applied_then_close().read_answer(no_scope()),
                State::Settling,
            ),
            (
                "says nothing, and the session is still open",
                Scenario::closes_without_applying(),
                State::Settling,
            ),
        ]
    }

    /// How an order stands once it was cancelled by these sessions.
    async fn state_after(sessions: Arc<dyn Sessions>) -> State {
        let shop = Shop { store: Store::open(":memory:").unwrap(), sessions };
        shop.store.add("1".to_owned(), "T12345678.1".parse().unwrap()).await.unwrap();
        cancel(shop, "1".to_owned()).await.unwrap().unwrap()
    }

    #[tokio::test]
    async fn the_order_stands_rightly_whatever_happens() {
        for (way, scenario, state) in ways() {
            let server = scenario.start().unwrap();
            let account_id = "T12345678".parse().unwrap();
            let client = ApiClient { account_id, client_id: "id", client_secret: "secret" };
            let builder = Client::builder(Credentials::client(client).unwrap());
            let client = builder.base_url(server.base_url()).build().unwrap();
            assert_eq!(state_after(Arc::new(client)).await, state, "Dintero {way}");
        }
    }

    /// Replaces a client. Fails every cancel with this status; `None` is a request that was never sent.
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
        for (status, state) in [
            (None, State::TryAgain),
            (Some(StatusCode::CONFLICT), State::RefundInstead),
            (Some(StatusCode::FORBIDDEN), State::TryAgain),
            (Some(StatusCode::TOO_MANY_REQUESTS), State::TryAgain),
            (Some(StatusCode::REQUEST_TIMEOUT), State::Settling),
            (Some(StatusCode::BAD_GATEWAY), State::Settling),
        ] {
            assert_eq!(state_after(Arc::new(Failing(status))).await, state, "{status:?}");
        }
    }
}
