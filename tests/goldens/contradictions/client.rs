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
    use crate::open_enum::{OpenEnum, open_enum};

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// What it is a part of.
        pub parent: Option<Box<Order>>,
        /// `source`
        pub source: Option<OrderSource>,
        /// `state`
        pub state: Option<String>,
        /// What it costs.
        pub total: Option<serde_json::Value>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("parent", at!(it.parent));
            to.optional("source", at!(it.source));
            to.optional("state", at!(it.state));
            to.optional("total", at!(it.total));
        }
    }
    object!(received Order);

    /// The schema at `/components/schemas/Order/allOf/1/properties/source`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum OrderSource {
        /// A string.
        Known(OrderSourceKnown),
        /// An object.
        Object(Box<OrderSourceObject>),
        /// What has none of these forms in the contract of this version, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for OrderSource {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Known(it) => of.plain("Known", it),
                Self::Object(it) => of.plain("Object", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for OrderSource {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.kind(crate::shape::Kind::String, Self::Known);
            to.kind(crate::shape::Kind::Object, Self::Object);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received OrderSource);

    /// The schema at `/components/schemas/Order/allOf/1/properties/source/anyOf/0`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum OrderSourceKnown {
        /// `shop`
        Shop,
        /// `web`
        Web,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for OrderSourceKnown {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("shop", Self::Shop),
            ("web", Self::Web),
        ];
    }
    open_enum!(OrderSourceKnown);

    /// The schema at `/components/schemas/Order/allOf/1/properties/source/anyOf/1`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderSourceObject {
        /// `path`
        pub path: Option<String>,
    }
    impl Object<Received> for OrderSourceObject {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("path", at!(it.path));
        }
    }
    object!(received OrderSourceObject);
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
