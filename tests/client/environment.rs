//! A client from the variables of a process.

use std::process::Command;

use crate::shop::{SESSION, seen, session_id};
use dintero_checkout_client::test_kit::Scenario;
use dintero_checkout_client::{Client, blocking};

const CHILD: &str = "BUILDS_A_CLIENT";

/// What a process of its own with these variables makes of them: the same test again.
fn said_by(test: &str, variables: &[(&str, &str)]) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("environment::{test}"), "--nocapture"])
        .env_clear()
        .env(CHILD, "")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    let said = output.lines().find_map(|line| line.split_once("built: "));
    said.unwrap_or_else(|| panic!("{output}")).1.to_owned()
}

fn built_with(variables: &[(&str, &str)]) -> String {
    said_by("variables_are_read_and_a_wrong_one_is_blamed", variables)
}

#[test]
fn variables_are_read_and_a_wrong_one_is_blamed() {
    if std::env::var_os(CHILD).is_some() {
        let [built, blocking] = [
            Client::from_env().map(drop).map_err(|error| error.to_string()),
            blocking::Client::from_env().map(drop).map_err(|error| error.to_string()),
        ];
        assert_eq!(built, blocking);
        println!("built: {}", built.err().unwrap_or_else(|| "a client".into()));
        return;
    }
    let client = [
        ("DINTERO_ACCOUNT_ID", "T12345678"),
        ("DINTERO_CLIENT_ID", "id"),
        ("DINTERO_CLIENT_SECRET", "secret"),
    ];
    assert_eq!(built_with(&client), "a client");
    for (index, (variable, _)) in client.iter().enumerate() {
        let mut wrong = client;
        wrong.get_mut(index).unwrap().1 = " ";
        assert_eq!(built_with(&wrong), format!("`{variable}` is empty"));
    }
    let proxies =
        ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];
    for variable in proxies {
        let token = ("DINTERO_ACCESS_TOKEN", "t");
        assert_eq!(built_with(&[token, (variable, "http://localhost:3128")]), "a client");
        let blamed = built_with(&[token, (variable, "http://local host")]);
        assert!(
            blamed.starts_with(&format!("`{variable}` is not the address of a proxy")),
            "{blamed}"
        );
        // A server on this machine is never asked through a proxy.
        let loopback = ("DINTERO_BASE_URL", "http://127.0.0.1:1/v1");
        assert_eq!(built_with(&[token, loopback, (variable, "http://local host")]), "a client");
    }
}

#[test]
fn a_blocking_client_calls_as_the_environment_says() {
    if std::env::var_os(CHILD).is_some() {
        let client = blocking::Client::from_env().unwrap();
        let read = client.get_session(&session_id()).unwrap();
        println!("built: a client that reads {}", read.value().unwrap().id.as_deref().unwrap());
        return;
    }
    let server = Scenario::cancels().start().unwrap();
    let variables =
        [("DINTERO_ACCESS_TOKEN", "my-token"), ("DINTERO_BASE_URL", &server.base_url())];
    let said = said_by("a_blocking_client_calls_as_the_environment_says", &variables);
    assert_eq!(said, format!("a client that reads {SESSION}"));
    let reads = seen(&server, "GET", SESSION);
    let tokens: Vec<_> = reads.iter().map(|read| read.header("authorization")).collect();
    assert_eq!(tokens, [Some("Bearer my-token")]);
}
