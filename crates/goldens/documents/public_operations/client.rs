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

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /closed`
    pub async fn closed<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/closed", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "closed",
            path: "/closed",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /optional`
    pub async fn optional<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/optional", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "optional",
            path: "/optional",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /public`
    pub async fn public<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/public", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "public",
            path: "/public",
        };
        ::openapi_client_runtime::codegen::exchange::exchange_publicly(
                &self.client,
                &self.inner,
                operation,
                request,
            )
            .await
    }

    /// `PUT /public`
    pub async fn open<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/public", self.baseurl);
        let request = self.client.put(url).build()?;
        let operation = Operation {
            name: "open",
            path: "/public",
        };
        ::openapi_client_runtime::codegen::exchange::exchange_publicly(
                &self.client,
                &self.inner,
                operation,
                request,
            )
            .await
    }
}
