// @generated from document.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// The requests and answers of the API, as Rust types.
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, at, object,
    };

    /// The schema `Change`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Change {
        /// `kind`
        pub kind: Option<ChangeKind>,
        /// `later`
        pub later: Option<Box<ChangeLater>>,
        /// `never`
        pub never: Option<Box<ChangeLater>>,
        /// `now`
        pub now: Option<Box<ChangeLater>>,
        /// The server uses `` a`b `` if this is absent.
        pub quote: Option<String>,
        /// The server uses `""` if this is absent.
        pub sign: Option<String>,
        /// The server uses `slow` if this is absent.
        pub speed: Option<Speed>,
        /// The server uses `["a","b"]` if this is absent.
        pub tags: Option<Vec<String>>,
        /// `void`
        pub void: Option<String>,
    }
    impl Object<Sent> for Change {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.optional("kind", at!(it.kind));
            to.optional("later", at!(it.later));
            to.optional("never", at!(it.never));
            to.optional("now", at!(it.now));
            to.optional("quote", at!(it.quote));
            to.optional("sign", at!(it.sign));
            to.optional("speed", at!(it.speed));
            to.optional("tags", at!(it.tags));
            to.optional("void", at!(it.void));
        }
    }
    object!(sent Change);

    /// The schema at `/components/schemas/Change/properties/kind`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum ChangeKind {
        /// `order`
        #[serde(rename = "order")]
        Order,
    }
    impl ::openapi_client_runtime::codegen::shown::Described for ChangeKind {}

    /// The schema at `/components/schemas/Change/properties/later`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ChangeLater {
        /// The server uses `none` if this is absent.
        pub note: Option<String>,
        /// - `Change.later.wait`: Waits for the day. The default is `false`.
        /// - `Change.now.wait`: Waits for the answer. The default is `true`.
        pub wait: Option<bool>,
    }
    impl Object<Sent> for ChangeLater {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            to.optional("note", at!(it.note));
            to.optional("wait", at!(it.wait));
        }
    }
    object!(sent ChangeLater);

    /// - `/paths/~1order~1{id}/get/responses/404/content/application~1json/schema`: Nothing is
    ///   there.
    /// - `/paths/~1order~1{id}/get/responses/410/content/application~1json/schema`: It was there.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetOrderError {
        /// `why`
        pub why: Option<String>,
    }
    impl Object<Received> for GetOrderError {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("why", at!(it.why));
        }
    }
    object!(received GetOrderError);

    /// A line.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Line {
        /// `no`
        pub no: Option<i64>,
    }
    impl Object<Received> for Line {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("no", at!(it.no));
        }
    }
    object!(received Line);

    /// The schema `Order`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Order {
        /// `a`
        pub a: Option<Box<OrderA>>,
        /// `b`
        pub b: Option<Box<OrderA>>,
        /// `c`
        pub c: Option<Box<OrderA>>,
        /// Each item: A pair.
        ///
        /// Each item: A code.
        pub codes: Option<Vec<Vec<String>>>,
        /// `d`
        pub d: Option<Box<OrderA>>,
        /// `e`
        pub e: Option<Box<OrderA>>,
        /// `f`
        pub f: Option<Box<OrderA>>,
        /// `g`
        pub g: Option<Box<OrderA>>,
        /// As a gift.
        pub gift: Option<Box<Switch>>,
        /// `h`
        pub h: Option<Box<OrderA>>,
        /// What was bought.
        ///
        /// Each item: One of them.
        pub lines: Option<Vec<Line>>,
        /// What was noted.
        ///
        /// Each value: A note.
        pub notes: Option<std::collections::BTreeMap<String, String>>,
        /// Whether it is paid.
        ///
        /// The default is `false`.
        pub paid: Option<bool>,
        /// A switch.
        pub switch: Option<Box<Switch>>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("a", at!(it.a));
            to.optional("b", at!(it.b));
            to.optional("c", at!(it.c));
            to.optional("codes", at!(it.codes));
            to.optional("d", at!(it.d));
            to.optional("e", at!(it.e));
            to.optional("f", at!(it.f));
            to.optional("g", at!(it.g));
            to.optional("gift", at!(it.gift));
            to.optional("h", at!(it.h));
            to.optional("lines", at!(it.lines));
            to.optional("notes", at!(it.notes));
            to.optional("paid", at!(it.paid));
            to.optional("switch", at!(it.switch));
        }
    }
    object!(received Order);

    /// The schema at `/components/schemas/Order/properties/a`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderA {
        /// - `Order.a.text`, `Order.h.text`: The first.
        /// - `Order.b.text`: The second.
        /// - `Order.c.text`: The third.
        /// - `Order.d.text`: The fourth.
        /// - `Order.e.text`: The fifth.
        /// - `Order.f.text`: The sixth.
        pub text: Option<String>,
    }
    impl Object<Received> for OrderA {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("text", at!(it.text));
        }
    }
    object!(received OrderA);

    /// The schema `Speed`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Speed {
        /// `slow`
        #[serde(rename = "slow")]
        Slow,
        /// `fast`
        #[serde(rename = "fast")]
        Fast,
    }
    impl ::openapi_client_runtime::codegen::shown::Described for Speed {}

    /// A switch.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Switch {
        /// - `Order.gift.on`: Whether it is wrapped.
        /// - `Switch.on`: Whether it is on.
        pub on: Option<bool>,
        /// `since`
        pub since: Option<String>,
    }
    impl Object<Received> for Switch {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            to.optional("on", at!(it.on));
            to.optional("since", at!(it.since));
        }
    }
    object!(received Switch);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// - `id`: Which one. An id, such as `o-1`.
    /// - `states`: What to look for. Each item: A state.
    ///
    /// `GET /order/{id}`
    pub async fn get_order<'a>(
        &'a self,
        id: &'a str,
        states: Option<&'a Vec<String>>,
    ) -> Result<Response<types::Order>, Failure<types::GetOrderError>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/order/{}", self.baseurl, id);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [::openapi_client_runtime::codegen::query::pairs("states", &states)],
        );
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
            path: "/order/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }

    /// `PUT /order/{id}`
    pub async fn put_order<'a>(
        &'a self,
        id: &'a str,
        body: &'a types::Change,
    ) -> Result<Response<()>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/order/{}", self.baseurl, id);
        let request = self.client.put(url).json(&body).build()?;
        let operation = Operation {
            name: "put_order",
            path: "/order/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
