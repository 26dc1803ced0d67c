//! A client from the variables of a process.

use std::process::Command;

use dintero_checkout_client::Client;

const CHILD: &str = "BUILDS_A_CLIENT";

/// What a process of its own with these variables makes of them: this test again.
fn built_with(variables: &[(&str, &str)]) -> String {
    let this_test = "environment::variables_are_read_and_a_wrong_one_is_blamed";
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", this_test, "--nocapture"])
        .env_clear()
        .env(CHILD, "")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    let said = output.lines().find_map(|line| line.split_once("built: "));
    said.unwrap_or_else(|| panic!("{output}")).1.to_owned()
}

#[test]
fn variables_are_read_and_a_wrong_one_is_blamed() {
    if std::env::var_os(CHILD).is_some() {
        let built = Client::from_env();
        println!("built: {}", built.map_or_else(|error| error.to_string(), |_| "a client".into()));
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
