//! The state of an order, and how the result of a cancel changes it.

use dintero_checkout_client::{Confirmation, Error, Outcome, Standing, Unknown};

/// The state of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// Paid, and no cancel was asked for.
    Paid,
    /// A cancel may have been sent, and nothing is proven yet: the job settles it. Nothing is promised.
    Settling,
    /// The session is cancelled: the customer gets the mail.
    Cancelled,
    /// The session is as it was before, so nothing is paid back: Dintero did not take the call, since the
    /// shop's access is wrong or it called too often, or a cancel was lost. The job cancels again.
    TryAgain,
    /// Dintero will not cancel this session, which may be captured: the money goes back another way.
    RefundInstead,
    /// Dintero accepted the cancel, and yet the session stays open: the shop's staff ask Dintero.
    AskDintero,
}

impl State {
    const WORDS: [(Self, &'static str); 6] = [
        (Self::Paid, "paid"),
        (Self::Settling, "settling"),
        (Self::Cancelled, "cancelled"),
        (Self::TryAgain, "try_again"),
        (Self::RefundInstead, "refund_instead"),
        (Self::AskDintero, "ask_dintero"),
    ];

    /// The word for it in the database and in answers.
    pub(crate) fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(state, _)| *state == self).map_or("", |(_, word)| word)
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, known)| *known == word).map(|(state, _)| *state)
    }

    /// The state after a cancel, or after settling one.
    fn after(result: &Result<Confirmation, Error>) -> Self {
        match Standing::of(result) {
            Standing::Cancelled => Self::Cancelled,
            Standing::Accepted | Standing::Unknown => Self::Settling,
            Standing::NeedsAPerson => Self::AskDintero,
            Standing::NotCancelled => match result {
                Err(error) if is_final(error) => Self::RefundInstead,
                _ => Self::TryAgain,
            },
        }
    }
}

/// What a call found out about a cancel.
pub(crate) struct Found {
    pub(crate) state: State,
    /// What to settle later.
    pub(crate) record: Option<Unknown>,
}

impl Found {
    /// What a result says of the cancel that `known` is the record of.
    pub(crate) fn of(known: Unknown, result: &Result<Confirmation, Error>) -> Self {
        let state = State::after(result);
        let unsettled = match result {
            Ok(confirmation) => confirmation.unknown(),
            Err(error) => error.unknown(),
        };
        let record = unsettled.cloned().unwrap_or(known);
        Self { state, record: (state == State::Settling).then_some(record) }
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

    use dintero_checkout_client::Unknown;
    use dintero_checkout_client::chrono::DateTime;
    use dintero_checkout_client::http::StatusCode;
    use dintero_checkout_client::test_kit::{response, settlement};

    use super::State;

    #[test]
    fn a_cancel_without_an_answer_is_settled_after_ten_minutes() {
        let sent_at = DateTime::UNIX_EPOCH;
        let unknown = Unknown::of("T1.2".parse().unwrap(), sent_at);
        for (minutes, state) in [(9, State::Settling), (10, State::TryAgain)] {
            let read = Ok(response(StatusCode::OK, r#"{"id": "T1.2"}"#));
            let as_of = sent_at + Duration::from_secs(minutes * 60);
            assert_eq!(State::after(&settlement(&unknown, read, as_of)), state, "{minutes}");
        }
    }

    #[test]
    fn each_state_has_a_word() {
        for (state, word) in State::WORDS {
            assert_eq!((state.word(), State::from_word(word)), (word, Some(state)));
        }
    }
}
