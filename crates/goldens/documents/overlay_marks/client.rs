// @generated from document.yaml and overlay.yaml by openapi-client-build.
// Do not edit: change what it is generated from, and review the difference.

use ::openapi_client_runtime::codegen::exchange::{Failure, Operation, exchange};
use ::openapi_client_runtime::codegen::response::Response;

/// Words of the whole.
///
/// # What uses them
///
/// - `put_order`: [`Author`](types::Author), [`Purchase`](types::Purchase), [`Refusal`](types::Refusal), [`Wish`](types::Wish)
///
/// # What [`Purchase`](types::Purchase) contains
///
/// - `code`: [`Number`](types::Number)
/// - `inline`: [`Inside`](types::Inside)
/// - `list`: [`Letter`](types::Letter)
/// - `object`: [`Item`](types::Item)
/// - `scalar`: [`Scalar`](types::Scalar)
/// - `state`: [`State`](types::State)
/// - `tree`: [`Branch`](types::Branch)
/// - `way`: [`PaidWith`](types::PaidWith)
/// - `whole`: [`Whole`](types::Whole)
/// - `words`: [`ManyWords`](types::ManyWords)
pub mod types {
    use ::openapi_client_runtime::codegen::object::{
        Access, Object, Place, Received, Sent, member, object,
    };
    use ::openapi_client_runtime::codegen::choice::{
        Branches, Choice, OneForm, OpenChoice, choice,
    };
    use ::openapi_client_runtime::codegen::open_enum::{OpenEnum, open_enum};

    /// Who did it.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Author {
        /// `a`
        #[serde(rename = "a")]
        Anna,
        /// `b`
        #[serde(rename = "b")]
        Bob,
    }
    ::openapi_client_runtime::codegen::shown::described!(Author);
    impl ::std::fmt::Display for Author {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Anna => f.write_str("a"),
                Self::Bob => f.write_str("b"),
            }
        }
    }

    /// The schema `Bank`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Bank {
        /// `iban`
        pub iban: Option<String>,
        /// `type`
        pub type_: Option<String>,
    }
    impl Object<Received> for Bank {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.iban));
            member!(to.expected(it.type_ = "type"));
        }
    }
    object!(received Bank);

    /// The schema `Tree`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Branch {
        /// `leaves`
        pub leaves: Vec<Branch>,
        /// `left`
        pub left: Option<Box<Branch>>,
    }
    impl Object<Received> for Branch {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.required(it.leaves));
            member!(to.expected(it.left));
        }
    }
    object!(received Branch);

    /// The schema `Card`.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ByCard {
        /// `number`
        pub number: Option<String>,
        /// `type`
        pub type_: String,
    }
    impl Object<Received> for ByCard {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.number));
            member!(to.required(it.type_ = "type"));
        }
    }
    object!(received ByCard);

    /// What is inside.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Inside {
        /// `id`
        pub id: String,
    }
    impl Object<Received> for Inside {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.required(it.id));
        }
    }
    object!(received Inside);

    /// The schema `Thing`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Item {
        /// `id`
        pub id: Option<String>,
        /// `state`
        pub state: Number,
    }
    impl Object<Received> for Item {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.expected(it.id));
            member!(to.required(it.state));
        }
    }
    object!(received Item);
    impl ::openapi_client_runtime::codegen::object::Blank for Item {
        fn blank() -> Self {
            Self {
                id: ::std::default::Default::default(),
                state: Number::Undocumented(::std::default::Default::default()),
            }
        }
    }

    /// A letter.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum Letter {
        /// `x`
        Ex,
        /// `y`
        Why,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for Letter {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("x", Self::Ex),
            ("y", Self::Why),
        ];
    }
    open_enum!(Letter);

    /// The schema `Words`.
    #[derive(serde::Serialize, Clone, PartialEq, Default)]
    #[serde(transparent)]
    #[non_exhaustive]
    pub struct ManyWords(pub Vec<OneWord>);
    impl std::fmt::Debug for ManyWords {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            ::openapi_client_runtime::codegen::shown::variant("ManyWords", &self.0, f)
        }
    }
    ::openapi_client_runtime::codegen::read::read_as!(Self => ManyWords);
    impl std::ops::Deref for ManyWords {
        type Target = Vec<OneWord>;
        fn deref(&self) -> &Vec<OneWord> {
            &self.0
        }
    }

    /// A number.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum Number {
        /// `one`
        First,
        /// `two`
        Two,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for Number {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("one", Self::First),
            ("two", Self::Two),
        ];
    }
    open_enum!(Number);

    /// The schema `Word`.
    #[derive(serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd, Default)]
    #[serde(transparent)]
    #[non_exhaustive]
    pub struct OneWord(pub String);
    impl std::fmt::Debug for OneWord {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            ::openapi_client_runtime::codegen::shown::variant("OneWord", &self.0, f)
        }
    }
    ::openapi_client_runtime::codegen::read::read_as!(Self => OneWord);
    impl std::ops::Deref for OneWord {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }
    impl std::str::FromStr for OneWord {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }

    /// How it was paid.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub enum PaidWith {
        /// If `type` is `Card`.
        ByCard(Box<ByCard>),
        /// If `type` is `Bank`.
        Bank(Box<Bank>),
        /// A value that has none of these forms, as it was sent.
        Undocumented(serde_json::Value),
    }
    impl Choice for PaidWith {
        fn form<F: OneForm>(&self, of: F) -> F::Output {
            match self {
                Self::ByCard(it) => of.tagged("ByCard", "type", &["Card"], it),
                Self::Bank(it) => of.tagged("Bank", "type", &["Bank"], it),
                Self::Undocumented(it) => of.other("Undocumented", it),
            }
        }
    }
    impl OpenChoice for PaidWith {
        const TAG: Option<&'static str> = Some("type");
        fn branches(to: &mut impl Branches<Self>) {
            to.tagged(&["Card"], Self::ByCard);
            to.tagged(&["Bank"], Self::Bank);
        }
        fn other(value: serde_json::Value) -> Self {
            Self::Undocumented(value)
        }
    }
    choice!(received PaidWith);

    /// What was bought.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Purchase {
        /// Anything.
        pub any: serde_json::Value,
        /// `code`
        pub code: Number,
        /// How often.
        pub count: Option<i64>,
        /// What is inside.
        pub inline: Inside,
        /// Letters.
        pub list: Vec<Letter>,
        /// Texts.
        pub map: std::collections::BTreeMap<String, String>,
        /// Words.
        pub noted: Option<String>,
        /// `number`
        pub number: i64,
        /// `object`
        pub object: Item,
        /// A text or a number.
        pub scalar: Scalar,
        /// How far it is.
        pub state: State,
        /// Some text.
        pub text: String,
        /// `time`
        pub time: chrono::DateTime<chrono::Utc>,
        /// `tree`
        pub tree: Option<Box<Branch>>,
        /// `way`
        pub way: PaidWith,
        /// A thing and more.
        pub whole: Whole,
        /// `words`
        pub words: Option<ManyWords>,
    }
    impl Object<Received> for Purchase {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.sensitive_required(it.any));
            member!(to.required(it.code));
            member!(to.optional(it.count));
            member!(to.required(it.inline));
            member!(to.sensitive_required(it.list));
            member!(to.sensitive_required(it.map));
            member!(to.optional(it.noted));
            member!(to.required(it.number));
            member!(to.sensitive_required(it.object));
            member!(to.sensitive_required(it.scalar));
            member!(to.required(it.state));
            member!(to.sensitive_required(it.text));
            member!(to.required(it.time));
            member!(to.expected(it.tree));
            member!(to.required(it.way));
            member!(to.required(it.whole));
            member!(to.optional(it.words));
        }
    }
    object!(received Purchase);
    impl ::openapi_client_runtime::codegen::object::Blank for Purchase {
        fn blank() -> Self {
            Self {
                any: ::std::default::Default::default(),
                code: Number::Undocumented(::std::default::Default::default()),
                count: ::std::default::Default::default(),
                inline: ::std::default::Default::default(),
                list: ::std::default::Default::default(),
                map: ::std::default::Default::default(),
                noted: ::std::default::Default::default(),
                number: ::std::default::Default::default(),
                object: <Item as ::openapi_client_runtime::codegen::object::Blank>::blank(),
                scalar: Scalar::String(::std::default::Default::default()),
                state: State::Undocumented(::std::default::Default::default()),
                text: ::std::default::Default::default(),
                time: ::std::default::Default::default(),
                tree: ::std::default::Default::default(),
                way: PaidWith::Undocumented(::std::default::Default::default()),
                whole: <Whole as ::openapi_client_runtime::codegen::object::Blank>::blank(),
                words: ::std::default::Default::default(),
            }
        }
    }

    /// Why not.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Refusal {
        /// `why`
        pub why: Option<String>,
    }
    impl Object<Received> for Refusal {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.optional(it.why));
        }
    }
    object!(received Refusal);

    /// A text or a number.
    #[derive(serde::Serialize, Clone, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Scalar {
        /// As `String`.
        String(String),
        /// As `i64`.
        Integer(i64),
    }
    ::openapi_client_runtime::codegen::shown::variants!(String, Integer => Scalar);
    ::openapi_client_runtime::codegen::read::read_as!(
        Self::String, Self::Integer => Scalar
    );

    /// How far it is.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum State {
        /// `open`
        Begun,
        /// `paid`
        Paid,
        /// A value that the contract of this version does not name, as it was sent.
        Undocumented(String),
    }
    impl OpenEnum for State {
        const VALUES: &'static [(&'static str, Self)] = &[
            ("open", Self::Begun),
            ("paid", Self::Paid),
        ];
    }
    open_enum!(State);

    /// A thing and more.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Whole {
        /// `id`
        pub id: String,
        /// `more`
        pub more: String,
        /// `state`
        pub state: Number,
    }
    impl Object<Received> for Whole {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Received>) {
            member!(to.required(it.id));
            member!(to.required(it.more));
            member!(to.required(it.state));
        }
    }
    object!(received Whole);
    impl ::openapi_client_runtime::codegen::object::Blank for Whole {
        fn blank() -> Self {
            Self {
                id: ::std::default::Default::default(),
                more: ::std::default::Default::default(),
                state: Number::Undocumented(::std::default::Default::default()),
            }
        }
    }

    /// What is wished.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Wish {
        /// `kind`
        pub kind: WishKind,
        /// A part of it.
        pub part: Option<Box<WishPart>>,
    }
    impl Object<Sent> for Wish {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.sensitive_required(it.kind));
            member!(to.sensitive_optional(it.part));
        }
    }
    object!(sent Wish);
    impl Wish {
        /// Makes a value of its required members; the others are absent.
        pub fn new(kind: WishKind) -> Self {
            Self { kind, part: None }
        }
    }

    /// The schema at `/components/schemas/Change/properties/kind`.
    #[derive(serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum WishKind {
        /// `a`
        #[serde(rename = "a")]
        First,
        /// `b`
        #[serde(rename = "b")]
        Second,
    }
    ::openapi_client_runtime::codegen::shown::described!(WishKind);

    /// A part of it.
    #[derive(Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct WishPart {
        /// `a`
        pub a: Option<String>,
    }
    impl Object<Sent> for WishPart {
        fn members(it: &mut Place<'_, Self>, to: &mut impl Access<Sent>) {
            member!(to.optional(it.a));
        }
    }
    object!(sent WishPart);
}

/// The optional parameters of the operations. Start with `default()`, set what is needed, and
/// call the method whose name ends in `_with`.
pub mod options {
    use ::openapi_client_runtime::codegen::options::options;
    use super::types;

    /// The options of [`put_order_with`](super::Client::put_order_with).
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PutOrderOptions {
        /// `by`
        pub by: Option<types::Author>,
        /// `free`
        pub free: Option<String>,
    }
    impl PutOrderOptions {
        /// Sets [`by`](Self::by).
        pub fn with_by(mut self, value: types::Author) -> Self {
            self.by = Some(value);
            self
        }
        /// Sets [`free`](Self::free).
        pub fn with_free(mut self, value: impl Into<String>) -> Self {
            self.free = Some(value.into());
            self
        }
    }
    options!(by, free => PutOrderOptions);
}

/// The operations of the API, each as one method.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::openapi_client_runtime::codegen::exchange::Sender,
}
impl Client {
    /// [`put_order_with`](Self::put_order_with) takes its optional parameters.
    ///
    /// `PUT /order`
    pub async fn put_order<'a>(
        &'a self,
        body: &'a types::Wish,
    ) -> Result<Response<types::Purchase>, Failure<types::Refusal>> {
        self.put_order_with(body, &options::PutOrderOptions::default()).await
    }

    /// As [`put_order`](Self::put_order), with its optional parameters.
    ///
    /// `PUT /order`
    pub async fn put_order_with<'a>(
        &'a self,
        body: &'a types::Wish,
        options: &'a options::PutOrderOptions,
    ) -> Result<Response<types::Purchase>, Failure<types::Refusal>> {
        let options::PutOrderOptions { by, free } = options;
        let url = format!("{}/order", self.baseurl);
        let url = ::openapi_client_runtime::codegen::query::append(
            url,
            [
                ::openapi_client_runtime::codegen::query::pairs("by", &by),
                ::openapi_client_runtime::codegen::query::pairs("free", &free),
            ],
        );
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
