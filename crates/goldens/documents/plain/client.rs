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

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `id`
        pub id: Option<String>,
        /// `state`
        pub state: Option<OrderState>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.id));
            member!(to.optional(it.state));
        }
    }
    object!(received Order);

    /// The schema at `/components/schemas/Order/properties/state`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum OrderState {
        /// `open`
        Open,
        /// `refunded`
        Refunded,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for OrderState {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("open", Self::Open),
            ("refunded", Self::Refunded),
        ];
    }
    open_enum!(OrderState);

    /// What to give back.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Refund {
        /// In the currency's smallest unit.
        pub amount: i64,
        /// `reason`
        pub reason: Option<String>,
    }
    impl Object<Sent> for Refund {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.amount));
            member!(to.optional(it.reason));
        }
    }
    object!(sent Refund);
    impl Refund {
        /// Makes a value of its required members; the others are absent.
        pub fn new(amount: i64) -> Self {
            Self { amount, reason: None }
        }
    }
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `POST /orders/{id}`
    pub async fn refund_order<'a>(
        &'a self,
        id: &'a str,
        body: &'a types::Refund,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/orders/{}", self.baseurl, id);
        let request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let operation = Operation {
            name: "refund_order",
            path: "/orders/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
