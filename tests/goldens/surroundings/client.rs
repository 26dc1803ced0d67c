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
    /// `GET /orders`
    pub async fn get_order<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self.client.get(url).build()?;
        let operation = Operation {
            name: "get_order",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `POST /orders`
    pub async fn post_order<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self.client.post(url).build()?;
        let operation = Operation {
            name: "post_order",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `DELETE /orders`
    pub async fn delete_order<'a>(&'a self) -> Result<Response<()>, Failure<()>> {
        let url = format!("{}/orders", self.baseurl);
        let request = self.client.delete(url).build()?;
        let operation = Operation {
            name: "delete_order",
            path: "/orders",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
