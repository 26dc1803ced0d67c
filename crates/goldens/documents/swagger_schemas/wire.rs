#[tokio::test]
async fn a_form_has_the_value_that_the_document_gives_it() {
    let pets = r##"[{"kind":"#Shop.Cat","tag":null,"claws":5},{"kind":"Dog","tag":"d"}]"##;
    let server = Loopback::answering(200, "application/json", pets);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let cat = types::Pet::Cat(Box::new(types::Cat { claws: Some(5), ..Default::default() }));
    let pets = client.post_pet(&cat).await.unwrap().into_value().unwrap();
    assert!(matches!(pets.as_slice(), [types::Pet::Cat(_), types::Pet::Dog(_)]), "{pets:?}");
    assert_eq!(server.request().body, r##"{"kind":"#Shop.Cat","claws":5}"##);
}
