// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, at, object,
    };

    /// The schema `Order`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `id`
        pub id: Option<String>,
        /// `note`
        pub note: Option<String>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("id", at!(it.id));
            to.optional("note", at!(it.note));
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
    /// `GET /orders`
    pub async fn list_orders<'a>(
        &'a self,
        limit: Option<i64>,
        plain: Option<&'a str>,
        sign: Option<&'a str>,
        state: Option<&'a str>,
        ids: Option<&'a Vec<String>>,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/orders", self.baseurl);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
        if let Some(value) = ids {
            header_map
                .append(
                    ::reqwest::header::COOKIE,
                    ::openapi_client_runtime::codegen::parameter::cookie("ids", &value)
                        .try_into()?,
                );
        }
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::pairs("limit", &limit),
                ::openapi_client_runtime::codegen::query::pairs("plain", &plain),
                ::openapi_client_runtime::codegen::query::pairs("sign", &sign),
                ::openapi_client_runtime::codegen::query::pairs("state", &state),
            ],
        );
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let operation = Operation {
            name: "list_orders",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
