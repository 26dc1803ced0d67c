//! The outcomes and standings of a cancel.

use crate::as_text::words;

/// The outcome of a request that did not succeed, from [`Error::outcome`](crate::Error::outcome).
///
/// Its word, such as `not_sent`, is what `Display` shows, `FromStr` and serde read, and the log contains.
///
/// [`NotSent`](Self::NotSent), [`Refused`](Self::Refused) and [`NotCancelled`](Self::NotCancelled) mean "not
/// cancelled by this call". Treat everything else except [`NeedsAPerson`](Self::NeedsAPerson) as
/// [`Unknown`](Self::Unknown). [`Standing`] does so in one match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// `not_sent`: the request never reached the server, which is proven.
    NotSent,
    /// `refused`: the server refused the request, and has not carried it out.
    Refused,
    /// `not_cancelled`: the session was read as open, or as not there, after the
    /// [horizon](crate::ClientBuilder::horizon). No request can take effect any more.
    NotCancelled,
    /// `needs_a_person`: the server accepted the cancel, and yet the session was read as open, or as not
    /// there, after the horizon. A person must find out at Dintero what became of it.
    NeedsAPerson,
    /// `unknown`: the request may have reached the server, which may have carried it out or may still do
    /// so; or it was refused, perhaps because an earlier one was carried out, and the session could not be
    /// read. Do not report a failure: [`settle`](crate::Client::settle) it.
    Unknown,
}

words! { Outcome, "outcome":
    NotSent => "not_sent",
    Refused => "refused",
    NotCancelled => "not_cancelled",
    NeedsAPerson => "needs_a_person",
    Unknown => "unknown",
}

/// How a cancel stands: all cases that a program must decide about, for one match.
///
/// Its word, such as `not_cancelled`, is what `Display` shows, `FromStr` and serde read, and the log
/// contains. The enum is exhaustive, so that the compiler finds a match that forgets a case.
///
/// ```
/// use dintero_checkout_client::{Client, SessionId, Standing};
///
/// # use dintero_checkout_client::{Credentials, test_kit::Scenario};
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let server = Scenario::applied_then_close().start()?;
/// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
/// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
/// let result = client.cancel_and_confirm(&session_id).await;
/// match Standing::of(&result) {
///     Standing::Cancelled => println!("tell the customer"),
///     Standing::NotCancelled => println!("give the money back another way, or try again"),
///     Standing::Accepted | Standing::Unknown => println!("settle it later"),
///     Standing::NeedsAPerson => println!("ask Dintero"),
/// }
/// # assert_eq!(Standing::of(&result).to_string(), "cancelled");
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// `cancelled`: the session is cancelled, which is proven: it says so itself.
    Cancelled,
    /// `accepted`: the server accepted the cancel. The session could not be read, so nothing proves it
    /// yet; [`Confirmation::unknown`](crate::Confirmation::unknown) is what to [`settle`](crate::Client::settle).
    Accepted,
    /// `not_cancelled`: this call did not cancel the session. It was not sent, was refused, or the session
    /// was read as open, or as not there, after the [horizon](crate::ClientBuilder::horizon).
    NotCancelled,
    /// `needs_a_person`: the server accepted the cancel, and yet the session was read as open, or as not
    /// there, after the horizon. A person must find out at Dintero what became of it.
    NeedsAPerson,
    /// `unknown`: nothing is proven yet; [`Error::unknown`](crate::Error::unknown) is what to
    /// [`settle`](crate::Client::settle).
    Unknown,
}

words! { Standing, "standing":
    Cancelled => "cancelled",
    Accepted => "accepted",
    NotCancelled => "not_cancelled",
    NeedsAPerson => "needs_a_person",
    Unknown => "unknown",
}
