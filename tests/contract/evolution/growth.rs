//! A crate that has followed the contract: no change that breaks its users is one of names alone.

use std::collections::BTreeSet;

use cargo_openapi_client::comparison::change::{Change, Level};
use cargo_openapi_client::comparison::compare::compare;
use cargo_openapi_client::surface::Surface;
use serde_json::Value;

use super::older::{self, RELEASES, TODAY};

/// What the contract itself has taken away, by the date of the contract that has it no more. What today's has
/// not any more is not known here.
const LOST: [(&str, &str, &str); 6] = [
    ("2025-03", "TokenPaymentMethod.generate_recurrence_token", "field removed"),
    ("2026-04", "PspCreditcard.generate_recurrence_token", "field removed"),
    ("2026-04", "Theme.error", "field removed"),
    ("2026-04", "Theme.font_family", "field removed"),
    ("2026-04", "Theme.text", "field removed"),
    ("2026-04", "Theme.warning", "field removed"),
];

/// What a contract says at all places of one name, whatever is around them and wherever they are: the schemas of
/// the properties of this name, and how often it is a value of an enum.
fn said_of(name: &str, contract: &Value) -> (Vec<String>, usize) {
    let (mut schemas, mut values) = (Vec::new(), 0);
    collect(name, contract, &mut schemas, &mut values);
    schemas.sort();
    (schemas, values)
}

fn collect(name: &str, contract: &Value, schemas: &mut Vec<String>, values: &mut usize) {
    let Value::Object(members) = contract else {
        let items = contract.as_array().into_iter().flatten();
        items.for_each(|item| collect(name, item, schemas, values));
        return;
    };
    let property = members.get("properties").and_then(|properties| properties.get(name));
    let types = ["type", "format", "enum", "$ref", "oneOf", "items"];
    schemas.extend(property.map(|it| types.map(|keyword| it[keyword].to_string()).concat()));
    let listed = members.get("enum").and_then(Value::as_array);
    *values += listed.map_or(0, |all| all.iter().filter(|value| *value == name).count());
    members.values().for_each(|member| collect(name, member, schemas, values));
}

/// True if the contract itself has changed where a change for users is: there are fewer properties or values of
/// the name, or some are of another type. A component that has another name changes what the overlay can require.
fn is_of_the_contract(change: &Change, before: &Value, after: &Value) -> bool {
    let (_, name) = change.subject.rsplit_once(['.', ':']).unwrap_or(("", &change.subject));
    let value = change.old.as_deref().and_then(|old| old.split('"').nth(1)).unwrap_or(name);
    let [old, new] = [before, after].map(|contract| said_of(value, contract));
    let required = |contract| older::required(contract).iter().filter(|it| *it == name).count();
    match change.what {
        "field removed" => old.0.len() > new.0.len(),
        "variant removed" => old.1 > new.1,
        "type changed" => {
            old.0 != new.0 || (is_of_presence(change) && required(before) != required(after))
        }
        _ => false,
    }
}

/// True if one type is the other one that may be absent.
fn is_of_presence(change: &Change) -> bool {
    let types = [&change.old, &change.new].map(|it| it.as_deref().unwrap_or_default());
    let [old, new] = types.map(|it| it.strip_prefix("Option<").unwrap_or(it).trim_end_matches('>'));
    types[0] != types[1] && old == new
}

/// The major changes on the way from one release to another.
fn major(from: &Surface, to: &Surface) -> Vec<Change> {
    compare(from, to).into_iter().filter(|change| change.level == Level::Major).collect()
}

/// Each release after each older one, the one on record: step by step, and over several steps at once.
#[test]
fn whoever_follows_the_contract_loses_what_it_loses_and_no_name() {
    let releases = [RELEASES.as_slice(), &[TODAY]].concat();
    // Where a way stands, with the client of that release and its record.
    let mut ways: Vec<(usize, Surface, String)> = Vec::new();
    for (index, release) in releases.iter().enumerate() {
        let mut arrived = vec![older::first_client(release)];
        for (from, before, types) in &ways {
            let after = older::client(release, types);
            let mut changes = major(before, &Surface::of_client(&after));
            if *release == TODAY {
                let [old, new] = [releases[*from], TODAY].map(older::fragment);
                changes.retain(|change| !is_of_the_contract(change, &old, &new));
            }
            let lost: BTreeSet<(String, &str)> =
                changes.into_iter().map(|change| (change.subject, change.what)).collect();
            let is_between = |date: &str| {
                releases
                    .iter()
                    .position(|it| *it == date)
                    .is_some_and(|at| *from < at && at <= index)
            };
            let expected: BTreeSet<(String, &str)> = LOST
                .iter()
                .filter(|(date, ..)| is_between(date))
                .map(|(_, subject, what)| ((*subject).to_owned(), *what))
                .collect();
            assert!(
                lost.is_subset(&expected),
                "{} → {release}: {:?}",
                releases[*from],
                lost.difference(&expected)
            );
            arrived.push(after);
        }
        ways.extend(
            arrived.iter().map(|client| (index, Surface::of_client(client), client.types.clone())),
        );
    }
    // Directly, and by way of each release or none.
    assert_eq!(ways.len(), 1 + 2 + 4 + 8);
}

/// Steps back and forth: what is gone and comes again has its name, and nothing but what is gone breaks.
#[test]
fn no_order_of_the_steps_renames_or_retypes() {
    let (mut before, mut last_release) = (older::first_client(TODAY), TODAY);
    let first = Surface::of_client(&before);
    for release in ["2025-03", "2026-04", "2024-09", TODAY] {
        let after = older::client(release, &before.types);
        let [old, new] = [last_release, release].map(older::fragment);
        for change in major(&Surface::of_client(&before), &Surface::of_client(&after)) {
            let is_loss = change.what.ends_with("removed");
            assert!(is_loss || is_of_the_contract(&change, &old, &new), "{release}: {change:?}");
        }
        last_release = release;
        before = after;
    }
    let last = Surface::of_client(&before);
    assert_eq!(major(&first, &last), []);
}
