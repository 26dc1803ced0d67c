//! What a shop stores to go on later is read again as it was, or refused with a reason.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use chrono::{DateTime, Utc};
use dintero_checkout_client::{AccountId, Outcome, SessionId, Standing, Unknown};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Stores a value in each way there is, and reads it again.
fn is_kept<T>(value: &T) -> Result<(), TestCaseError>
where
    T: PartialEq + Debug + Display + FromStr<Err: Debug> + Serialize + DeserializeOwned,
{
    prop_assert_eq!(&value.to_string().parse::<T>().unwrap(), value);
    let json = serde_json::to_string(value).unwrap();
    prop_assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{}", json);
    let tree = serde_json::to_value(value).unwrap();
    prop_assert_eq!(&serde_json::from_value::<T>(tree).unwrap(), value);
    let yaml = serde_yaml::to_string(value).unwrap();
    prop_assert_eq!(&serde_yaml::from_str::<T>(&yaml).unwrap(), value, "{}", yaml);
    Ok(())
}

fn session_id() -> impl Strategy<Value = SessionId> {
    let text = prop::string::string_regex("[A-Za-z0-9._~-]{1,60}").unwrap();
    text.prop_filter_map("a step in a path", |text| text.parse().ok())
}

/// Any time that there is, most of them near those that matter.
fn time() -> impl Strategy<Value = DateTime<Utc>> {
    let span = DateTime::<Utc>::MIN_UTC.timestamp()..DateTime::<Utc>::MAX_UTC.timestamp();
    let seconds = prop_oneof![4 => 0..4_102_444_800_i64, 1 => span];
    (seconds, 0..1_000_000_000_u32)
        .prop_map(|(seconds, nanos)| DateTime::from_timestamp(seconds, nanos).unwrap())
}

fn unknown() -> impl Strategy<Value = Unknown> {
    let status = prop::option::of(100..1000_u16);
    let record = (session_id(), any::<u32>(), status, time(), time(), any::<bool>(), time());
    record.prop_map(
        |(session_id, attempts, last_status, one, other, was_accepted, ask_again_at)| {
            let record = json!({
                "session_id": session_id,
                "attempts": attempts,
                "last_status": last_status,
                "first_sent_at": one.min(other),
                "last_sent_at": one.max(other),
                "was_accepted": was_accepted,
                "ask_again_at": ask_again_at,
            });
            let unknown: Unknown = serde_json::from_value(record).unwrap();
            assert_eq!(unknown.session_id(), &session_id);
            assert_eq!(unknown.attempts(), attempts);
            assert_eq!(unknown.last_status().map(|status| status.as_u16()), last_status);
            assert_eq!(unknown.first_sent_at(), one.min(other));
            assert_eq!(unknown.last_sent_at(), one.max(other));
            assert_eq!(unknown.was_accepted(), was_accepted);
            assert_eq!(unknown.ask_again_at(), ask_again_at);
            unknown
        },
    )
}

proptest! {
    #[test]
    fn a_record_is_read_as_it_was_stored(unknown in unknown()) {
        is_kept(&unknown)?;
        prop_assert_eq!(unknown.to_string().lines().count(), 1);
    }

    #[test]
    fn a_record_of_an_intention_is_read_as_it_was_stored(id in session_id(), at in time()) {
        is_kept(&Unknown::of(id, at))?;
    }

    #[test]
    fn ids_are_read_as_they_were_stored(id in session_id(), account in "[TP]([0-9]{3}|[0-9]{8})") {
        is_kept(&id)?;
        is_kept(&account.parse::<AccountId>().unwrap())?;
    }

    /// Text that is not a record is rejected, and the reason does not repeat it.
    #[test]
    fn any_other_text_is_refused_without_showing_it(text in any::<String>()) {
        for refused in [text.parse::<Unknown>().err(), text.parse::<Standing>().err()] {
            let reason = refused.unwrap().to_string();
            prop_assert!(text.len() < 9 || !reason.contains(&text), "{}", reason);
        }
    }
}

#[test]
fn the_words_are_one_vocabulary() {
    let outcomes = [
        (Outcome::NotSent, "not_sent"),
        (Outcome::Refused, "refused"),
        (Outcome::NotCancelled, "not_cancelled"),
        (Outcome::NeedsAPerson, "needs_a_person"),
        (Outcome::Unknown, "unknown"),
    ];
    for (outcome, word) in outcomes {
        is_kept(&outcome).unwrap();
        assert_eq!((outcome.to_string(), json!(outcome)), (word.to_owned(), json!(word)));
    }
    let standings = [
        (Standing::Cancelled, "cancelled"),
        (Standing::Accepted, "accepted"),
        (Standing::NotCancelled, "not_cancelled"),
        (Standing::NeedsAPerson, "needs_a_person"),
        (Standing::Unknown, "unknown"),
    ];
    for (standing, word) in standings {
        is_kept(&standing).unwrap();
        assert_eq!((standing.to_string(), json!(standing)), (word.to_owned(), json!(word)));
    }
    assert_eq!(format!("[{:>10}]", Standing::Accepted), "[  accepted]");
}

#[test]
fn a_word_of_another_version_is_refused_by_name() {
    for word in ["", "still_open", "Cancelled", "CANCELLED", " cancelled", "cancelled\n"] {
        let reason = word.parse::<Standing>().unwrap_err().to_string();
        assert_eq!(reason, "`standing` is not a word that this version knows");
        let reason = serde_json::from_value::<Standing>(json!(word)).unwrap_err().to_string();
        assert_eq!(reason, "`standing` is not a word that this version knows");
        let reason = word.parse::<Outcome>().unwrap_err().to_string();
        assert_eq!(reason, "`outcome` is not a word that this version knows");
    }
}

/// The record as versions before stored it: only the session and the first time.
#[test]
fn a_record_that_lacks_what_came_later_is_read() {
    let old = r#"{"session_id":"T1.2","first_sent_at":"2023-11-14T22:13:20Z"}"#;
    let at = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    assert_eq!(old.parse::<Unknown>().unwrap(), Unknown::of("T1.2".parse().unwrap(), at));
}

#[test]
fn a_record_that_cannot_be_understood_is_refused_with_a_reason() {
    let whole: Value = serde_json::from_str(
        &Unknown::of("T1.2".parse().unwrap(), DateTime::UNIX_EPOCH).to_string(),
    )
    .unwrap();
    let with = |name: &str, value: Value| {
        let mut record = whole.clone();
        record.as_object_mut().unwrap().insert(name.to_owned(), value);
        record.to_string()
    };
    let without = |name: &str| {
        let mut record = whole.clone();
        record.as_object_mut().unwrap().remove(name);
        record.to_string()
    };
    for (text, reason) in [
        (String::new(), "is not JSON"),
        ("T1.2".to_owned(), "is not JSON"),
        (whole.to_string().replace('}', ""), "is not JSON"),
        ("[]".to_owned(), "has a member of another form"),
        ("\"T1.2\"".to_owned(), "has a member of another form"),
        (with("colour", json!("red")), "unknown field `colour`"),
        (without("session_id"), "missing field `session_id`"),
        (without("first_sent_at"), "missing field `first_sent_at`"),
        (with("session_id", json!("kari@example.com")), "`session_id` contains a character"),
        (with("session_id", json!("..")), "`session_id` is a step in a path"),
        (with("attempts", json!(-1)), "has a member of another form"),
        (with("attempts", json!("kari")), "has a member of another form"),
        (with("last_status", json!(99)), "`last_status` is not a status of HTTP"),
        (with("last_status", json!(1000)), "`last_status` is not a status of HTTP"),
        (with("last_sent_at", json!("1969-12-31T23:59:59Z")), "is before `first_sent_at`"),
        (with("was_accepted", json!("yes")), "has a member of another form"),
    ] {
        let said = text.parse::<Unknown>().unwrap_err().to_string();
        assert!(said.starts_with("`unknown` ") && said.contains(reason), "{text}: {said}");
        assert!(!said.contains("kari"), "{said}");
        if let Ok(tree) = serde_json::from_str::<Value>(&text) {
            assert!(serde_json::from_value::<Unknown>(tree).is_err(), "{text}");
        }
    }
    // A time that is none.
    let said =
        with("first_sent_at", json!("yesterday")).parse::<Unknown>().unwrap_err().to_string();
    assert!(said.starts_with("`unknown` "), "{said}");
}
