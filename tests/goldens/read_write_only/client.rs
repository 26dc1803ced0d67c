// @generated from spec/sessions-cancel.yaml and spec/overlay.yaml by build.rs. Do not edit:
// change the specification, or the generator in src/codegen, and review the snapshot.

use crate::exchange::{Failure, Operation, exchange};
use crate::response::Response;

/// What the API takes and answers, as Rust types.
///
/// What is received can grow: structs are made by `Default` and changed field by field, enums keep a
/// value that this version does not know in `Undocumented`. A field is an `Option` unless the object
/// means nothing without it, and an optional object is behind a pointer: `as_deref` looks at it.
///
/// `Debug` hides what is sensitive; `Serialize` writes it. `Deserialize` is strict: it is the client that
/// reads what has drifted.
pub mod types {
    use crate::object::{Access, Object, Place, Received, Sent, at, object};

    /// A card.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Card {
        /// `id`
        pub id: Option<String>,
        /// `number`
        pub number: Option<String>,
    }
    impl Object<Received> for Card {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.expected("id", at!(it.id));
            to.optional("number", at!(it.number));
        }
    }
    object!(received Card);

    /// A card to keep.
    #[derive(Clone, PartialEq)]
    pub struct NewCard {
        /// `label`
        pub label: Option<String>,
        /// `number`
        pub number: String,
    }
    impl Object<Sent> for NewCard {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.optional("label", at!(it.label));
            to.required("number", at!(it.number));
        }
    }
    object!(sent NewCard);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::exchange::Attempt,
}
impl Client {
    /// `POST /cards`
    pub async fn add_card<'a>(
        &'a self,
        body: &'a types::NewCard,
    ) -> Result<Response<types::Card>, Failure<()>> {
        let url = format!("{}/cards", self.baseurl);
        let request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let operation = Operation {
            name: "add_card",
            path: "/cards",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
