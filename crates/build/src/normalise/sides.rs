//! The two sides of an operation's responses: success and failure.

use serde_json::Value;

use super::shapes::Shapes;
use crate::openapi;
use crate::plan::call::Statuses;
use crate::source::pointer::Pointer;

/// A response of an operation.
#[derive(Debug, Clone)]
pub struct Answer<'a> {
    pub statuses: Statuses,
    /// The place of the response.
    pub place: Pointer,
    /// The media types it may have.
    pub media_types: Vec<&'a str>,
    /// The media type and the schema of its JSON.
    pub json: Option<(&'a str, &'a Value)>,
}

/// The responses of an operation for success and for failure, each in the order in which a status is looked up.
/// `default` covers the other statuses, including success if no success is named.
pub fn sides<'a>(root: &'a Value, operation: &openapi::Operation<'a>) -> [Vec<Answer<'a>>; 2] {
    let at = operation.pointer.join("responses");
    let mut answers = Vec::new();
    for (key, response) in openapi::members(operation.value.get("responses")) {
        let Some(statuses) = Statuses::parse(key) else { continue };
        let (place, response) = openapi::follow(root, at.join(key), response);
        let content = response.get("content").filter(|_| !openapi::BODILESS.contains(&key));
        let json = openapi::members(content)
            .filter(|(media_type, _)| openapi::media_kind(media_type).is_json())
            .find_map(|(media_type, value)| Some((media_type, value.get("schema")?)));
        let media_types = openapi::members(content).map(|(name, _)| name).collect();
        answers.push(Answer { statuses, place, media_types, json });
    }
    answers.sort_by_key(|answer| answer.statuses);
    let names_success = answers.iter().any(|answer| answer.statuses.is_success());
    let is_default = |answer: &&Answer<'_>| answer.statuses == Statuses::Others;
    let successes = answers
        .iter()
        .filter(|answer| answer.statuses.is_success() || !names_success && is_default(answer));
    let successes = successes.cloned().collect();
    answers.retain(|answer| !answer.statuses.is_success());
    [successes, answers]
}

/// True if the responses of one side have JSON of more than one shape.
pub fn differ(side: &[Answer<'_>]) -> bool {
    let mut shapes = Shapes::default();
    let mut found = side.iter().filter_map(|answer| answer.json);
    let mut shape = || found.next().map(|(_, schema)| shapes.learn(schema));
    let first = shape();
    std::iter::from_fn(shape).any(|shape| Some(shape) != first)
}
