// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema at
    /// `/paths/~1orders~1{id}~1cancel/post/responses/200/content/application~1json/schema`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PostOrdersIdCancelResponse {
        /// `id`
        pub id: Option<String>,
    }
    impl Object<Received> for PostOrdersIdCancelResponse {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.id));
        }
    }
    object!(received PostOrdersIdCancelResponse);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /2fa`
    pub async fn x2fa_start_now<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/2fa", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "x2fa_start_now",
            path: "/2fa",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /orders/state`
    pub async fn get_orders_state<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders/state", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "get_orders_state",
            path: "/orders/state",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /orders/{id}/cancel`
    pub async fn post_orders_id_cancel<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<Response<types::PostOrdersIdCancelResponse>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/orders/{}/cancel", self.baseurl, id);
        let request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "post_orders_id_cancel",
            path: "/orders/{id}/cancel",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /orders/{id}/void`
    pub async fn get_orders_id_void<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/orders/{}/void", self.baseurl, id);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "get_orders_id_void",
            path: "/orders/{id}/void",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PUT /orders/{id}/void`
    pub async fn put_orders_id_void<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/orders/{}/void", self.baseurl, id);
        let request = self.client.put(url).build()?;
        let operation = Operation {
            name: "put_orders_id_void",
            path: "/orders/{id}/void",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /orders/{state}`
    pub async fn get_orders_by_state<'a>(
        &'a self,
        state: &'a str,
    ) -> Result<Response<()>, Failure<()>> {
        let state = ::openapi_client_runtime::codegen::path::segment("state", state)?;
        let url = format!("{}/orders/{}", self.baseurl, state);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "get_orders_by_state",
            path: "/orders/{state}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
