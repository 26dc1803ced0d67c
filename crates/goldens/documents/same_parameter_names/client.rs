// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, at, object,
    };
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `PUT /orders/{id}`
    pub async fn put_order<'a>(
        &'a self,
        id: &'a str,
        body_query: Option<&'a str>,
        header_map_query: Option<&'a str>,
        id_query: Option<&'a str>,
        request: Option<&'a str>,
        sort_by: Option<&'a str>,
        sort_by_query: Option<&'a str>,
        url: Option<&'a str>,
        x3ds: Option<&'a str>,
        id_header: Option<&'a str>,
        body: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
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
