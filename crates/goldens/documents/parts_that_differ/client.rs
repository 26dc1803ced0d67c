// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// The schema `Change`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Change {
        /// `at`
        pub at: Option<String>,
        /// Deprecated.
        pub by: Option<String>,
        /// `rest`
        pub rest: Option<std::collections::BTreeMap<String, String>>,
        /// `size`
        pub size: Option<i64>,
    }
    impl Object<Sent> for Change {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.at));
            member!(to.optional(it.by));
            member!(to.optional(it.rest));
            member!(to.optional(it.size));
        }
    }
    object!(sent Change);

    /// The schema `Order`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `at`
        pub at: Option<chrono::DateTime<chrono::Utc>>,
        /// Deprecated.
        pub note: Option<String>,
        /// `open`
        pub open: Option<std::collections::BTreeMap<String, OrderOpenValue>>,
        /// `prices`
        pub prices: Option<std::collections::BTreeMap<String, i64>>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.at));
            member!(to.optional(it.note));
            member!(to.optional(it.open));
            member!(to.optional(it.prices));
        }
    }
    object!(received Order);

    /// The schema at `/components/schemas/Order/allOf/1/properties/open/additionalProperties`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderOpenValue {
        /// `a`
        pub a: Option<String>,
        /// `b`
        pub b: Option<String>,
    }
    impl Object<Received> for OrderOpenValue {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.a));
            member!(to.optional(it.b));
        }
    }
    object!(received OrderOpenValue);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `PUT /order`
    pub async fn put_order<'a>(
        &'a self,
        body: &'a types::Change,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let request = self
            .client
            .put(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let operation = Operation {
            name: "put_order",
            path: "/order",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
