//! Swagger 2.0 in the words of OpenAPI 3.0: nothing goes missing on the way, and places stay those of the
//! original.

use super::*;
use openapi_client_build::restate::{restate, swagger};
use openapi_client_build::source::problem::Problem;

/// The golden documents of Swagger 2.0.
fn documents() -> Vec<Document> {
    let goldens = std::fs::read_dir("../goldens/documents").unwrap();
    let texts = goldens.map(|golden| golden.unwrap().path().join("document.yaml"));
    let documents = texts.map(|path| load(&std::fs::read_to_string(path).unwrap()));
    let found: Vec<_> = documents.filter(|it| it.root().get("swagger").is_some()).collect();
    assert!(!found.is_empty());
    found
}

/// Every place of a value.
fn places(value: &Value, at: Pointer, found: &mut Vec<Pointer>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| places(member, at.join(name), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| places(item, at.join(index), found));
        }
        _ => {}
    }
    found.push(at);
}

fn places_of(root: &Value) -> Vec<Pointer> {
    let mut found = Vec::new();
    places(root, Pointer::root(), &mut found);
    found
}

/// The document with another value at a place, or without that member.
fn changed(root: &Value, at: &Pointer, other: Option<&Value>) -> Option<Value> {
    let mut root = root.clone();
    match other {
        Some(other) => *at.get_mut(&mut root)? = other.clone(),
        None => drop(at.parent()?.get_mut(&mut root)?.as_object_mut()?.remove(&*at.last()?)),
    }
    Some(root)
}

/// True if a change of the place may have no effect; the cases say why.
fn may_be_silent(root: &Value, losses: &[(Pointer, Problem)], at: &Pointer) -> bool {
    let owner = at.parent().and_then(|owner| owner.get(root)).unwrap_or(&Value::Null);
    // A request has one body, so its name has no effect.
    let is_name_of_body = owner["in"] == "body" && at.last().is_some_and(|last| last == "name");
    // The members of a list that callers write, and of a body that is not sent, are lost with it.
    let is_lost = losses.iter().any(|(lost, problem)| match problem {
        Problem::JoinedByCaller { .. } => {
            at.is_within(lost) || lost.parent().is_some_and(|list| at.is_within(&list))
        }
        Problem::BesideBody(_) | Problem::Dropped { .. } | Problem::ExampleOfOther(_) => {
            at.is_within(lost)
        }
        _ => false,
    });
    is_name_of_body || is_lost
}

/// Members that repeat a default, such as the document's own schemes.
const AS_WITHOUT: [&str; 3] = ["produces", "schemes", "scopes"];

#[test]
fn whatever_changes_in_swagger_changes_what_is_restated_or_lost() {
    let others = [json!(7), json!({ "other": 7 })];
    let mut tried = 0;
    for document in documents() {
        let root = document.root();
        let before = swagger::restate(root).unwrap();
        for at in places_of(root) {
            for other in std::iter::once(None).chain(others.iter().map(Some)) {
                let says_nothing = match other {
                    None => at.last().is_some_and(|last| AS_WITHOUT.contains(&&*last)),
                    Some(other) => Some(other) == at.get(root),
                };
                let Some(after) = changed(root, &at, other).as_ref().and_then(swagger::restate)
                else {
                    continue;
                };
                let is_silent = (&after.root, &after.losses) == (&before.root, &before.losses);
                assert!(
                    !is_silent || says_nothing || may_be_silent(root, &before.losses, &at),
                    "{other:?} at {at} of {root}"
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

/// True for an object of the specification: not a map by names, data or an extension.
fn is_described(root: &Value, at: &Pointer) -> bool {
    const DATA: [&str; 5] = ["default", "example", "examples", "externalDocs", "scopes"];
    const MAPS: [&str; 7] = [
        "definitions",
        "headers",
        "parameters",
        "paths",
        "properties",
        "responses",
        "securityDefinitions",
    ];
    let tokens = at.tokens();
    let is_map = tokens.last().is_some_and(|last| MAPS.contains(&&**last));
    let is_data = tokens.iter().any(|token| DATA.contains(&&**token) || token.starts_with("x-"));
    // A requirement names schemes.
    let is_requirement = tokens.iter().any(|token| token == "security");
    at.get(root).is_some_and(Value::is_object) && !is_map && !is_data && !is_requirement
}

#[test]
fn a_word_that_swagger_does_not_have_is_lost_at_its_place() {
    let mut tried = 0;
    for document in documents() {
        let root = document.root();
        for at in places_of(root).into_iter().filter(|at| is_described(root, at)) {
            let mut misspelt = root.clone();
            let object = at.get_mut(&mut misspelt).unwrap().as_object_mut().unwrap();
            object.insert("misspelt".to_owned(), json!("word"));
            let losses = restate(misspelt).losses;
            let is_lost = losses.iter().any(|(lost, _)| *lost == at.join("misspelt"));
            assert!(is_lost || may_be_silent(root, &losses, &at), "{at} of {root}");
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn losses_and_documentation_name_places_of_the_original() {
    for document in documents() {
        let root = document.root();
        let client = generated(&root.to_string(), &actions(&[]));
        for loss in &client.losses {
            assert!(loss.pointer.get(root).is_some(), "{loss}");
            assert!(loss.position.is_some(), "{loss}");
        }
        for rest in client.code.split("The schema at `").skip(1) {
            let place = rest.split_once('`').unwrap().0;
            assert!(Pointer::parse(place).unwrap().get(root).is_some(), "{place}");
        }
    }
}

#[test]
fn schemes_that_every_operation_has_are_those_of_the_document() {
    let paths = |put: &str| {
        format!(
            "swagger: '2.0'\ninfo: {{ title: Shop, version: '1' }}\npaths:\n  /order:\n    \
             get: {{ schemes: [https], responses: {{ '204': {{ description: None. }} }} }}\n    \
             put: {{ schemes: [{put}], responses: {{ '204': {{ description: Done. }} }} }}\n"
        )
    };
    let losses = |put| generated(&paths(put), &actions(&[])).losses;
    assert_eq!(losses("https"), []);
    let places: Vec<_> = losses("http").into_iter().map(|loss| loss.pointer.to_string()).collect();
    assert_eq!(places, ["/paths/~1order/get/schemes", "/paths/~1order/put/schemes"]);
}
