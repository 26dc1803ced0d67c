// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, at, object,
    };

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `anything`
        pub anything: Option<serde_json::Value>,
        /// `corners`
        pub corners: Option<Vec<f64>>,
        /// `id`
        pub id: Option<String>,
        /// `labels`
        pub labels: Option<std::collections::BTreeMap<String, String>>,
        /// `many`
        pub many: Option<Vec<serde_json::Value>>,
        /// `mixed`
        pub mixed: Option<serde_json::Map<String, serde_json::Value>>,
        /// `paper`
        pub paper: Option<String>,
        /// `position`
        pub position: Option<Vec<serde_json::Value>>,
        /// `translations`
        pub translations: Option<std::collections::BTreeMap<String, String>>,
        /// `whatever`
        pub whatever: Option<serde_json::Value>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("anything", at!(it.anything));
            to.optional("corners", at!(it.corners));
            to.expected("id", at!(it.id));
            to.optional("labels", at!(it.labels));
            to.optional("many", at!(it.many));
            to.optional("mixed", at!(it.mixed));
            to.optional("paper", at!(it.paper));
            to.optional("position", at!(it.position));
            to.optional("translations", at!(it.translations));
            to.optional("whatever", at!(it.whatever));
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
}
