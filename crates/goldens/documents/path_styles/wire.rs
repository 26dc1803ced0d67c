fn by() -> types::By {
    types::By { city: Some("Oslo, N".to_owned()), zip: Some(150) }
}

#[tokio::test]
async fn a_label_starts_with_a_dot() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let list = ["a.b".to_owned(), "c".to_owned()].to_vec();
    client.label(5, &list, &list, &by()).await.unwrap();
    assert_eq!(server.request().line, "GET /label/.5/.a.b,c/.a%2Eb.c/.city=Oslo%2C%20N.zip=150");
}

#[tokio::test]
async fn a_matrix_has_names() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let list = ["a;b".to_owned(), "c".to_owned()].to_vec();
    client.matrix("5", &list, &list, &by()).await.unwrap();
    let expected = "GET /matrix/;id=5/;ids=a%3Bb,c/;all=a%3Bb;all=c/;city=Oslo%2C%20N;zip=150";
    assert_eq!(server.request().line, expected);
}

/// A dot after the dot would lead out of the path.
#[tokio::test]
async fn no_label_is_a_relative_path() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    for list in [vec![], vec![String::new()], vec![".".to_owned()]] {
        assert!(client.label(5, &list, &list, &by()).await.is_err(), "{list:?}");
    }
    client.label(5, &vec!["b".to_owned()], &vec!["a".to_owned()], &by()).await.unwrap();
    assert_eq!(server.request().line, "GET /label/.5/.b/.a/.city=Oslo%2C%20N.zip=150");
}

#[tokio::test]
async fn an_empty_segment_stays() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    client.empty_segments("1").await.unwrap();
    assert_eq!(server.request().line, "GET /a//1///b//");
}

#[tokio::test]
async fn a_parameter_may_have_any_name() {
    let server = Loopback::answering(204, "", "");
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let options = options::OwnNamesOptions::default().with_result("q").with_value("h");
    client.own_names_with("i", "r", "u", "o", &options).await.unwrap();
    let request = server.request();
    assert_eq!(request.line, "GET /i/r/u/o?result=q");
    assert_eq!(request.header("value"), Some("h"));
}
