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
    use crate::object::{Members, Object, object};

    /// The schema at `/paths/~1order/get/responses/5XX/content/application~1json/schema`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetOrderError {
        /// `why`
        pub why: Option<String>,
    }
    impl Object for GetOrderError {
        fn members(&self, to: &mut impl Members) {
            to.optional("why", &self.why);
        }
    }
    object!(received GetOrderError has why);

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetOrderResponse {
        /// `huge`
        pub huge: Option<i64>,
        /// `null`
        pub null: Option<String>,
        /// `on`
        pub on: Option<String>,
        /// `1`
        pub x1: Option<i64>,
        /// `yes`
        pub yes: Option<bool>,
    }
    impl Object for GetOrderResponse {
        fn members(&self, to: &mut impl Members) {
            to.optional("huge", &self.huge);
            to.optional("null", &self.null);
            to.optional("on", &self.on);
            to.optional("1", &self.x1);
            to.optional("yes", &self.yes);
        }
    }
    object!(received GetOrderResponse has huge, null, on, x1 = "1", yes);
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
    pub async fn get_order<'a>(
        &'a self,
    ) -> Result<Response<types::GetOrderResponse>, Failure<types::GetOrderError>> {
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
