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
    use crate::open_enum::open_enum;

    /// What to change.
    #[derive(Clone, PartialEq)]
    #[allow(non_snake_case)]
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
    impl Object for Change {
        fn members(&self, to: &mut impl Members) {
            to.optional("paid-at", &self.paid_dash_at);
            to.required("paidAt", &self.paidAt);
            to.optional("paid_at", &self.paid_at);
            to.required("self", &self.self_);
        }
    }
    object!(sent Change);

    /// The schema `Error`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Error {
        /// `message`
        pub message: Option<String>,
    }
    impl Object for Error {
        fn members(&self, to: &mut impl Members) {
            to.optional("message", &self.message);
        }
    }
    object!(received Error has message);

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
    open_enum!(From has Shop = "shop", Web = "web");

    /// The schema `Option`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OptionValue {
        /// `chosen`
        pub chosen: Option<bool>,
    }
    impl Object for OptionValue {
        fn members(&self, to: &mut impl Members) {
            to.optional("chosen", &self.chosen);
        }
    }
    object!(received OptionValue has chosen);

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
        pub buyer_address: Option<Box<Order_buyer_address>>,
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
        /// `type`
        pub type_: Option<String>,
        /// `x²`
        pub x: Option<String>,
    }
    impl Object for Order {
        fn members(&self, to: &mut impl Members) {
            to.optional("$", &self.dollar);
            to.optional("1", &self.x1);
            to.optional("@type", &self.at_type);
            to.optional("Order-Line", &self.Order_dash_Line);
            to.optional("_links", &self._links);
            to.optional("buyer", &self.buyer);
            to.optional("buyer_address", &self.buyer_address);
            to.optional("error", &self.error);
            to.optional("from", &self.from);
            to.optional("gen", &self.gen_);
            to.optional("größe", &self.größe);
            to.optional("line", &self.line);
            to.optional("lines", &self.lines);
            to.optional("links", &self.links);
            to.optional("option", &self.option);
            to.optional("orderLine", &self.orderLine);
            to.optional("type", &self.type_);
            to.optional("x²", &self.x);
        }
    }
    object!(
        received Order has dollar = "$", x1 = "1", at_type = "@type", Order_dash_Line =
        "Order-Line", _links, buyer, buyer_address, error, from, gen_ = "gen", größe,
        line, lines, links, option, orderLine, type_ = "type", x = "x²"
    );

    /// The schema at `/components/schemas/Order/properties/buyer`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderBuyer {
        /// `address`
        pub address: Option<Box<OrderBuyer_address>>,
    }
    impl Object for OrderBuyer {
        fn members(&self, to: &mut impl Members) {
            to.optional("address", &self.address);
        }
    }
    object!(received OrderBuyer has address);

    /// The schema at `/components/schemas/Order/properties/buyer/properties/address`.
    #[derive(Clone, Default, PartialEq)]
    #[allow(non_camel_case_types)]
    #[non_exhaustive]
    pub struct OrderBuyer_address {
        /// `street`
        pub street: Option<String>,
    }
    impl Object for OrderBuyer_address {
        fn members(&self, to: &mut impl Members) {
            to.optional("street", &self.street);
        }
    }
    object!(received OrderBuyer_address has street);

    /// The schema at `/components/schemas/Order/properties/buyer_address`.
    #[derive(Clone, Default, PartialEq)]
    #[allow(non_camel_case_types)]
    #[non_exhaustive]
    pub struct Order_buyer_address {
        /// `city`
        pub city: Option<String>,
    }
    impl Object for Order_buyer_address {
        fn members(&self, to: &mut impl Members) {
            to.optional("city", &self.city);
        }
    }
    object!(received Order_buyer_address has city);

    /// The schema `Order-Line`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderDashLine {
        /// `weight`
        pub weight: Option<i64>,
    }
    impl Object for OrderDashLine {
        fn members(&self, to: &mut impl Members) {
            to.optional("weight", &self.weight);
        }
    }
    object!(received OrderDashLine has weight);

    /// The schema `OrderLine`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderLine {
        /// `count`
        pub count: Option<i64>,
    }
    impl Object for OrderLine {
        fn members(&self, to: &mut impl Members) {
            to.optional("count", &self.count);
        }
    }
    object!(received OrderLine has count);

    /// The schema at `/components/schemas/Order/properties/line`.
    #[derive(Clone, Default, PartialEq)]
    #[allow(non_camel_case_types)]
    #[non_exhaustive]
    pub struct Order__line {
        /// `place`
        pub place: Option<String>,
    }
    impl Object for Order__line {
        fn members(&self, to: &mut impl Members) {
            to.optional("place", &self.place);
        }
    }
    object!(received Order__line has place);

    /// The schema `order_line`.
    #[derive(Clone, Default, PartialEq)]
    #[allow(non_camel_case_types)]
    #[non_exhaustive]
    pub struct Order_line {
        /// `price`
        pub price: Option<i64>,
    }
    impl Object for Order_line {
        fn members(&self, to: &mut impl Members) {
            to.optional("price", &self.price);
        }
    }
    object!(received Order_line has price);
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
    pub async fn x2nd_order<'a>(
        &'a self,
        id: &'a str,
        body: &'a types::Change,
    ) -> Result<Response<types::Order>, Failure<()>> {
        let id = crate::path::segment("id", id)?;
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
