//! Every form that generated code has, as the generator writes it: what is read of answers that fit and of
//! answers that do not, and what drift names.
//!
//! `.ci/run` repeats these tests with the features that other crates of a build may turn on in serde_json.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use openapi_client_runtime::codegen::choice::{
    Branches, Choice, Kind, OneForm, OpenChoice, choice,
};
use openapi_client_runtime::codegen::object::{Access, Object, Place, Received, member, object};
use openapi_client_runtime::codegen::open_enum::{OpenEnum, open_enum};
use openapi_client_runtime::codegen::read::{Reader, read_as};
use openapi_client_runtime::{BodyEnd, Content, Response};
use serde_json::{Value, json};

#[derive(Clone, Default, PartialEq)]
struct Order {
    id: String,
    total: Option<i64>,
    rate: Option<f64>,
    count: Option<u64>,
    state: Option<State>,
    paid_by: Option<Method>,
    reference: Option<Reference>,
    tags: Option<Vec<Tag>>,
    tree: Option<Tree>,
    part_of: Option<Box<Order>>,
    anything: Option<Value>,
    free: Option<serde_json::Map<String, Value>>,
    rates: Option<BTreeMap<String, f64>>,
    notes: Option<Vec<Option<String>>>,
    due: Option<chrono::NaiveDate>,
    at: Option<chrono::DateTime<chrono::Utc>>,
    from: Option<std::net::IpAddr>,
}
impl Object<Received> for Order {
    fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
        member!(to.required(it.id));
        member!(to.optional(it.total));
        member!(to.optional(it.rate));
        member!(to.optional(it.count));
        member!(to.optional(it.state));
        member!(to.optional(it.paid_by));
        member!(to.optional(it.reference));
        member!(to.optional(it.tags));
        member!(to.optional(it.tree));
        member!(to.optional(it.part_of));
        member!(to.optional(it.anything));
        member!(to.optional(it.free));
        member!(to.optional(it.rates));
        member!(to.optional(it.notes));
        member!(to.optional(it.due));
        member!(to.optional(it.at));
        member!(to.optional(it.from));
    }
}
object!(received Order);

#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum State {
    Open,
    Paid,
    Undocumented(String),
}
impl OpenEnum for State {
    const VALUES: &'static [(&'static str, Self)] = &[("open", Self::Open), ("paid", Self::Paid)];
}
open_enum!(State);

#[derive(Clone, Default, PartialEq)]
struct Card {
    amount: Option<i64>,
    state: Option<State>,
    parts: Option<Vec<Card>>,
}
impl Object<Received> for Card {
    fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
        member!(to.expected(it.amount));
        member!(to.optional(it.state));
        member!(to.optional(it.parts));
    }
}
object!(received Card);

/// By a tag.
#[derive(Clone, PartialEq)]
enum Method {
    Card(Box<Card>),
    Cards(Vec<Card>),
    Undocumented(Value),
}
impl Choice for Method {
    fn form<F: OneForm>(&self, of: F) -> F::Output {
        match self {
            Self::Card(it) => of.tagged("Card", "kind", &["card", "1"], it),
            Self::Cards(it) => of.plain("Cards", it),
            Self::Undocumented(it) => of.other("Undocumented", it),
        }
    }
}
impl OpenChoice for Method {
    const TAG: Option<&'static str> = Some("kind");
    fn branches(to: &mut impl Branches<Self>) {
        to.tagged(&["card", "1"], Self::Card);
        to.kind(Kind::List, Self::Cards);
    }
    fn other(value: Value) -> Self {
        Self::Undocumented(value)
    }
}
choice!(received Method);

/// By a property, or by the type in JSON.
#[derive(Clone, PartialEq)]
enum Tag {
    Card(Box<Card>),
    Number(f64),
    List(Vec<i64>),
    Undocumented(Value),
}
impl Choice for Tag {
    fn form<F: OneForm>(&self, of: F) -> F::Output {
        match self {
            Self::Card(it) => of.plain("Card", it),
            Self::Number(it) => of.plain("Number", it),
            Self::List(it) => of.plain("List", it),
            Self::Undocumented(it) => of.other("Undocumented", it),
        }
    }
}
impl OpenChoice for Tag {
    const TAG: Option<&'static str> = None;
    fn branches(to: &mut impl Branches<Self>) {
        to.with(&["amount"], Self::Card);
        to.kind(Kind::Number, Self::Number);
        to.kind(Kind::List, Self::List);
    }
    fn other(value: Value) -> Self {
        Self::Undocumented(value)
    }
}
choice!(received Tag);

/// By trying.
#[derive(serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
enum Reference {
    State(State),
    Integer(i64),
    Boolean(bool),
    List(Vec<u8>),
}
read_as!(Self::State, Self::Integer, Self::Boolean, Self::List => Reference);

#[derive(serde::Serialize, Clone, Debug, PartialEq, Default)]
#[serde(transparent)]
struct Tree(Vec<Tree>);
read_as!(Self => Tree);

/// By the status.
#[derive(Clone, Debug, PartialEq)]
enum Answer {
    Status200(Box<Order>),
    Default(Box<Card>),
}
impl Content for Answer {
    fn read(status: StatusCode, from: &mut Reader<'_>) -> Option<Self> {
        match status.as_u16() {
            200 => from.whole().map(Self::Status200),
            204 => None,
            _ => from.whole().map(Self::Default),
        }
    }
}

fn response<T: Content>(status: u16, body: &str) -> Response<T> {
    let (status, body) = (StatusCode::from_u16(status).unwrap(), Bytes::from(body.to_owned()));
    Response::read(status, HeaderMap::new(), body, BodyEnd::Complete)
}

fn drift<T>(response: &Response<T>) -> Vec<String> {
    response.drift().iter().map(ToString::to_string).collect()
}

/// The order that is read from these members, as JSON without its id, and its drift.
fn read(members: &str) -> (Value, Vec<String>) {
    let response = response::<Order>(200, &format!(r#"{{"id":"a",{members}}}"#));
    let drift = drift(&response);
    let mut read = serde_json::to_value(response.value().unwrap()).unwrap();
    read.as_object_mut().unwrap().remove("id");
    // With serde_json's `preserve_order` the members of a value are in the order of the answer.
    read.sort_all_objects();
    (read, drift)
}

/// The value that is read is exactly this JSON text, with this drift.
fn check(cases: &[(&str, &str, &[&str])]) {
    for (members, expected, drift) in cases {
        let (read, told) = read(members);
        assert_eq!(read.to_string(), *expected, "{members}");
        assert_eq!(told, *drift, "{members}");
    }
}

#[test]
fn digits_are_kept_or_their_loss_is_told() {
    check(&[
        (
            r#""rate":9007199254740993"#,
            r#"{"rate":9007199254740992.0}"#,
            &["rounded number at $.rate"],
        ),
        (r#""rate":9007199254740992"#, r#"{"rate":9007199254740992.0}"#, &[]),
        (r#""rate":0.1"#, r#"{"rate":0.1}"#, &[]),
        (r#""rate":1e400"#, "{}", &["wrong type at $.rate"]),
        (r#""rate":1e-400"#, r#"{"rate":0.0}"#, &["rounded number at $.rate"]),
        // The last digit of these is another one with serde_json's own parser, without `float_roundtrip`.
        (r#""rate":1.0076781135935874e-306"#, r#"{"rate":1.0076781135935874e-306}"#, &[]),
        (r#""rate":45.94371937180914"#, r#"{"rate":45.94371937180914}"#, &[]),
        (
            r#""rates":{"a":18446744073709551617}"#,
            r#"{"rates":{"a":1.8446744073709552e+19}}"#,
            &["rounded number at $.rates.a"],
        ),
        (
            r#""tags":[9007199254740993]"#,
            r#"{"tags":[9007199254740992.0]}"#,
            &["rounded number at $.tags[0]"],
        ),
        (r#""total":9007199254740993"#, r#"{"total":9007199254740993}"#, &[]),
        (r#""total":9007199254740993.0"#, r#"{"total":9007199254740993}"#, &[]),
        (r#""total":-9223372036854775808e0"#, r#"{"total":-9223372036854775808}"#, &[]),
        (r#""total":9223372036854775808"#, "{}", &["wrong type at $.total"]),
        (r#""total":1e3"#, r#"{"total":1000}"#, &[]),
        (r#""total":0.5"#, "{}", &["wrong type at $.total"]),
        (r#""count":18446744073709551615"#, r#"{"count":18446744073709551615}"#, &[]),
        (r#""count":-1"#, "{}", &["wrong type at $.count"]),
        (r#""anything":18446744073709551615"#, r#"{"anything":18446744073709551615}"#, &[]),
        (
            r#""anything":[-9223372036854775808,1.10]"#,
            r#"{"anything":[-9223372036854775808,1.1]}"#,
            &[],
        ),
        (
            r#""anything":{"a":[18446744073709551617]}"#,
            r#"{"anything":{"a":[1.8446744073709552e+19]}}"#,
            &["rounded number at $.anything.a[0]"],
        ),
        (
            r#""free":{"a":0.12345678901234567890}"#,
            r#"{"free":{"a":0.12345678901234568}}"#,
            &["rounded number at $.free.a"],
        ),
        (r#""free":{"a":1e400,"b":1}"#, r#"{"free":{"b":1}}"#, &["wrong type at $.free.a"]),
        (
            r#""paid_by":{"kind":"cash","n":9007199254740993.5}"#,
            r#"{"paid_by":{"kind":"cash","n":9007199254740994.0}}"#,
            &["unknown value at $.paid_by.kind", "rounded number at $.paid_by.n"],
        ),
    ]);
}

#[test]
fn drift_inside_a_choice_costs_what_drifted_and_is_told_with_its_place() {
    check(&[
        // By a tag, which may be a literal, too.
        (
            r#""paid_by":{"kind":"card","amount":1,"colour":2}"#,
            r#"{"paid_by":{"amount":1,"kind":"card"}}"#,
            &["unknown field at $.paid_by.colour"],
        ),
        (
            r#""paid_by":{"amount":"1","kind":1,"state":"late"}"#,
            r#"{"paid_by":{"kind":"card","state":"late"}}"#,
            &["wrong type at $.paid_by.amount", "unknown value at $.paid_by.state"],
        ),
        (
            r#""paid_by":{"kind":"cash","a":null}"#,
            r#"{"paid_by":{"a":null,"kind":"cash"}}"#,
            &["unknown value at $.paid_by.kind"],
        ),
        (
            r#""paid_by":{"amount":1}"#,
            r#"{"paid_by":{"amount":1}}"#,
            &["missing required at $.paid_by.kind"],
        ),
        (r#""paid_by":"cash""#, "{}", &["wrong type at $.paid_by"]),
        (
            r#""paid_by":[{"amount":1,"kind":"card"}]"#,
            r#"{"paid_by":[{"amount":1}]}"#,
            &["unknown field at $.paid_by[0].kind"],
        ),
        (
            r#""paid_by":{"kind":"card","amount":1,"parts":[{"amount":1,"kind":1}]}"#,
            r#"{"paid_by":{"amount":1,"kind":"card","parts":[{"amount":1}]}}"#,
            &["unknown field at $.paid_by.parts[0].kind"],
        ),
        (r#""paid_by":null"#, "{}", &[]),
        // By a property, or by the type in JSON.
        (
            r#""tags":[{"amount":1,"parts":[{"state":7}]}]"#,
            r#"{"tags":[{"amount":1,"parts":[{}]}]}"#,
            &[
                "wrong type at $.tags[0].parts[0].state",
                "missing required at $.tags[0].parts[0].amount",
            ],
        ),
        (r#""tags":[{"other":1}]"#, r#"{"tags":[{"other":1}]}"#, &["unknown value at $.tags[0]"]),
        (
            r#""tags":[{"amount":null}]"#,
            r#"{"tags":[{"amount":null}]}"#,
            &["unknown value at $.tags[0]"],
        ),
        (r#""tags":[[1,2.5]]"#, "{}", &["wrong type at $.tags[0][1]"]),
        (r#""tags":["a",[1]]"#, "{}", &["wrong type at $.tags[0]"]),
        (r#""tags":[1,null]"#, "{}", &["wrong type at $.tags[1]"]),
        // By trying.
        (r#""reference":"open""#, r#"{"reference":"open"}"#, &[]),
        (r#""reference":"late""#, r#"{"reference":"late"}"#, &["unknown value at $.reference"]),
        (r#""reference":7"#, r#"{"reference":7}"#, &[]),
        (r#""reference":true"#, r#"{"reference":true}"#, &[]),
        (r#""reference":7.5"#, "{}", &["wrong type at $.reference"]),
        (r#""reference":{}"#, "{}", &["wrong type at $.reference"]),
        (r#""reference":[7]"#, r#"{"reference":[7]}"#, &[]),
        (r#""reference":[7,256]"#, "{}", &["wrong type at $.reference[1]"]),
    ]);
}

#[test]
fn drift_outside_of_choices() {
    check(&[
        (r#""tree":[[],[[]]]"#, r#"{"tree":[[],[[]]]}"#, &[]),
        (r#""tree":[[],[7]]"#, "{}", &["wrong type at $.tree[1][0]"]),
        (r#""part_of":{"total":1}"#, "{}", &["missing required at $.part_of.id"]),
        (r#""part_of":{"id":7}"#, "{}", &["wrong type at $.part_of.id"]),
        (
            r#""part_of":{"id":"b","id":null}"#,
            "{}",
            &["repeated name at $.part_of.id", "missing required at $.part_of.id"],
        ),
        (
            r#""part_of":{"id":"b","id":"c"}"#,
            r#"{"part_of":{"id":"c"}}"#,
            &["repeated name at $.part_of.id"],
        ),
        (r#""total":1,"total":"2""#, "{}", &["repeated name at $.total", "wrong type at $.total"]),
        (
            r#""free":{"a":{"b":1,"b":null}}"#,
            r#"{"free":{"a":{"b":null}}}"#,
            &["repeated name at $.free.a.b"],
        ),
        (
            r#""free":{"a":null,"b":"\ud800","\udc00":1}"#,
            r#"{"free":{"a":null}}"#,
            &["wrong type at $.free.b", "wrong type at $.free['[6 characters]']"],
        ),
        (r#""anything":["\ud800"]"#, "{}", &["wrong type at $.anything[0]"]),
        (
            r#""rates":{"a":1,"b":null,"c":"1"}"#,
            r#"{"rates":{"a":1.0}}"#,
            &["wrong type at $.rates.c"],
        ),
        (r#""notes":["a",null]"#, r#"{"notes":["a",null]}"#, &[]),
        (r#""notes":["a",1]"#, "{}", &["wrong type at $.notes[1]"]),
        (r#""due":"2026-11-27""#, r#"{"due":"2026-11-27"}"#, &[]),
        (
            r#""due":"2026-11-31","at":"now","from":"::g""#,
            "{}",
            &["wrong type at $.due", "wrong type at $.at", "wrong type at $.from"],
        ),
    ]);
}

#[test]
fn the_status_chooses_what_is_read_and_told() {
    let body = r#"{"id":"a","amount":1,"state":"late"}"#;
    let order = response::<Answer>(200, body);
    assert!(matches!(order.value(), Some(Answer::Status200(order)) if order.id == "a"));
    assert_eq!(drift(&order), ["unknown field at $.amount", "unknown value at $.state"]);
    let unknown = order.members(|name| name == "amount");
    assert_eq!(unknown, [("amount".to_owned(), "1".to_owned())]);
    let card = response::<Answer>(404, body);
    assert!(matches!(card.value(), Some(Answer::Default(card)) if card.amount == Some(1)));
    assert_eq!(drift(&card), ["unknown field at $.id", "unknown value at $.state"]);
    let none = response::<Answer>(204, body);
    assert_eq!((none.value(), none.drift()), (None, vec![]));
    assert_eq!(none.members(|_| true), []);
}

/// What `Deserialize` makes of a value, or the first line of its error: the same by each of serde_json's ways, and
/// inside another value.
fn strict(body: Value) -> Result<Order, String> {
    let text = body.to_string();
    let pretty = format!(" {body:#}\n");
    let escaped = text.replace("id", "\\u0069d");
    let read = [
        serde_json::from_str(&text),
        serde_json::from_str(&pretty),
        serde_json::from_str(&escaped),
        serde_json::from_slice(text.as_bytes()),
        serde_json::from_reader(text.as_bytes()),
        serde_json::from_str(&format!("[{text}]")).map(|[order]: [Order; 1]| order),
        serde_json::from_value(body),
    ];
    let [first, others @ ..] = read.map(|read| {
        // A text's error goes on with its place.
        read.map_err(|error| error.to_string().split(" at line").next().unwrap().to_owned())
    });
    for other in others {
        assert_eq!(other, first);
    }
    first
}

/// `Deserialize` takes what costs nothing, and names the place of what does.
#[test]
fn deserialize_is_strict() {
    let order =
        strict(json!({ "id": "a", "state": "late", "more": 1, "rate": 0.1, "reference": 7 }));
    assert_eq!(
        order.map(|order| (order.rate, order.reference)),
        Ok((Some(0.1), Some(Reference::Integer(7))))
    );
    assert_eq!(strict(json!({ "id": "a", "total": "1" })), Err("wrong type at $.total".to_owned()));
    assert_eq!(strict(json!({ "total": 1 })), Err("missing required at $.id".to_owned()));
    assert_eq!(serde_json::from_str::<Reference>("7").unwrap(), Reference::Integer(7));
    assert_eq!(serde_json::from_str::<State>("\"paid\"").unwrap(), State::Paid);
    assert!(serde_json::from_str::<Method>(r#"{"kind":1,"amount":1.5}"#).is_err());
}

/// A written value can be read again, without drift.
#[test]
fn what_is_written_is_read_again() {
    let body = r#"{"id":"a","total":1,"rate":0.1,"state":"paid","tags":[{"amount":2},1.5,[3]],
        "anything":{"b":[1.5,-0.0,null,"x"],"a":1},"free":{"n":-1},"notes":[null],"at":"2026-01-01T00:00:00Z"}"#;
    let first = response::<Order>(200, body);
    assert_eq!(drift(&first), [""; 0]);
    let text = serde_json::to_string(first.value().unwrap()).unwrap();
    assert_eq!(response::<Order>(200, &text).value(), first.value());
    assert_eq!(serde_json::from_str::<Order>(&text).ok().as_ref(), first.value());
}

/// Deeper than anything is read: what is too deep costs what cannot be without it, and no stack runs out, not even
/// a small one in a debug build.
#[test]
fn depth_is_bounded() {
    let read = || {
        let [objects, lists, free] = [
            (r#"{"id":"a","part_of":"#, "null", "}"),
            (r#"{"id":"a","anything":["#, "1", "]}"),
            (r#"[{"b":"#, "1", "}]"),
        ]
        .map(|(open, inside, close)| {
            [open.repeat(4_000), inside.to_owned(), close.repeat(4_000)].concat()
        });
        for body in [&objects, &lists] {
            let order = response::<Order>(200, body);
            assert_eq!(order.value().map(|order| order.id.as_str()), Some("a"));
            let drift = drift(&order);
            assert!(
                matches!(&drift[..], [one] if one.starts_with("wrong type at $.")),
                "{drift:?}"
            );
        }
        let free = response::<Value>(200, &free);
        assert!(free.value().is_some());
        assert_eq!(free.drift().len(), 1);
    };
    let thread = std::thread::Builder::new().stack_size(1024 * 1024).spawn(read);
    thread.unwrap().join().unwrap();
}
