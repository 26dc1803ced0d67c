// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

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
            member!(to.expected(it.id));
            member!(to.optional(it.number));
        }
    }
    object!(received Card);

    /// A card to keep.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct NewCard {
        /// `label`
        pub label: Option<String>,
        /// `number`
        pub number: String,
    }
    impl Object<Sent> for NewCard {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.label));
            member!(to.required(it.number));
        }
    }
    object!(sent NewCard);
    impl NewCard {
        /// Makes a value of its required members; the others are absent.
        pub fn new(number: String) -> Self {
            Self { number, label: None }
        }
    }
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
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
