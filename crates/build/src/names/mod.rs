//! Rust names for the names of a document.
//!
//! If two would get the same Rust name, each keeps enough of its own spelling to differ, instead of a number
//! that depends on its neighbours. progenitor's own renaming has no effect: `lower` hides such names from it.

mod identifier;
mod signs;

use std::collections::HashMap;

use heck::{ToPascalCase, ToSnakeCase};

use crate::runtime;

pub use identifier::{can_continue, can_start, is_identifier, is_pascal_case, is_snake_case};
pub use signs::spelling;
use signs::{Part, parts, word};

/// The variant of a received enum for all values that the contract does not name.
pub const OTHER_VARIANT: &str = "Undocumented";

/// The end of the name of a method that takes options; no operation has a name that ends so.
pub const WITH_OPTIONS: &str = "_with";

/// Names that are in scope in every module of types: the prelude, primitive types, and crates.
const RESERVED: [&str; 24] = [
    "Box",
    "Err",
    "None",
    "Ok",
    "Option",
    "Result",
    "Some",
    "String",
    "Vec",
    "bool",
    "char",
    "chrono",
    "defaults",
    "error",
    "f32",
    "f64",
    "i32",
    "i64",
    "serde",
    "serde_json",
    "std",
    "str",
    "u32",
    "u64",
];

/// True if generated code uses the name next to its types without a path in front of it.
pub fn is_reserved_type(name: &str) -> bool {
    RESERVED.contains(&name) || runtime::is_named_in_types(name)
}

/// The name of a type or variant.
pub fn type_name(text: &str) -> String {
    identifier(text, "X", |text| text.to_pascal_case())
}

/// The name of a field, parameter or method.
pub fn field_name(text: &str) -> String {
    identifier(text, "x", |text| text.to_snake_case())
}

/// The name of the type of an operation's options. It depends on nothing but the operation's own name, and
/// differs for any two: one that another has in Pascal case, too, such as `get_1`, keeps its underscores.
pub fn options_name(method: &str) -> String {
    let plain = method.to_pascal_case();
    if plain.to_snake_case() == method {
        return format!("{plain}Options");
    }
    let mut letters = method.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}_Options", letters.as_str())
}

/// Candidate names for a type or variant, the best first.
pub fn type_names(text: &str) -> Vec<String> {
    vec![
        type_name(text),
        capitalized_spelling(text),
        accepted(spelling(text), "X"),
        // In case another item must have the plain name.
        format!("{}Value", type_name(text)),
        // In case a number gets the same name.
        format!("{}Value", identifier(text, "N", |text| text.to_pascal_case())),
    ]
}

/// Candidate names for a field, the best first.
pub fn field_names(text: &str) -> Vec<String> {
    let plain = text.trim_end_matches('_');
    // Another name may itself end in the underscore that a keyword gets.
    let underscores = vec!["underscore"; text.len() - plain.len()].join("_");
    let spelled = match (plain.is_empty(), underscores.is_empty()) {
        (_, true) => field_spelling(text),
        (true, false) => underscores,
        (false, false) => format!("{}_{underscores}", field_spelling(plain).trim_end_matches('_')),
    };
    vec![field_name(text), field_spelling(text), spelled]
}

/// The text as the name of a type: its signs as words, with a capital at the start and after each.
fn capitalized_spelling(text: &str) -> String {
    let mut spelled = String::new();
    let mut is_first = true;
    for part in parts(text) {
        match part {
            Part::Own(c) if is_first => spelled.extend(c.to_uppercase()),
            Part::Own(c) => spelled.push(c),
            Part::Word(ref word) => spelled.push_str(word),
        }
        is_first = matches!(part, Part::Word(_));
    }
    accepted(spelled, "X")
}

/// The text as the name of a field, its signs as words.
fn field_spelling(text: &str) -> String {
    let mut spelled = String::new();
    let mut is_after_word = false;
    for part in parts(text) {
        let is_word = matches!(part, Part::Word(_));
        if (is_word || is_after_word) && !spelled.is_empty() && !spelled.ends_with('_') {
            spelled.push('_');
        }
        match part {
            Part::Own(c) => spelled.push(c),
            Part::Word(word) => spelled.push_str(&word.to_lowercase()),
        }
        is_after_word = is_word;
    }
    accepted(spelled, "_")
}

/// Picks a different name for each list of candidates. If several want the same name, all of them move on to their
/// next candidate: nothing here knows which of them is older, and a name that passed from one to another would change
/// what users' code means without a word, where a name that is gone does not compile. If the candidates run out, a
/// name occurs twice.
pub fn distinct(wanted: &[Vec<String>], is_reserved: impl Fn(&str) -> bool) -> Vec<String> {
    let mut levels = vec![0; wanted.len()];
    loop {
        let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, (names, level)) in wanted.iter().zip(&levels).enumerate() {
            if let Some(name) = names.get(*level) {
                holders.entry(name).or_default().push(index);
            }
        }
        let mut has_moved = false;
        for (name, group) in holders {
            if group.len() < 2 && !is_reserved(name) {
                continue;
            }
            for index in group {
                let most = wanted.get(index).map_or(0, |names| names.len().saturating_sub(1));
                if let Some(level) = levels.get_mut(index).filter(|level| **level < most) {
                    *level += 1;
                    has_moved = true;
                }
            }
        }
        if !has_moved {
            break;
        }
    }
    let pick = |(names, level): (&Vec<String>, &usize)| names.get(*level).cloned();
    wanted.iter().zip(&levels).map(|names| pick(names).unwrap_or_default()).collect()
}

/// The first free name: of `wanted`, in their order, or else of `numbered`, called with 2, 3 and so on.
pub fn first_free(
    wanted: impl IntoIterator<Item = String>,
    numbered: impl Fn(usize) -> String,
    is_taken: impl Fn(&str) -> bool,
) -> String {
    let mut names = wanted.into_iter().chain((2..).map(numbered));
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

fn identifier(text: &str, prefix: &str, recase: impl Fn(&str) -> String) -> String {
    if text.chars().all(|c| !can_continue(c)) {
        let words: Vec<String> = text.chars().map(word).collect();
        let words = if words.is_empty() { "empty".to_owned() } else { words.join("-") };
        return accepted(recase(&words), prefix);
    }
    // The sign of a number is not a separator.
    let sign = match (text.chars().next(), text.chars().nth(1)) {
        (Some('+'), Some('0'..='9')) => "plus",
        (Some('-'), Some('0'..='9')) => "minus",
        _ => "",
    };
    let text = text.replace('\'', "");
    let spaced: String = text.chars().map(|c| if can_continue(c) { c } else { '-' }).collect();
    let spaced = if sign.is_empty() { spaced } else { spaced.replacen('-', sign, 1) };
    let name = recase(&spaced);
    // If the text consists of underscores, they are the name.
    accepted(if name.is_empty() { recase("underscore") } else { name }, prefix)
}

/// The name as an identifier; a keyword gets an underscore.
fn accepted(name: String, prefix: &str) -> String {
    let name = match name.chars().next() {
        Some(first) if first == '_' || can_start(first) => name,
        _ => format!("{prefix}{name}"),
    };
    if is_identifier(&name) { name } else { format!("{name}_") }
}

/// The singular of a plural: `account` of `accounts`.
pub fn singular(plural: &str) -> String {
    let rules = [("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ss", "ss"), ("us", "us"), ("s", "")];
    for (ending, replacement) in rules {
        if let Some(stem) = plural.strip_suffix(ending) {
            return format!("{stem}{replacement}");
        }
    }
    plural.to_owned()
}
