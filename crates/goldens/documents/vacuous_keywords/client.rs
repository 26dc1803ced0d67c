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

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `code`
        pub code: Option<String>,
        /// `customer`
        pub customer: Option<Box<OrderCustomer>>,
        /// `host`
        pub host: Option<serde_json::Value>,
        /// `is_paid`
        pub is_paid: Option<bool>,
        /// `lines`
        pub lines: Option<Vec<String>>,
        /// `media`
        pub media: Option<OrderMedia>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.code));
            member!(to.optional(it.customer));
            member!(to.optional(it.host));
            member!(to.optional(it.is_paid));
            member!(to.optional(it.lines));
            member!(to.optional(it.media));
        }
    }
    object!(received Order);

    /// The schema at `/components/schemas/Order/properties/customer`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderCustomer {
        /// `id`
        pub id: Option<String>,
    }
    impl Object<Received> for OrderCustomer {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.id));
        }
    }
    object!(received OrderCustomer);

    /// The schema at `/components/schemas/Order/properties/media`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum OrderMedia {
        /// A list.
        List(Vec<String>),
        /// A string.
        String(String),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for OrderMedia {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::List(it) => of.plain("List", it),
                Self::String(it) => of.plain("String", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for OrderMedia {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.kind(::openapi_client_runtime::codegen::choice::Kind::List, Self::List);
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::String,
                Self::String,
            );
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received OrderMedia);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;

    /// The options of [`get_order_with`](super::Client::get_order_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetOrderOptions {
        /// `all`
        pub all: Option<bool>,
    }
    impl GetOrderOptions {
        /// Sets [`all`](Self::all).
        pub fn with_all(mut self, value: bool) -> Self {
            self.all = Some(value);
            self
        }
    }
    options!(all => GetOrderOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`get_order_with`](Self::get_order_with) takes its optional parameters.
    ///
    /// `GET /order`
    pub async fn get_order<'a>(&'a self) -> Result<Response<types::Order>, Failure<()>> {
        self.get_order_with(&options::GetOrderOptions::default()).await
    }

    /// As [`get_order`](Self::get_order), with its optional parameters.
    ///
    /// `GET /order`
    pub async fn get_order_with<'a>(
        &'a self,
        options: &'a options::GetOrderOptions,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let options::GetOrderOptions { all } = options;
        let url = format!("{}/order", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [::openapi_client_runtime::codegen::query::pairs("all", &all)],
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
            name: "get_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
