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

    /// What to change.
    #[derive(Clone, PartialEq)]
    #[allow(non_snake_case)]
    #[non_exhaustive]
    pub struct Change {
        /// `paid-at`
        pub paid_dash_at: Option<String>,
        /// When it was paid.
        pub paidAt: String,
        /// Where it was paid.
        pub paid_at: Option<String>,
        /// `self`
        pub self_: String,
    }
    impl Object<Sent> for Change {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.paid_dash_at = "paid-at"));
            member!(to.required(it.paidAt));
            member!(to.optional(it.paid_at));
            member!(to.required(it.self_ = "self"));
        }
    }
    object!(sent Change);
    impl Change {
        /// Makes a value of its required members; the others are absent.
        #[allow(non_snake_case)]
        pub fn new(paidAt: String, self_: String) -> Self {
            Self {
                paidAt,
                self_,
                paid_dash_at: None,
                paid_at: None,
            }
        }
    }

    /// The schema `Error`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Error {
        /// `message`
        pub message: Option<String>,
    }
    impl Object<Received> for Error {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.message));
        }
    }
    object!(received Error);

    /// The schema `From`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum From {
        /// `shop`
        Shop,
        /// `web`
        Web,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for From {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("shop", Self::Shop),
            ("web", Self::Web),
        ];
    }
    open_enum!(From);

    /// The schema `Option`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OptionValue {
        /// `chosen`
        pub chosen: Option<bool>,
    }
    impl Object<Received> for OptionValue {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.chosen));
        }
    }
    object!(received OptionValue);

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[allow(non_snake_case)]
    #[non_exhaustive]
    pub struct Order {
        /// `$`
        pub dollar: Option<f64>,
        /// `1`
        pub x1: Option<String>,
        /// `@type`
        pub at_type: Option<String>,
        /// `Order-Line`
        pub Order_dash_Line: Option<Box<OrderDashLine>>,
        /// `_links`
        pub _links: Option<std::collections::BTreeMap<String, String>>,
        /// `buyer`
        pub buyer: Option<Box<OrderBuyer>>,
        /// `buyer_address`
        pub buyer_address: Option<Box<OrderBuyerAddress>>,
        /// `error`
        pub error: Option<Box<Error>>,
        /// `from`
        pub from: Option<From>,
        /// `gen`
        pub gen_: Option<bool>,
        /// `größe`
        pub größe: Option<String>,
        /// `line`
        pub line: Option<Box<Order__line>>,
        /// `lines`
        pub lines: Option<Vec<OrderLine>>,
        /// `links`
        pub links: Option<Vec<String>>,
        /// `option`
        pub option: Option<Box<OptionValue>>,
        /// `orderLine`
        pub orderLine: Option<Box<Order_line>>,
        /// `place`
        pub place: Option<Box<PlaceValue>>,
        /// `type`
        pub type_: Option<String>,
        /// `x²`
        pub x: Option<String>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.dollar = "$"));
            member!(to.optional(it.x1 = "1"));
            member!(to.optional(it.at_type = "@type"));
            member!(to.optional(it.Order_dash_Line = "Order-Line"));
            member!(to.optional(it._links));
            member!(to.optional(it.buyer));
            member!(to.optional(it.buyer_address));
            member!(to.optional(it.error));
            member!(to.optional(it.from));
            member!(to.optional(it.gen_ = "gen"));
            member!(to.optional(it.größe));
            member!(to.optional(it.line));
            member!(to.optional(it.lines));
            member!(to.optional(it.links));
            member!(to.optional(it.option));
            member!(to.optional(it.orderLine));
            member!(to.optional(it.place));
            member!(to.optional(it.type_ = "type"));
            member!(to.optional(it.x = "x²"));
        }
    }
    object!(received Order);

    /// The schema at `/components/schemas/Order/properties/buyer`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderBuyer {
        /// `address`
        pub address: Option<Box<PlaceValue>>,
    }
    impl Object<Received> for OrderBuyer {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.address));
        }
    }
    object!(received OrderBuyer);

    /// The schema at `/components/schemas/Order/properties/buyer_address`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderBuyerAddress {
        /// `city`
        pub city: Option<String>,
    }
    impl Object<Received> for OrderBuyerAddress {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.city));
        }
    }
    object!(received OrderBuyerAddress);

    /// The schema `Order-Line`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderDashLine {
        /// `weight`
        pub weight: Option<i64>,
    }
    impl Object<Received> for OrderDashLine {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.weight));
        }
    }
    object!(received OrderDashLine);

    /// The schema `OrderLine`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderLine {
        /// `count`
        pub count: Option<i64>,
    }
    impl Object<Received> for OrderLine {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.count));
        }
    }
    object!(received OrderLine);

    /// The schema at `/components/schemas/Order/properties/line`.
    #[derive(Clone, Default, PartialEq)]
    #[allow(non_camel_case_types)]
    #[non_exhaustive]
    pub struct Order__line {
        /// `place`
        pub place: Option<String>,
    }
    impl Object<Received> for Order__line {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.place));
        }
    }
    object!(received Order__line);

    /// The schema `order_line`.
    #[derive(Clone, Default, PartialEq)]
    #[allow(non_camel_case_types)]
    #[non_exhaustive]
    pub struct Order_line {
        /// `price`
        pub price: Option<i64>,
    }
    impl Object<Received> for Order_line {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.price));
        }
    }
    object!(received Order_line);

    /// The schema `Place`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PlaceValue {
        /// `street`
        pub street: Option<String>,
    }
    impl Object<Received> for PlaceValue {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.street));
        }
    }
    object!(received PlaceValue);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `PUT /orders/{id}`
    pub async fn x2nd_order<'a>(
        &'a self,
        id: &'a str,
        body: &'a types::Change,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/orders/{}", self.baseurl, id);
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
            name: "x2nd_order",
            path: "/orders/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
