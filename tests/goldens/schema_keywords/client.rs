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

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `anything`
        pub anything: Option<serde_json::Value>,
        /// `corners`
        pub corners: Option<Vec<f64>>,
        /// `id`
        pub id: Option<String>,
        /// `labels`
        pub labels: Option<std::collections::BTreeMap<String, String>>,
        /// `many`
        pub many: Option<Vec<serde_json::Value>>,
        /// `mixed`
        pub mixed: Option<serde_json::Map<String, serde_json::Value>>,
        /// `paper`
        pub paper: Option<String>,
        /// `position`
        pub position: Option<Vec<serde_json::Value>>,
        /// `translations`
        pub translations: Option<std::collections::BTreeMap<String, String>>,
        /// `whatever`
        pub whatever: Option<serde_json::Value>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("anything", at!(it.anything));
            to.optional("corners", at!(it.corners));
            to.expected("id", at!(it.id));
            to.optional("labels", at!(it.labels));
            to.optional("many", at!(it.many));
            to.optional("mixed", at!(it.mixed));
            to.optional("paper", at!(it.paper));
            to.optional("position", at!(it.position));
            to.optional("translations", at!(it.translations));
            to.optional("whatever", at!(it.whatever));
        }
    }
    object!(received Order);
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
    pub async fn get_order<'a>(&'a self) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "get_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
