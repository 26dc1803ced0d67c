//! `Debug` shows of a customer's data, and of what opens an account, that it is there and not what it
//! is. What is sensitive comes from the overlay, which `contract.rs` reads for itself; what no contract
//! describes, and what URLs contain, is hidden in any API.

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
/// What every planted number starts with.
const NUMBER: f64 = 987_654_000_000.25;

/// A document that fills every property, with a mark in each string, and in each number that is hidden.
struct Planted {
    document: Value,
    marks: Vec<Mark>,
    /// The outermost places that are hidden.
    hidden: Vec<Path>,
    /// How often `Debug` says that something is hidden.
    redacted: usize,
}

struct Mark {
    path: Path,
    text: String,
    /// True for what may be in a log: a text that the overlay does not call sensitive, and the host of a URL.
    may_be_shown: bool,
}

impl Planted {
    /// Every string contains a mark.
    fn texts(node: &Node) -> Self {
        Self::new(node, |planted, path, may_be_shown| {
            let text = planted.mark("text", path, may_be_shown);
            format!("{text} with: 'quotes'")
        })
    }

    /// Every string contains a URL with marks all over.
    fn urls(node: &Node) -> Self {
        Self::new(node, |planted, path, may_be_shown| {
            let [user, password, page, query, fragment] =
                ["user", "password", "page", "query", "fragment"]
                    .map(|it| planted.mark(it, path, false));
            let host = planted.mark("host", path, may_be_shown);
            format!("to https://{user}:{password}@{host}.example:8443/{page}?{query}=1#{fragment}")
        })
    }

    fn new(node: &Node, text: impl Fn(&mut Self, &Path, bool) -> String) -> Self {
        let filled = node.document(0);
        let mut planted =
            Self { document: filled.clone(), marks: vec![], hidden: vec![], redacted: 0 };
        for place in node.places(&filled) {
            let is_inside = planted.hidden.iter().any(|path| place.path.starts_with(path));
            let is_hidden = is_inside || is_hidden(&place);
            if is_hidden && !is_inside {
                planted.hidden.push(place.path.clone());
                // Of a map the number of its entries is shown.
                planted.redacted += usize::from(!matches!(place.role, Role::Entry));
            }
            let value = match &place.node.variant(place.value).kind {
                Kind::String | Kind::Any => text(&mut planted, &place.path, !is_hidden).into(),
                Kind::Number if is_hidden => planted.number(&place.path),
                _ => continue,
            };
            put(&mut planted.document, &place.path, Some(value));
        }
        planted
    }

    fn mark(&mut self, word: &str, path: &Path, may_be_shown: bool) -> String {
        let text = format!("{word}-{}-mark", self.marks.len());
        self.marks.push(Mark { path: path.clone(), text: text.clone(), may_be_shown });
        text
    }

    fn number(&mut self, path: &Path) -> Value {
        let number = NUMBER + self.marks.len() as f64;
        let text = number.trunc().to_string();
        self.marks.push(Mark { path: path.clone(), text, may_be_shown: false });
        json!(number)
    }

    /// Both forms of `Debug` show the marks that may be shown, and no others; and that something is hidden.
    fn assert_shown_rightly(&self, shown: &dyn Debug) {
        for text in [format!("{shown:?}"), format!("{shown:#?}")] {
            assert_eq!(self.wrong(&text), [""; 0]);
            assert_eq!(text.matches(REDACTED).count(), self.redacted);
        }
    }

    /// The marks that a text shows or hides although it should not.
    fn wrong(&self, text: &str) -> Vec<String> {
        let words: HashSet<&str> = text.split(|c: char| c != '-' && !c.is_alphanumeric()).collect();
        let is_wrong = |mark: &&Mark| words.contains(&*mark.text) != mark.may_be_shown;
        let wrong = self.marks.iter().filter(is_wrong);
        wrong.map(|mark| format!("{}: {}", json_path(&mark.path), mark.text)).collect()
    }

    /// The same for a type that is decoded as it is.
    fn assert_shown_rightly_in<T: DeserializeOwned + Debug>(&self) {
        let value: T = serde_json::from_value(self.document.clone()).unwrap();
        self.assert_shown_rightly(&value);
    }
}

/// True for what the overlay calls sensitive, and for what no contract describes.
fn is_hidden(place: &Place<'_>) -> bool {
    let is_sensitive = matches!(place.role, Role::Property(property) if property.is_sensitive);
    is_sensitive || matches!(place.role, Role::Entry) || matches!(place.node.kind, Kind::Any)
}

fn planted(pointer: &str) -> [Planted; 2] {
    let node = Contract::load().node(pointer);
    [Planted::texts(&node), Planted::urls(&node)]
}

/// The marks are what the tests take them for: without redaction each of them would be found, and hidden
/// ones are among them.
#[test]
fn a_mark_is_found_where_nothing_hides_it() {
    for pointer in [SESSION, TOKEN, ERROR] {
        for planted in planted(pointer) {
            let hidden = planted.marks.iter().filter(|mark| !mark.may_be_shown).count();
            assert!(hidden > 0, "{pointer}: nothing is hidden");
            assert_eq!(planted.wrong(&planted.document.to_string()).len(), hidden, "{pointer}");
        }
    }
}

#[test]
fn a_response_hides_what_is_sensitive() {
    for planted in planted(SESSION) {
        let response = test_kit::response(StatusCode::OK, planted.document.to_string());
        assert_eq!(response.drift(), []);
        planted.assert_shown_rightly(&response);
        planted.assert_shown_rightly(response.value().unwrap());
    }
}

/// A client of a server that answers with this.
fn client(status: StatusCode, body: Value) -> (Server, Client) {
    let server = Server::start(move |_| Answer::json(status, &body)).unwrap();
    let credentials = Credentials::token("a-token").unwrap();
    let client = Client::builder(credentials).base_url(server.base_url()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn a_cancellation_hides_what_is_sensitive() {
    for planted in planted(SESSION) {
        let (_server, client) = client(StatusCode::OK, planted.document.clone());
        let cancellation = client.cancel(&"a-session".parse().unwrap()).await.unwrap();
        planted.assert_shown_rightly(&cancellation);
        planted.assert_shown_rightly(cancellation.response());
        planted.assert_shown_rightly(cancellation.session().unwrap());
    }
}

#[test]
fn an_access_token_hides_what_is_sensitive() {
    for planted in planted(TOKEN) {
        planted.assert_shown_rightly_in::<types::AccessToken>();
    }
}

#[test]
fn the_body_of_a_refusal_hides_what_is_sensitive() {
    for planted in planted(ERROR) {
        planted.assert_shown_rightly_in::<types::ErrorBody>();
    }
}

/// An error is what ends up in a log: neither of its forms tells what the server's words repeat.
#[tokio::test]
async fn the_error_of_a_refusal_hides_what_is_sensitive() {
    for planted in planted(ERROR) {
        let (_server, client) = client(StatusCode::BAD_REQUEST, planted.document.clone());
        let error = client.cancel(&"a-session".parse().unwrap()).await.unwrap_err();
        for shown in [format!("{error}"), format!("{error:?}"), format!("{error:#?}")] {
            assert!(!shown.contains("-mark"), "{shown}");
        }
    }
}
