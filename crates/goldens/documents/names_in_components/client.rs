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

    /// The schema `by/bank`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ByBank {
        /// `iban`
        pub iban: Option<String>,
        /// `kind`
        pub kind: Option<String>,
    }
    impl Object<Received> for ByBank {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.iban));
            member!(to.optional(it.kind));
        }
    }
    object!(received ByBank);

    /// The schema `by/card`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ByCard {
        /// `kind`
        pub kind: Option<String>,
        /// `pan`
        pub pan: Option<String>,
    }
    impl Object<Received> for ByCard {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.kind));
            member!(to.optional(it.pan));
        }
    }
    object!(received ByCard);

    /// The schema `parameters`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Parameters {
        /// `headers`
        pub headers: Option<Box<Responses>>,
    }
    impl Object<Sent> for Parameters {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.headers));
        }
    }
    object!(sent Parameters);

    /// The schema `pay~by`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum PayBy {
        /// If `kind` is `card`.
        ByCard(Box<ByCard>),
        /// If `kind` is `bank`.
        ByBank(Box<ByBank>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for PayBy {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::ByCard(it) => of.tagged("ByCard", "kind", &["card"], it),
                Self::ByBank(it) => of.tagged("ByBank", "kind", &["bank"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for PayBy {
        const TAG: Option<&'static str> = Some("kind");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["card"], Self::ByCard);
            to.tagged(&["bank"], Self::ByBank);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received PayBy);

    /// The schema `responses`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Responses {
        /// `example`
        pub example: Option<String>,
        /// `schema`
        pub schema: Option<bool>,
    }
    impl Object<Received> for Responses {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.example));
            member!(to.optional(it.schema));
        }
    }
    object!(received Responses);

    /// The schema `shop/order`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ShopOrder {
        /// `items`
        pub items: Option<Vec<ShopOrder>>,
        /// `pay`
        pub pay: Option<PayBy>,
    }
    impl Object<Received> for ShopOrder {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.items));
            member!(to.optional(it.pay));
        }
    }
    object!(received ShopOrder);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;

    /// The options of [`list_orders_with`](super::Client::list_orders_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ListOrdersOptions {
        /// `a/b`
        pub a_b: Option<bool>,
        /// `example`
        pub example: Option<i64>,
    }
    impl ListOrdersOptions {
        /// Sets [`a_b`](Self::a_b).
        pub fn with_a_b(mut self, value: bool) -> Self {
            self.a_b = Some(value);
            self
        }
        /// Sets [`example`](Self::example).
        pub fn with_example(mut self, value: i64) -> Self {
            self.example = Some(value);
            self
        }
    }
    options!(a_b, example => ListOrdersOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`list_orders_with`](Self::list_orders_with) takes its optional parameters.
    ///
    /// `GET /orders`
    pub async fn list_orders<'a>(
        &'a self,
        schema: &'a str,
    ) -> Result<Response<types::ShopOrder>, Failure<types::Responses>> {
        self.list_orders_with(schema, &options::ListOrdersOptions::default()).await
    }

    /// As [`list_orders`](Self::list_orders), with its optional parameters.
    ///
    /// `GET /orders`
    pub async fn list_orders_with<'a>(
        &'a self,
        schema: &'a str,
        options: &'a options::ListOrdersOptions,
    ) -> Result<Response<types::ShopOrder>, Failure<types::Responses>> {
        let options::ListOrdersOptions { a_b, example } = options;
        let url = format!("{}/orders", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::pairs("a/b", &a_b),
                ::openapi_client_runtime::codegen::query::pairs("example", &example),
                ::openapi_client_runtime::codegen::query::pairs("schema", &schema),
            ],
        );
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

    /// `POST /orders`
    pub async fn create_order<'a>(
        &'a self,
        body: &'a types::Parameters,
    ) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self.client.post(url).json(&body).build()?;
        let operation = Operation {
            name: "create_order",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
