use types::{SentCard, SentCash, SentValue, Way};

async fn way(sent: SentValue, body: &str) -> (Way, Vec<String>, String) {
    let server = Loopback::answering(200, "application/json", body);
    let client =
        Client { baseurl: server.base_url(), client: server.http(), inner: server.attempt() };
    let answer = client.put_way(&sent).await.ok().unwrap();
    let drift = answer.drift().iter().map(ToString::to_string).collect();
    (answer.into_value().unwrap(), drift, server.request().body)
}

#[tokio::test]
async fn the_tag_of_an_inner_choice_is_not_written_beside_it() {
    let cash = SentValue::SentCash(Box::new(SentCash::new(2)));
    let (read, drift, sent) = way(cash, r#"{"coins": 3}"#).await;
    let Way::Cash(read) = read else { panic!("{read:?}") };
    assert_eq!((read.coins, sent.as_str()), (Some(3), r#"{"coins":2}"#));
    assert_eq!(drift, [""; 0]);
    let card = SentValue::SentCard(Box::new(SentCard::new("SentCard".to_owned())));
    let (read, drift, sent) = way(card, r#"{"pan": "1", "kind": "card"}"#).await;
    let Way::Card(read) = read else { panic!("{read:?}") };
    assert_eq!((read.pan.as_deref(), sent.as_str()), (Some("1"), r#"{"kind":"SentCard"}"#));
    assert_eq!(drift, [""; 0]);
}

#[tokio::test]
async fn what_has_neither_the_tag_nor_a_property_of_its_own_is_the_other_object() {
    let sent = || SentValue::SentCash(Box::new(SentCash::new(2)));
    let (read, drift, _) = way(sent(), r#"{"text": "a"}"#).await;
    let Way::Loose(read) = read else { panic!("{read:?}") };
    assert_eq!((read.text.as_deref(), drift), (Some("a"), Vec::new()));
}
