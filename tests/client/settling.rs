//! How a cancel that is unknown is settled, by reading or by repeating, and that this ends.

use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::shop::{SESSION, builder, cancels, client, reads, session_id};
use chrono::{DateTime, Utc};
use dintero_checkout_client::test_kit::{Answer, ManualClock, Scenario, Server};
use dintero_checkout_client::{
    Client, Confirmation, Credentials, Error, Outcome, Sessions, Standing, Unknown, blocking,
};
use http::StatusCode;
use proptest::prelude::*;

const HORIZON: Duration = Duration::from_secs(600);
const SECOND: Duration = Duration::from_secs(1);

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).unwrap()
}

/// A client of this server with a clock at the start.
fn with_clock(server: &Server) -> (Client, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::at(start()));
    (builder(server).clock(clock.clone()).build().unwrap(), clock)
}

fn unknown(was_accepted: bool) -> Unknown {
    let text = format!(
        r#"{{"session_id":"{SESSION}","first_sent_at":"{}","was_accepted":{was_accepted}}}"#,
        start().to_rfc3339()
    );
    text.parse().unwrap()
}

fn is_open() -> Vec<(&'static str, Answer)> {
    let html = |status| Answer::new(status, "text/html", "<h1>Not here</h1>");
    vec![
        ("open", Answer::open(SESSION)),
        ("404", Answer::error(StatusCode::NOT_FOUND, "NOT_FOUND", "no such session")),
        ("404 in HTML", html(StatusCode::NOT_FOUND)),
        ("404 without a body", Answer::new(StatusCode::NOT_FOUND, "text/plain", "")),
        ("410", html(StatusCode::GONE)),
    ]
}

fn proves_nothing() -> Vec<(&'static str, Answer)> {
    let json = |body: &str| Answer::new(StatusCode::OK, "application/json", body.to_owned());
    vec![
        ("403", Answer::error(StatusCode::FORBIDDEN, "MISSING_SCOPE", "read:checkout")),
        ("401", Answer::error(StatusCode::UNAUTHORIZED, "EXPIRED", "no")),
        ("400", Answer::error(StatusCode::BAD_REQUEST, "BAD", "no")),
        ("302", Answer::new(StatusCode::FOUND, "text/plain", "")),
        ("499", Answer::new(StatusCode::from_u16(499).unwrap(), "text/plain", "")),
        ("another session", Answer::open("another")),
        ("a portal", Answer::new(StatusCode::OK, "text/html", "<h1>Log in</h1>")),
        ("nothing", json("")),
        ("no time", json(&format!(r#"{{"id": "{SESSION}", "cancelled_at": 0}}"#))),
    ]
}

/// Cancels are answered so, and reads so.
fn scenario(cancel: &Answer, read: &Answer) -> Server {
    Scenario::cancels().cancel_answer(cancel.clone()).read_answer(read.clone()).start().unwrap()
}

#[tokio::test]
async fn a_session_that_is_open_after_the_horizon_is_not_cancelled() {
    for (name, read) in is_open() {
        let server = scenario(&Answer::close(), &read);
        let (client, clock) = with_clock(&server);
        for (waited, was_accepted, outcome) in [
            (HORIZON - SECOND, false, Outcome::Unknown),
            (SECOND, false, Outcome::NotCancelled),
            (HORIZON * 1000, false, Outcome::NotCancelled),
            (Duration::ZERO, true, Outcome::NeedsAPerson),
        ] {
            clock.advance(waited);
            let unknown = unknown(was_accepted);
            let error = client.settle(&unknown).await.unwrap_err();
            assert_eq!(error.outcome(), outcome, "{name} after {waited:?}");
            let is_settled = outcome != Outcome::Unknown;
            assert_eq!(error.unknown().is_none(), is_settled, "{name} after {waited:?}");
            if let Some(unknown) = error.unknown() {
                assert_eq!(unknown.ask_again_at(), start() + HORIZON, "{name}");
            }
        }
        assert_eq!(cancels(&server), 0, "{name}: `settle` only reads");
    }
}

#[tokio::test]
async fn a_session_that_is_cancelled_is_so_at_any_time() {
    let server = scenario(&Answer::close(), &Answer::cancelled(SESSION));
    let (client, clock) = with_clock(&server);
    for waited in [Duration::ZERO, HORIZON, HORIZON * 1000] {
        clock.advance(waited);
        for was_accepted in [false, true] {
            let unknown = unknown(was_accepted);
            assert!(client.settle(&unknown).await.unwrap().is_cancelled());
            assert!(client.cancel_after(&unknown).await.unwrap().is_cancelled());
        }
    }
    assert_eq!(cancels(&server), 2, "repeated only within the horizon");
}

/// Neither a missing scope nor a portal settles anything, however late it is; the error says why.
#[tokio::test]
async fn a_session_that_cannot_be_read_stays_unknown_and_is_worth_asking_again_later() {
    for (name, read) in proves_nothing() {
        let server = scenario(&Answer::close(), &read);
        let (client, clock) = with_clock(&server);
        for (waited, ask_again_at) in [
            (SECOND, start() + HORIZON),
            (HORIZON, start() + HORIZON + SECOND + SECOND * 60),
            (HORIZON, start() + HORIZON * 2 + SECOND + SECOND * 60),
        ] {
            clock.advance(waited);
            for was_accepted in [false, true] {
                let error = client.settle(&unknown(was_accepted)).await.unwrap_err();
                assert_eq!(error.outcome(), Outcome::Unknown, "{name}");
                let unknown = error.unknown().unwrap();
                assert_eq!(unknown.ask_again_at(), ask_again_at, "{name}");
                assert_eq!(unknown.was_accepted(), was_accepted, "{name}");
            }
        }
        let error = client.settle(&unknown(false)).await.unwrap_err();
        assert!(error.status().is_some(), "{name}");
        assert_eq!(cancels(&server), 0, "{name}");
    }
}

/// A job that repeats unknown cancels once a minute.
async fn repeat_until_settled(client: &Client, clock: &ManualClock) -> (Outcome, u32) {
    let mut unknown = match client.cancel(&session_id()).await {
        Ok(cancellation) => cancellation.unknown().cloned().unwrap(),
        Err(error) => error.unknown().cloned().unwrap_or_else(|| unknown(false)),
    };
    for minute in 1.. {
        clock.advance(SECOND * 60);
        let error = client.cancel_after(&unknown).await.unwrap_err();
        match error.unknown() {
            Some(still) => unknown = still.clone(),
            None => return (error.outcome(), minute),
        }
        assert!(minute < 60, "unknown for an hour");
    }
    unreachable!("the loop has no end of its own")
}

#[tokio::test]
async fn repeating_ends_whatever_the_server_answers() {
    let error = |status| Answer::error(status, "NO", "no");
    for (name, cancel, outcome) in [
        ("closes", Answer::close(), Outcome::NotCancelled),
        ("500", error(StatusCode::INTERNAL_SERVER_ERROR), Outcome::NotCancelled),
        ("409", error(StatusCode::CONFLICT), Outcome::NotCancelled),
        ("404", error(StatusCode::NOT_FOUND), Outcome::NotCancelled),
        ("403", error(StatusCode::FORBIDDEN), Outcome::NotCancelled),
        ("202", Answer::new(StatusCode::ACCEPTED, "text/plain", ""), Outcome::NeedsAPerson),
        ("200", Answer::open(SESSION), Outcome::NeedsAPerson),
    ] {
        for (read_name, read) in is_open() {
            // An accepted cancel whose session is not there is accepted: nothing was read.
            if outcome == Outcome::NeedsAPerson && read_name != "open" {
                continue;
            }
            let server = scenario(&cancel, &read);
            let (client, clock) = with_clock(&server);
            let (settled, minutes) = repeat_until_settled(&client, &clock).await;
            assert_eq!(settled, outcome, "{name}, read {read_name}");
            assert!(minutes <= 20, "{name}, read {read_name}: {minutes} minutes");
            assert!(cancels(&server) <= 11, "{name}, read {read_name}: {}", cancels(&server));
        }
    }
}

/// What was accepted once stays accepted, whatever a repeat of it is told.
#[tokio::test]
async fn an_accepted_cancel_is_remembered_over_a_refused_repeat() {
    let status = Arc::new(AtomicU16::new(202));
    let answer = Arc::clone(&status);
    let server = Server::start(move |request| match request.method() {
        "GET" => Answer::open(SESSION),
        _ if request.path().ends_with("/auth/token") => Answer::token("t", 3600),
        _ => {
            let status = StatusCode::from_u16(answer.load(Ordering::Relaxed)).unwrap();
            Answer::error(status, "X", "x")
        }
    });
    let server = server.unwrap();
    let (client, clock) = with_clock(&server);
    let error = client.cancel_and_confirm(&session_id()).await.unwrap_err();
    let accepted = error.unknown().unwrap();
    assert!(accepted.was_accepted());
    assert_eq!(accepted.last_status(), Some(StatusCode::ACCEPTED));
    status.store(409, Ordering::Relaxed);
    clock.advance(SECOND * 30);
    let error = client.cancel_after(accepted).await.unwrap_err();
    let repeated = error.unknown().unwrap();
    assert_eq!((repeated.was_accepted(), repeated.attempts()), (true, 2));
    assert_eq!(repeated.last_status(), Some(StatusCode::CONFLICT));
    // A refusal has not taken effect, so the horizon still counts from the first request.
    assert_eq!(repeated.last_sent_at(), start());
    status.store(500, Ordering::Relaxed);
    let error = client.cancel_after(repeated).await.unwrap_err();
    let repeated = error.unknown().unwrap();
    assert_eq!(
        (repeated.first_sent_at(), repeated.last_sent_at()),
        (start(), start() + SECOND * 30)
    );
    clock.advance(HORIZON);
    let error = client.settle(repeated).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NeedsAPerson);
    assert_eq!(error.standing(), Standing::NeedsAPerson);
    assert!(error.to_string().ends_with("; accepted before, so this needs a person"), "{error}");
}

/// What became of a cancel that was accepted, and whose session could not be read.
#[tokio::test]
async fn an_accepted_cancel_can_be_settled_later() {
    let portal = Answer::new(StatusCode::OK, "text/html", "<h1>Log in</h1>");
    let server = scenario(&portal, &portal);
    let (client, clock) = with_clock(&server);
    let confirmation = client.cancel_and_confirm(&session_id()).await.unwrap();
    assert_eq!(confirmation.standing(), Standing::Accepted);
    let stored = confirmation.unknown().unwrap().to_string();
    let unknown: Unknown = stored.parse().unwrap();
    assert!(unknown.was_accepted());
    clock.advance(HORIZON);
    for (read, standing) in [
        (Answer::cancelled(SESSION), Standing::Cancelled),
        (Answer::open(SESSION), Standing::NeedsAPerson),
        (portal.clone(), Standing::Unknown),
    ] {
        let later = scenario(&portal, &read);
        let client = builder(&later).clock(clock.clone()).build().unwrap();
        assert_eq!(Standing::of(&client.settle(&unknown).await), standing);
    }
}

/// Confirming a cancellation late has the same result as settling its record late.
#[tokio::test]
async fn an_accepted_cancel_that_is_confirmed_after_the_horizon_needs_a_person() {
    let accepted = Answer::new(StatusCode::ACCEPTED, "text/plain", "");
    for (name, read) in is_open() {
        let server = scenario(&accepted, &read);
        let (client, clock) = with_clock(&server);
        let cancellation = client.cancel(&session_id()).await.unwrap();
        clock.advance(HORIZON - SECOND);
        let early = Standing::of(&client.confirm(cancellation.clone()).await);
        let is_unknown = if name == "open" { Standing::Unknown } else { Standing::Accepted };
        assert_eq!(early, is_unknown, "{name}");
        clock.advance(SECOND);
        let late = Standing::of(&client.confirm(cancellation).await);
        assert_eq!(late, Standing::NeedsAPerson, "{name}");
    }
}

/// `?` is safe: whatever the server answers, `Ok` is proven, or accepted and not seen open.
#[tokio::test]
async fn ok_never_stands_for_a_session_that_was_read_as_open() {
    let error = |status| Answer::error(status, "X", "x");
    let cancel_answers = [
        Answer::cancelled(SESSION),
        Answer::open(SESSION),
        Answer::cancelled("another"),
        Answer::new(StatusCode::ACCEPTED, "text/plain", ""),
        Answer::new(StatusCode::OK, "text/html", "<h1>Log in</h1>"),
        Answer::close(),
        error(StatusCode::BAD_GATEWAY),
        error(StatusCode::CONFLICT),
        error(StatusCode::NOT_FOUND),
        error(StatusCode::FORBIDDEN),
    ];
    let open = [("open", Answer::open(SESSION))];
    let cancelled = [("cancelled", Answer::cancelled(SESSION))];
    let reads_and_names: Vec<(&str, Answer)> =
        open.into_iter().chain(cancelled).chain(is_open()).chain(proves_nothing()).collect();
    let stage = Arc::new(Mutex::new((Answer::close(), Answer::close())));
    let answers = Arc::clone(&stage);
    let server = Server::start(move |request| match request.method() {
        "GET" => answers.lock().unwrap().1.clone(),
        _ if request.path().ends_with("/auth/token") => Answer::token("t", 3600),
        _ => answers.lock().unwrap().0.clone(),
    });
    let server = server.unwrap();
    let (client, _) = with_clock(&server);
    for cancel in &cancel_answers {
        for (name, read) in &reads_and_names {
            *stage.lock().unwrap() = (cancel.clone(), read.clone());
            let mut results = vec![client.cancel_and_confirm(&session_id()).await];
            results.push(client.cancel_after(&unknown(false)).await);
            results.push(client.settle(&unknown(true)).await);
            if let Ok(cancellation) = client.cancel(&session_id()).await {
                results.push(client.confirm(cancellation).await);
            }
            for result in results {
                check_ok(name, &result);
            }
        }
    }
}

fn check_ok(read: &str, result: &Result<Confirmation, Error>) {
    let Ok(confirmation) = result else { return };
    match confirmation.standing() {
        // Either the read or the answer to the cancel proves it.
        Standing::Cancelled => assert!(
            read == "cancelled" || confirmation.cancellation().is_some_and(|it| it.is_verified()),
            "{read}: {result:?}"
        ),
        Standing::Accepted => {
            assert!(!["open", "cancelled"].contains(&read), "{read}: {result:?}");
            assert!(confirmation.cause().is_some() && confirmation.unknown().is_some());
        }
        other => panic!("{read}: {other}"),
    }
}

#[derive(Debug, Clone)]
enum Step {
    /// Time passes.
    Wait(u64),
    /// The clock is set back.
    SetBack(u64),
    /// The clock is set right.
    SetRight,
    Repeat,
    Settle,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => (0..400_u64).prop_map(Step::Wait),
        1 => (0..4000_u64).prop_map(Step::SetBack),
        1 => Just(Step::SetRight),
        2 => Just(Step::Repeat),
        1 => Just(Step::Settle),
    ];
    prop::collection::vec(step, 1..12)
}

/// Sends, repeats and settles, with a clock that is behind by so much between two of the moments; returns how
/// long after the last request the cancel was settled.
async fn settled_after(behind: Duration, moments: [usize; 2]) -> Duration {
    let answer = Answer::error(StatusCode::INTERNAL_SERVER_ERROR, "X", "x");
    let server = scenario(&answer, &Answer::open(SESSION));
    let (client, clock) = with_clock(&server);
    let mut unknown = client.cancel(&session_id()).await.unwrap_err().unknown().unwrap().clone();
    let (mut truth, mut last_sent, mut sent) = (Duration::ZERO, Duration::ZERO, cancels(&server));
    for moment in 0..240 {
        let shown = start() + truth;
        let is_behind = (moments[0]..moments[1]).contains(&moment);
        clock.set_time_of_day(if is_behind { shown - behind } else { shown });
        // Two repeats, before and after which the clock may change, and then reads.
        let result = match moment {
            1 | 3 => client.cancel_after(&unknown).await,
            _ => client.settle(&unknown).await,
        };
        if cancels(&server) > sent {
            (sent, last_sent) = (cancels(&server), truth);
        }
        match result.unwrap_err().unknown() {
            Some(still) => unknown = still.clone(),
            None => return truth - last_sent,
        }
        let pause = if moment < 4 { SECOND * 110 } else { SECOND * 30 };
        truth += pause;
        clock.advance(pause);
    }
    panic!("never settled: {behind:?} behind in {moments:?}");
}

#[tokio::test]
async fn a_clock_that_is_behind_for_a_while_never_shortens_the_horizon() {
    for behind in [SECOND, SECOND * 100, SECOND * 300, HORIZON, HORIZON * 6] {
        for from in 0..6 {
            for to in from..8 {
                let after = settled_after(behind, [from, to]).await;
                assert!(after >= HORIZON, "{behind:?} behind in {from}..{to}: {after:?}");
            }
        }
    }
}

/// Between the request and the read of one call the horizon cannot have passed.
#[tokio::test]
async fn a_clock_that_is_set_during_a_call_ends_no_horizon() {
    for set_to in [start() - HORIZON * 6, start() + HORIZON * 6] {
        for status in [StatusCode::OK, StatusCode::INTERNAL_SERVER_ERROR] {
            let clock = Arc::new(ManualClock::at(start()));
            let moved = clock.clone();
            let server = Server::start(move |request| {
                moved.set_time_of_day(set_to);
                match request.path().ends_with("/cancel") {
                    true => Answer::error(status, "X", "x"),
                    false => Answer::open(SESSION),
                }
            });
            let server = server.unwrap();
            let client = Client::builder(Credentials::token("a-token").unwrap());
            let client = client.base_url(server.base_url()).clock(clock).build().unwrap();
            let error = client.cancel_and_confirm(&session_id()).await.unwrap_err();
            assert_eq!(error.outcome(), Outcome::Unknown, "{status} at {set_to}");
        }
    }
}

/// Whenever it is settled, the horizon has passed in truth since the last request that was sent.
#[test]
fn a_clock_that_goes_back_never_shortens_the_horizon() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let server = scenario(
        &Answer::error(StatusCode::INTERNAL_SERVER_ERROR, "X", "x"),
        &Answer::open(SESSION),
    );
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let result = runner.run(&steps(), |steps| {
        let (client, clock) = with_clock(&server);
        let sent = runtime.block_on(client.cancel(&session_id()));
        let mut unknown = sent.unwrap_err().unknown().unwrap().clone();
        let (mut truth, mut set_back, mut last_sent) = (0, 0, 0);
        for step in steps {
            let before = cancels(&server);
            let result = match step {
                Step::Wait(seconds) => {
                    truth += seconds;
                    clock.advance(SECOND * u32::try_from(seconds).unwrap());
                    continue;
                }
                Step::SetBack(seconds) => {
                    set_back += seconds;
                    let now = start() + Duration::from_secs(truth);
                    clock.set_time_of_day(now - Duration::from_secs(set_back));
                    continue;
                }
                Step::SetRight => {
                    set_back = 0;
                    clock.set_time_of_day(start() + Duration::from_secs(truth));
                    continue;
                }
                Step::Repeat => runtime.block_on(client.cancel_after(&unknown)),
                Step::Settle => runtime.block_on(client.settle(&unknown)),
            };
            if cancels(&server) > before {
                last_sent = truth;
            }
            let error = result.unwrap_err();
            match error.unknown() {
                Some(still) => {
                    prop_assert!(still.last_sent_at() >= unknown.last_sent_at());
                    unknown = still.clone();
                }
                None => {
                    prop_assert_eq!(error.outcome(), Outcome::NotCancelled);
                    prop_assert!(truth - last_sent >= HORIZON.as_secs());
                }
            }
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[tokio::test]
async fn the_horizon_can_be_set_and_is_longer_than_a_call() {
    let server = scenario(&Answer::close(), &Answer::open(SESSION));
    let clock = Arc::new(ManualClock::at(start()));
    let hour = builder(&server).horizon(HORIZON * 6).clock(clock.clone()).build().unwrap();
    clock.advance(HORIZON * 6 - SECOND);
    let error = hour.settle(&unknown(false)).await.unwrap_err();
    assert_eq!(error.unknown().unwrap().ask_again_at(), start() + HORIZON * 6);
    clock.advance(SECOND);
    let error = hour.settle(&unknown(false)).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotCancelled);
    for (deadline, attempt, is_built) in [(59, 60, false), (60, 59, false), (59, 59, true)] {
        let built = builder(&server)
            .horizon(SECOND * 60)
            .deadline(SECOND * deadline)
            .attempt_timeout(SECOND * attempt)
            .build();
        match built {
            Ok(_) => assert!(is_built, "{deadline} {attempt}"),
            Err(error) => {
                assert!(!is_built && error.to_string().starts_with("`horizon` is not longer"));
            }
        }
    }
    // Absurd ones neither panic nor settle anything.
    let server = scenario(&Answer::close(), &Answer::open(SESSION));
    let endless = builder(&server).horizon(Duration::MAX).build().unwrap();
    let error = endless.settle(&unknown(false)).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
}

/// A client behind the trait does what the client does, operation by operation.
#[tokio::test]
async fn the_trait_has_every_operation_of_the_client() {
    let server = Scenario::cancels().start().unwrap();
    let client = client(&server);
    let sessions: &dyn Sessions = &client;
    let cancellation = sessions.cancel(&session_id()).await.unwrap();
    assert!(sessions.confirm(cancellation).await.unwrap().is_cancelled());
    assert!(sessions.cancel_and_confirm(&session_id()).await.unwrap().is_cancelled());
    let begun = Unknown::of(session_id(), start());
    assert!(sessions.settle(&begun).await.unwrap().is_cancelled());
    assert!(sessions.cancel_after(&begun).await.unwrap().is_cancelled());
    assert!(sessions.get_session(&session_id()).await.unwrap().value().is_some());
    assert!(sessions.get_session_with(&session_id(), &[]).await.unwrap().value().is_some());
    assert_eq!((cancels(&server), reads(&server)), (2, 4));
}

/// A stand-in that offers nothing says so, and takes nothing for certain.
#[tokio::test]
async fn a_stand_in_fails_where_it_offers_nothing() {
    struct Nothing;
    impl Sessions for Nothing {}
    let begun = Unknown::of(session_id(), start());
    assert_eq!(Nothing.cancel(&session_id()).await.unwrap_err().outcome(), Outcome::NotSent);
    let result = Nothing.cancel_and_confirm(&session_id()).await;
    assert_eq!(Standing::of(&result), Standing::NotCancelled);
    for result in [Nothing.settle(&begun).await, Nothing.cancel_after(&begun).await] {
        assert_eq!(Standing::of(&result), Standing::Unknown);
        let error = result.unwrap_err();
        assert_eq!(error.unknown(), Some(&begun));
        assert!(error.to_string().contains("does not offer the operation"), "{error}");
    }
    let error = Nothing.get_session(&session_id()).await.unwrap_err();
    assert_eq!(error.standing(), Standing::Unknown, "a read says nothing about a cancel");
}

/// The error of a read does not prove that nothing was cancelled, even if it reaches code that cancels.
#[tokio::test]
async fn a_failed_read_is_not_taken_for_a_failed_cancel() {
    let not_found = Answer::error(StatusCode::NOT_FOUND, "NOT_FOUND", "no");
    let server = scenario(&Answer::close(), &not_found);
    let error = client(&server).get_session(&session_id()).await.unwrap_err();
    assert_eq!((error.outcome(), error.standing()), (Outcome::Refused, Standing::Unknown));
    let no_token = Server::start(|_| Answer::new(StatusCode::FORBIDDEN, "text/plain", ""));
    let error = client(&no_token.unwrap()).get_session(&session_id()).await.unwrap_err();
    assert_eq!((error.outcome(), error.standing()), (Outcome::NotSent, Standing::Unknown));
}

#[test]
fn the_blocking_client_settles_too() {
    let server = scenario(&Answer::close(), &Answer::open(SESSION));
    let clock = Arc::new(ManualClock::at(start()));
    let client = blocking::Client::new(builder(&server).clock(clock.clone())).unwrap();
    let error = client.cancel_and_confirm(&session_id()).unwrap_err();
    let unknown = error.unknown().unwrap();
    clock.advance(HORIZON);
    assert_eq!(client.settle(unknown).unwrap_err().outcome(), Outcome::NotCancelled);
    assert_eq!(client.cancel_after(unknown).unwrap_err().outcome(), Outcome::NotCancelled);
    assert_eq!((cancels(&server), reads(&server)), (1, 3));
}
