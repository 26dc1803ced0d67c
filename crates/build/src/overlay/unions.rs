//! The unions of names in a JSONPath, such as `['a', 'b']`, in which single names may match nothing.

use crate::source::pointer::Pointer;

/// The names in unions of the target that lead to none of the places.
pub(super) fn unmatched(target: &str, places: &[Pointer]) -> Vec<String> {
    let is_found = |(name, is_end): &(String, bool)| {
        places.iter().any(|place| match is_end {
            true => place.last().as_deref() == Some(name),
            false => place.tokens().iter().any(|step| *step == name.as_str()),
        })
    };
    let names = names_of_unions(target).into_iter();
    names.filter(|name| !is_found(name)).map(|(name, _)| name).collect()
}

/// The names in a target's unions of names, `['a', 'b']`, and whether the target ends in that union.
fn names_of_unions(target: &str) -> Vec<(String, bool)> {
    let unquoted = |selector: &String| {
        let name = selector.trim();
        let quote = name.chars().next().filter(|first| ['\'', '"'].contains(first))?;
        let name = name.strip_prefix(quote)?.strip_suffix(quote)?;
        (!name.contains('\\')).then(|| name.to_owned())
    };
    let names =
        |selectors: &Vec<String>| selectors.iter().map(unquoted).collect::<Option<Vec<_>>>();
    let brackets = selectors(target);
    let end = brackets.len().checked_sub(1).filter(|_| target.trim_end().ends_with(']'));
    let unions = brackets.iter().enumerate().filter_map(|(at, all)| Some((at, names(all)?)));
    unions.flat_map(|(at, all)| all.into_iter().map(move |name| (name, Some(at) == end))).collect()
}

/// The text of each bracket of a target.
fn selectors(target: &str) -> Vec<Vec<String>> {
    let mut brackets: Vec<Vec<String>> = Vec::new();
    let (mut depth, mut quote, mut is_escaped) = (0_usize, None, false);
    for letter in target.chars() {
        let outside = quote.is_none();
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if quote.is_some() => is_escaped = true,
            '\'' | '"' if quote.is_none() => quote = Some(letter),
            _ if quote == Some(letter) => quote = None,
            '[' | '(' if outside => depth += 1,
            ']' | ')' if outside => depth = depth.saturating_sub(1),
            _ => {}
        }
        let bracket = brackets.last_mut();
        match (letter, depth) {
            ('[', 1) if outside => brackets.push(vec![String::new()]),
            (_, 0) => {}
            (',', 1) if outside => bracket.into_iter().for_each(|all| all.push(String::new())),
            _ => bracket.and_then(|all| all.last_mut()).into_iter().for_each(|it| it.push(letter)),
        }
    }
    brackets
}
