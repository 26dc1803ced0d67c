//! Cancels a session with each of the older clients, against a server that answers what the
//! documentation prints today, and says what they made of it.

use http::StatusCode;
use serde_json::{Value, json};

/// What one client made of today's answer, as JSON.
macro_rules! read {
    ($client:ident) => {{
        use $client::test_kit::{Answer, DOCUMENTED_SESSION, Server};
        use $client::{Client, Credentials};

        let answer = Answer::new(StatusCode::OK, "application/json", DOCUMENTED_SESSION);
        let server = Server::start(move |_| answer.clone())?;
        let client =
            Client::builder(Credentials::token("a-token")?).base_url(server.base_url()).build()?;
        let cancellation = client.cancel(&"T12345678.a-session".parse()?).await?;
        let response = cancellation.response();
        let drift = response.drift();
        let told = |one: &$client::Drift| json!([one.path(), format!("{:?}", one.kind())]);
        json!({
            "session": response.value(),
            "drift": drift.iter().map(told).collect::<Vec<Value>>(),
            "body": String::from_utf8_lossy(response.body()),
        })
    }};
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let read = json!({
        "2026-04": read!(older_2026_04),
        "2025-03": read!(older_2025_03),
        "2024-09": read!(older_2024_09),
    });
    println!("{read}");
    Ok(())
}
