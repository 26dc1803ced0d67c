// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };
    use ::openapi_client_runtime::codegen::choice::{
        Branches, Choice, OneForm, OpenChoice, choice,
    };

    /// The schema `Bank`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Bank {
        /// `iban`
        pub iban: Option<String>,
        /// `kind`
        pub kind: Option<String>,
    }
    impl Object<Received> for Bank {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.iban));
            member!(to.optional(it.kind));
        }
    }
    object!(received Bank);

    /// The schema `Card`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Card {
        /// `kind`
        pub kind: Option<String>,
        /// `pan`
        pub pan: Option<String>,
    }
    impl Object<Received> for Card {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.kind));
            member!(to.optional(it.pan));
        }
    }
    object!(received Card);

    /// The schema `Order`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Order {
        /// If `kind` is `Card`.
        Card(Box<Card>),
        /// If `kind` is `Bank`.
        Bank(Box<Bank>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Order {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Card(it) => of.tagged("Card", "kind", &["Card"], it),
                Self::Bank(it) => of.tagged("Bank", "kind", &["Bank"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Order {
        const TAG: Option<&'static str> = Some("kind");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["Card"], Self::Card);
            to.tagged(&["Bank"], Self::Bank);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received Order);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;

    /// The options of [`create_order_with`](super::Client::create_order_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct CreateOrderOptions {
        /// `body`
        pub body: Option<String>,
    }
    impl CreateOrderOptions {
        /// Sets [`body`](Self::body).
        pub fn with_body(mut self, value: impl Into<String>) -> Self {
            self.body = Some(value.into());
            self
        }
    }
    options!(body => CreateOrderOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /orders`
    pub async fn list_orders<'a>(
        &'a self,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "list_orders",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// [`create_order_with`](Self::create_order_with) takes its optional parameters.
    ///
    /// `POST /orders`
    pub async fn create_order<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        self.create_order_with(&options::CreateOrderOptions::default()).await
    }

    /// As [`create_order`](Self::create_order), with its optional parameters.
    ///
    /// `POST /orders`
    pub async fn create_order_with<'a>(
        &'a self,
        options: &'a options::CreateOrderOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::CreateOrderOptions { body } = options;
        let url = format!("{}/orders", self.baseurl);
        let request = ::openapi_client_runtime::codegen::body::json(
                self.client.post(url),
                "application/json",
                body.as_ref(),
            )
            .build()?;
        let operation = Operation {
            name: "create_order",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `DELETE /orders`
    pub async fn delete_orders<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self.client.delete(url).build()?;
        let operation = Operation {
            name: "delete_orders",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
