// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;

    /// The options of [`put_order_with`](super::Client::put_order_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PutOrderOptions {
        /// `body`
        pub body_query: Option<String>,
        /// `header_map`
        pub header_map_query: Option<String>,
        /// `id`
        pub id_query: Option<String>,
        /// `request`
        pub request: Option<String>,
        /// `sortBy`
        pub sort_by: Option<String>,
        /// `sort_by`
        pub sort_by_query: Option<String>,
        /// `url`
        pub url: Option<String>,
        /// `3ds`
        pub x3ds: Option<String>,
        /// `id`
        pub id_header: Option<String>,
    }
    impl PutOrderOptions {
        /// Sets [`body_query`](Self::body_query).
        pub fn with_body_query(mut self, value: impl Into<String>) -> Self {
            self.body_query = Some(value.into());
            self
        }
        /// Sets [`header_map_query`](Self::header_map_query).
        pub fn with_header_map_query(mut self, value: impl Into<String>) -> Self {
            self.header_map_query = Some(value.into());
            self
        }
        /// Sets [`id_query`](Self::id_query).
        pub fn with_id_query(mut self, value: impl Into<String>) -> Self {
            self.id_query = Some(value.into());
            self
        }
        /// Sets [`request`](Self::request).
        pub fn with_request(mut self, value: impl Into<String>) -> Self {
            self.request = Some(value.into());
            self
        }
        /// Sets [`sort_by`](Self::sort_by).
        pub fn with_sort_by(mut self, value: impl Into<String>) -> Self {
            self.sort_by = Some(value.into());
            self
        }
        /// Sets [`sort_by_query`](Self::sort_by_query).
        pub fn with_sort_by_query(mut self, value: impl Into<String>) -> Self {
            self.sort_by_query = Some(value.into());
            self
        }
        /// Sets [`url`](Self::url).
        pub fn with_url(mut self, value: impl Into<String>) -> Self {
            self.url = Some(value.into());
            self
        }
        /// Sets [`x3ds`](Self::x3ds).
        pub fn with_x3ds(mut self, value: impl Into<String>) -> Self {
            self.x3ds = Some(value.into());
            self
        }
        /// Sets [`id_header`](Self::id_header).
        pub fn with_id_header(mut self, value: impl Into<String>) -> Self {
            self.id_header = Some(value.into());
            self
        }
    }
    options!(
        body_query, header_map_query, id_query, request, sort_by, sort_by_query, url,
        x3ds, id_header => PutOrderOptions
    );
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`put_order_with`](Self::put_order_with) takes its optional parameters.
    ///
    /// `PUT /orders/{id}`
    pub async fn put_order<'a>(
        &'a self,
        id: &'a str,
        body: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        self.put_order_with(id, body, &options::PutOrderOptions::default()).await
    }

    /// As [`put_order`](Self::put_order), with its optional parameters.
    ///
    /// `PUT /orders/{id}`
    pub async fn put_order_with<'a>(
        &'a self,
        id: &'a str,
        body: &'a str,
        options: &'a options::PutOrderOptions,
    ) -> Result<Response<()>, Failure<()>> {
        let options::PutOrderOptions {
            body_query,
            header_map_query,
            id_query,
            request,
            sort_by,
            sort_by_query,
            url,
            x3ds,
            id_header,
        } = options;
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let _url = format!("{}/orders/{}", self.baseurl, id);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
        if let Some(value) = id_header {
            header_map.append("id", value.to_string().try_into()?);
        }
        let _url = ::openapi_client_runtime::codegen::query::append(
            _url,
            [
                ::openapi_client_runtime::codegen::query::pairs("body", &body_query),
                ::openapi_client_runtime::codegen::query::pairs(
                    "header_map",
                    &header_map_query,
                ),
                ::openapi_client_runtime::codegen::query::pairs("id", &id_query),
                ::openapi_client_runtime::codegen::query::pairs("request", &request),
                ::openapi_client_runtime::codegen::query::pairs("sortBy", &sort_by),
                ::openapi_client_runtime::codegen::query::pairs(
                    "sort_by",
                    &sort_by_query,
                ),
                ::openapi_client_runtime::codegen::query::pairs("url", &url),
                ::openapi_client_runtime::codegen::query::pairs("3ds", &x3ds),
            ],
        );
        let request = self.client.put(_url).json(&body).headers(header_map).build()?;
        let operation = Operation {
            name: "put_order",
            path: "/orders/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
