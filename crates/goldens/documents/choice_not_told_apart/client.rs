// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };
    use ::openapi_client_runtime::codegen::open_enum::{OpenEnum, open_enum};

    /// The schema at `/components/schemas/OldOrder/properties/part_of`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OldOrderOrNewOrder {
        /// `buyer`
        pub buyer: Option<serde_json::Value>,
        /// `id`
        pub id: Option<String>,
        /// `note`
        pub note: Option<String>,
        /// `part_of`
        pub part_of: Option<Box<OldOrderOrNewOrder>>,
        /// `same`
        pub same: Option<Box<OldOrderOrNewOrderSame>>,
        /// `state`
        pub state: Option<OldOrderOrNewOrderState>,
        /// `things`
        pub things: Option<serde_json::Map<String, serde_json::Value>>,
        /// `total`
        pub total: Option<f64>,
    }
    impl Object<Received> for OldOrderOrNewOrder {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.buyer));
            member!(to.expected(it.id));
            member!(to.optional(it.note));
            member!(to.optional(it.part_of));
            member!(to.optional(it.same));
            member!(to.optional(it.state));
            member!(to.optional(it.things));
            member!(to.optional(it.total));
        }
    }
    object!(received OldOrderOrNewOrder);

    /// The schema at `/components/schemas/NewOrder/properties/same`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OldOrderOrNewOrderSame {
        /// `name`
        pub name: Option<String>,
    }
    impl Object<Received> for OldOrderOrNewOrderSame {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.name));
        }
    }
    object!(received OldOrderOrNewOrderSame);

    /// The schema at `/components/schemas/OldOrder/properties/state`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum OldOrderOrNewOrderState {
        /// `open`
        Open,
        /// `paid`
        Paid,
        /// `closed`
        Closed,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for OldOrderOrNewOrderState {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("open", Self::Open),
            ("paid", Self::Paid),
            ("closed", Self::Closed),
        ];
    }
    open_enum!(OldOrderOrNewOrderState);

    /// An order, old or new.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `buyer`
        pub buyer: Option<serde_json::Value>,
        /// `id`
        pub id: Option<String>,
        /// `note`
        pub note: Option<String>,
        /// `part_of`
        pub part_of: Option<Box<OldOrderOrNewOrder>>,
        /// `same`
        pub same: Option<Box<OldOrderOrNewOrderSame>>,
        /// `state`
        pub state: Option<OldOrderOrNewOrderState>,
        /// `things`
        pub things: Option<serde_json::Map<String, serde_json::Value>>,
        /// `total`
        pub total: Option<f64>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.buyer));
            member!(to.expected(it.id));
            member!(to.optional(it.note));
            member!(to.optional(it.part_of));
            member!(to.optional(it.same));
            member!(to.optional(it.state));
            member!(to.optional(it.things));
            member!(to.optional(it.total));
        }
    }
    object!(received Order);
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
