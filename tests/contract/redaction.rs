//! `Debug` shows of a customer's data, and of what opens an account, that it is there and not what it
//! is. What is sensitive comes from the overlay, which `contract.rs` reads for itself.

use std::collections::HashSet;
use std::fmt::Debug;

use dintero_checkout_client::test_kit::{self, Answer, Server};
use dintero_checkout_client::{Client, Credentials, types};
use http::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::contract::{
    Contract, ERROR, Kind, Node, Path, Place, Role, SESSION, TOKEN, json_path, put,
};

/// What `Debug` shows in place of a value.
const REDACTED: &str = "[redacted]";
/// What every planted text contains.
const TEXT: &str = "canary-";
/// What every planted number starts with.
const NUMBER: f64 = 987_654_000_000.25;
const NUMBER_START: &str = "987654";

/// A document that fills every property, with canaries in the sensitive ones.
struct Planted {
    document: Value,
    /// Where the canaries are, each at the place that its number says.
    sensitive: Vec<Path>,
    /// The texts that `Debug` is to show.
    shown: Vec<String>,
}

impl Planted {
    fn new(node: &Node) -> Self {
        let filled = node.document(0);
        let mut planted = Self { document: filled.clone(), sensitive: vec![], shown: vec![] };
        let places = node.places(&filled);
        for place in &places {
            if is_sensitive(place) {
                planted.plant(place);
            } else if !planted.covers(place) && matches!(place.node.kind, Kind::String) {
                planted.shown.extend(place.value.as_str().map(str::to_owned));
            }
        }
        planted
    }

    fn plant(&mut self, place: &Place<'_>) {
        assert!(!self.covers(place), "{}: sensitive twice", json_path(&place.path));
        let canary = canary(self.sensitive.len(), place.node, place.value);
        put(&mut self.document, &place.path, Some(canary));
        self.sensitive.push(place.path.clone());
    }

    /// Whether a place is inside one with canaries.
    fn covers(&self, place: &Place<'_>) -> bool {
        self.sensitive.iter().any(|path| place.path.starts_with(path))
    }

    /// Neither form of `Debug` shows a canary; both show that each sensitive value is there, and show
    /// all else.
    fn assert_hidden(&self, shown: &dyn Debug) {
        for text in [format!("{shown:?}"), format!("{shown:#?}")] {
            if text.contains(TEXT) || text.contains(NUMBER_START) {
                panic!("shown: {:#?}", self.told(&text));
            }
            assert_eq!(text.matches(REDACTED).count(), self.sensitive.len());
            let texts: HashSet<&str> = text.split('"').collect();
            let missing: Vec<_> =
                self.shown.iter().filter(|text| !texts.contains(text.as_str())).collect();
            assert!(missing.is_empty(), "not shown: {missing:?}");
        }
    }

    /// Where the canaries in a text come from.
    fn told(&self, text: &str) -> Vec<String> {
        let told = self.sensitive.iter().enumerate().filter(|(at, _)| tells(text, *at));
        told.map(|(_, path)| json_path(path)).collect()
    }

    /// The same for a type that is decoded as it is.
    fn assert_hidden_in<T: DeserializeOwned + Debug>(&self) {
        let value: T = serde_json::from_value(self.document.clone()).unwrap();
        self.assert_hidden(&value);
    }
}

fn is_sensitive(place: &Place<'_>) -> bool {
    matches!(place.role, Role::Property(property) if property.is_sensitive)
}

/// A value that fits a place and can be told from all others.
fn canary(at: usize, node: &Node, value: &Value) -> Value {
    match &node.variant(value).kind {
        Kind::Any | Kind::String => json!(text(at)),
        Kind::Number => json!(number(at)),
        Kind::List(item) => {
            value.as_array().unwrap().iter().map(|value| canary(at, item, value)).collect()
        }
        Kind::Map(values) => {
            let members = value.as_object().unwrap().iter();
            members.map(|(name, value)| (name.clone(), canary(at, values, value))).collect()
        }
        _ => panic!("no canary fits {value}"),
    }
}

fn text(at: usize) -> String {
    format!("{TEXT}{at}-")
}

fn number(at: usize) -> f64 {
    NUMBER + at as f64
}

fn tells(shown: &str, at: usize) -> bool {
    shown.contains(&text(at)) || shown.contains(&number(at).trunc().to_string())
}

/// The canaries are what the tests take them for: without redaction they would be found.
#[test]
fn a_canary_is_found_where_nothing_hides_it() {
    for pointer in [SESSION, TOKEN, ERROR] {
        let planted = Planted::new(&Contract::load().node(pointer));
        let told = planted.told(&format!("{:?}", planted.document));
        assert!(!told.is_empty(), "{pointer}: nothing is sensitive");
        assert_eq!(told.len(), planted.sensitive.len(), "{pointer}");
    }
}

#[test]
fn a_response_hides_what_is_sensitive() {
    let planted = Planted::new(&Contract::load().node(SESSION));
    let response = test_kit::response(StatusCode::OK, planted.document.to_string());
    assert_eq!(response.drift(), []);
    planted.assert_hidden(&response);
    planted.assert_hidden(response.value().unwrap());
}

#[tokio::test]
async fn a_cancellation_hides_what_is_sensitive() {
    let planted = Planted::new(&Contract::load().node(SESSION));
    let body = planted.document.clone();
    let server = Server::start(move |_| Answer::json(StatusCode::OK, &body)).unwrap();
    let credentials = Credentials::token("a-token").unwrap();
    let client = Client::builder(credentials).base_url(server.base_url()).build().unwrap();
    let cancellation = client.cancel(&"a-session".parse().unwrap()).await.unwrap();
    planted.assert_hidden(&cancellation);
    planted.assert_hidden(cancellation.response());
    planted.assert_hidden(cancellation.session().unwrap());
}

#[test]
fn an_access_token_hides_what_is_sensitive() {
    Planted::new(&Contract::load().node(TOKEN)).assert_hidden_in::<types::AccessToken>();
}

#[test]
fn the_body_of_a_refusal_hides_what_is_sensitive() {
    Planted::new(&Contract::load().node(ERROR)).assert_hidden_in::<types::ErrorBody>();
}

/// An error is what ends up in a log: neither of its forms tells what the server's words repeat.
#[tokio::test]
async fn the_error_of_a_refusal_hides_what_is_sensitive() {
    let planted = Planted::new(&Contract::load().node(ERROR));
    let body = planted.document.clone();
    let server = Server::start(move |_| Answer::json(StatusCode::BAD_REQUEST, &body)).unwrap();
    let credentials = Credentials::token("a-token").unwrap();
    let client = Client::builder(credentials).base_url(server.base_url()).build().unwrap();
    let error = client.cancel(&"a-session".parse().unwrap()).await.unwrap_err();
    for shown in [format!("{error}"), format!("{error:?}"), format!("{error:#?}")] {
        assert!(!shown.contains(TEXT), "{shown}");
    }
}
