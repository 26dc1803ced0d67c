//! When a request is sent again, and how long it waits.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::shop::{SESSION, builder, cancels, reads, session_id, tokens};
use chrono::DateTime;
use dintero_checkout_client::test_kit::{Answer, ManualClock, Scenario, Server, system_jitter};
use dintero_checkout_client::{BoxFuture, Client, Clock, Outcome, RetryPolicy};
use http::StatusCode;

/// The moment that the dates below are after: Tue, 14 Nov 2023 22:13:20 GMT.
const NOW: u64 = 1_700_000_000;

fn limited(times: u32, retry_after: &str) -> (Server, Client, Arc<ManualClock>) {
    let server = Scenario::too_many_requests(times, retry_after).start().unwrap();
    let clock = Arc::new(ManualClock::at(DateTime::UNIX_EPOCH + Duration::from_secs(NOW)));
    let client = builder(&server).clock(clock.clone()).build().unwrap();
    (server, client, clock)
}

/// The wait that is asked for, and the longest random part.
fn spread(asked: Duration) -> Duration {
    asked + Duration::from_millis(200)
}

#[tokio::test]
async fn a_429_waits_as_it_is_told() {
    let cases = [
        ("7", Duration::from_secs(7)),
        ("0", Duration::ZERO),
        ("Tue, 14 Nov 2023 22:13:32 GMT", Duration::from_secs(12)),
        ("Tue, 14 Nov 2023 22:00:00 GMT", Duration::ZERO),
        // A value that is neither has the wait of any other repeat.
        ("soon", Duration::ZERO),
        ("-5", Duration::ZERO),
        ("", Duration::ZERO),
    ];
    for (retry_after, asked) in cases {
        let (server, client, clock) = limited(1, retry_after);
        client.cancel(&session_id()).await.unwrap();
        assert_eq!(clock.waits(), [spread(asked)], "{retry_after}");
        assert_eq!(cancels(&server), 2, "{retry_after}");
    }
}

/// A server that answers the first request of each kind so, and a client with a clock that a test moves.
fn answering_first(first: &Answer) -> (Server, Client, Arc<ManualClock>) {
    let (first, seen) = (first.clone(), Mutex::new(BTreeSet::new()));
    let server = Server::start(move |request| {
        let path = request.path().to_owned();
        let answer = match path.as_str() {
            path if path.ends_with("/auth/token") => Answer::token("t", 3600),
            _ => Answer::cancelled(SESSION),
        };
        let is_first = seen.lock().unwrap().insert(path);
        if is_first { first.clone() } else { answer }
    });
    let (server, clock) = (server.unwrap(), Arc::new(ManualClock::at(DateTime::UNIX_EPOCH)));
    let client = builder(&server).clock(clock.clone()).build().unwrap();
    (server, client, clock)
}

/// For every request: a read, a cancel, and the request for a token.
#[tokio::test]
async fn a_retry_after_counts_wherever_a_request_is_repeated() {
    for status in [425, 429, 500, 503] {
        let status = StatusCode::from_u16(status).unwrap();
        let answer = Answer::error(status, "LATER", "later").header("retry-after", "7");
        let (server, client, clock) = answering_first(&answer);
        client.get_session(&session_id()).await.unwrap();
        let wait = spread(Duration::from_secs(7));
        assert_eq!(clock.waits(), [wait, wait], "{status}");
        assert_eq!((tokens(&server), reads(&server)), (2, 2), "{status}");
    }
    for status in [StatusCode::TOO_EARLY, StatusCode::TOO_MANY_REQUESTS] {
        let answer = Answer::error(status, "LATER", "later").header("retry-after", "7");
        let (server, client, clock) = answering_first(&answer);
        client.cancel(&session_id()).await.unwrap();
        assert_eq!((clock.waits().len(), cancels(&server)), (2, 2), "{status}");
    }
}

/// What a request came to, and whether one that does no harm is sent again.
fn endings() -> Vec<(Answer, bool)> {
    let status = |status| Answer::error(StatusCode::from_u16(status).unwrap(), "X", "x");
    let repeated = [408, 500, 501, 502, 503, 504, 507, 599].map(|it| (status(it), true));
    let returned = [300, 301, 302, 303, 304, 307, 308, 400, 403, 404, 409, 410, 418, 422, 451, 600]
        .map(|it| (status(it).header("location", "/"), false));
    let cut = Answer::cancelled(SESSION).broken_off_after(10);
    let lost = [(Answer::close(), true), (Answer::reset(), true), (cut, false)];
    repeated.into_iter().chain(returned).chain(lost).collect()
}

#[tokio::test]
async fn a_read_is_repeated_where_that_may_help() {
    for (answer, is_repeated) in endings() {
        let server = Scenario::cancels().read_answer(answer.clone()).start().unwrap();
        let clock = Arc::new(ManualClock::at(DateTime::UNIX_EPOCH));
        let client = builder(&server).clock(clock).build().unwrap();
        let _ = client.get_session(&session_id()).await;
        assert_eq!(reads(&server), if is_repeated { 4 } else { 1 }, "{answer:?}");
    }
}

#[tokio::test]
async fn a_request_for_a_token_is_repeated_where_that_may_help() {
    for (answer, is_repeated) in endings() {
        let shown = format!("{answer:?}");
        let server = Server::start(move |_| answer.clone()).unwrap();
        let clock = Arc::new(ManualClock::at(DateTime::UNIX_EPOCH));
        let client = builder(&server).clock(clock).build().unwrap();
        let error = client.cancel(&session_id()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{shown}");
        assert_eq!(tokens(&server), if is_repeated { 4 } else { 1 }, "{shown}");
    }
}

#[tokio::test]
async fn a_cancel_that_may_have_taken_effect_is_never_repeated() {
    for (answer, _) in endings() {
        let shown = format!("{answer:?}");
        let server = Scenario::cancels().cancel_answer(answer).start().unwrap();
        let clock = Arc::new(ManualClock::at(DateTime::UNIX_EPOCH));
        let client = builder(&server).clock(clock.clone()).build().unwrap();
        let _ = client.cancel(&session_id()).await;
        assert_eq!((cancels(&server), clock.waits().len()), (1, 0), "{shown}");
    }
}

#[tokio::test]
async fn a_429_that_asks_for_too_long_a_wait_is_returned_at_once() {
    for retry_after in [
        "99999",
        "21",
        "Wed, 15 Nov 2023 22:13:20 GMT",
        "18446744073709551615",
        "99999999999999999999999",
    ] {
        let (server, client, clock) = limited(1, retry_after);
        let error = client.cancel(&session_id()).await.unwrap_err();
        assert_eq!(error.status(), Some(StatusCode::TOO_MANY_REQUESTS), "{retry_after}");
        assert_eq!(error.outcome(), Outcome::Refused, "{retry_after}");
        assert_eq!((clock.waits(), cancels(&server)), (vec![], 1), "{retry_after}");
    }
}

#[tokio::test]
async fn no_wait_reaches_beyond_the_deadline() {
    let (server, client, clock) = limited(9, "10");
    let client = client.with_deadline(Duration::from_secs(25));
    assert!(client.cancel(&session_id()).await.is_err());
    // The random part doubles.
    let wait = Duration::from_secs(10);
    assert_eq!(clock.waits(), [spread(wait), spread(wait) + Duration::from_millis(200)]);
    assert_eq!(cancels(&server), 3);
}

#[tokio::test]
async fn waits_double_up_to_the_longest_and_none_comes_first() {
    let (server, client, clock) = limited(99, "rubbish");
    let policy = RetryPolicy::default()
        .most_retries(5)
        .waits(Duration::from_millis(300), Duration::from_millis(2000));
    assert!(client.with_retry(policy).cancel(&session_id()).await.is_err());
    let millis: Vec<_> = clock.waits().iter().map(Duration::as_millis).collect();
    assert_eq!(millis, [300, 600, 1200, 2000, 2000]);
    assert_eq!(cancels(&server), 6);
}

#[tokio::test]
async fn without_retries_there_are_none() {
    let (server, client, clock) = limited(1, "1");
    assert!(client.with_retry(RetryPolicy::none()).cancel(&session_id()).await.is_err());
    assert_eq!((clock.waits().len(), cancels(&server)), (0, 1));
}

#[tokio::test]
async fn the_budget_bounds_what_a_server_that_is_down_is_asked() {
    let (server, client, _) = limited(u32::MAX, "0");
    for _ in 0..1000 {
        client.cancel(&session_id()).await.unwrap_err();
    }
    // The token's one success is a tenth of a repeat, which is not one.
    assert_eq!(cancels(&server), 1010);
}

#[tokio::test]
async fn successes_fill_the_budget_again() {
    let (server, client, _) = limited(12, "0");
    for _ in 0..4 {
        let _ = client.cancel(&session_id()).await;
    }
    let before = cancels(&server);
    for _ in 0..30 {
        client.cancel(&session_id()).await.unwrap();
    }
    assert_eq!(cancels(&server), before + 30);
}

/// The system's own chance: each wait is somewhere up to the whole, and they are not all the same.
#[tokio::test]
async fn jitter_is_full() {
    /// Notes the waits that the system's chance would have made.
    #[derive(Debug)]
    struct Chance(ManualClock);

    impl Clock for Chance {
        fn now(&self) -> std::time::Instant {
            self.0.now()
        }

        fn time_of_day(&self) -> DateTime<chrono::Utc> {
            self.0.time_of_day()
        }

        fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
            self.0.sleep(duration)
        }

        fn jitter(&self, most: Duration) -> Duration {
            system_jitter(most)
        }
    }

    let clock = Arc::new(Chance(ManualClock::at(DateTime::UNIX_EPOCH)));
    let server = Scenario::too_many_requests(u32::MAX, "rubbish").start().unwrap();
    let second = Duration::from_secs(1);
    let policy = RetryPolicy::default().most_retries(50).budget(100).waits(second, second);
    let client = builder(&server).retry(policy).deadline(second * 100).clock(clock.clone());
    assert!(client.build().unwrap().cancel(&session_id()).await.is_err());
    let waits = clock.0.waits();
    assert_eq!(waits.len(), 50);
    assert!(waits.iter().all(|wait| *wait <= second), "{waits:?}");
    assert!(waits.iter().any(|wait| *wait < second / 4), "{waits:?}");
    assert!(waits.iter().any(|wait| *wait > second * 3 / 4), "{waits:?}");
}
