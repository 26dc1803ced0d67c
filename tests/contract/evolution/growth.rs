//! A crate that has followed the contract: no change that breaks its users is one of names alone.

use std::collections::BTreeSet;

use cargo_openapi_client::comparison::change::{Change, Level};
use cargo_openapi_client::comparison::compare::compare;
use cargo_openapi_client::surface::Surface;

use super::older::{self, RELEASES, TODAY};

/// What the contract itself has taken away, by the date of the contract that has it no more.
const LOST: [(&str, &str, &str); 6] = [
    ("2025-03", "TokenPaymentMethod.generate_recurrence_token", "field removed"),
    ("2026-04", "PspCreditcard.generate_recurrence_token", "field removed"),
    ("2026-04", "Theme.error", "field removed"),
    ("2026-04", "Theme.font_family", "field removed"),
    ("2026-04", "Theme.text", "field removed"),
    ("2026-04", "Theme.warning", "field removed"),
];

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
            let lost: BTreeSet<(String, &str)> = major(before, &Surface::of_client(&after))
                .into_iter()
                .map(|change| (change.subject, change.what))
                .collect();
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
    let mut before = older::first_client(TODAY);
    let first = Surface::of_client(&before);
    for release in ["2025-03", "2026-04", "2024-09", TODAY] {
        let after = older::client(release, &before.types);
        for Change { subject, what, .. } in
            major(&Surface::of_client(&before), &Surface::of_client(&after))
        {
            assert!(what.ends_with("removed"), "{release}: {subject} {what}");
        }
        before = after;
    }
    let last = Surface::of_client(&before);
    assert_eq!(major(&first, &last), []);
}
