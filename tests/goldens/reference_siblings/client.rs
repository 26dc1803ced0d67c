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
    use crate::open_enum::{OpenEnum, open_enum};

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
            to.optional("name", at!(it.name));
            to.optional("nick", at!(it.nick));
        }
    }
    object!(received Buyer);

    /// An order.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// Who buys.
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
            to.optional("buyer", at!(it.buyer));
            to.optional("odd", at!(it.odd));
            to.optional("parent", at!(it.parent));
            to.optional("state", at!(it.state));
        }
    }
    object!(received Order);

    /// Somebody.
    #[derive(Clone, PartialEq)]
    pub struct Person {
        /// `name`
        pub name: Option<String>,
    }
    impl Object<Sent> for Person {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.optional("name", at!(it.name));
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
    #[derive(Clone, PartialEq)]
    pub struct Wish {
        /// `giver`
        pub giver: Option<Box<Person>>,
        /// Where an order stands.
        ///
        /// The server takes `open` where this is left out.
        pub next: Option<State>,
        /// Where to begin.
        pub state: Option<State>,
        /// `taker`
        pub taker: Option<Box<WishTaker>>,
    }
    impl Object<Sent> for Wish {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.required("giver", at!(it.giver));
            to.optional("next", at!(it.next));
            to.required("state", at!(it.state));
            to.optional("taker", at!(it.taker));
        }
    }
    object!(sent Wish);

    /// The schema at `/components/schemas/Wish/properties/taker`.
    #[derive(Clone, PartialEq)]
    pub struct WishTaker {
        /// `name`
        pub name: String,
    }
    impl Object<Sent> for WishTaker {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.required("name", at!(it.name));
        }
    }
    object!(sent WishTaker);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::exchange::Attempt,
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
