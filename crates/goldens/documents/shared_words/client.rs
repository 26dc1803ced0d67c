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
            member!(to.optional(it.kind));
            member!(to.optional(it.later));
            member!(to.optional(it.never));
            member!(to.optional(it.now));
            member!(to.optional(it.quote));
            member!(to.optional(it.sign));
            member!(to.optional(it.speed));
            member!(to.optional(it.tags));
            member!(to.optional(it.void));
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
    ::openapi_client_runtime::codegen::shown::described!(ChangeKind);

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
            member!(to.optional(it.note));
            member!(to.optional(it.wait));
        }
    }
    object!(sent ChangeLater);

    /// The schema at `/paths/~1order~1{id}/get/responses/404/content/application~1json/schema`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetOrderError {
        /// `why`
        pub why: Option<String>,
    }
    impl Object<Received> for GetOrderError {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.why));
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
            member!(to.optional(it.no));
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
        /// Each item: A pair. Each item: A code.
        pub codes: Option<Vec<Vec<String>>>,
        /// `d`
        pub d: Option<Box<OrderA>>,
        /// `e`
        pub e: Option<Box<OrderA>>,
        /// `either`
        pub either: Option<OrderEither>,
        /// `f`
        pub f: Option<Box<OrderA>>,
        /// `g`
        pub g: Option<Box<OrderA>>,
        /// As a gift.
        pub gift: Option<Box<Switch>>,
        /// `h`
        pub h: Option<Box<OrderA>>,
        /// What was bought. Each item: One of them.
        pub lines: Option<Vec<Line>>,
        /// What was noted. Each value: A note.
        pub notes: Option<std::collections::BTreeMap<String, String>>,
        /// `now`
        pub now: Option<Box<OrderNow>>,
        /// Whether it is paid. The default is `false`.
        pub paid: Option<bool>,
        /// A switch.
        pub switch: Option<Box<Switch>>,
        /// `then`
        pub then: Option<Box<OrderNow>>,
        /// `way`
        pub way: Option<OrderWay>,
    }
    impl Object<Received> for Order {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.a));
            member!(to.optional(it.b));
            member!(to.optional(it.c));
            member!(to.optional(it.codes));
            member!(to.optional(it.d));
            member!(to.optional(it.e));
            member!(to.optional(it.either));
            member!(to.optional(it.f));
            member!(to.optional(it.g));
            member!(to.optional(it.gift));
            member!(to.optional(it.h));
            member!(to.optional(it.lines));
            member!(to.optional(it.notes));
            member!(to.optional(it.now));
            member!(to.optional(it.paid));
            member!(to.optional(it.switch));
            member!(to.optional(it.then));
            member!(to.optional(it.way));
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
            member!(to.optional(it.text));
        }
    }
    object!(received OrderA);

    /// The schema at `/components/schemas/Order/properties/either`.
    #[derive(serde::Serialize, Clone, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum OrderEither {
        /// As `String`. By name.
        String(String),
        /// As `i64`. By number.
        Integer(i64),
    }
    ::openapi_client_runtime::codegen::shown::variants!(String, Integer => OrderEither);
    ::openapi_client_runtime::codegen::read::read_as!(
        Self::String, Self::Integer => OrderEither
    );

    /// The schema at `/components/schemas/Order/properties/now`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderNow {
        /// - `Order.now.codes`: Codes. Each item: A code of today.
        /// - `Order.then.codes`: Codes. Each item: A code of old.
        pub codes: Option<Vec<String>>,
    }
    impl Object<Received> for OrderNow {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.codes));
        }
    }
    object!(received OrderNow);

    /// The schema at `/components/schemas/Order/properties/way`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum OrderWay {
        /// An object.
        Object(Box<OrderWayObject>),
        /// A string. By an old way.
        String(String),
        /// A list. By several. Each item: One of them.
        List(Vec<String>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for OrderWay {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::Object(it) => of.plain("Object", it),
                Self::String(it) => of.plain("String", it),
                Self::List(it) => of.plain("List", it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for OrderWay {
        const TAG: Option<&'static str> = None;
        fn branches(to: &mut impl Branches<Self>) {
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::Object,
                Self::Object,
            );
            to.kind(
                ::openapi_client_runtime::codegen::choice::Kind::String,
                Self::String,
            );
            to.kind(::openapi_client_runtime::codegen::choice::Kind::List, Self::List);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received OrderWay);

    /// By card.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct OrderWayObject {
        /// `pan`
        pub pan: Option<String>,
    }
    impl Object<Received> for OrderWayObject {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.pan));
        }
    }
    object!(received OrderWayObject);

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
    ::openapi_client_runtime::codegen::shown::described!(Speed);

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
            member!(to.optional(it.on));
            member!(to.optional(it.since));
        }
    }
    object!(received Switch);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;

    /// The options of [`get_order_with`](super::Client::get_order_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct GetOrderOptions {
        /// What to look for. Each item: A state.
        pub states: Option<Vec<String>>,
    }
    impl GetOrderOptions {
        /// Sets [`states`](Self::states).
        pub fn with_states(mut self, value: Vec<String>) -> Self {
            self.states = Some(value);
            self
        }
    }
    options!(states => GetOrderOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// `404`: Nothing is there.
    ///
    /// `410`: It was there.
    ///
    /// - `id`: Which one. An id, such as `o-1`.
    ///
    /// [`get_order_with`](Self::get_order_with) takes its optional parameters.
    ///
    /// `GET /order/{id}`
    pub async fn get_order<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<Response<types::Order>, Failure<types::GetOrderError>> {
        self.get_order_with(id, &options::GetOrderOptions::default()).await
    }

    /// As [`get_order`](Self::get_order), with its optional parameters.
    ///
    /// `GET /order/{id}`
    pub async fn get_order_with<'a>(
        &'a self,
        id: &'a str,
        options: &'a options::GetOrderOptions,
    ) -> Result<Response<types::Order>, Failure<types::GetOrderError>> {
        let options::GetOrderOptions { states } = options;
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

    /// The body: What to change. Each item: A name.
    ///
    /// `200`: What has changed. Each value: A value.
    ///
    /// `PATCH /order/{id}`
    pub async fn patch_order<'a>(
        &'a self,
        id: &'a str,
        body: &'a Vec<String>,
    ) -> Result<Response<std::collections::BTreeMap<String, String>>, Failure<()>> {
        let id = ::openapi_client_runtime::codegen::path::segment("id", id)?;
        let url = format!("{}/order/{}", self.baseurl, id);
        let request = self
            .client
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let operation = Operation {
            name: "patch_order",
            path: "/order/{id}",
        };
        exchange(&self.client, &self.inner, operation, request).await
    }
}
