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

    /// Who buys.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Buyer {
        /// `name`
        pub name: Option<String>,
        /// `nick`
        pub nick: Option<String>,
    }
    impl Object<Received> for Buyer {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.name));
            member!(to.optional(it.nick));
        }
    }
    object!(received Buyer);

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// Who buys.
        ///
        /// Deprecated.
        pub buyer: Option<Box<Buyer>>,
        /// Where an order stands.
        pub odd: Option<State>,
        /// What it was a part of.
        pub parent: Option<Box<Order>>,
        /// Where an order stands.
        pub state: Option<State>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.buyer));
            member!(to.optional(it.odd));
            member!(to.optional(it.parent));
            member!(to.optional(it.state));
        }
    }
    object!(received Order);

    /// Somebody.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Person {
        /// `name`
        pub name: Option<String>,
    }
    impl Object<Sent> for Person {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.name));
        }
    }
    object!(sent Person);

    /// Where an order stands.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum State {
        /// `open`
        Open,
        /// `paid`
        Paid,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for State {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("open", Self::Open),
            ("paid", Self::Paid),
        ];
    }
    open_enum!(State);

    /// What is wanted.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Wish {
        /// `giver`
        pub giver: Option<Box<Person>>,
        /// Where an order stands. The server uses `open` if this is absent.
        pub next: Option<State>,
        /// Where to begin.
        pub state: Option<State>,
        /// `taker`
        pub taker: Option<Box<WishTaker>>,
    }
    impl Object<Sent> for Wish {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.giver));
            member!(to.optional(it.next));
            member!(to.required(it.state));
            member!(to.optional(it.taker));
        }
    }
    object!(sent Wish);

    /// The schema at `/components/schemas/Wish/properties/taker`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct WishTaker {
        /// `name`
        pub name: String,
    }
    impl Object<Sent> for WishTaker {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.required(it.name));
        }
    }
    object!(sent WishTaker);
    impl WishTaker {
        /// Makes a value of all its members, which are required.
        pub fn new(name: String) -> Self {
            Self { name }
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
    /// `PUT /order`
    pub async fn put_order<'a>(
        &'a self,
        body: &'a types::Wish,
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
