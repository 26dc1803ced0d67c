// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };
    use ::openapi_client_runtime::codegen::choice::{
        Branches, Choice, OneForm, OpenChoice, choice,
    };
    use ::openapi_client_runtime::codegen::open_enum::{OpenEnum, open_enum};

    /// The schema `Order`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Order {
        /// With `one`.
        One(Box<OrderOne>),
        /// With `two`.
        Two(Box<OrderTwo>),
        /// With `three`.
        Three(Box<OrderThree>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for Order {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::One(it) => of.plain("One", it),
                Self::Two(it) => of.plain("Two", it),
                Self::Three(it) => of.plain("Three", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for Order {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.with(&["one"], Self::One);
            to.with(&["two"], Self::Two);
            to.with(&["three"], Self::Three);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received Order);

    /// The schema at `/components/schemas/Order/oneOf/0`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderOne {
        /// `lines`
        pub lines: Option<Vec<OrderOneLine>>,
        /// `meta`
        pub meta: Option<Box<OrderOneMeta>>,
        /// `note`
        pub note: Option<OrderOneNote>,
        /// `one`
        pub one: Option<String>,
    }
    impl Object<Received> for OrderOne {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.lines));
            member!(to.optional(it.meta));
            member!(to.optional(it.note));
            member!(to.expected(it.one));
        }
    }
    object!(received OrderOne);

    /// The schema at `/components/schemas/Order/oneOf/0/properties/lines/items`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderOneLine {
        /// `no`
        pub no: Option<i64>,
        /// `sku`
        pub sku: Option<String>,
    }
    impl Object<Received> for OrderOneLine {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.no));
            member!(to.optional(it.sku));
        }
    }
    object!(received OrderOneLine);

    /// The schema at `/components/schemas/Order/oneOf/0/properties/meta`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderOneMeta {
        /// `common`
        pub common: Option<String>,
        /// `first`
        pub first: Option<OrderOneMetaFirst>,
        /// `own`
        pub own: Option<String>,
    }
    impl Object<Received> for OrderOneMeta {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.common));
            member!(to.optional(it.first));
            member!(to.optional(it.own));
        }
    }
    object!(received OrderOneMeta);

    /// The schema at `/components/schemas/Order/oneOf/0/properties/meta/properties/first`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum OrderOneMetaFirst {
        /// `a`
        A,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for OrderOneMetaFirst {
        const VALUES: &'static [(&'static str, Self)] = &[("a", Self::A)];
    }
    open_enum!(OrderOneMetaFirst);

    /// The schema at `/components/schemas/Order/oneOf/0/properties/note`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum OrderOneNote {
        /// `short`
        Short,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for OrderOneNote {
        const VALUES: &'static [(&'static str, Self)] = &[("short", Self::Short)];
    }
    open_enum!(OrderOneNote);

    /// The schema at `/components/schemas/Order/oneOf/2`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderThree {
        /// `lines`
        pub lines: Option<Vec<OrderThreeLine>>,
        /// `meta`
        pub meta: Option<Box<OrderThreeMeta>>,
        /// `note`
        pub note: Option<String>,
        /// `three`
        pub three: Option<String>,
    }
    impl Object<Received> for OrderThree {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.lines));
            member!(to.optional(it.meta));
            member!(to.optional(it.note));
            member!(to.expected(it.three));
        }
    }
    object!(received OrderThree);

    /// The schema at `/components/schemas/Order/properties/lines/items`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderThreeLine {
        /// `no`
        pub no: Option<i64>,
    }
    impl Object<Received> for OrderThreeLine {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.no));
        }
    }
    object!(received OrderThreeLine);

    /// The schema at `/components/schemas/Three/properties/meta`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderThreeMeta {
        /// `common`
        pub common: Option<String>,
        /// `first`
        pub first: Option<String>,
        /// `last`
        pub last: Option<String>,
    }
    impl Object<Received> for OrderThreeMeta {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.common));
            member!(to.optional(it.first));
            member!(to.optional(it.last));
        }
    }
    object!(received OrderThreeMeta);

    /// The schema at `/components/schemas/Order/oneOf/1`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderTwo {
        /// `lines`
        pub lines: Option<Vec<OrderThreeLine>>,
        /// `meta`
        pub meta: Option<Box<OrderTwoMeta>>,
        /// `note`
        pub note: Option<String>,
        /// `two`
        pub two: Option<String>,
    }
    impl Object<Received> for OrderTwo {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.lines));
            member!(to.optional(it.meta));
            member!(to.optional(it.note));
            member!(to.expected(it.two));
        }
    }
    object!(received OrderTwo);

    /// The schema at `/components/schemas/Order/properties/meta`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderTwoMeta {
        /// `common`
        pub common: Option<String>,
        /// `first`
        pub first: Option<String>,
    }
    impl Object<Received> for OrderTwoMeta {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.common));
            member!(to.optional(it.first));
        }
    }
    object!(received OrderTwoMeta);
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
