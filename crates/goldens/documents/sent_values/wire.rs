use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::Value;
use serde_json::value::RawValue;

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

/// Sends what a method sends.
fn sent<T, E: std::fmt::Debug>(call: impl AsyncFnOnce(Client) -> Result<T, E>) -> Request {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let server = Loopback::answering(204, "", "");
        let client =
            Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
        call(client).await.unwrap();
        server.request()
    })
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

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_path_says_what_was_sent(
        text in text(), number in finite(), all in list(), part in part(),
    ) {
        let request =
            sent(async |client| client.in_path(&text, number, &all, &all, &all, &part).await);
        let path = request.line.strip_prefix("GET /path/").unwrap();
        let [read_text, read_number, list, label, matrix, read_part] =
            <[&str; 6]>::try_from(path.split('/').collect::<Vec<_>>()).unwrap();
        prop_assert_eq!(decoded(read_text), text);
        prop_assert_eq!(decoded(read_number).parse::<f64>().unwrap(), number);
        prop_assert_eq!(&split(list, ","), &all);
        prop_assert_eq!(&split(label.strip_prefix('.').unwrap(), ","), &all);
        prop_assert_eq!(&split(matrix.strip_prefix(";matrix=").unwrap(), ";matrix="), &all);
        let pairs = read_part.split(',').map(|pair| pair.split_once('=').unwrap());
        let pairs: Vec<_> = pairs.map(|(name, value)| (name, decoded(value))).collect();
        prop_assert_eq!(pairs, of_part(&part));
    }

    #[test]
    fn a_query_says_what_was_sent(text in text(), all in list(), part in part()) {
        let request = sent(async |client| {
            client.in_query(&all, &part, &all, &part, &part, &all, &all, &text).await
        });
        let query = request.line.strip_prefix("GET /query?").unwrap();
        prop_assert_eq!(split(of(query, "text")[0], "&"), [text]);
        prop_assert_eq!(of(query, "form").into_iter().map(decoded).collect::<Vec<_>>(), &all[..]);
        for (name, separator) in [("commas", ","), ("spaces", "%20"), ("pipes", "%7C")] {
            let value = of(query, name);
            prop_assert_eq!(value.len(), 1);
            // An encoded separator is one of the value as well, so that only the whole is the same.
            match separator {
                "," => prop_assert_eq!(split(value[0], separator), &all[..]),
                _ => prop_assert_eq!(decoded(value[0]), all.join(&decoded(separator))),
            }
        }
        for (name, value) in of_part(&part) {
            prop_assert_eq!(decoded(of(query, &format!("deep[{name}]"))[0]), value.clone());
            prop_assert_eq!(decoded(of(query, name)[0]), value);
        }
        prop_assert_eq!(json(&decoded(of(query, "json")[0])), serde_json::to_value(&part).unwrap());
    }

    #[test]
    fn headers_and_cookies_say_what_was_sent(
        text in "[!-~]([ -~]{0,10}[!-~])?", numbers in vec(any::<i64>(), 1..5),
        number in any::<i64>(), sid in text(), ids in list(),
    ) {
        let part = types::Part { a_text: text.clone(), b_number: number, c_flag: true };
        let request =
            sent(async |client| client.in_headers(&numbers, &part, &text, &ids, &part, &sid).await);
        prop_assert_eq!(request.header("x-text").unwrap(), &text);
        let read = request.header("x-list").unwrap().split(',').map(|it| it.parse().unwrap());
        prop_assert_eq!(read.collect::<Vec<i64>>(), numbers);
        prop_assert_eq!(json(request.header("x-part").unwrap()), serde_json::to_value(&part).unwrap());
        let cookies = request.header("cookie").unwrap().split("; ");
        let cookies: Vec<_> = cookies.map(|cookie| cookie.split_once('=').unwrap()).collect();
        prop_assert_eq!(cookies.len(), 3);
        let cookie = |name: &str| cookies.iter().find(|(known, _)| *known == name).unwrap().1;
        prop_assert_eq!(decoded(cookie("sid")), sid);
        prop_assert_eq!(split(cookie("ids"), ","), ids);
        let read = json(&decoded(cookie("part")));
        prop_assert_eq!(read, serde_json::to_value(&part).unwrap());
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
        let sent_part = serde_json::json!({
            "a_text": part.a_text, "b_number": part.b_number, "c_flag": part.c_flag,
        });
        let expected = serde_json::json!({
            "text": text, "list": all, "map": map, "part": sent_part,
        });
        // serde_json reads a number to the last digit but one, and writes all of them.
        let raw: BTreeMap<String, Box<RawValue>> = serde_json::from_str(&request.body).unwrap();
        prop_assert_eq!(raw["number"].get().parse::<f64>().unwrap(), number);
        let mut read = json(&request.body);
        read.as_object_mut().unwrap().remove("number");
        prop_assert_eq!(read, expected);

        let form = types::AsFormRequest {
            text: text.clone(), form: all.clone(), pipes: all.clone(), deep: part.clone(),
        };
        let body = sent(async |client| client.as_form(&form).await).body;
        prop_assert_eq!(decoded(of(&body, "text")[0]), &text[..]);
        prop_assert_eq!(of(&body, "form").into_iter().map(decoded).collect::<Vec<_>>(), &all[..]);
        prop_assert_eq!(decoded(of(&body, "pipes")[0]), all.join("|"));
        for (name, value) in of_part(&part) {
            prop_assert_eq!(decoded(of(&body, &format!("deep[{name}]"))[0]), value);
        }

        prop_assert_eq!(sent(async |client| client.as_text(&text).await).body, text);
    }
}
