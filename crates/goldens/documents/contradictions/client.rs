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
    use ::openapi_client_runtime::codegen::open_enum::{OpenEnum, open_enum};

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// What it is a part of.
        pub parent: Option<Box<Order>>,
        /// `source`
        pub source: Option<OrderSource>,
        /// `state`
        pub state: Option<String>,
        /// What it costs.
        pub total: Option<serde_json::Value>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.parent));
            member!(to.optional(it.source));
            member!(to.optional(it.state));
            member!(to.optional(it.total));
        }
    }
    object!(received Order);

    /// The schema at `/components/schemas/Order/allOf/1/properties/source`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum OrderSource {
        /// A string.
        Known(OrderSourceKnown),
        /// An object.
        Object(Box<OrderSourceObject>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for OrderSource {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Known(it) => of.plain("Known", it),
                Self::Object(it) => of.plain("Object", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for OrderSource {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::String,
                Self::Known,
            );
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::Object,
                Self::Object,
            );
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received OrderSource);

    /// The schema at `/components/schemas/Order/allOf/1/properties/source/anyOf/0`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum OrderSourceKnown {
        /// `shop`
        Shop,
        /// `web`
        Web,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for OrderSourceKnown {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("shop", Self::Shop),
            ("web", Self::Web),
        ];
    }
    open_enum!(OrderSourceKnown);

    /// The schema at `/components/schemas/Order/allOf/1/properties/source/anyOf/1`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderSourceObject {
        /// `path`
        pub path: Option<String>,
    }
    impl Object<Received> for OrderSourceObject {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.path));
        }
    }
    object!(received OrderSourceObject);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /order`
    pub async fn get_order<'a>(&'a self) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
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
