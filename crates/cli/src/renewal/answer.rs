//! The documented answer, which the tests of a client send: it follows the contract.

use serde_yaml::{Mapping, Value as Tree};

use super::contract::{Contract, Schemas};
use super::deviation;
use super::sample::sample;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::import::Moved;
use crate::text::Text;

/// The renewed answer.
pub struct Renewed {
    pub text: String,
    /// The changes, one on each line.
    pub done: Vec<String>,
    /// The places at which the documentation contradicts its own schema.
    pub deviations: Vec<Finding>,
}

/// Updates an answer to the contract: adds newly required members, renames those whose property was renamed, removes
/// members that the contract no longer has, and replaces values whose type has changed. With a page, the answer is the
/// one that the page shows, unchanged.
///
/// # Errors
///
/// - The answer is not JSON.
/// - The page does not show a JSON object.
pub fn renew(
    answer: &Text,
    page: Option<&Text>,
    operation: &str,
    (before, after): (&Contract, &Contract),
    moved: &[Moved],
) -> Result<Renewed, Failure> {
    let no_answer = || {
        let what = format!("the contract has no JSON answer of `{operation}`");
        Failure::new(what, "under `answer` in the manifest, name an operation that has one")
    };
    let schemas = after.answer(operation).ok_or_else(no_answer)?;
    if let Some(page) = page {
        let shown = shown_by(page)?;
        let deviations = deviation::find(after, &schemas, &shown);
        let is_known = serde_json::from_str::<Tree>(&answer.text).is_ok_and(|known| known == shown);
        let (text, done) = match is_known {
            true => (answer.text.clone(), Vec::new()),
            false => (written(&shown)?, vec![format!("taken from {}", page.name)]),
        };
        return Ok(Renewed { text, done, deviations });
    }
    let mut tree: Tree =
        serde_json::from_str(&answer.text).map_err(|error| not_json(answer, &error))?;
    let mut follow = Follow { before, after, moved, done: Vec::new() };
    let earlier = before.answer(operation).unwrap_or_default();
    follow.value(&mut tree, (&earlier, &schemas), "$");
    let done = follow.done;
    let text = match done.is_empty() {
        true => answer.text.clone(),
        false if answer.text.ends_with('\n') => written(&tree)?,
        false => written(&tree)?.trim_end().to_owned(),
    };
    Ok(Renewed { text, done, deviations: Vec::new() })
}

fn not_json(answer: &Text, error: &serde_json::Error) -> Failure {
    let what = format!("{}: not JSON: {error}", answer.name);
    Failure::new(what, "correct the file, or take the answer from a page with `--example`")
}

fn written(tree: &Tree) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(tree).map_err(std::io::Error::from)?;
    Ok(text + "\n")
}

/// The first JSON object that starts a line of a page.
fn shown_by(page: &Text) -> Result<Tree, Failure> {
    let mut rest = page.text.as_str();
    loop {
        if rest.trim_start().starts_with('{') {
            let mut found = serde_json::Deserializer::from_str(rest).into_iter::<Tree>();
            if let Some(Ok(tree)) = found.next()
                && tree.get("openapi").is_none()
            {
                return Ok(tree);
            }
        }
        let Some((_, behind)) = rest.split_once('\n') else { break };
        rest = behind;
    }
    let what = format!("{} shows no answer in JSON", page.name);
    Err(Failure::new(what, "name a JSON file, or a page with `{` at the start of a line"))
}

struct Follow<'a> {
    before: &'a Contract,
    after: &'a Contract,
    /// Parts of the contract that are at another place now.
    moved: &'a [Moved],
    done: Vec<String>,
}

impl<'a> Follow<'a> {
    fn value(&mut self, value: &mut Tree, schemas: (&Schemas<'a>, &Schemas<'a>), at: &str) {
        let (before, after) = schemas;
        if !after.fits(value) && before.fits(value) {
            *value = sample(self.after, after);
            self.done.push(format!("{at} has a value of its new type"));
        } else if let (Some(text), Some((_, values))) = (value.as_str(), after.values())
            && !values.contains(&text)
            && before.values().is_some_and(|(_, values)| values.contains(&text))
        {
            *value = sample(self.after, after);
            self.done.push(format!("{at} has a value that the contract still has"));
        }
        match value {
            Tree::Mapping(members) => self.members(members, schemas, at),
            Tree::Sequence(items) => {
                let (before, after) = (self.before.item(before), self.after.item(after));
                for (index, item) in items.iter_mut().enumerate() {
                    self.value(item, (&before, &after), &format!("{at}[{index}]"));
                }
            }
            _ => {}
        }
    }

    fn members(
        &mut self,
        members: &mut Mapping,
        (before, after): (&Schemas<'a>, &Schemas<'a>),
        at: &str,
    ) {
        let names: Vec<String> =
            members.keys().filter_map(Tree::as_str).map(str::to_owned).collect();
        for name in names {
            let earlier = self.before.member(before, &name);
            let now = self.after.member(after, &name);
            let is_gone = earlier.says_something() && !now.says_something();
            let new = is_gone.then(|| self.new_name(&earlier)).flatten();
            let new = new.filter(|new| !members.contains_key(new.as_str()));
            if let Some(new) = new {
                rename(members, &name, &new);
                self.done.push(format!("{at}.{new} was called {name}"));
                let now = self.after.member(after, &new);
                if let Some(value) = members.get_mut(new.as_str()) {
                    self.value(value, (&earlier, &now), &format!("{at}.{new}"));
                }
            } else if is_gone && !after.is_open() {
                members.shift_remove(name.as_str());
                self.done.push(format!("{at}.{name} is gone from the contract"));
            } else if let Some(value) = members.get_mut(name.as_str()) {
                self.value(value, (&earlier, &now), &format!("{at}.{name}"));
            }
        }
        let known = before.required();
        for name in after.required().into_keys() {
            if !members.contains_key(name) && !known.contains_key(name) {
                let value = sample(self.after, &self.after.member(after, name));
                members.insert(name.into(), value);
                self.done.push(format!("{at}.{name} is required now"));
            }
        }
    }

    /// The new name of a property that was renamed.
    fn new_name(&self, earlier: &Schemas<'_>) -> Option<String> {
        let mut places = earlier.places().map(|at| self.before.original(at));
        places.find_map(|at| Moved::new_name(self.moved, &at))
    }
}

/// Gives a member another name at the same place.
fn rename(members: &mut Mapping, from: &str, to: &str) {
    let renamed = |(name, value): (Tree, Tree)| match name.as_str() == Some(from) {
        true => (to.into(), value),
        false => (name, value),
    };
    *members = std::mem::take(members).into_iter().map(renamed).collect();
}
