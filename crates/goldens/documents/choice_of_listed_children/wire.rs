#[tokio::test]
async fn each_descendant_is_a_form_with_all_that_it_extends() {
    let body = r#"{
        "payment": {"type": "invoice", "due": "today"},
        "animal": {"name": "Rosa", "milk": "much"},
        "pet": {"kind": "Poodle", "bark": false, "curl": 3},
        "group": {"kind": "Group", "inner": [{"kind": "Group"}]}
    }"#;
    let server = Loopback::answering(200, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let response = client.get_all().await.unwrap();
    assert!(response.drift().is_empty(), "{:?}", response.drift());
    let all = response.value().unwrap();
    assert!(
        matches!(&all.payment, Some(types::Payment::Invoice(it)) if it.due.is_some() && it.type_.is_some())
    );
    assert!(
        matches!(&all.animal, Some(types::Animal::Cow(it)) if it.milk.is_some() && it.name.is_some())
    );
    assert!(
        matches!(&all.pet, Some(types::Pet::Poodle(it)) if it.bark.is_some() && it.curl.is_some())
    );
    assert!(all.group.as_ref().is_some_and(|it| it.inner.as_ref().is_some_and(|it| it.len() == 1)));
    let pet: types::Pet = serde_json::from_str(r#"{"kind":"Pet"}"#).unwrap();
    assert!(matches!(pet, types::Pet::PetBase(_)));
}
