//! Lists operations, and finds the one that a person names.

use std::borrow::Cow;
use std::fmt;

use super::grammar::METHODS;
use super::tree::{self, Tree};
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::source::problem::Problem;

use crate::failure::{Failure, near};

/// Most references in a row that are followed.
const MOST_STEPS: usize = 32;

/// An operation: its method, path and id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Operation {
    pub path: String,
    pub method: String,
    pub id: Option<String>,
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.call())?;
        self.id.as_ref().map_or(Ok(()), |id| write!(f, "  {id}"))
    }
}

impl Operation {
    /// Method and path, as documentation writes them.
    pub fn call(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }

    /// True if both have the same method and path.
    pub fn is(&self, other: &Self) -> bool {
        self.path == other.path && self.method == other.method
    }

    /// True if a name means it: its id, or `POST /path`.
    fn is_meant(&self, name: &str) -> bool {
        let call = name.split_once(char::is_whitespace).is_some_and(|(method, path)| {
            self.method.eq_ignore_ascii_case(method) && self.path == path.trim()
        });
        call || self.id.as_deref() == Some(name)
    }
}

/// All operations, in the order of the document.
pub fn all(root: &Tree) -> Vec<Operation> {
    let mut found = Vec::new();
    for (path, item) in tree::members(root.get("paths")) {
        let Ok(item) = path_item(root, item) else { continue };
        for (method, operation) in tree::members(Some(&item)) {
            if METHODS.contains(&method) && operation.is_mapping() {
                let id = tree::text(operation, "operationId").map(str::to_owned);
                found.push(Operation { path: path.to_owned(), method: method.to_owned(), id });
            }
        }
    }
    found
}

/// The place of the operation that a person means, in a document whose paths are in place.
pub fn place(root: &serde_json::Value, name: &str) -> Option<Pointer> {
    let paths = root.get("paths")?.as_object()?;
    let all = paths.iter().flat_map(|(path, item)| {
        let members = item.as_object().into_iter().flatten();
        members.map(move |(method, operation)| {
            let id = operation.get("operationId").and_then(serde_json::Value::as_str);
            Operation { path: path.clone(), method: method.clone(), id: id.map(str::to_owned) }
        })
    });
    let meant = all.into_iter().find(|operation| operation.is_meant(name))?;
    Some(Pointer::root().join_all(["paths", &meant.path, &meant.method]))
}

/// A path item, with its reference resolved.
pub fn path_item<'a>(root: &'a Tree, item: &'a Tree) -> Result<Cow<'a, Tree>, Problem> {
    let mut item = Cow::Borrowed(item);
    for _ in 0..MOST_STEPS {
        let Some(target) = tree::reference(&item).map(str::to_owned) else { return Ok(item) };
        let Some(place) = target.strip_prefix('#').and_then(Pointer::parse) else {
            return Err(Problem::ExternalReference(target));
        };
        let Some(found) = tree::at(root, &place) else {
            return Err(Problem::DanglingReference(target));
        };
        // The members beside the reference apply, too.
        let own = tree::members(Some(&item)).filter(|(key, _)| *key != "$ref");
        let all = tree::members(Some(found)).chain(own);
        item = Cow::Owned(tree::mapping(all.map(|(key, member)| (key, member.clone()))));
    }
    Err(Problem::ReferenceLoop(tree::reference(&item).unwrap_or_default().to_owned()))
}

/// The operations that a command line names.
pub fn find_all<'a>(
    all: &'a [Operation],
    names: &[String],
    file: &str,
) -> Result<Vec<&'a Operation>, Failure> {
    let find = |name: &String| {
        find(all, name).map_err(|near| {
            let what = format!("{file} has no operation `{name}`{near}");
            Failure::new(what, "name it by its operationId, or as \"POST /path\"")
        })
    };
    names.iter().map(find).collect()
}

/// The operation that a name means; otherwise a hint at similar names.
fn find<'a>(all: &'a [Operation], name: &str) -> Result<&'a Operation, String> {
    if let Some(found) = all.iter().find(|operation| operation.is_meant(name)) {
        return Ok(found);
    }
    let calls: Vec<String> = all.iter().map(Operation::call).collect();
    let ids = all.iter().filter_map(|operation| operation.id.as_deref());
    Err(near(name, ids.chain(calls.iter().map(String::as_str))))
}
