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
    /// `GET /order`
    pub async fn get_order<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "get_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /orders`
    pub async fn get_orders_2<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "get_orders_2",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PUT /orders`
    pub async fn put_orders<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self.client.put(url).build()?;
        let operation = Operation {
            name: "put_orders",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /orders/`
    pub async fn get_orders<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders/", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "get_orders",
            path: "/orders/",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PUT /orders/`
    pub async fn put_orders_2<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders/", self.baseurl);
        let request = self.client.put(url).build()?;
        let operation = Operation {
            name: "put_orders_2",
            path: "/orders/",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /orders/{id}`
    pub async fn get_orders_id<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/orders/{}", self.baseurl, id);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "get_orders_id",
            path: "/orders/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
