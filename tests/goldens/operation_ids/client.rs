// @generated from spec/sessions-cancel.yaml and spec/overlay.yaml by build.rs. Do not edit:
// change the specification, or the generator in src/codegen, and review the snapshot.

use crate::exchange::{Failure, Operation, exchange};
use crate::response::Response;

/// What the API takes and answers, as Rust types.
///
/// What is received can grow: structs are made by `Default` and changed field by field, enums keep a
/// value that this version does not know in `Undocumented`. A field is an `Option` unless the object
/// means nothing without it, and an optional object is behind a pointer: `as_deref` looks at it.
///
/// `Debug` hides what is sensitive; `Serialize` writes it. `Deserialize` is strict: it is the client that
/// reads what has drifted.
pub mod types {
    use crate::object::{Access, Object, Place, Received, Sent, at, object};
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::exchange::Attempt,
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
        let id = crate::path::segment("id", id)?;
        let url = format!("{}/orders/{}", self.baseurl, id);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "get_orders_id",
            path: "/orders/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
