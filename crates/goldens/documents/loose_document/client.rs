// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema at `/paths/~1order/get/responses/5XX/content/application~1json/schema`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetOrderError {
        /// `why`
        pub why: Option<String>,
    }
    impl Object<Received> for GetOrderError {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.why));
        }
    }
    object!(received GetOrderError);

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetOrderResponse {
        /// `huge`
        pub huge: Option<i64>,
        /// `null`
        pub null: Option<String>,
        /// `on`
        pub on: Option<String>,
        /// `1`
        pub x1: Option<i64>,
        /// `yes`
        pub yes: Option<bool>,
    }
    impl Object<Received> for GetOrderResponse {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.huge));
            member!(to.optional(it.null));
            member!(to.optional(it.on));
            member!(to.optional(it.x1 = "1"));
            member!(to.optional(it.yes));
        }
    }
    object!(received GetOrderResponse);
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
    pub async fn get_order<'a>(
        &'a self,
    ) -> Result<Response<types::GetOrderResponse>, Failure<types::GetOrderError>> {
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
