// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };

    /// A refund.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetRefundResponse {
        /// Where to send it.
        pub address: Option<Box<OrderBuyerAddress>>,
        /// An amount of money.
        pub amount: Option<Box<Money>>,
        /// Who buys.
        pub buyer: Option<Box<OrderBuyer>>,
        /// One thing of many.
        pub line: Option<Box<OrderLine>>,
        /// An order.
        pub order: Option<Box<Order>>,
    }
    impl Object<Received> for GetRefundResponse {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.address));
            member!(to.optional(it.amount));
            member!(to.optional(it.buyer));
            member!(to.optional(it.line));
            member!(to.optional(it.order));
        }
    }
    object!(received GetRefundResponse);

    /// An amount of money.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Money {
        /// `amount`
        pub amount: Option<i64>,
    }
    impl Object<Received> for Money {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.amount));
        }
    }
    object!(received Money);

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// Who buys.
        pub buyer: Option<Box<OrderBuyer>>,
        /// `lines`
        pub lines: Option<Vec<OrderLine>>,
        /// An amount of money.
        pub total: Option<Box<Money>>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.buyer));
            member!(to.optional(it.lines));
            member!(to.optional(it.total));
        }
    }
    object!(received Order);

    /// Who buys.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderBuyer {
        /// Where to send it.
        pub address: Option<Box<OrderBuyerAddress>>,
        /// `name`
        pub name: Option<String>,
    }
    impl Object<Received> for OrderBuyer {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.address));
            member!(to.optional(it.name));
        }
    }
    object!(received OrderBuyer);

    /// Where to send it.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderBuyerAddress {
        /// `street`
        pub street: Option<String>,
    }
    impl Object<Received> for OrderBuyerAddress {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.street));
        }
    }
    object!(received OrderBuyerAddress);

    /// One thing of many.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderLine {
        /// `parts`
        pub parts: Option<Vec<OrderLine>>,
        /// `title`
        pub title: Option<String>,
    }
    impl Object<Received> for OrderLine {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.parts));
            member!(to.optional(it.title));
        }
    }
    object!(received OrderLine);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `GET /orders/{id}`
    pub async fn get_order<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/orders/{}", self.baseurl, id);
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
            path: "/orders/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /refunds/{id}`
    pub async fn get_refund<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<Response<types::GetRefundResponse>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/refunds/{}", self.baseurl, id);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "get_refund",
            path: "/refunds/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `GET /same/{id}`
    pub async fn get_same<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/same/{}", self.baseurl, id);
        let request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let operation = Operation {
            name: "get_same",
            path: "/same/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
