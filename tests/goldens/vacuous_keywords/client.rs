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
    use crate::choice::{Branches, Choice, OneForm, OpenChoice, choice};

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `code`
        pub code: Option<String>,
        /// `customer`
        pub customer: Option<Box<OrderCustomer>>,
        /// `host`
        pub host: Option<serde_json::Value>,
        /// `is_paid`
        pub is_paid: Option<bool>,
        /// `lines`
        pub lines: Option<Vec<String>>,
        /// `media`
        pub media: Option<OrderMedia>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("code", at!(it.code));
            to.optional("customer", at!(it.customer));
            to.optional("host", at!(it.host));
            to.optional("is_paid", at!(it.is_paid));
            to.optional("lines", at!(it.lines));
            to.optional("media", at!(it.media));
        }
    }
    object!(received Order);

    /// The schema at `/components/schemas/Order/properties/customer`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderCustomer {
        /// `id`
        pub id: Option<String>,
    }
    impl Object<Received> for OrderCustomer {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("id", at!(it.id));
        }
    }
    object!(received OrderCustomer);

    /// The schema at `/components/schemas/Order/properties/media`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum OrderMedia {
        /// A list.
        List(Vec<String>),
        /// A string.
        String(String),
        /// What has none of these forms in the contract of this version, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for OrderMedia {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::List(it) => of.plain("List", it),
                Self::String(it) => of.plain("String", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for OrderMedia {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.kind(crate::shape::Kind::List, Self::List);
            to.kind(crate::shape::Kind::String, Self::String);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received OrderMedia);
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
        all: Option<bool>,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let url = format!("{}/order", self.baseurl);
        let url = crate::query::append(url, [crate::query::pairs("all", &all)]);
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
