//! Cancels a checkout session and prints what became of it.
//!
//! Without arguments it does so against a server of its own on this machine. With
//! `DINTERO_ACCOUNT_ID`, `DINTERO_CLIENT_ID` and `DINTERO_CLIENT_SECRET` set and a session id as its
//! argument it talks to Dintero.

mod report;

use std::env;
use std::process::ExitCode;

use dintero_checkout_client::test_kit::Scenario;
use dintero_checkout_client::{ApiClient, Client, ClientBuilder, Credentials, SessionId};

const USAGE: &str = "\
Usage: cargo run --example cancel_session [SESSION_ID]

Without SESSION_ID: cancels a made-up session against a loopback server.
With SESSION_ID:    cancels that session at Dintero. This voids its transaction. Set
                    DINTERO_ACCOUNT_ID     the account, such as T12345678 (T is test, P production)
                    DINTERO_CLIENT_ID      the id of an API client of that account
                    DINTERO_CLIENT_SECRET  its secret
                    or DINTERO_ACCESS_TOKEN in place of the three; DINTERO_BASE_URL for another server";

type Failure = Box<dyn std::error::Error>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> =
        env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let result = match arguments.as_slice() {
        [] if ["DINTERO_ACCOUNT_ID", "DINTERO_ACCESS_TOKEN"].iter().any(is_set) => {
            Err("the account is set, but not the session: give its id as the argument".into())
        }
        [] => on_loopback().await,
        [help] if help == "--help" || help == "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        [option] if option.starts_with('-') => {
            Err(format!("there is no option {option}\n\n{USAGE}").into())
        }
        [session_id] => at_dintero(session_id).await,
        _ => Err(format!("give at most one session id, not {}\n\n{USAGE}", arguments.len()).into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn is_set(name: &&str) -> bool {
    env::var_os(name).is_some()
}

/// Against a server of our own, which answers as Dintero's documentation prints it.
async fn on_loopback() -> Result<(), Failure> {
    let server = Scenario::cancels().start()?;
    let credentials = Credentials::client(ApiClient {
        account_id: "T12345678".parse()?,
        client_id: "client-id",
        client_secret: "client-secret",
    })?;
    let client = Client::builder(credentials)
        .base_url(server.base_url())
        .system("my-shop", "1.4.0")
        .build()?;
    println!("Cancelling at a loopback server, {}\n", server.base_url());
    let result = cancel(&client, &"T12345678.4XnDdt4jN2mF".parse()?).await;
    println!("\nThe server saw:");
    for request in server.requests() {
        println!("  {} {}", request.method(), request.path());
    }
    result
}

async fn at_dintero(session_id: &str) -> Result<(), Failure> {
    let session_id: SessionId = session_id.parse()?;
    let builder = ClientBuilder::from_env().map_err(|error| format!("{error}\n\n{USAGE}"))?;
    let client = builder.system(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")).build()?;
    let place = env::var("DINTERO_BASE_URL").unwrap_or_else(|_| "Dintero".to_owned());
    let account = env::var("DINTERO_ACCOUNT_ID").unwrap_or_else(|_| "of the token".to_owned());
    println!("Cancelling at {place}, account {account}\n");
    cancel(&client, &session_id).await
}

async fn cancel(client: &Client, session_id: &SessionId) -> Result<(), Failure> {
    match client.cancel_and_confirm(session_id).await {
        Ok(confirmation) => {
            println!("{}", report::known(session_id, &confirmation));
            Ok(())
        }
        Err(error) => Err(report::failed(session_id, &error).into()),
    }
}
