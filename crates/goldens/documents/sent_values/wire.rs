use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::Value;
use serde_json::value::RawValue;

use openapi_client_runtime::{Failure, Invalid, InvalidParameter};

use crate::loopback::Request;

/// Text with the signs that separate, assign, end or encode something somewhere.
fn text() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        3 => prop::sample::select("&=+,;|%/?#[]{}() \"'\\<>@:!$*.~-_a0é€\u{1F980}".chars().collect::<Vec<_>>()),
        1 => any::<char>().prop_filter("a control character", |sign| !sign.is_control()),
    ];
    vec(sign, 1..12)
        .prop_map(String::from_iter)
        .prop_filter("a path has other rules for these", |text| text != "." && text != "..")
}

fn list() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 1..5)
}

/// Items that may be empty as well, where a path has no say.
fn loose_list() -> impl Strategy<Value = Vec<String>> {
    vec(prop_oneof![9 => text(), 1 => Just(String::new())], 1..5)
}

fn part() -> impl Strategy<Value = types::Part> {
    (text(), any::<i64>(), any::<bool>()).prop_map(|(a_text, b_number, c_flag)| types::Part {
        a_text,
        b_number,
        c_flag,
    })
}

fn finite() -> impl Strategy<Value = f64> {
    prop::num::f64::NORMAL | prop::num::f64::ZERO
}

/// Sends what a method sends, or says what it refuses to send.
fn try_sent<T, E: std::fmt::Debug>(
    call: impl AsyncFnOnce(Client) -> Result<T, Failure<E>>,
) -> Result<Request, InvalidParameter> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let server = Loopback::answering(204, "", "");
        let client =
            Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
        match call(client).await {
            Err(Failure::Invalid(Invalid::Parameter(refused))) => Err(refused),
            other => {
                other.unwrap();
                Ok(server.request())
            }
        }
    })
}

fn sent<T, E: std::fmt::Debug>(call: impl AsyncFnOnce(Client) -> Result<T, Failure<E>>) -> Request {
    try_sent(call).unwrap()
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

fn split(text: &str, separator: &str) -> Vec<String> {
    text.split(separator).map(decoded).collect()
}

/// The values of a name among pairs, as they were written.
fn of<'a>(pairs: &'a str, name: &str) -> Vec<&'a str> {
    let pairs = pairs.split('&').map(|pair| pair.split_once('=').unwrap());
    pairs.filter(|(known, _)| decoded(known) == name).map(|(_, value)| value).collect()
}

fn of_part(part: &types::Part) -> [(&'static str, String); 3] {
    [
        ("a_text", part.a_text.clone()),
        ("b_number", part.b_number.to_string()),
        ("c_flag", part.c_flag.to_string()),
    ]
}

/// The names and the values, one after the other.
fn flat(part: &types::Part) -> Vec<String> {
    of_part(part).into_iter().flat_map(|(name, value)| [name.to_owned(), value]).collect()
}

/// What a server reads of `name=value` between separators.
fn assigned(text: &str, separator: &str, decode: fn(&str) -> String) -> Vec<String> {
    let pairs = text.split(separator).map(|pair| pair.split_once('=').unwrap());
    pairs.flat_map(|(name, value)| [decode(name), decode(value)]).collect()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_path_says_what_was_sent(text in text(), all in list(), part in part()) {
        let segments = |request: Request, path: &str| -> [String; 6] {
            let path = request.line.strip_prefix(path).unwrap().split('/').map(str::to_owned);
            path.collect::<Vec<_>>().try_into().unwrap()
        };
        let request = sent(async |client| {
            client.text_in_path(&text, &text, &text, &text, &text, &text).await
        });
        for (read, start) in segments(request, "GET /path/text/").iter().zip(STARTS) {
            prop_assert_eq!(decoded(read.strip_prefix(start.0).unwrap()), &text[..]);
        }
        let request =
            sent(async |client| client.list_in_path(&all, &all, &all, &all, &all, &all).await);
        for (read, (start, between, _)) in segments(request, "GET /path/list/").iter().zip(STARTS) {
            prop_assert_eq!(&split(read.strip_prefix(start).unwrap(), between), &all);
        }
        let request = sent(async |client| {
            client.part_in_path(&part, &part, &part, &part, &part, &part).await
        });
        for (read, (start, between, explode)) in segments(request, "GET /path/part/").iter().zip(STARTS) {
            let read = match explode {
                // The members of an exploded object have names of their own.
                true => assigned(read.trim_start_matches([';', '.']), between.trim_end_matches("matrix_exploded="), decoded),
                false => split(read.strip_prefix(start).unwrap(), between),
            };
            prop_assert_eq!(read, flat(&part));
        }
    }

    #[test]
    fn a_query_says_what_was_sent(text in text(), all in loose_list(), part in part()) {
        let request = sent(async |client| client.text_in_query(&text, &text).await);
        let query = request.line.strip_prefix("GET /query/text?").unwrap();
        for name in ["commas", "form"] {
            prop_assert_eq!(decoded(of(query, name)[0]), &text[..]);
        }

        // Encoded, a space or `|` between two items is the same as one inside of an item.
        let is_plain = |sign: char| !all.iter().any(|item| item.contains(sign));
        let [pipes, spaces] = ['|', ' '].map(|sign| if is_plain(sign) { all.clone() } else { Vec::new() });
        let request = sent(async |client| client.list_in_query(&all, &all, &pipes, &spaces).await);
        let query = request.line.strip_prefix("GET /query/list?").unwrap();
        prop_assert_eq!(of(query, "form").into_iter().map(decoded).collect::<Vec<_>>(), &all[..]);
        prop_assert_eq!(&split(of(query, "commas")[0], ","), &all);
        for (name, separator, sent) in [("pipes", "%7C", &pipes), ("spaces", "%20", &spaces)] {
            let read = of(query, name);
            prop_assert_eq!(read.len(), usize::from(!sent.is_empty()));
            read.into_iter().for_each(|read| assert_eq!(&split(read, separator), sent));
        }
        let none = Vec::new();
        let refused = try_sent(async |client| client.list_in_query(&none, &none, &all, &none).await);
        prop_assert_eq!(refused.is_err(), !is_plain('|'));
        let refused = try_sent(async |client| client.list_in_query(&none, &none, &none, &all).await);
        prop_assert_eq!(refused.is_err(), !is_plain(' '));

        let plain = types::Part { a_text: part.a_text.replace(['|', ' '], "_"), ..part.clone() };
        let request =
            sent(async |client| client.part_in_query(&part, &part, &part, &plain, &plain).await);
        let query = request.line.strip_prefix("GET /query/part?").unwrap();
        for (name, value) in of_part(&part) {
            prop_assert_eq!(decoded(of(query, &format!("deep[{name}]"))[0]), value.clone());
            prop_assert_eq!(decoded(of(query, name)[0]), value);
        }
        prop_assert_eq!(split(of(query, "commas")[0], ","), flat(&part));
        for (name, separator) in [("pipes", "%7C"), ("spaces", "%20")] {
            prop_assert_eq!(split(of(query, name)[0], separator), flat(&plain));
        }
        let refused =
            try_sent(async |client| client.part_in_query(&part, &part, &part, &part, &part).await);
        prop_assert_eq!(refused.is_err(), part != plain);
    }

    #[test]
    fn a_map_in_a_query_says_what_was_sent(map in btree_map(text(), text(), 1..4)) {
        let none = BTreeMap::new();
        let request = sent(async |client| client.map_in_query(&none, &map).await);
        let query = request.line.strip_prefix("GET /query/map?").unwrap();
        prop_assert_eq!(json(&decoded(of(query, "json")[0])), serde_json::to_value(&map).unwrap());
        let is_plain = !map.keys().any(|name| name.contains(['[', ']']));
        match try_sent(async |client| client.map_in_query(&map, &none).await) {
            Err(refused) => prop_assert!(!is_plain, "{}", refused),
            Ok(request) => {
                prop_assert!(is_plain);
                let query = request.line.strip_prefix("GET /query/map?").unwrap();
                for (name, value) in &map {
                    prop_assert_eq!(decoded(of(query, &format!("deep[{name}]"))[0]), &value[..]);
                }
            }
        }
    }

    #[test]
    fn headers_say_what_was_sent(
        text in "[ -~é]{0,6}", all in vec("[ -~é]{0,6}", 1..4),
        a_text in "[ -~é]{0,6}", b_number in any::<i64>(), c_flag in any::<bool>(),
    ) {
        let part = types::Part { a_text, b_number, c_flag };
        let is_plain = |item: &str| !item.contains(',') && item.trim_matches(' ') == item;
        let can_be_sent = all.iter().chain(&flat(&part)).all(|item| is_plain(item)) && all != [""]
            && text.trim_matches(' ') == text;
        let tried = try_sent(async |client| {
            client.in_headers(&part, &all, &all, &part, &part, &text, &text).await
        });
        prop_assert_eq!(tried.is_ok(), can_be_sent, "{:?}", tried.err());
        if let Ok(request) = tried {
            let header = |name: &str| request.header(name).unwrap();
            prop_assert_eq!([header("x-text"), header("x-text-exploded")], [&text, &text]);
            for name in ["x-list", "x-list-exploded"] {
                prop_assert_eq!(header(name).split(',').collect::<Vec<_>>(), &all[..]);
            }
            prop_assert_eq!(header("x-part").split(',').collect::<Vec<_>>(), flat(&part));
            prop_assert_eq!(assigned(header("x-part-exploded"), ",", str::to_owned), flat(&part));
            prop_assert_eq!(json(header("x-json")), serde_json::to_value(&part).unwrap());
        }
    }

    #[test]
    fn cookies_say_what_was_sent(text in text(), all in loose_list(), part in part()) {
        let request = sent(async |client| client.in_cookies(&part, &all, &part, &text).await);
        let cookies = request.header("cookie").unwrap().split("; ");
        let cookies: Vec<_> = cookies.map(|cookie| cookie.split_once('=').unwrap()).collect();
        prop_assert_eq!(cookies.len(), 4);
        let cookie = |name: &str| cookies.iter().find(|(known, _)| *known == name).unwrap().1;
        prop_assert_eq!(decoded(cookie("text")), text);
        prop_assert_eq!(split(cookie("list"), ","), all);
        prop_assert_eq!(split(cookie("part"), ","), flat(&part));
        prop_assert_eq!(json(&decoded(cookie("json"))), serde_json::to_value(&part).unwrap());
    }

    #[test]
    fn a_body_says_what_was_sent(
        text in ".{0,20}", number in finite(), all in list(), part in part(),
        map in btree_map(".{0,5}", any::<i64>(), 0..4),
    ) {
        let whole = types::Whole {
            text: text.clone(), number, list: all.clone(), map: map.clone(), part: part.clone(), nothing: None,
        };
        let request = sent(async |client| client.as_json(&whole).await);
        let expected = serde_json::json!({
            "text": text, "list": all, "map": map, "part": serde_json::to_value(&part).unwrap(),
        });
        // serde_json reads a number to the last digit but one, and writes all of them.
        let raw: BTreeMap<String, Box<RawValue>> = serde_json::from_str(&request.body).unwrap();
        prop_assert_eq!(raw["number"].get().parse::<f64>().unwrap(), number);
        let mut read = json(&request.body);
        read.as_object_mut().unwrap().remove("number");
        prop_assert_eq!(read, expected);

        let plain: Vec<String> = all.iter().map(|item| item.replace(['|', ' '], "_")).collect();
        let form = types::AsFormRequest {
            text: text.clone(), form: all.clone(), commas: all.clone(), pipes: plain.clone(), spaces: plain.clone(),
            part: part.clone(), deep: part.clone(),
        };
        let body = sent(async |client| client.as_form(&form).await).body;
        prop_assert_eq!(decoded(of(&body, "text")[0]), &text[..]);
        prop_assert_eq!(of(&body, "form").into_iter().map(decoded).collect::<Vec<_>>(), &all[..]);
        prop_assert_eq!(&split(of(&body, "commas")[0], ","), &all);
        prop_assert_eq!(&split(of(&body, "pipes")[0], "%7C"), &plain);
        prop_assert_eq!(&split(of(&body, "spaces")[0], "%20"), &plain);
        prop_assert_eq!(split(of(&body, "part")[0], ","), flat(&part));
        for (name, value) in of_part(&part) {
            prop_assert_eq!(decoded(of(&body, &format!("deep[{name}]"))[0]), value);
        }
        let form = types::AsFormRequest { pipes: all.clone(), ..form };
        let refused = try_sent(async |client| client.as_form(&form).await);
        prop_assert_eq!(refused.is_err(), all.iter().any(|item| item.contains('|')));

        prop_assert_eq!(sent(async |client| client.as_text(&text).await).body, text);
    }
}

/// In the order of the path: what is in front of a value, what is between two items, and whether the members
/// of an object are `name=value`.
const STARTS: [(&str, &str, bool); 6] = [
    ("", ",", false),
    ("", ",", true),
    (".", ",", false),
    (".", ".", true),
    (";matrix=", ",", false),
    (";matrix_exploded=", ";matrix_exploded=", true),
];
