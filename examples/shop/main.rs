//! A shop's backend that gives orders back, and how it is tested without a network.
//!
//! `cargo run --example shop` shows each way a cancel can go; `cargo test --example shop` tests what
//! the shop does then.

mod refund;

use dintero_checkout_client::test_kit::{Answer, Scenario};
use dintero_checkout_client::{ApiClient, Client, Credentials, SessionId};
use http::StatusCode;
use refund::{Decision, give_back};

/// The ways a cancel can go, and what the shop has to make of each.
fn ways() -> Vec<(&'static str, Scenario, Decision)> {
    let portal = Answer::new(StatusCode::OK, "text/html", "<h1>Log in to the Wi-Fi</h1>");
    let no_scope = || Answer::error(StatusCode::FORBIDDEN, "MISSING_SCOPE", "read:checkout");
    vec![
        ("cancels", Scenario::cancels(), Decision::TellCustomer),
        ("cancels, and the answer is lost", Scenario::applied_then_close(), Decision::TellCustomer),
        ("gives out no token at first", Scenario::flaky_token(1), Decision::TellCustomer),
        ("rejects the token once", Scenario::rejects_tokens(1), Decision::TellCustomer),
        ("asks to wait", Scenario::too_many_requests(1, "0"), Decision::TellCustomer),
        (
            "refuses",
            Scenario::refuses(StatusCode::CONFLICT, "ALREADY_CAPTURED"),
            Decision::RefundInstead,
        ),
        (
            "finds the shop's access wrong",
            Scenario::refuses(StatusCode::FORBIDDEN, "MISSING_SCOPE"),
            Decision::MendAndTryAgain,
        ),
        (
            "answers, but cannot be read",
            Scenario::applied_then_answers(portal).read_answer(no_scope()),
            Decision::SettleLater,
        ),
        (
            "says nothing, and cannot be read",
            Scenario::applied_then_close().read_answer(no_scope()),
            Decision::SettleLater,
        ),
        (
            "says nothing, and the session is still open",
            Scenario::closes_without_applying(),
            Decision::SettleLater,
        ),
    ]
}

/// What the shop decides where Dintero behaves so.
async fn decide(scenario: Scenario) -> Result<Decision, Box<dyn std::error::Error>> {
    let server = scenario.start()?;
    let credentials = Credentials::client(ApiClient {
        account_id: "T12345678".parse()?,
        client_id: "client-id",
        client_secret: "client-secret",
    })?;
    let client = Client::builder(credentials).base_url(server.base_url()).build()?;
    let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    Ok(give_back(&client, &session_id).await)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    for (way, scenario, _) in ways() {
        println!("Dintero {way}: {:?}", decide(scenario).await?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_shop_decides_rightly_whatever_happens() {
        for (way, scenario, decision) in ways() {
            assert_eq!(decide(scenario).await.unwrap(), decision, "Dintero {way}");
        }
    }
}
