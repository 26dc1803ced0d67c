//! Code that differs inside a method or an impl.

use super::change::Level::Patch;
use super::change::{Changes, Verdict};

const INSIDE: Verdict = (Patch, "no signature differs, only what the code does");

/// Longest code that is shown in full.
const LONGEST: usize = 100;

/// Adds the part of the code that differs.
pub(super) fn inside(changes: &mut Changes, subject: &str, (old, new): (&str, &str)) {
    let words = |code: &'_ str| code.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (words(old), words(new));
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = |code: &[String]| code.get(start..).unwrap_or_default().to_vec();
    let (old, new) = (rest(&old), rest(&new));
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let differing = |code: Vec<String>| {
        let code = code.get(..code.len() - end).unwrap_or_default().join(" ");
        if code.chars().count() <= LONGEST {
            code
        } else {
            format!("{}…", code.chars().take(LONGEST).collect::<String>())
        }
    };
    changes.changed(subject, "works differently", (&differing(old), &differing(new)), INSIDE);
}
