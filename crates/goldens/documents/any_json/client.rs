// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `anything`
        pub anything: Option<serde_json::Value>,
        /// `bare`
        pub bare: Option<serde_json::Map<String, serde_json::Value>>,
        /// `closed`
        pub closed: Option<serde_json::Map<String, serde_json::Value>>,
        /// `free`
        pub free: Option<serde_json::Map<String, serde_json::Value>>,
        /// `list`
        pub list: Option<Vec<serde_json::Value>>,
        /// `map`
        pub map: Option<serde_json::Map<String, serde_json::Value>>,
        /// `maybe`
        pub maybe: Option<serde_json::Value>,
        /// `open`
        pub open: Option<serde_json::Map<String, serde_json::Value>>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.anything));
            member!(to.optional(it.bare));
            member!(to.optional(it.closed));
            member!(to.optional(it.free));
            member!(to.optional(it.list));
            member!(to.optional(it.map));
            member!(to.optional(it.maybe));
            member!(to.optional(it.open));
        }
    }
    object!(received Order);

    /// What is wanted.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Wish {
        /// Whatever.
        pub anything: serde_json::Value,
        /// `free`
        pub free: serde_json::Map<String, serde_json::Value>,
        /// `list`
        pub list: Option<Vec<serde_json::Value>>,
        /// Whatever or nothing.
        pub maybe: Option<serde_json::Value>,
    }
    impl Object<Sent> for Wish {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.anything));
            member!(to.required(it.free));
            member!(to.optional(it.list));
            member!(to.optional(it.maybe));
        }
    }
    object!(sent Wish);
    impl Wish {
        /// Makes a value of its required members; the others are absent.
        pub fn new(
            anything: serde_json::Value,
            free: serde_json::Map<String, serde_json::Value>,
        ) -> Self {
            Self {
                anything,
                free,
                list: None,
                maybe: None,
            }
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
    /// `PUT /order`
    pub async fn put_order<'a>(
        &'a self,
        body: &'a types::Wish,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = self
            .client
            .put(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let operation = Operation {
            name: "put_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
