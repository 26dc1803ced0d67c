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
            member!(to.optional(it.anything));
            member!(to.optional(it.corners));
            member!(to.expected(it.id));
            member!(to.optional(it.labels));
            member!(to.optional(it.many));
            member!(to.optional(it.mixed));
            member!(to.optional(it.paper));
            member!(to.optional(it.position));
            member!(to.optional(it.translations));
            member!(to.optional(it.whatever));
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
