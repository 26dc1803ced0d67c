// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema at `/components/responses/Refused/content/application~1json/schema`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ListOrdersError {
        /// `why`
        pub why: Option<String>,
    }
    impl Object<Received> for ListOrdersError {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.why));
        }
    }
    object!(received ListOrdersError);

    /// A paid order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Paid {
        /// `id`
        pub id: Option<String>,
        /// `state`
        pub state: Option<i64>,
    }
    impl Object<Received> for Paid {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.id));
            member!(to.optional(it.state));
        }
    }
    object!(received Paid);
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
    ) -> Result<Response<types::Paid>, Failure<types::ListOrdersError>> {
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
}
