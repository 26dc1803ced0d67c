use types::Pet;

#[tokio::test]
async fn a_child_stands_where_the_base_is_used() {
    let body = r#"{"all": [{"species": "wolf", "name": "W", "barks": false},
        {"species": "Cat", "lives": 9, "friend": {"species": "dog", "name": "D"}},
        {"species": "bird", "wings": 2}]}"#;
    let server = Loopback::answering(200, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let dog = types::Dog { name: Some("D".to_owned()), ..Default::default() };
    let answer = client.add_pet(&Pet::Dog(Box::new(dog))).await.ok().unwrap();
    let drift: Vec<String> = answer.drift().iter().map(ToString::to_string).collect();
    assert_eq!(drift, ["missing required at $.all[1].name", "unknown value at $.all[2].species"]);
    let pets = answer.into_value().unwrap().all.unwrap();
    let [Pet::Dog(wolf), Pet::Cat(cat), Pet::Undocumented(bird)] = pets.as_slice() else {
        panic!()
    };
    assert_eq!(wolf.barks, Some(false));
    assert!(matches!(&cat.friend, Some(Pet::Dog(_))));
    assert_eq!(bird["wings"], 2);
    assert_eq!(server.request().body, r#"{"species":"dog","name":"D"}"#);
}
