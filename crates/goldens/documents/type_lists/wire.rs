#[tokio::test]
async fn each_type_is_one_choice_and_null_is_an_option() {
    let body = r#"{"reference":7,"amount":1.5,"sellers":[{"name":"A"},null],"notes":["a",null],
        "odd":"toy","anything":[1]}"#;
    let server = Loopback::answering(200, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let wish = types::Wish {
        colour: None,
        parent: None,
        reference: types::OrderReference::Integer(7),
        size: Some(types::WishSize::M),
    };
    let answer = client.put_order(&wish).await.ok().unwrap();
    let order = answer.value().unwrap();
    assert_eq!(order.amount, Some(1.5));
    assert_eq!(order.notes, Some(vec![Some("a".to_owned()), None]));
    assert_eq!(order.sellers.as_ref().map(Vec::len), Some(2));
    assert_eq!(order.odd, Some(types::KindValue::Toy));
    assert_eq!(answer.drift().len(), 0);
    let request = server.request();
    assert_eq!(request.body, r#"{"colour":null,"parent":null,"reference":7,"size":"m"}"#);
}

/// The tolerant reader knows of `null` in a list, too, where something else has drifted.
#[test]
fn null_is_no_drift_where_it_may_stand() {
    let body = r#"{"amount":"much","sellers":[null,{"name":"A"}],"notes":[null]}"#;
    let answer = crate::loopback::answer::<types::Order>(body);
    let order = answer.value().unwrap();
    assert_eq!(order.sellers.as_ref().map(Vec::len), Some(2));
    assert_eq!(order.notes, Some(vec![None]));
    assert_eq!(answer.drift().len(), 1);
}
