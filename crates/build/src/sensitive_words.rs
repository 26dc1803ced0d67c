//! Words in the names of properties that suggest personal data or a secret.

/// Words in a name that suggest personal data or a secret.
const WORDS: [&str; 21] = [
    "name",
    "address",
    "email",
    "phone",
    "ip",
    "token",
    "card",
    "account",
    "agent",
    "password",
    "secret",
    "iban",
    "birth",
    "ssn",
    "person",
    "passport",
    "recipient",
    "comment",
    "latitude",
    "longitude",
    "postal",
];

/// The sensitive word that the name contains, whole, in singular or plural.
pub(crate) fn word_in(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase().replace("e-mail", "email");
    let parts = || name.split(|c: char| !c.is_alphanumeric());
    WORDS.into_iter().find(|word| {
        parts().any(|part| {
            part == *word
                || part.strip_suffix("es").is_some_and(|part| part == *word)
                || part.strip_suffix('s').is_some_and(|part| part == *word)
        })
    })
}
