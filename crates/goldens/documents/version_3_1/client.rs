// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// What shall be another.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Change {
        /// Whether to wrap it.
        pub gift: Option<bool>,
        /// For the seller.
        pub note: Option<String>,
        /// `tip`
        pub tip: Option<i64>,
    }
    impl Object<Sent> for Change {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.gift));
            member!(to.required(it.note));
            member!(to.optional(it.tip));
        }
    }
    object!(sent Change);

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `id`
        pub id: Option<String>,
        /// `note`
        pub note: Option<String>,
        /// `picture`
        pub picture: Option<String>,
        /// `tip`
        pub tip: Option<i64>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.id));
            member!(to.optional(it.note));
            member!(to.optional(it.picture));
            member!(to.optional(it.tip));
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
    /// `PATCH /orders/{id}`
    pub async fn change_order<'a>(
        &'a self,
        id: &'a str,
        body: &'a types::Change,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/orders/{}", self.baseurl, id);
        let request = self
            .client
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let operation = Operation {
            name: "change_order",
            path: "/orders/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
