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
        let id = crate::path::segment("id", id)?;
        let _url = format!("{}/orders/{}", self.baseurl, id);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
        if let Some(value) = id_header {
            header_map.append("id", value.to_string().try_into()?);
        }
        let _url = crate::query::append(
            _url,
            [
                crate::query::pairs("body", &body_query),
                crate::query::pairs("header_map", &header_map_query),
                crate::query::pairs("id", &id_query),
                crate::query::pairs("request", &request),
                crate::query::pairs("sortBy", &sort_by),
                crate::query::pairs("sort_by", &sort_by_query),
                crate::query::pairs("url", &url),
                crate::query::pairs("3ds", &x3ds),
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
