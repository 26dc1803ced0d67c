//! Numbers: exactly as JSON writes them, and what is read of them.

use std::str::FromStr;

use serde_json::Number;

use super::Reader;
use super::reader::Noted;
use crate::drift::{DriftKind, Path};

impl Reader<'_> {
    /// A number without a fraction is whole, however it is written: `100.0` is the amount 100.
    pub(super) fn integer<T: FromStr>(&mut self, at: &Path<'_>) -> Option<T> {
        let written = self.number(at)?;
        let value = written.parse().ok();
        match value.or_else(|| whole(written)?.parse().ok()) {
            Some(value) => Some(value),
            None => self.lose(at, DriftKind::WrongType),
        }
    }

    pub(super) fn float(&mut self, at: &Path<'_>) -> Option<f64> {
        let written = self.number(at)?;
        self.nearest(written, at)
    }

    /// A number that the contract does not describe, as serde_json reads it without features.
    pub(super) fn free_number(&mut self, at: &Path<'_>) -> Option<Number> {
        let written = self.number(at)?;
        let integer = || written.parse::<i64>().map(Number::from).ok().filter(|_| written != "-0");
        let natural = written.parse::<u64>().map(Number::from).ok();
        natural.or_else(integer).or_else(|| Number::from_f64(self.nearest(written, at)?))
    }

    /// The nearest `f64`.
    fn nearest(&mut self, written: &str, at: &Path<'_>) -> Option<f64> {
        match written.parse().ok().filter(|value: &f64| value.is_finite()) {
            Some(value) => {
                if self.noted == Noted::Everything && is_rounded(written, value) {
                    self.note(at, DriftKind::RoundedNumber);
                }
                Some(value)
            }
            None => self.lose(at, DriftKind::WrongType),
        }
    }
}

/// The digits of a number, and where its point is: 0.`digits` × 10^`exponent`. No zero is at either end of
/// the digits, so that equal numbers are equal.
#[derive(PartialEq)]
struct Decimal {
    is_negative: bool,
    digits: String,
    exponent: i64,
}

/// More than any `f64` has, and fewer than a `format!` takes.
const MOST_DIGITS: usize = 800;

/// More than any integer type has.
const MOST_INTEGER_DIGITS: i64 = 40;

impl Decimal {
    fn of(written: &str) -> Self {
        let (is_negative, written) = match written.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, written),
        };
        let (mantissa, power) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
        // One that overflows is as good as the largest.
        let largest = if power.starts_with('-') { i64::MIN / 4 } else { i64::MAX / 4 };
        let power =
            power.parse().map_or(largest, |power: i64| power.clamp(i64::MIN / 4, i64::MAX / 4));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = [whole, fraction].concat();
        let digits = all.trim_start_matches('0');
        if digits.is_empty() {
            return Self { is_negative: false, digits: String::new(), exponent: 0 };
        }
        let before = whole.len() as i64 - (all.len() - digits.len()) as i64;
        let digits = digits.trim_end_matches('0').to_owned();
        Self { is_negative, digits, exponent: before + power }
    }
}

/// A number without a fraction as an integer is written: `100` for `100.0`.
fn whole(written: &str) -> Option<String> {
    let Decimal { is_negative, digits, exponent } = Decimal::of(written);
    let zeros = exponent.min(MOST_INTEGER_DIGITS) - digits.len() as i64;
    let zeros = "0".repeat(usize::try_from(zeros).ok()?);
    let sign = if is_negative { "-" } else { "" };
    Some(if digits.is_empty() { "0".to_owned() } else { format!("{sign}{digits}{zeros}") })
}

/// True if the digits of a number are not those of the `f64` that was read from it.
fn is_rounded(written: &str, read: f64) -> bool {
    let written = Decimal::of(written);
    let places = written.digits.len().clamp(1, MOST_DIGITS) - 1;
    Decimal::of(&format!("{read:.places$e}")) != written
}

#[cfg(test)]
mod tests {
    use super::{is_rounded, whole};

    #[test]
    fn whole_numbers_are_written_out() {
        let numbers = [
            ("100.0", "100"),
            ("-1.5e1", "-15"),
            ("9007199254740993.0", "9007199254740993"),
            ("1E+3", "1000"),
            ("0.00", "0"),
            ("-0", "0"),
            ("0e999999999999999999999", "0"),
            ("12000e-3", "12"),
        ];
        for (written, expected) in numbers {
            assert_eq!(whole(written).as_deref(), Some(expected), "{written}");
        }
        for fraction in ["0.5", "1e-1", "1e-99999999999999999999", "-7.25", "123e-3"] {
            assert_eq!(whole(fraction), None, "{fraction}");
        }
        assert_eq!(whole("1e99999999999999999999").map(|digits| digits.len()), Some(40));
    }

    #[test]
    fn a_number_is_rounded_if_digits_are_lost() {
        let exact = [
            "0",
            "-0",
            "0.1",
            "0.10000000000000001",
            "9007199254740992",
            "1e300",
            "5e-324",
            "-12.50",
        ];
        let rounded =
            ["9007199254740993", "0.12345678901234567890", "1e-400", "123456789012345678901"];
        for (numbers, expected) in [(&exact[..], false), (&rounded[..], true)] {
            for number in numbers {
                assert_eq!(is_rounded(number, number.parse().unwrap()), expected, "{number}");
            }
        }
        let long = "1".repeat(2_000);
        assert!(is_rounded(&format!("0.{long}"), 1.0 / 9.0));
    }
}
