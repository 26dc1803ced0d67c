// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema `Bare`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Bare {
        /// `extra`
        pub extra: Option<serde_json::Value>,
    }
    impl Object<Received> for Bare {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.extra));
        }
    }
    object!(received Bare);

    /// The schema `NewOrder`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct NewOrder {
        /// `extra`
        pub extra: serde_json::Value,
        /// `id`
        pub id: String,
    }
    impl Object<Sent> for NewOrder {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.extra));
            member!(to.required(it.id));
        }
    }
    object!(sent NewOrder);
    impl NewOrder {
        /// Makes a value of all its members, which are required.
        pub fn new(extra: serde_json::Value, id: String) -> Self {
            Self { extra, id }
        }
    }

    /// The schema `Order`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `extra`
        pub extra: Option<serde_json::Value>,
        /// `id`
        pub id: Option<String>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.extra));
            member!(to.expected(it.id));
        }
    }
    object!(received Order);
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

    /// `POST /order`
    pub async fn put_order<'a>(
        &'a self,
        body: &'a types::NewOrder,
    ) -> Result<Response<types::Bare>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
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
            name: "put_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
