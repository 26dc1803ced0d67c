//! A small program that cancels a session: its size is what the crate costs in a program.

use dintero_checkout_client::{Client, Credentials, SessionId};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Credentials::token(&std::env::var("DINTERO_TOKEN")?)?).build()?;
    let session_id: SessionId = std::env::args().nth(1).unwrap_or_default().parse()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    println!("{:?}", runtime.block_on(client.cancel(&session_id))?.session());
    Ok(())
}
