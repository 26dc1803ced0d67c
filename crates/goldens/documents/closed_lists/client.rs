// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
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
            member!(to.optional(it.id));
            member!(to.optional(it.note));
        }
    }
    object!(received Order);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;

    /// The options of [`list_orders_with`](super::Client::list_orders_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ListOrdersOptions {
        /// `limit`
        pub limit: Option<i64>,
        /// `plain`
        pub plain: Option<String>,
        /// `sign`
        pub sign: Option<String>,
        /// `state`
        pub state: Option<String>,
        /// `ids`
        pub ids: Option<Vec<String>>,
    }
    impl ListOrdersOptions {
        /// Sets [`limit`](Self::limit).
        pub fn with_limit(mut self, value: i64) -> Self {
            self.limit = Some(value);
            self
        }
        /// Sets [`plain`](Self::plain).
        pub fn with_plain(mut self, value: impl Into<String>) -> Self {
            self.plain = Some(value.into());
            self
        }
        /// Sets [`sign`](Self::sign).
        pub fn with_sign(mut self, value: impl Into<String>) -> Self {
            self.sign = Some(value.into());
            self
        }
        /// Sets [`state`](Self::state).
        pub fn with_state(mut self, value: impl Into<String>) -> Self {
            self.state = Some(value.into());
            self
        }
        /// Sets [`ids`](Self::ids).
        pub fn with_ids(mut self, value: Vec<String>) -> Self {
            self.ids = Some(value);
            self
        }
    }
    options!(limit, plain, sign, state, #[hidden] ids => ListOrdersOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`list_orders_with`](Self::list_orders_with) takes its optional parameters.
    ///
    /// `GET /orders`
    pub async fn list_orders<'a>(
        &'a self,
    ) -> Result<Response<types::Order>, Failure<()>> {
        self.list_orders_with(&options::ListOrdersOptions::default()).await
    }

    /// As [`list_orders`](Self::list_orders), with its optional parameters.
    ///
    /// `GET /orders`
    pub async fn list_orders_with<'a>(
        &'a self,
        options: &'a options::ListOrdersOptions,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let options::ListOrdersOptions { limit, plain, sign, state, ids } = options;
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
